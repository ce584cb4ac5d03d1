import {columnsOf} from './columns.ts'
import {markCuts} from './hyphens.ts'
import type {Line, Segment} from './lines.ts'
import {lineOf, rowsOf, widestGapIn} from './lines.ts'
import type {ReadPage, TrimmedPage} from './page.ts'

/** Letters of notes are smaller than those of the text by this or more. */
const noteSize = 0.94
const noteStart = /^(?:\[?\d{1,3}[\])]?(?:[.:]?\s|(?=\p{Lu}))|[*†‡§¶]{1,4})/u
const sentenceEnd = /[.?!:;…]["'”’»)\]]*$/u

/** Lays out the lines of all pages, with the notes at the foot of columns apart from the text. */
export function readPages(pages: readonly TrimmedPage[]): ReadPage[] {
  const laid = pages.map(page =>
    [page.main, ...page.others].flatMap(part => layOut(part).map(rows => markCuts(rows.map(lineOf))))
  )
  const usual = usualSize(laid.flat(2))
  let isOpen = false
  return pages.map((page, i) => {
    const columns = laid[i] ?? []
    const size = sizeOfText(columns.flat(), usual)
    const body: Line[][] = []
    const notes: Line[][] = []
    for (const column of columns) {
      const at = startOfNotes(column, size, isOpen)
      if (at > 0) body.push(column.slice(0, at))
      if (at < column.length) notes.push(column.slice(at))
    }
    const last = notes.at(-1)?.at(-1)
    isOpen = last !== undefined && !sentenceEnd.test(last.text)
    return {names: namesOf(page), body, notes}
  })
}

/** A row at the edge of a page that says something left and right is a head or foot, and no part of a column. */
function layOut(segments: readonly Segment[]): Segment[][] {
  const rows = rowsOf(segments)
  const top = isApart(rows[0], rows[1]) ? rows[0] : undefined
  const bottom = isApart(rows.at(-1), rows.at(-2)) ? rows.at(-1) : undefined
  const gone = new Set([...(top?.pieces ?? []), ...(bottom?.pieces ?? [])])
  const inner = gone.size === 0 ? segments : segments.filter(({pieces}) => !pieces.some(piece => gone.has(piece)))
  return [...(top === undefined ? [] : [[top]]), ...columnsOf(inner), ...(bottom === undefined ? [] : [[bottom]])]
}

function isApart(row: Segment | undefined, inner: Segment | undefined): boolean {
  if (row === undefined || inner === undefined) return false
  return Math.abs(row.y - inner.y) > Math.max(row.size, inner.size) * 1.5 && widestGapIn(row) > 1.5
}

/** The number printed on the page, its label in the file, its count, each but once. */
function namesOf({printed, label, count}: TrimmedPage): string[] {
  return [...new Set([printed ?? '', label ?? '', String(count)])].filter(name => name !== '')
}

/** The largest size that a fifth of all letters and lines have: there may be more letters in the notes than in the text. */
function usualSize(lines: readonly Line[]): number {
  const sizes = new Map<number, {lines: number; letters: number}>()
  let letters = 0
  for (const {size, text} of lines) {
    const rounded = Math.round(size * 2) / 2
    const count = sizes.get(rounded) ?? {lines: 0, letters: 0}
    sizes.set(rounded, {lines: count.lines + 1, letters: count.letters + text.length})
    letters += text.length
  }
  const usual = [...sizes].filter(([, count]) => count.lines > lines.length * 0.2 && count.letters > letters * 0.2)
  return usual.reduce((largest, [size]) => Math.max(largest, size), 0)
}

/** A page may be set in small type as a whole, as appendices are. */
function sizeOfText(lines: readonly Line[], usual: number): number {
  const inUsual = lines.filter(({size}) => size > usual * noteSize).length
  return inUsual >= Math.min(3, lines.length * 0.15) ? usual : usualSize(lines)
}

/**
 * Where the notes of a column begin: lines at its foot in small letters, from the first that has a mark; before it only
 * the end of a note that the page before left open.
 */
function startOfNotes(column: readonly Line[], size: number, isOpen: boolean): number {
  let first = column.length
  while (first > 0 && (column[first - 1]?.size ?? size) <= size * noteSize) first--
  if (first === column.length || (isOpen && first > 0)) return first
  const marked = column.findIndex((line, i) => i >= first && (line.mark !== '' || noteStart.test(line.text)))
  return marked < 0 ? column.length : marked
}
