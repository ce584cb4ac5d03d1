import type {Piece} from './pieces.ts'

/** Pieces side by side on a base line: a line of a column, or a part of it between two wide gaps. */
export interface Segment {
  readonly pieces: readonly Piece[]
  readonly left: number
  readonly right: number
  readonly y: number
  /** The size that most of its letters have. */
  readonly size: number
  /** Its place in the order of the file. */
  readonly order: number
}

/** A line of text as a person reads it. */
export interface Line {
  readonly text: string
  /** The raised mark of a note that begins it; not in `text`. */
  readonly mark: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
}

/** Gaps wider than so many times the size of the letters part columns and cells; words of a justified line stay nearer. */
const widestGap = 1.5
/** Gaps wider than this part words; narrower ones, as in a line that is set tight, where a space is written too. */
const narrowestSpace = 0.2
const narrowestWritten = 0.08

/** Joins what the file writes one after the other on one base line. Linear. */
export function segmentsOf(pieces: readonly Piece[]): Segment[] {
  const segments: Segment[] = []
  let open: Piece[] = []
  for (const piece of pieces) {
    const last = open.at(-1)
    if (last !== undefined && isOverprint(last, piece)) continue
    if (last !== undefined && !isBeside(last, piece)) {
      segments.push(segmentOf(open, segments.length))
      open = []
    }
    open.push(piece)
  }
  if (open.length > 0) segments.push(segmentOf(open, segments.length))
  return segments
}

/** Letters printed twice, a hair apart, to look bold. */
function isOverprint(last: Piece, piece: Piece): boolean {
  const near = last.size * 0.15
  return last.text === piece.text && Math.abs(last.left - piece.left) < near && Math.abs(last.y - piece.y) < near
}

function isBeside(last: Piece, piece: Piece): boolean {
  const size = Math.max(last.size, piece.size)
  if (Math.abs(last.y - piece.y) > size * 0.5) return false
  const gap = piece.isRightToLeft ? last.left - piece.right : piece.left - last.right
  return gap > -size * 0.5 && gap < size * widestGap
}

export function segmentOf(pieces: readonly Piece[], order: number): Segment {
  const sizes = new Map<number, number>()
  let main = pieces[0]
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const piece of pieces) {
    const size = Math.round(piece.size * 10)
    sizes.set(size, (sizes.get(size) ?? 0) + piece.text.length)
    if (main === undefined || (sizes.get(size) ?? 0) > (sizes.get(Math.round(main.size * 10)) ?? 0)) main = piece
    left = Math.min(left, piece.left)
    right = Math.max(right, piece.right)
  }
  return {pieces, left, right, y: main?.y ?? 0, size: main?.size ?? 0, order}
}

/** Rows from the top down: what stands on one base line is one segment, from left to right. */
export function rowsOf(segments: readonly Segment[]): Segment[] {
  const rows: Segment[][] = []
  for (const segment of [...segments].sort((one, other) => one.y - other.y || one.left - other.left)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row !== undefined && first !== undefined && isOneRow(row, first, segment)) row.push(segment)
    else rows.push([segment])
  }
  return rows.map(row => {
    const first = row[0]
    if (row.length === 1 && first !== undefined) return first
    const order = Math.min(...row.map(each => each.order))
    return segmentOf(
      row.sort((one, other) => one.left - other.left).flatMap(each => each.pieces),
      order
    )
  })
}

/** The mark of a note is a little higher than its line; lines that overlap from left to right are two. */
function isOneRow(row: readonly Segment[], first: Segment, segment: Segment): boolean {
  if (segment.y - first.y > Math.max(first.size, segment.size) * 0.4) return false
  return row.every(each => Math.min(each.right, segment.right) - Math.max(each.left, segment.left) < segment.size * 0.5)
}

const raisedMark = /^[[(]?(?:\d{1,3}(?:[,–-]\s?\d{1,3})*|[*†‡§¶]{1,4}|[⁎∗]{1,3})[\])]?,?$/u
/** What a small raised number after it makes a power of. */
const powerBase = /(?:^|[^\p{L}\d])(?:10|[kcmdµ]?m)$/u
const powers = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹']

/** Puts the pieces of a row together: spaces where the gaps are, marks of notes left out, powers kept. */
export function lineOf(row: Segment): Line {
  const isRightToLeft = row.pieces.filter(piece => piece.isRightToLeft).length * 2 > row.pieces.length
  const pieces = isRightToLeft ? [...row.pieces].sort((one, other) => other.right - one.right) : row.pieces
  let text = ''
  let mark = ''
  let end: number | undefined
  for (const piece of pieces) {
    const gap = end === undefined ? 0 : isRightToLeft ? end - piece.right : piece.left - end
    const narrowest = piece.isSpaced ? narrowestWritten : narrowestSpace
    const space = gap > narrowest * Math.min(piece.size, row.size) ? ' ' : ''
    end = isRightToLeft ? piece.left : piece.right
    if (!isRaised(piece, row) || !raisedMark.test(piece.text)) text += (text === '' ? '' : space) + piece.text
    else if (text === '') mark += piece.text
    else if (space === '' && powerBase.test(text) && /^\d+$/.test(piece.text))
      text += piece.text.replace(/\d/g, digit => powers[Number(digit)] ?? digit)
    else if (space !== '') text += space
  }
  return {text: text.replace(/\s+/gu, ' ').trim(), mark, left: row.left, right: row.right, y: row.y, size: row.size}
}

function isRaised(piece: Piece, row: Segment): boolean {
  return piece.size < row.size * 0.85 && row.y - piece.y > row.size * 0.08
}

/** The widest gap in a row, in sizes of its letters. */
export function widestGapIn({pieces, size}: Segment): number {
  return pieces.reduce((most, piece, i) => Math.max(most, piece.left - (pieces[i - 1]?.right ?? piece.left)), 0) / size
}
