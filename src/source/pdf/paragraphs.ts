import type {Line} from './lines.ts'

/** Lines of a column, or of all columns in a row, and whether a paragraph begins with each. */
export interface PlacedLine {
  readonly line: Line
  readonly page: number
  readonly isFirst: boolean
}

const sentenceEnd = /[.?!…]["'”’»)\]]*$/u
const item = /^(?:[•▪◦‣●■–—*]\s|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]\s|§\s?\d)/u
const goesOn = /^[\p{Ll}]/u

/** Puts columns in a row and says where paragraphs begin: by gaps, indents, sizes, short last lines and marks of items. */
export function paragraphsOf(
  columns: readonly {readonly page: number; readonly lines: readonly Line[]}[]
): PlacedLine[] {
  const leading = usualLeading(columns.map(({lines}) => lines))
  const placed: PlacedLine[] = []
  for (const {page, lines} of columns) {
    const right = lines.reduce((most, line) => Math.max(most, line.right), 0)
    const left = usualLeft(lines)
    for (const [i, line] of lines.entries()) {
      if (line.text === '') continue
      const previous = lines[i - 1]
      const next = lines[i + 1]
      const isFirst =
        previous === undefined
          ? beginsAfterColumn(placed.at(-1), {line, page}, next, leading)
          : begins({previous, line, next, left, right, leading})
      placed.push({line, page, isFirst})
    }
  }
  return placed
}

interface Neighbours {
  readonly previous: Line
  readonly line: Line
  readonly next: Line | undefined
  /** Where most lines of the column begin. */
  readonly left: number
  /** Where the longest line of the column ends. */
  readonly right: number
  /** The usual distance of lines, in sizes of their letters. */
  readonly leading: number
}

/** The most frequent distance of lines, in sizes of their letters. */
function usualLeading(columns: readonly (readonly Line[])[]): number {
  const counts = new Map<number, number>()
  let most = 0
  for (const lines of columns)
    for (const [i, line] of lines.entries()) {
      const previous = lines[i - 1]
      if (previous === undefined || !isOneSize(previous, line)) continue
      const gap = Math.round(((line.y - previous.y) / line.size) * 20) / 20
      if (gap < 0.8 || gap > 4) continue
      counts.set(gap, (counts.get(gap) ?? 0) + 1)
      if ((counts.get(gap) ?? 0) > (counts.get(most) ?? 0)) most = gap
    }
  return most === 0 ? 1.2 : most
}

function usualLeft(lines: readonly Line[]): number {
  const counts = new Map<number, number>()
  let most = lines[0]?.left ?? 0
  for (const line of lines) {
    const left = Math.round(line.left)
    counts.set(left, (counts.get(left) ?? 0) + 1)
    if ((counts.get(left) ?? 0) > (counts.get(most) ?? 0)) most = left
  }
  return most
}

function isOneSize(one: Line, other: Line): boolean {
  return Math.abs(one.size - other.size) < Math.max(one.size, other.size) * 0.08
}

function begins(neighbours: Neighbours): boolean {
  const {previous, line, next, left, right, leading} = neighbours
  if (isCut(previous.text, line.text)) return false
  if (!isOneSize(previous, line)) return true
  if (line.mark !== '' || item.test(line.text)) return true
  if (line.y - previous.y > line.size * leading * 1.25 || line.y < previous.y) return true
  const indent = line.left - previous.left
  const isShort = right - previous.right > line.size * 3 && right - previous.right > (right - previous.left) * 0.12
  if (isShort && sentenceEnd.test(previous.text) && !goesOn.test(line.text)) return true
  if (indent > line.size * 0.8 && (item.test(previous.text) || previous.mark !== '')) return false
  if (indent > line.size * 0.8) return isShort || next === undefined || next.left < line.left - line.size * 0.4
  // Left of where most lines begin: the paragraphs hang.
  return indent < -line.size * 0.8 && line.left < left - line.size * 0.4
}

function isCut(line: string, next: string): boolean {
  return /\p{L}\s?[-‐\u00ad]$/u.test(line) && (goesOn.test(next) || /\p{Lu}.$/u.test(line))
}

/** A sentence runs over the end of a column or page unless the line before ends one and this line looks like a start. */
function beginsAfterColumn(
  before: PlacedLine | undefined,
  {line, page}: {readonly line: Line; readonly page: number},
  next: Line | undefined,
  leading: number
): boolean {
  if (before === undefined) return false
  const previous = before.line
  // What stands beneath a line across the page is no next column.
  if (before.page === page && line.y - previous.y > line.size * leading * 1.25) return true
  if (goesOn.test(line.text)) return false
  if (!isOneSize(previous, line) || item.test(line.text) || line.mark !== '') return true
  return sentenceEnd.test(previous.text) && isIndented(line, next)
}

function isIndented(line: Line, next: Line | undefined): boolean {
  return next !== undefined && line.left - next.left > line.size * 0.8
}
