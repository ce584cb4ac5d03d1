import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {readBlocks} from '../../src/read/clause-text.ts'
import {readClause} from '../../src/read/formula.ts'
import {read} from '../../src/read/index.ts'
import {findMarkup} from '../../src/read/markdown.ts'
import {type Clause, type Inline, plainText, type Text, visitBlocks} from '../../src/tree/index.ts'
import {coverage} from './coverage.ts'
import {show, showBlocks, wholeFile} from './shown.ts'

const piece = fc.oneof(
  {weight: 6, arbitrary: fc.constantFrom(...'ab s\n*_[]()<>@^\\"\'“”‘’„«»…1.;,-!>`#&|:/')},
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'the ',
      'readers’ ',
      'and ',
      ' ',
      '\n\n',
      '\n\n> ',
      '\n>',
      '\t',
      '\r\n',
      '\u00a0',
      'e\u0301',
      '\u0301',
      'שלום ',
      '漢字',
      '\u{1F60A}',
      '\ufeff',
      '‹›「」『』‚',
      '5\'10" '
    )
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '"[t]he ',
      '“a ‘b’ c”',
      ' . . . ',
      '[…]',
      '[@a, p. 3; see @{b c}]',
      '@abc',
      '^[a ',
      '[^4]',
      '**',
      '***',
      '](https://e.org)',
      '](he)',
      'https://e.org/a_(b)',
      '<https://e.org>',
      '<a@e.org>',
      '\\*',
      '![',
      "'90s "
    )
  }
)
const clause = fc.array(piece, {maxLength: 40}).map(pieces => pieces.join(''))

/** What no node may hold: blanks round paragraphs, and the marks of lines set off. */
function expectAllHeld(typed: string, seen: Uint8Array, paragraphs: readonly {start: number; end: number}[]): void {
  for (let at = 0; at < typed.length; at++) {
    if (seen[at] === 1) continue
    if (seen[at]! > 1) throw new Error(`${at} is held ${seen[at]} times`)
    const isInside = paragraphs.some(({start, end}) => at >= start && at < end)
    const isLineMark = /(^|\n)>? ?$/.test(typed.slice(0, at)) && /[> ]/.test(typed[at]!)
    if (!(isInside ? isLineMark || /\s/.test(typed[at]!) : /[ \t\r\n>]/.test(typed[at]!)))
      throw new Error(`${at} is lost`)
  }
}

const runs = {numRuns: 4000}

describe('reading loses, doubles and moves nothing', () => {
  test('in any text', () => {
    fc.assert(
      fc.property(clause, typed => {
        const {file, text} = wholeFile(typed)
        const {blocks} = readBlocks(file, text)
        const seen = coverage(typed, blocks)
        const paragraphs = blocks.map(({place}) => ({start: place.start.offset, end: place.end.offset}))
        expectAllHeld(typed, seen, paragraphs)
      }),
      runs
    )
  })

  test('in one paragraph, not even a blank', () => {
    fc.assert(
      fc.property(clause, words => {
        const typed = `x${words.replace(/[\r\n]+/g, ' ')}x`
        const {file, text} = wholeFile(typed)
        expect(coverage(typed, readBlocks(file, text).blocks)).toEqual(new Uint8Array(typed.length).fill(1))
      }),
      runs
    )
  })

  test('in clauses with formulas, but blanks round the joins', () => {
    const opening = fc.constantFrom(
      '',
      'Whereas ',
      'WHEREAS, ',
      '*Whereas* ',
      '1. ',
      'Resolved, that ',
      'Be it resolved '
    )
    const closing = fc.constantFrom(
      '',
      ';',
      '; and',
      '; [@a] and',
      '. now, therefore,[^1] be it',
      '\n\n; and',
      '*; and*'
    )
    const type = fc.constantFrom('whereasClause' as const, 'resolvedClause' as const)
    fc.assert(
      fc.property(opening, clause, closing, type, (before, words, after, type) => {
        const typed = before + words + after
        const {file, text} = wholeFile(typed)
        const {typed: found, children} = readClause(file, type, text, {index: 0, count: 2})
        const seen = new Uint8Array(typed.length)
        for (const part of [found.leadIn, found.number, found.join]) {
          // Lead-ins may be emphasised: they are as typed, marks included.
          for (let index = 0; index < (part?.value.length ?? 0); index++) {
            const at = part!.offsets[index]!
            const unit = typed[at] === '\\' ? typed[at + 1] : typed[at]
            const isBreak = part!.value[index] === '\n' && /\s|^$/.test(unit ?? '')
            if (unit !== part!.value[index] && !isBreak) throw new Error(`the formula is not typed at ${at}`)
            if (!/\s/.test(unit ?? '')) seen[at]!++
          }
        }
        const rest = coverage(typed, children)
        for (let at = 0; at < typed.length; at++) {
          const times = seen[at]! + rest[at]!
          if (times > 1) throw new Error(`${at} is held ${times} times`)
          if (times === 0 && !/[\s>*_\\]/.test(typed[at]!)) throw new Error(`${at} is lost`)
        }
      }),
      runs
    )
  })
})

