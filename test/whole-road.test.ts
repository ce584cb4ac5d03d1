import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {Document, Scalar} from 'yaml'
import {type Compiled, compile, type FormatId} from '../src/index.ts'
import {memoryLibrary} from './memory-host.ts'
import {
  type Words,
  withTextMarks,
  wordsOfDocx,
  wordsOfHtml,
  wordsOfMarkdown,
  wordsOfText,
  wordsOfTree
} from './write/words.ts'

/** Pieces of a clause as typed, and as every document must say them. */
const pieces: readonly (string | readonly [typed: string, said: string])[] = [
  'word',
  'Naïve',
  'e\u0301te\u0301',
  'שלום',
  '漢字',
  'no\u00a0break',
  '1990–2020',
  'a—b',
  '…',
  '. . .',
  "readers'",
  '’90s',
  '5′ 10″',
  '[t]he',
  '[sic]',
  '“quoted”',
  '‘single’',
  '"straight"',
  'a_b_c',
  '__init',
  '*',
  '**',
  '5 * 3',
  '\\',
  'C:\\dir',
  '`tick`',
  '`',
  '<b>',
  '</b>',
  '<!--',
  'a<b',
  '&',
  '&amp;',
  '&#38;',
  'AT&T',
  '#1',
  '#',
  '$5',
  '$x$',
  '%',
  '~a~',
  '|',
  '{x}',
  '!',
  '=',
  '+',
  '-',
  '--',
  '---',
  '>',
  '>=5',
  '1.',
  '2)',
  '(3)',
  ':',
  'key: value',
  'a #b',
  'https://example.org/a_b?c=*&d=(e)',
  'pat_a@example.org',
  '😀',
  '👩‍👩‍👧',
  ['\\*', '*'],
  ['\\[x\\]', '[x]'],
  ['\\@name', '@name'],
  ['*soft*', 'soft'],
  ['**loud**', 'loud'],
  ['[link](https://example.org/x_y)', 'link']
]

const styles = [
  Scalar.PLAIN,
  Scalar.QUOTE_SINGLE,
  Scalar.QUOTE_DOUBLE,
  Scalar.BLOCK_LITERAL,
  Scalar.BLOCK_FOLDED
] as const

const clause = fc.record({
  style: fc.constantFrom(...styles),
  pieces: fc.array(fc.constantFrom(...pieces), {minLength: 1, maxLength: 8})
})

const typedWords = (words: readonly (typeof pieces)[number][]): string =>
  `${words.map(word => (typeof word === 'string' ? word : word[0])).join(' ')} end`

const saidWords = (words: readonly (typeof pieces)[number][]): string =>
  `${words.map(word => (typeof word === 'string' ? word : word[1])).join(' ')} end`

/** A resolution of such clauses; `yaml` folds long ones and falls back to quotes where a style cannot hold them. */
function yamlOf(clauses: readonly {readonly style: (typeof styles)[number]; readonly text: string}[]): string {
  const scalars = clauses.map(({style, text}) => Object.assign(new Scalar(text), {type: style}))
  const document = new Document({title: 'Words', whereas: scalars, resolved: ['acts']})
  return document.toString({lineWidth: 50})
}

const textFormats = ['md', 'html', 'txt', 'docx'] as const satisfies readonly FormatId[]

async function documentsOf({resolved, outputs}: Compiled): Promise<Record<(typeof textFormats)[number], Words>> {
  const bytes = (format: FormatId): Uint8Array => outputs.find(output => output.format === format)!.bytes
  return {
    md: wordsOfMarkdown(bytes('md')),
    html: wordsOfHtml(bytes('html')),
    docx: wordsOfDocx(bytes('docx')),
    txt: wordsOfText(bytes('txt'), resolved!.printed)
  }
}

const build = (yaml: string): Promise<Compiled> =>
  compile(yaml, {library: memoryLibrary({}), to: textFormats, isDraft: true})

/** A place is inside its file, and its line and column are those of its offset. */
function expectPlaces({diagnostics}: Compiled, yaml: string): void {
  for (const {place, path, message} of diagnostics) {
    expect(path).toBe('resolution.yaml')
    for (const {line, column, offset} of [place.start, place.end]) {
      const before = yaml.slice(0, offset)
      expect({line, column, isInside: offset <= yaml.length}, message).toEqual({
        line: before.split('\n').length,
        column: offset - before.lastIndexOf('\n'),
        isInside: true
      })
    }
    expect(place.end.offset).toBeGreaterThanOrEqual(place.start.offset)
  }
}

describe('the whole road', () => {
  test('every document says the words that were typed, in all five styles of YAML', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(clause, {minLength: 1, maxLength: 4}), async clauses => {
        const yaml = yamlOf(clauses.map(({style, pieces}) => ({style, text: typedWords(pieces)})))
        const compiled = await build(yaml)
        const last = clauses.length - 1
        const join = (index: number): string =>
          index === last ? '; now, therefore, be it' : index === last - 1 ? '; and' : ';'
        const expected = clauses.map(({pieces}, index) => `Whereas ${saidWords(pieces)}${join(index)}`)
        for (const [format, {lines}] of Object.entries(await documentsOf(compiled)))
          expect(lines.slice(2, -1), format).toEqual(expected)
        expectPlaces(compiled, yaml)
      }),
      {numRuns: 40}
    )
  })

  const atoms = [
    ...'*_`[]()<>&#$\\~^@!|"\'“”‘’{}:;,.-+=/ \n1a',
    '  ',
    '\n\n',
    '[@',
    '[^1]',
    '^[',
    '](',
    'x@y',
    '@a',
    '...',
    '\n> ',
    '\n- ',
    '\n1. ',
    '&amp;',
    '<b>',
    '\u00a0',
    '\u200b',
    '\u202e',
    '\ud83d\ude00',
    '\u0301',
    'ש',
    'Whereas ',
    'and',
    'http://a.b'
  ]

  test('any soup of signs gives documents of the same words, and findings in their place', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            style: fc.constantFrom(...styles),
            text: fc.array(fc.constantFrom(...atoms), {minLength: 1, maxLength: 25}).map(all => all.join(''))
          }),
          {minLength: 1, maxLength: 3}
        ),
        async clauses => {
          const yaml = yamlOf(clauses)
          const compiled = await build(yaml)
          expectPlaces(compiled, yaml)
          if (!compiled.resolved) return
          const expected = wordsOfTree(compiled.resolved.printed)
          const {txt, ...others} = await documentsOf(compiled)
          for (const [format, words] of Object.entries(others)) expect(words, format).toEqual(expected)
          expect(withTextMarks(txt), 'txt').toEqual(withTextMarks(expected))
        }
      ),
      {numRuns: 40}
    )
  })
})
