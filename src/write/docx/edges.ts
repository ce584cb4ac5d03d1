import {Footer, Header, Paragraph, TextRun} from 'docx'
import type {PrintedResolution} from '../../tree/index.ts'
import {type Piece, piecesOf} from './pieces.ts'
import {fieldRuns, type Marks, runsOf} from './runs.ts'
import {type Direction, directionOfLanguage, directionOfText} from './scripts.ts'
import {watermarkOf} from './watermark.ts'

const tab: Piece = {type: 'tab'}

/** For words that no note is referred to in, such as those at the edges of a page. */
export const noMarks: Marks = {
  plan: {ids: new Map(), isAutomatic: true, repeated: new Set()},
  printed: new Set(),
  isInNote: true
}

/** The head of every page: the lines with the mark between them, as words and across the page; undefined when empty. */
export function headerOf(printed: PrintedResolution): Header | undefined {
  const {header, mark} = printed
  if (header.length === 0 && mark === undefined) return undefined
  const direction = directionOf([mark ?? '', ...header].join(' '), printed)
  const words = (value: string): readonly Piece[] => piecesOf([{type: 'text', value}])
  const center = mark === undefined ? [] : piecesOf([{type: 'text', value: mark}], ['draftMark'])
  const rows: readonly (readonly Piece[])[] =
    header.length <= 2
      ? [[...words(header[0] ?? ''), tab, ...center, tab, ...words(header[1] ?? '')]]
      : [[tab, ...center], ...header.map(words)]
  const watermark = mark === undefined ? [] : [new TextRun({noProof: true, children: [watermarkOf(mark)]})]
  const children = rows
    .filter(row => row.some(piece => piece.type === 'text'))
    .map((row, index) => [
      ...(index === 0 ? watermark : []),
      ...runsOf(row.slice(0, row.findLastIndex(piece => piece.type === 'text') + 1), direction, noMarks)
    ])
  return new Header({
    children: children.map(children => new Paragraph({style: 'Header', ...bidi(direction), children}))
  })
}

/** What the foot of a page says, and in which language. */
interface Foot {
  readonly language: string
  readonly labels: {readonly pageOf: string}
}

/** The foot of every page, with fields that Word fills in. */
export function footerOf(printed: Foot): Footer {
  const direction = directionOf(printed.labels.pageOf, printed)
  const fields: Readonly<Record<string, string>> = {'{page}': 'PAGE', '{pages}': 'NUMPAGES'}
  const children = printed.labels.pageOf.split(/(\{pages?\})/).flatMap(part => {
    const instruction = fields[part]
    if (instruction !== undefined) return fieldRuns(instruction, '1')
    return runsOf(piecesOf([{type: 'text', value: part}]), direction, noMarks)
  })
  return new Footer({children: [new Paragraph({style: 'Footer', ...bidi(direction), children})]})
}

/** The braces of `{page}` hold a place for a number, not a word. */
function directionOf(words: string, printed: {readonly language: string}): Direction {
  return directionOfText(words.replace(/\{pages?\}/g, ''), directionOfLanguage(printed.language))
}

function bidi(direction: Direction): {bidirectional?: true} {
  return direction === 'rightToLeft' ? {bidirectional: true} : {}
}
