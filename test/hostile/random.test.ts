import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {Document, Pair, Scalar, YAMLMap, YAMLSeq} from 'yaml'
import {run} from '../../src/cli/index.ts'
import {type MemoryHost, memoryHost, packageFolder} from '../memory-host.ts'
import {expectWhole} from './whole.ts'

/** Files of each kind; `WHEREAS_RUNS=10000` looks longer. The seed is fixed: CI shall not fail by chance. */
const numRuns = Number(process.env.WHEREAS_RUNS ?? 60)
const seed = Number(process.env.WHEREAS_SEED ?? 20260701)

const examples = join(packageFolder, 'examples')
const sources = Object.fromEntries(
  readdirSync(join(examples, 'sources')).map(name => [`sources/${name}`, readFileSync(join(examples, 'sources', name))])
)
const resolutions = readdirSync(examples)
  .filter(name => name.endsWith('.resolution.yaml'))
  .map(name => readFileSync(join(examples, name), 'utf8'))

/** What has a meaning somewhere: in YAML, Markdown, HTML, XML, Typst, TeX, spreadsheets, JavaScript, Unicode. */
const odd = fc.constantFrom(
  ...['\0', '\u0001', '\u007f', '\u0085', '\u00a0', '\u0301', '\u200b', '\u200f', '\u2028', '\u202e', '\u2066'],
  ...[
    '\ufeff',
    '\ufffe',
    '\ud800',
    '\udc00',
    '😀',
    '👩‍👩‍👧',
    'שלום',
    '漢字',
    'ﬁ',
    '\r',
    '\r\n',
    '\n',
    '\n\n',
    '\t',
    '  '
  ],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', 'length', 'null', '~', 'true', '0x1F', '1e999'],
  ...['"', "'", '“', '”', '‘', '«', '[@', '[@udhr]', '@udhr', '[^1]', '[^99]', '^[', ']', '*', '**', '_', '`', '```'],
  ...[
    '<b>',
    '</w:p>',
    ']]>',
    '<!--',
    '&amp;',
    '&#0;',
    '&',
    '<script>alert(1)</script>',
    '#read("x")',
    '$x$',
    '\\input{x}'
  ],
  ...[
    '=HYPERLINK("x")',
    '+1',
    '-1',
    '@SUM(1)',
    '|',
    '>',
    '>-',
    '|2',
    '- ',
    '? ',
    ': ',
    '# ',
    '!!int ',
    '&a ',
    '*a',
    '<<: '
  ],
  ...['---\n', '...\n', '%YAML', '{', '}', '[', '{a: [', '\\', '\\\\', '\\u0000', '\\x41', '\\N', '…', '. . .', '[…]'],
  ...[
    'javascript:alert(1)',
    '[a](javascript:x)',
    '<javascript:x>',
    '../../etc/passwd',
    '/dev/zero',
    'C:\\x',
    'file:///x'
  ],
  ...[
    'Whereas ',
    'Resolved, that ',
    '; and',
    '; now, therefore, be it',
    'ibid.',
    '1.',
    '(1)',
    '⁴',
    '<sup>4</sup>',
    'a b c d e'
  ]
)

const keys = fc.constantFrom(
  ...[
    'title',
    'number',
    'meeting',
    'date',
    'status',
    'mover',
    'seconder',
    'endorsers',
    'attested-by',
    'whereas',
    'resolved'
  ],
  ...[
    'notes',
    'sources',
    'bibliography',
    'submission',
    'template',
    'language',
    'page',
    'allow',
    'text',
    'id',
    'name',
    'unit'
  ],
  ...[
    'email',
    'type',
    'author',
    'family',
    'given',
    'issued',
    'URL',
    'DOI',
    'ISBN',
    'accessed',
    'archive',
    'sha256',
    'custom'
  ],
  ...['__proto__', 'constructor', 'toString', '1', '@', ' ', '']
)

