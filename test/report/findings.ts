import type {CheckedFile} from '../../src/index.ts'
import {type Diagnostic, type Place, placeAt, type TextFile, textFile} from '../../src/tree/index.ts'

/** A file with ⟦marked⟧ words: its text without the marks, and the places of the marks in order. */
function marked(path: string, text: string): {file: TextFile; places: Place[]} {
  const file = textFile(path, text.replace(/[⟦⟧]/g, ''))
  const places = [...text.matchAll(/⟦[^⟧]*⟧/g)].map(({0: words, index}, order) =>
    placeAt(file, index - 2 * order, index - 2 * order + words.length - 2)
  )
  return {file, places}
}

const draft = marked(
  'drafts/100% “a, b”: c.resolution.yaml',
  `title: ⟦T⟧
whereas:
  - 漢字 😀 it "poses a ⟦grave danger⟧ to press, freedom" [@aclu]
  - &x the same ⟦twice⟧ and ⟦twice⟧⟦⟧
  - >-
    a place ⟦over
    two⟧ lines
resolved: [acts]
`
)
const [title, danger, twice, again, end, overLines] = draft.places as [Place, Place, Place, Place, Place, Place]
const source = marked('sources/aclu <1>.txt', 'one\na ⟦grave threat⟧\n')
const refs = marked('refs #1.yaml', 'references:\n  - {id: a, type: ⟦boook⟧}\n')

const finding = (place: Place, message: string, more: Partial<Diagnostic> = {}): Diagnostic => ({
  rule: 'a-flaw',
  severity: 'error',
  message,
  path: draft.file.path,
  place,
  ...more
})

const findings: readonly Diagnostic[] = [
  finding(title, 'a title, of {0} "words", it\'s said: 100% <b>bold</b> & ]]> [link](1) `code <i>` *not* _here_', {
    severity: 'warning',
    rule: 'of-reading'
  }),
  finding(danger, '“grave danger” is not in `aclu`, expected “grave threat”', {
    rule: 'misquotation',
    note: 'quote the words exactly,\nor mark the change: [brackets], 50 %::error::',
    related: [
      {message: 'the passage in `aclu`', path: source.file.path, place: source.places[0]!},
      {message: 'a file that was named absolutely', path: '/home/me/secret/b.txt', place: title}
    ],
    diff: [
      {kind: 'same', text: 'poses a '},
      {kind: 'removed', text: 'grave danger'},
      {kind: 'added', text: 'grave <threat>'},
      {kind: 'same', text: ' to\npress*freedom* $x$'}
    ],
    fixes: [
      {title: 'quote the source', isOfQuotation: false, edits: [{place: danger, text: 'grave\n“threat” \u0007'}]},
      {
        title: 'mark {both} changes',
        isOfQuotation: false,
        edits: [
          {place: twice, text: ''},
          {place: end, text: ']'}
        ]
      },
      {title: 'nothing to do', isOfQuotation: false, edits: []}
    ]
  }),
  finding(twice, '“twice” stands twice'),
  finding(again, '“twice” stands twice'),
  finding(end, 'colour \u001b[31m, controls \u0000\u0007, turned \u202earound, half \ud83d a pair, broken\r\nline'),
  finding(overLines, 'a place of two lines', {severity: 'info', rule: 'advice'}),
  finding(refs.places[0]!, 'type `boook` is not known, expected `book`', {rule: 'unknown-type', path: refs.file.path})
]

/** Files with all that a reporter may meet. */
export const hostileFiles: readonly CheckedFile[] = [
  {path: draft.file.path, text: draft.file.text, resolved: undefined, diagnostics: findings},
  {path: 'drafts/clean.resolution.yaml', text: 'title: T\n', resolved: undefined, diagnostics: []},
  {
    path: 'none.yaml',
    text: undefined,
    resolved: undefined,
    diagnostics: [
      finding(placeAt(textFile('none.yaml', ''), 0, 0), '`none.yaml` cannot be read: there is no such file', {
        rule: 'unreadable-file',
        path: 'none.yaml'
      })
    ]
  }
]
