import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {findRepeatedWords, prepareSource, verifyQuotation} from '../../src/quote/index.ts'

/** Invented words, each of which stands once in the source, so that no change can be true by chance. */
const syllables = [
  'ba',
  'do',
  'fi',
  'gu',
  'ke',
  'lor',
  'man',
  'ne',
  'pol',
  'ros',
  'sat',
  'tu',
  'vi',
  'zan',
  'chel',
  'dru'
]
const words = Array.from({length: 400}, (_, i) => {
  const letters = `${syllables[i % 16]}${syllables[(i >> 2) % 16]}${syllables[(i * 7 + 3) % 16]}${syllables[i >> 5]}`
  return i % 13 === 5 ? `${letters}’s` : letters
})
const sentences: string[] = []
for (let i = 0; i < words.length; i += 11) {
  const sentence = words
    .slice(i, i + 11)
    .join(' ')
    .replace(/^(\S+ \S+ \S+ \S+)/, '$1,')
  sentences.push(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`)
}
const text = sentences.join(' ').replace(/((?:\S+ ){9}\S+) /g, '$1\n')
const source = prepareSource(text)
/** The words as they stand, with their signs. */
const standing = text.split(/\s+/)

const passage = fc
  .integer({min: 0, max: standing.length - 40})
  .chain(from => fc.integer({min: 6, max: 34}).map(size => standing.slice(from, from + size)))
const inner = (size: number) => fc.integer({min: 1, max: size - 2})
const bare = (word: string): string => word.replace(/[.,]$/, '')
const faithful = ['verbatim', 'altered']

describe('a lawful alteration of a true passage verifies', () => {
  const lawful: Record<string, (quoted: string[], at: number) => string> = {
    'as it stands': quoted => quoted.join(' '),
    'line breaks and spaces': quoted => quoted.join('\n   '),
    'straight apostrophes': quoted => quoted.join(' ').replaceAll('’', "'"),
    'a soft hyphen in a word': (quoted, at) =>
      quoted.map((word, i) => (i === at ? `${word.slice(0, 3)}\u00ad${word.slice(3)}` : word)).join(' '),
    'a hyphen at a line end': (quoted, at) =>
      quoted.map((word, i) => (i === at ? `${word.slice(0, 3)}-\n${word.slice(3)}` : word)).join(' '),
    'other final punctuation': quoted => `${bare(quoted.join(' '))},`,
    'a bracketed first letter': quoted => {
      const first = quoted[0] ?? ''
      const letter = first.charAt(0)
      const other = letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()
      return [`[${other}]${first.slice(1)}`, ...quoted.slice(1)].join(' ')
    },
    'a word replaced in brackets': (quoted, at) => quoted.map((word, i) => (i === at ? '[the board]' : word)).join(' '),
    'words put in in brackets': (quoted, at) =>
      quoted.map((word, i) => (i === at ? `${word} [of the board]` : word)).join(' '),
    'an ending in brackets': (quoted, at) =>
      quoted.map((word, i) => (i === at ? `${bare(word).slice(0, 4)}[ing]` : word)).join(' '),
    'a remark': (quoted, at) => quoted.map((word, i) => (i === at ? `${word} [sic]` : word)).join(' ')
  }
  for (const form of ['…', '...', '. . .', '[…]', '[...]', '(…)', '* * *', '<...>'])
    lawful[`an omission with ${form}`] = (quoted, at) =>
      [...quoted.slice(0, at), form, ...quoted.slice(at + 1)].join(' ')
  for (const [name, alter] of Object.entries(lawful))
    test(name, () => {
      fc.assert(
        fc.property(
          passage.chain(quoted => fc.tuple(fc.constant(quoted), inner(quoted.length))),
          ([quoted, at]) => {
            const finding = verifyQuotation(source, alter(quoted, at))
            expect(faithful).toContain(finding.verdict)
            expect(finding.errors).toEqual([])
          }
        ),
        {numRuns: 60}
      )
    })
})

describe('a changed, dropped, added or swapped word does not', () => {
  const changes: Readonly<Record<string, (quoted: string[], at: number) => string[]>> = {
    changed: (quoted, at) => quoted.map((word, i) => (i === at ? 'zebra' : word)),
    'changed by a letter': (quoted, at) => quoted.map((word, i) => (i === at ? `x${word.slice(1)}` : word)),
    'cut off': (quoted, at) => quoted.map((word, i) => (i === at ? bare(word).slice(0, -1) : word)),
    'cut off at the end': quoted => [...quoted.slice(0, -1), bare(quoted.at(-1) ?? '').slice(0, -1)],
    'cut off at the start': quoted => [(quoted[0] ?? '').slice(1), ...quoted.slice(1)],
    dropped: (quoted, at) => quoted.filter((_, i) => i !== at),
    'added, a small word': (quoted, at) => [...quoted.slice(0, at), 'not', ...quoted.slice(at)],
    'added, a number': (quoted, at) => [...quoted.slice(0, at), '7', ...quoted.slice(at)],
    swapped: (quoted, at) =>
      quoted.map((word, i) => (i === at ? (quoted[i + 1] ?? '') : i === at + 1 ? (quoted[i - 1] ?? '') : word)),
    'swapped parts': (quoted, at) => [...quoted.slice(at), '…', ...quoted.slice(0, at)]
  }
  for (const [name, change] of Object.entries(changes))
    test(name, () => {
      fc.assert(
        fc.property(
          passage.chain(quoted => fc.tuple(fc.constant(quoted), inner(quoted.length))),
          ([quoted, at]) => {
            const altered = change(quoted, at).join(' ')
            const finding = verifyQuotation(source, altered)
            expect(faithful).not.toContain(finding.verdict)
            // The same with a mark of alteration elsewhere.
            expect(faithful).not.toContain(verifyQuotation(source, `${altered} [sic]`).verdict)
          }
        ),
        {numRuns: 60}
      )
    })
})

describe('places', () => {
  const isWordEdge = (whole: string, at: number): boolean =>
    at === 0 || at === whole.length || !/[\p{L}\p{N}]{2}/u.test(whole.slice(at - 1, at + 1))

  test('of a passage and of errors delimit words', () => {
    const edit = fc.tuple(fc.nat(30), fc.constantFrom('zebra', '', 'not', '[sic]', '…', '[the board]', '12'))
    fc.assert(
      fc.property(passage, fc.array(edit, {maxLength: 4}), (quoted, edits) => {
        const changed = [...quoted]
        for (const [at, word] of edits) changed[at % changed.length] = word
        const quotation = changed.join(' ')
        const finding = verifyQuotation(source, quotation)
        for (const {start, end} of finding.errors) {
          expect(start).toBeLessThanOrEqual(end)
          expect(isWordEdge(quotation, start) && isWordEdge(quotation, end)).toBe(true)
        }
        for (const span of [...finding.sourceErrors, ...(finding.passage ? [finding.passage] : [])]) {
          expect(span.start).toBeLessThan(span.end)
          expect(isWordEdge(text, span.start) && isWordEdge(text, span.end)).toBe(true)
          expect(text.slice(span.start, span.end)).toMatch(/^[\p{L}\p{N}].*[\p{L}\p{N}]$/su)
        }
      }),
      {numRuns: 300}
    )
  })

  test('of a verbatim quotation hold its very words', () => {
    fc.assert(
      fc.property(passage, quoted => {
        const {passage: found} = verifyQuotation(source, quoted.join(' '))
        expect(text.slice(found?.start, found?.end).replace(/\s+/g, ' ')).toBe(bare(quoted.join(' ')))
      })
    )
  })

  test('the diff without what is added is the quotation', () => {
    fc.assert(
      fc.property(
        passage,
        fc.array(fc.tuple(fc.nat(30), fc.constantFrom('zebra', '', 'not', '[sic]', '…', '12')), {maxLength: 5}),
        (quoted, edits) => {
          const changed = [...quoted]
          for (const [at, word] of edits) changed[at % changed.length] = word
          const quotation = changed.join(' ')
          const {diff, verdict} = verifyQuotation(source, quotation)
          if (verdict === 'missing') return
          expect(
            diff
              .filter(part => part.kind !== 'added')
              .map(part => part.text)
              .join('')
          ).toBe(quotation)
          for (const part of diff)
            if (part.quotation) expect(quotation.slice(part.quotation.start, part.quotation.end)).toBe(part.text)
        }
      ),
      {numRuns: 300}
    )
  })
})

test('any text whatever gets a finding, and offsets within it', () => {
  fc.assert(
    fc.property(
      fc.string({unit: 'binary', maxLength: 200}),
      fc.string({unit: 'binary', maxLength: 80}),
      (one, other) => {
        for (const format of ['text', 'html', 'markdown'] as const) {
          const prepared = prepareSource(one, {format})
          for (const quotation of [other, one.slice(5, 60)]) {
            const finding = verifyQuotation(prepared, quotation)
            for (const {start, end} of finding.errors)
              expect(start >= 0 && start <= end && end <= quotation.length).toBe(true)
            for (const {start, end} of finding.sourceErrors)
              expect(start >= 0 && start <= end && end <= one.length).toBe(true)
            if (finding.passage)
              expect(finding.passage.start <= finding.passage.end && finding.passage.end <= one.length).toBe(true)
          }
        }
      }
    ),
    {numRuns: 300}
  )
})

test('what stands in a source verifies, whatever its signs', () => {
  const word = fc.string({unit: fc.constantFrom(...'abcdeéßñжλ中日ạ'), minLength: 1, maxLength: 7})
  const sign = fc.constantFrom(
    ' ',
    ' ',
    ' ',
    ', ',
    '. ',
    ' — ',
    '-',
    '\n',
    ' “',
    '” ',
    ' (',
    ') ',
    '; ',
    '/',
    '’',
    ' [',
    '] ',
    ' … ',
    '&amp;',
    ' < ',
    '_',
    ' *'
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(word, sign), {minLength: 4, maxLength: 60}), pairs => {
      const whole = pairs.flat().join('')
      expect(verifyQuotation(prepareSource(whole), whole).verdict).toBe('verbatim')
    }),
    {numRuns: 300}
  )
})

describe('words repeated without marks', () => {
  test('are found from eight on, with their places', () => {
    fc.assert(
      fc.property(passage, quoted => {
        const clause = `whereas it has been said that ${quoted.join(' ')} and more besides`
        const found = findRepeatedWords(source, clause)
        if (quoted.length < 8) expect(found).toEqual([])
        else {
          expect(found).toHaveLength(1)
          const [{start, end, passage: place} = {start: 0, end: 0, passage: {start: 0, end: 0}}] = found
          expect(clause.slice(start, end)).toBe(bare(quoted.join(' ')))
          expect(text.slice(place.start, place.end).replace(/\s+/g, ' ')).toBe(bare(quoted.join(' ')))
        }
      })
    )
  })
  test('are not found where a word differs', () => {
    const quoted = standing.slice(50, 64)
    quoted[7] = 'zebra'
    expect(findRepeatedWords(source, quoted.join(' '))).toEqual([])
    expect(findRepeatedWords(source, quoted.join(' '), 6)).toHaveLength(2)
  })
})