/** A change of a text, by places between 0 and 1. */
type Change = (text: string) => string
const part = fc.double({min: 0, max: 0.999, noNaN: true})
const at = (text: string, where: number): number => Math.floor(where * (text.length + 1))
const line =
  (change: (lines: string[], index: number) => void, where: number): Change =>
  text => {
    const lines = text.split('\n')
    change(lines, Math.floor(where * lines.length))
    return lines.join('\n')
  }
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(part, odd).map(
    ([a, piece]): Change =>
      text =>
        text.slice(0, at(text, a)) + piece + text.slice(at(text, a))
  ),
  fc.tuple(part, fc.nat(30)).map(
    ([a, n]): Change =>
      text =>
        text.slice(0, at(text, a)) + text.slice(at(text, a) + n)
  ),
  part.map(
    (a): Change =>
      text =>
        text.slice(0, at(text, a))
  ),
  part.map(a => line((lines, i) => lines.splice(i, 0, lines[i] ?? ''), a)),
  part.map(a => line((lines, i) => lines.splice(i, 2), a)),
  fc
    .tuple(part, part)
    .map(([a, b]) => line((lines, i) => lines.splice(Math.floor(b * lines.length), 0, ...lines.splice(i, 1)), a)),
  fc
    .tuple(part, fc.constantFrom('', '  ', '\t', '    '))
    .map(([a, indent]) => line((lines, i) => lines.splice(i, 1, indent + (lines[i] ?? '').trimStart()), a)),
  fc.tuple(part, odd, odd).map(([a, one, two]) =>
    line(
      (lines, i) =>
        lines.splice(
          i,
          1,
          (lines[i] ?? '').replace(/([:-]) .*$/, (_, mark) => `${mark} ${one} ${two}`)
        ),
      a
    )
  ),
  fc.tuple(part, fc.oneof(keys, odd)).map(([a, key]) =>
    line(
      (lines, i) =>
        lines.splice(
          i,
          1,
          (lines[i] ?? '').replace(/[\w-]+:/, () => `${key}:`)
        ),
      a
    )
  ),
  fc.tuple(part, odd).map(
    ([a, piece]): Change =>
      text => {
        const words = text.split(' ')
        words[Math.floor(a * words.length)] = piece
        return words.join(' ')
      }
  )
)

const mutated: fc.Arbitrary<Uint8Array> = fc
  .tuple(fc.constantFrom(...resolutions), fc.array(change, {minLength: 1, maxLength: 5}))
  .map(([text, changes]) => Buffer.from(changes.reduce((changed, change) => change(changed), text)))

const flipped: fc.Arbitrary<Uint8Array> = fc
  .tuple(fc.constantFrom(...resolutions), fc.array(fc.tuple(part, fc.nat(255)), {minLength: 1, maxLength: 6}))
  .map(([text, flips]) => {
    const bytes = Buffer.from(text)
    for (const [where, byte] of flips) bytes[Math.floor(where * bytes.length)] = byte
    return bytes
  })

const words = fc
  .array(fc.oneof(odd, fc.constantFrom('readers', 'read', 'books')), {maxLength: 6})
  .map(all => all.join(' '))
const scalar = fc
  .tuple(
    fc.oneof(words, fc.string({unit: 'binary', maxLength: 20})),
    fc.constantFrom(Scalar.PLAIN, Scalar.QUOTE_SINGLE, Scalar.QUOTE_DOUBLE, Scalar.BLOCK_LITERAL, Scalar.BLOCK_FOLDED)
  )
  .map(([value, type]) => Object.assign(new Scalar(value), {type}))

/** Any tree of YAML under keys that have a meaning, in all styles. */
const tree: fc.Arbitrary<Uint8Array> = fc
  .letrec<{value: unknown; map: YAMLMap; list: YAMLSeq}>(tie => ({
    value: fc.oneof({depthSize: 'small', withCrossShrink: true}, scalar, tie('map'), tie('list')),
    map: fc
      .tuple(
        fc.array(fc.tuple(fc.oneof({weight: 4, arbitrary: keys}, words), tie('value')), {maxLength: 7}),
        fc.boolean()
      )
      .map(([fields, flow]) => {
        const map = new YAMLMap()
        map.items = fields.map(([key, value]) => new Pair(key, value))
        map.flow = flow
        return map
      }),
    list: fc.tuple(fc.array(tie('value'), {maxLength: 4}), fc.boolean()).map(([items, flow]) => {
      const list = new YAMLSeq()
      list.items = items
      list.flow = flow
      return list
    })
  }))
  .map.map(map => Buffer.from(new Document(map, {uniqueKeys: false}).toString({lineWidth: 60})))

