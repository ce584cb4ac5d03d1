import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {isScalar, parseDocument, type Scalar} from 'yaml'
import {scalarMap} from '../../src/read/scalar-map.ts'

const options = {schema: 'failsafe', prettyErrors: false, resolveKnownTags: false} as const

/** The first scalar under `key` of a one-key file; undefined when YAML does not read the file as one text. */
function scalarOf(yaml: string): Scalar<string> | undefined {
  const document = parseDocument(yaml, options)
  const node = document.get('key', true)
  return document.errors.length === 0 && isScalar(node) && typeof node.value === 'string'
    ? (node as Scalar<string>)
    : undefined
}

const word = fc.oneof(
  fc.constantFrom(
    '"[t]he',
    'public’s',
    "it's",
    "''",
    '“x”',
    'a\\b',
    '#3',
    'x:',
    '-',
    '\u{1F60A}',
    'e\u0301',
    '\u00a0',
    '\u2028',
    'שלום',
    '漢'
  ),
  fc.string({unit: 'grapheme', minLength: 1, maxLength: 6}).map(text => text.replace(/\s/g, '_'))
)
const gap = fc.constantFrom(' ', '  ', '\n', '\n\n', '\n\n\n', ' \n', '\n  ', '\t', ' \t\n \t', '\n\t', '\n \n')
const pieces = fc.array(fc.tuple(word, gap), {minLength: 1, maxLength: 7})

const blockHeader = fc
  .tuple(
    fc.constantFrom('|', '>'),
    fc.constantFrom('', '-', '+'),
    fc.constantFrom('', '1', '2', '3'),
    fc.boolean(),
    fc.constantFrom('', ' # “note”', '  ')
  )
  .map(
    ([style, chomp, indent, isIndentFirst, comment]) =>
      `${style}${isIndentFirst ? indent + chomp : chomp + indent}${comment}`
  )

const blockLines = fc.array(
  fc.tuple(
    fc.nat(5),
    fc.option(
      pieces.map(all => all.map(([a, b]) => a + b.replace(/\n/g, '')).join('')),
      {nil: ''}
    )
  ),
  {minLength: 1, maxLength: 7}
)

