import type {Span} from './types.ts'

/** Beyond this a text is a collection, not a page layout. */
const longest = 4_000_000
const gutter = /^(\s{0,12}\S.{18,80}?\S)(\s{3,})(\S.*)$/u
const pageNumber = /^[\s\-–—]*\d{0,4}[\s\-–—]*$/u

interface LayoutLine extends Span {
  readonly text: string
  /** Where the right column begins, when a gutter was found. */
  readonly right: number
}

/**
 * Finds two columns that stand side by side, as a page layout is extracted: many lines with a wide gap at about the
 * same place. Returns the stretches of the text in reading order, page by page, or nothing.
 */
export function columnOrder(text: string): Span[] | undefined {
  if (text.length > longest || !/\S {3,}\S/u.test(text.slice(0, 20_000))) return undefined
  const pages = pagesOf(text)
  const lines = pages.flat()
  const written = lines.filter(line => line.text.trim() !== '').length
  const split = lines.filter(line => line.right > 0)
  if (split.length < 12 || split.length < 0.4 * written) return undefined
  const edge = mostFrequent(split.map(line => line.right))
  return pages.flatMap(page => [...side(page, edge, 0), ...side(page, edge, 1)])
}

function pagesOf(text: string): LayoutLine[][] {
  const pages: LayoutLine[][] = []
  let start = 0
  for (const page of text.split('\f')) {
    const lines: LayoutLine[] = []
    for (const line of page.split('\n')) {
      const match = line.length < 400 ? gutter.exec(line) : null
      const isSplit = match !== null && (match[1] ?? '').trim().length > 15 && (match[3] ?? '').length > 12
      lines.push({
        text: line,
        start,
        end: start + line.length,
        right: isSplit ? (match[1] ?? '').length + (match[2] ?? '').length : 0
      })
      start += line.length + 1
    }
    pages.push(lines)
  }
  return pages
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  let best = numbers[0] ?? 0
  for (const number of numbers) {
    const count = (counts.get(number) ?? 0) + 1
    counts.set(number, count)
    if (count > (counts.get(best) ?? 0)) best = number
  }
  return best
}

/** Stretches of one column of a page; lines centred over both columns are headings of the page and left out. */
function side(page: readonly LayoutLine[], edge: number, which: 0 | 1): Span[] {
  const stretches: Span[] = []
  for (const line of page) {
    const indent = line.text.length - line.text.trimStart().length
    if (indent > 14 && indent < edge - 4) continue
    const cut = cutOf(line, indent, edge)
    const stretch = which === 0 ? {start: line.start, end: line.start + cut} : {start: line.start + cut, end: line.end}
    const text = line.text.slice(stretch.start - line.start, stretch.end - line.start)
    if (text.trim() !== '' && !pageNumber.test(text)) stretches.push(stretch)
  }
  return stretches
}

/** Where a line passes from the left column to the right one. */
function cutOf(line: LayoutLine, indent: number, edge: number): number {
  if (indent >= edge - 4) return 0
  if (line.right > 0 && Math.abs(line.right - edge) <= 10) return line.right
  const gap = line.text.slice(0, edge + 10).lastIndexOf('   ')
  return gap > 0 && Math.abs(gap + 3 - edge) <= 10 && line.text.length > edge ? gap + 3 : line.text.length
}