describe('two ways to the same tree', () => {
  test('a text without marks of Markdown holds no Markdown', () => {
    fc.assert(
      fc.property(clause, words => {
        const typed = `x${words
          .replace(/[*_<]/g, '')
          .replace(/\]\(/g, '] (')
          .replace(/\s*\n\s*/g, ' ')}`
        if (/\\$/.test(typed)) return
        // The emphasis before it makes the parser run.
        expect(findMarkup(`*z* ${typed}`)).toHaveLength(1)
        expect(findMarkup(typed)).toEqual([])
      }),
      runs
    )
  })

  test('a folded scalar, a literal one and the text itself read alike', () => {
    const words = clause
      .map(typed =>
        typed
          .replace(/[\t\r\ufeff]/g, '')
          .replace(/\s*\n\s*/g, ' ')
          .trim()
      )
      .filter(typed => typed !== '')
    fc.assert(
      fc.property(words, typed => {
        const yaml = `title: t\nwhereas:\n  - |-\n    x${typed}\n  - >-\n    x${typed}\nresolved: [a]\n`
        const {resolution} = read(yaml)
        const [literal, folded] = resolution!.whereas
        const {file, text} = wholeFile(`x${typed}`)
        const alone = readClause(file, 'whereasClause', text, {index: 0, count: 2})
        expect(showBlocks(literal!.children)).toBe(showBlocks(alone.children))
        expect(showBlocks(folded!.children)).toBe(showBlocks(alone.children))
      }),
      {numRuns: 800}
    )
  })
})

const textsIn = (clause: Clause): Text[] => {
  const texts: Text[] = []
  visitBlocks(clause.children, node => {
    if (node.type === 'text') texts.push(node)
    if (node.type === 'omission') texts.push(node.text)
    if (node.type === 'quotation' || node.type === 'alteration')
      texts.push(node.open, ...(node.close ? [node.close] : []))
    if (node.type === 'noteReference') texts.push(node.label)
    if (node.type === 'sentenceCitation') texts.push(node.id)
    if (node.type === 'citation') texts.push(...node.items.map(({id}) => id))
  })
  return texts
}

const firstClause = (yaml: string): {yaml: string; clause: Clause} => ({
  yaml,
  clause: read(yaml).resolution!.whereas[0]!
})

describe('places in the file', () => {
  const styles: readonly (readonly [string, string])[] = [
    ['plain', `whereas:\n  - he says “[t]he *free*\n    press … is”[^4] [@udhr, p. 3]\n    and @pen \\*too\n`],
    [
      'single quotes',
      `whereas:\n  - 'he says "[t]he *free*\n    press … is"[^4] it''s [@udhr, p. 3]\n    and @pen \\*too'\n`
    ],
    [
      'double quotes',
      `whereas:\n  - "he says \\"[t]he *free*\\\n    \\ press \\u2026 is\\"[^4] [@udhr, p. 3]\n    and @pen \\\\*too"\n`
    ],
    ['literal', `whereas:\n  - |\n    he says "[t]he *free*\n    press … is"[^4] [@udhr, p. 3]\n    and @pen \\*too\n`],
    ['folded', `whereas:\n  - >-\n    he says "[t]he *free*\n    press … is"[^4] [@udhr, p. 3]\n    and @pen \\*too\n`],
    [
      'folded, with carriage returns',
      `whereas:\r\n  - >-\r\n    he says "[t]he *free*\r\n    press … is"[^4] [@udhr, p. 3]\r\n    and @pen \\*too\r\n`
    ]
  ]

  test.each(styles)('%s scalars', (_, file) => {
    const {yaml, clause} = firstClause(file)
    const unit = (at: number): string => {
      if (yaml.startsWith('\\u2026', at)) return '…'
      return yaml[at] === '\\' ? (yaml.slice(at).replace(/^\\+/, '')[0] ?? '') : (yaml[at] ?? '')
    }
    const texts = textsIn(clause)
    for (const {value, offsets, place} of texts) {
      expect(offsets).toHaveLength(value.length + 1)
      expect(place.start.offset).toBe(offsets[0])
      value.split('').forEach((character, index) => {
        const typed = unit(offsets[index]!)
        expect(/\s/.test(character) ? typed.trim() : typed).toBe(/\s/.test(character) ? '' : character)
      })
      const before = yaml.slice(0, place.start.offset)
      expect(place.start.line).toBe(before.split('\n').length)
      expect(place.start.column).toBe(place.start.offset - before.lastIndexOf('\n'))
    }
    const words = texts.map(({value}) => value.trim())
    for (const word of ['[', 't', ']', 'free', '…', '4', 'udhr', 'pen']) expect(words).toContain(word)
  })

  test('a place ends with the last character of its words', () => {
    const {yaml, clause} = firstClause(`whereas:\n  - >-\n    it "says\n    so"   \n    here [@a]\n`)
    const [first, quotation, , citation] = clause.children[0]!.children as Inline[]
    const typedAt = (node: Inline): string => yaml.slice(node.place.start.offset, node.place.end.offset)
    expect([first, quotation, citation].map(node => typedAt(node!))).toEqual(['it ', '"says\n    so"', '[@a]'])
    expect(clause.children[0]!.place).toMatchObject({start: {line: 3, column: 5}, end: {line: 5, column: 14}})
  })

  test('and not with the indentation of the next line', () => {
    const {yaml, clause} = firstClause('whereas:\n  - |\n    a\n    "b"\n')
    const [first] = clause.children[0]!.children
    expect(yaml.slice(first!.place.start.offset, first!.place.end.offset)).toBe('a\n')
    expect(first!.type === 'text' && [...first!.offsets]).toEqual([19, 20, 21])
  })

  test('an unclosed mark is found at its place', () => {
    const {clause} = firstClause('whereas:\n  - a “b “c” d\n')
    expect(showBlocks(clause.children)).toBe('a {quotation “|b {quotation “|c|”} d|}')
    const quotation = clause.children[0]!.children[1]!
    expect(quotation.type === 'quotation' && quotation.open.place.start).toEqual({line: 2, column: 7, offset: 15})
  })
})