const escapes = fc.constantFrom(
  '\\n',
  '\\t',
  '\\"',
  '\\\\',
  '\\x41',
  '\\u00e9',
  '\\uD83D\\uDE00',
  '\\U0001F600',
  '\\_',
  '\\ ',
  '\\N',
  '\\/',
  '\\e',
  '\\\n   ',
  '\\0',
  '\\L'
)
const indentLines = (text: string) => text.replace(/\n/g, '\n  ')
const plain = pieces.map(all => `key: ${indentLines(all.map(([a, b]) => a + b).join(''))}`)
const single = pieces.map(all => `key: '${indentLines(all.map(([a, b]) => a.replace(/'/g, "''") + b).join(''))}'`)
const double = fc
  .array(
    fc.oneof(
      fc.tuple(
        word.map(text => text.replace(/["\\]/g, '\\$&')),
        gap
      ),
      fc.tuple(escapes, fc.constantFrom('', ' ', '\n'))
    ),
    {maxLength: 9}
  )
  .map(all => `key: "${indentLines(all.map(([a, b]) => a + b).join(''))}"`)
const block = fc
  .tuple(blockHeader, blockLines, fc.boolean())
  .map(
    ([header, lines, hasEnd]) =>
      `key: ${header}\n${lines.map(([indent, words]) => ' '.repeat(indent) + words).join('\n')}${hasEnd ? '\n' : ''}`
  )

const blank = /[ \t\r\n]/

/** What stands at `offset` in a scalar of that style, as the characters of the value it gives. */
function givenBy(yaml: string, node: Scalar<string>, offset: number): string {
  if (node.type !== 'QUOTE_DOUBLE' || yaml[offset] !== '\\') return yaml[offset] ?? ''
  const length = {x: 4, u: 6, U: 10}[yaml[offset + 1] ?? ''] ?? 2
  return scalarOf(`key: "${yaml.slice(offset, offset + length)}"`)?.value ?? ''
}

function expectTrueMap(yaml: string, node: Scalar<string>): void {
  const offsets = scalarMap(yaml, node)
  const [start, end] = node.range!
  expect(offsets.length).toBe(node.value.length + 1)
  for (let index = 0; index < node.value.length; index++) {
    const character = node.value[index]!
    const offset = offsets[index]!
    const given = givenBy(yaml, node, offset)
    if (offset < start || offset > end) throw new Error(`${index} lies outside in ${JSON.stringify(yaml)}`)
    if (index > 0 && offset < offsets[index - 1]!) throw new Error(`${index} goes back in ${JSON.stringify(yaml)}`)
    const isTrue = blank.test(character)
      ? given === character || blank.test(given) || offset === end
      : given.includes(character)
    if (!isTrue)
      throw new Error(
        `${index} ${JSON.stringify(character)} lies at ${JSON.stringify(given)} in ${JSON.stringify(yaml)}`
      )
  }
  expect(offsets[node.value.length]).toBeGreaterThanOrEqual(offsets[Math.max(0, node.value.length - 1)]!)
  expect(offsets[node.value.length]).toBeLessThanOrEqual(end)
  expectEveryWord(yaml, node, offsets)
}

/** No word of the file may be passed over, save in double quotes, where escapes stand for others. */
function expectEveryWord(yaml: string, node: Scalar<string>, offsets: Uint32Array): void {
  if (node.type === 'QUOTE_DOUBLE') return
  const [start, end] = node.range!
  const isBlock = node.type?.startsWith('BLOCK')
  const isSingle = node.type === 'QUOTE_SINGLE'
  const from = isBlock ? yaml.indexOf('\n', start) + 1 || end : start + (isSingle ? 1 : 0)
  const hit = new Set(offsets.slice(0, -1))
  for (let at = from; at < end - (isSingle ? 1 : 0); at++) {
    if (blank.test(yaml[at]!) || hit.has(at) || (isSingle && yaml[at] === "'" && hit.has(at - 1))) continue
    throw new Error(`offset ${at} is passed over in ${JSON.stringify(yaml)}`)
  }
}

describe('scalarMap', () => {
  for (const [name, files] of Object.entries({plain, single, double, block})) {
    test(`ties every character of a ${name} scalar to itself or to its escape`, () => {
      let seen = 0
      fc.assert(
        fc.property(files, fc.boolean(), (file, hasCarriageReturns) => {
          const yaml = hasCarriageReturns ? file.replace(/\n/g, '\r\n') : file
          const node = scalarOf(yaml)
          if (node === undefined) return
          seen++
          expectTrueMap(yaml, node)
        }),
        {numRuns: 1500}
      )
      expect(seen).toBeGreaterThan(300)
    })
  }

  const spell = (yaml: string): string => {
    const node = scalarOf(yaml)!
    const offsets = scalarMap(yaml, node)
    const characters = node.value.split('').map((character, at) => `${JSON.stringify(character)}@${offsets[at]}`)
    return [...characters, `end@${offsets[node.value.length]}`].join(' ')
  }

  test.each([
    ['key: a b', '"a"@5 " "@6 "b"@7 end@8'],
    ['key: a  \n   b', '"a"@5 " "@6 "b"@12 end@13'],
    ['key: a\n\n\n b', '"a"@5 "\\n"@6 "\\n"@7 "b"@10 end@11'],
    ["key: 'a''b'", '"a"@6 "\'"@7 "b"@9 end@10'],
    ['key: "\\u0041b\\\n   c"', '"A"@6 "b"@12 "c"@18 end@19'],
    ['key: "\\U0001F600"', '"\\ud83d"@6 "\\ude00"@6 end@16'],
    ['key: |\n  a\n   b\n', '"a"@9 "\\n"@10 " "@13 "b"@14 "\\n"@15 end@16'],
    ['key: |1-\n  a\n', '" "@10 "a"@11 end@12'],
    ['key: >\r\n  a\r\n  b\r\n', '"a"@10 " "@11 "b"@15 "\\n"@16 end@17'],
    ['key: >-\n  a\n\n  b\n    c\n  d', '"a"@10 "\\n"@11 "b"@15 "\\n"@16 " "@19 " "@20 "c"@21 "\\n"@22 "d"@25 end@26'],
    ['key: ""', 'end@6'],
    ['key: |+\n\n\n', '"\\n"@8 "\\n"@9 end@10']
  ])('%j', (yaml, spelled) => {
    expect(spell(yaml)).toBe(spelled)
  })
})