/** A resolution that is one, with anything in its fields. */
const filled: fc.Arbitrary<Uint8Array> = fc
  .record({
    title: words,
    number: words,
    mover: fc.record({name: words, unit: words, email: words}),
    whereas: fc.array(words, {minLength: 1, maxLength: 4}),
    resolved: fc.array(words, {minLength: 1, maxLength: 3}),
    notes: fc.dictionary(fc.constantFrom('1', '2', '3', 'a'), words),
    sources: fc.dictionary(
      fc.constantFrom('udhr', 'a', '__proto__', 'constructor', 'a b', '"'),
      fc.record({
        type: fc.constantFrom('book', 'webpage', 'x'),
        title: words,
        author: words,
        URL: words,
        text: words,
        issued: words
      })
    ),
    submission: fc.dictionary(words, words)
  })
  .map(fields => Buffer.from(new Document(fields).toString({lineWidth: 50})))

const anyFile = fc.oneof(mutated, flipped, tree, filled)

const hostOf = (bytes: Uint8Array): MemoryHost => memoryHost({...sources, 'd.yaml': bytes})

/** Never a defect, never a stack trace. */
async function runs(argv: readonly string[], host: MemoryHost): Promise<void> {
  const status = await run(argv, host)
  expect([0, 1, 2], host.error()).toContain(status)
  expect(host.error()).not.toMatch(/defect of whereas|\n\s+at .+:\d+:\d+/)
}

async function builds(to: string, bytes: Uint8Array): Promise<void> {
  const host = hostOf(bytes)
  await runs(['build', '--draft', '--to', to, '--out-dir', 'out', 'd.yaml'], host)
  for (const [name, written] of Object.entries(host.files))
    if (name.startsWith('out/')) await expectWhole(name, Buffer.from(written))
}

describe('random and mutated files', () => {
  test('check, in every format, mended or not', {timeout: 3_600_000}, async () => {
    const formats = fc.constantFrom('pretty', 'compact', 'json', 'sarif', 'github', 'junit')
    const more = fc.subarray(['--advice', '--strict', '--fix', '--quiet'])
    await fc.assert(
      fc.asyncProperty(anyFile, formats, more, async (bytes, format, options) => {
        const host = hostOf(bytes)
        await runs(['check', '--format', format, ...options, 'd.yaml'], host)
        if (format === 'json' || format === 'sarif') JSON.parse(host.out())
      }),
      {numRuns: 3 * numRuns, seed}
    )
  })

  test('build, as Markdown, HTML, text and Word', {timeout: 3_600_000}, async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, bytes => builds('md,html,txt,docx', bytes)),
      {numRuns, seed}
    )
  })

  test('build, as PDF', {timeout: 3_600_000}, async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutated, filled), bytes => builds('pdf', bytes)),
      {numRuns: Math.ceil(numRuns / 4), seed}
    )
  })

  test('evidence, source list, source import', {timeout: 3_600_000}, async () => {
    const commands = fc.constantFrom(
      ['evidence', '--to', 'html,md,json', '--out-dir', 'out', 'd.yaml'],
      ['source', 'list', 'd.yaml'],
      ['source', 'import', 'd.yaml', '--to', 'e.yaml']
    )
    await fc.assert(
      fc.asyncProperty(anyFile, commands, async (bytes, argv) => {
        const host = memoryHost({...sources, 'd.yaml': bytes, 'e.yaml': 'title: T\nresolved: [affirms it]\n'})
        await runs(argv, host)
      }),
      {numRuns, seed}
    )
  })
})