describe('paragraphs of scalars', () => {
  const blocksOf = (scalar: string): string => showBlocks(firstClause(`whereas:\n  - ${scalar}`).clause.children)

  test.each([
    ['folded', '>-\n    a\n    b\n\n    c\n', 'a b ¶ c'],
    [
      'folded, with a block quotation',
      '>-\n    a\n\n    > [t]he b\n    > c\n\n    d\n',
      'a ¶ > {alteration t}he b c ¶ d'
    ],
    ['folded, with one in paragraphs', '>-\n    a\n\n    > b\n    >\n    > c > d\n', 'a ¶ > b ¶ > c > d'],
    ['folded, with carriage returns', '>-\r\n    a\r\n\r\n    > b\r\n    > c\r\n', 'a ¶ > b c'],
    ['folded, with deeper lines', '>-\n    a\n      b\n    c\n', 'a\n  b\nc'],
    ['literal', '|\n    a\n    b\n\n\n    c\n', 'a\nb ¶ c'],
    ['literal, with a block quotation', '|\n    a\n\n    > b\n    > c\n    >\n    > d\n', 'a ¶ > b\nc ¶ > d'],
    ['double quotes', '"a\n\n    b\\n\\nc\\nd"\n', 'a ¶ b ¶ c\nd'],
    ['plain', 'a\n    b\n\n    c\n', 'a b ¶ c']
  ])('%s', (_, scalar, expected) => {
    expect(blocksOf(scalar)).toBe(expected)
  })

  test('words of a block quotation lie where they were typed', () => {
    const yaml = 'whereas:\n  - |\n    a\n\n    > [t]he b\n    > c [@d]\n'
    const [, quoted] = firstClause(yaml).clause.children
    for (const node of quoted!.children) {
      const typed = yaml.slice(node.place.start.offset, node.place.end.offset).replace(/\n {4}> /g, '\n')
      expect(typed.trimEnd()).toBe(node.type === 'text' ? node.value.trimEnd() : typed.trimEnd())
    }
    expect(quoted!.place).toMatchObject({start: {line: 5, column: 7}, end: {line: 6, column: 13}})
  })
})

test('plainText gives the words with their places', () => {
  const typed = 'the "[t]he *free* [@a] … press"[^1] \\*x'
  const {file, text} = wholeFile(typed)
  const {children} = readBlocks(file, text).blocks[0]!
  const {value, offsets} = plainText(children)
  expect(value).toBe('the "[t]he free  … press" *x')
  expect(show(children)).toContain('{reference 1}')
  value.split('').forEach((character, index) => {
    const at = offsets[index]!
    expect(typed[at] === '\\' ? typed[at + 1] : typed[at]).toBe(character)
  })
  expect(offsets[value.length]).toBe(typed.length)
})
