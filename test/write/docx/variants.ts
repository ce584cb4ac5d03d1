import type {
  PrintedBlock,
  PrintedClause,
  PrintedInline,
  PrintedNote,
  PrintedResolution
} from '../../../src/tree/index.ts'
import {hostileWords, sample} from '../sample.ts'

export const text = (value: string): PrintedInline => ({type: 'text', value})
export const mark = (number: number, isFirst = true, key = 1): PrintedInline => ({
  type: 'noteReference',
  number,
  isFirst,
  key
})
export const note = (number: number, words = `Note ${number}.`): PrintedNote => ({
  number,
  paragraphs: [{type: 'paragraph', children: [text(words)]}]
})
export const clause = (
  type: PrintedClause['type'],
  children: readonly PrintedInline[],
  number?: string,
  id?: string
): PrintedClause => ({type, number, id, paragraphs: [{type: 'paragraph', children}]})

const title: PrintedBlock = {type: 'title', children: [text('Resolution on Reading Rooms')]}
const signature: PrintedBlock = {type: 'signature', name: 'Alex Secretary', role: 'Secretary'}

/** A short resolution of the given clauses and notes. */
export const resolutionOf = (
  blocks: readonly PrintedBlock[],
  notes: readonly PrintedNote[] = []
): PrintedResolution => ({...sample, blocks: [title, ...blocks], notes})

const hebrew = 'ספרייה חופשית, ‎2026, היא זכות.'
const chinese = '阅读“自由”…权利。'

/** One resolution for each thing that could make a Word file invalid. */
export const variants: Readonly<Record<string, PrintedResolution>> = {
  plain: sample,
  'line numbers': {...sample, page: {...sample.page, hasLineNumbers: true, paper: 'a4', hangingIndent: 0}},
  draft: {
    ...sample,
    mark: 'DRAFT <&"',
    header: ['one', 'two', 'three'],
    properties: {...sample.properties, date: undefined}
  },
  'hand numbers': resolutionOf(
    [clause('whereasClause', [text('a'), mark(3), text('b'), mark(7), mark(7, false, 2), text('c'), mark(9)])],
    [note(3), note(7), note(9)]
  ),
  'one resolved clause': resolutionOf([
    clause('whereasClause', [text('a')], undefined, 'a'),
    clause('resolvedClause', [{type: 'leadIn', value: 'Resolved'}, text(', that all read.')]),
    signature
  ]),
  'odd numbers': resolutionOf([
    clause('whereasClause', [text('a')], '(a)', 'a b'),
    clause('resolvedClause', [text('b')], '4.', 'A_b'),
    clause('resolvedClause', [text('c')], '6.', 'x'.repeat(99)),
    {...signature, name: ''} as PrintedBlock
  ]),
  'notes that are broken': resolutionOf(
    [
      clause('whereasClause', [
        mark(1),
        {
          type: 'link',
          url: 'https://example.org/"q"é#f#g',
          children: [text('a'), mark(2), text('b'), mark(1, false, 2)]
        },
        {type: 'link', url: 'https://[', children: [text('no address')]},
        mark(5)
      ])
    ],
    [
      {number: 1, paragraphs: [{type: 'blockQuotation', children: [text('q'), mark(2, false, 2)]}]},
      {number: 2, paragraphs: []},
      note(8)
    ]
  ),
  scripts: {
    ...resolutionOf(
      [
        clause('whereasClause', [text(`${hebrew} English ${chinese} `), {type: 'emphasis', children: [text(hebrew)]}]),
        clause('whereasClause', [text(`Whereas ${hebrew} ${chinese} 日本語 한국어 e\u0301 👩‍👩‍👧`), mark(1)]),
        {type: 'mover', label: 'מציע:', children: [text(hebrew)]}
      ],
      [note(1, hebrew)]
    ),
    language: 'he',
    mark: 'טיוטה'
  },
  hostile: {
    ...resolutionOf([clause('resolvedClause', [text(`\ufffe\uffff${hostileWords}`)], '1.')], []),
    header: [hostileWords],
    labels: {...sample.labels, pageOf: `{pages} ${hostileWords} {page}`},
    properties: {
      ...sample.properties,
      title: `\u0001${hostileWords}`,
      organisation: hostileWords,
      keywords: [hostileWords],
      authors: []
    }
  }
}
