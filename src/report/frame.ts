import {columnsOf, printable} from './width.ts'

/** A line of the file with carets under the words. */
export interface Frame {
  readonly line: string
  readonly carets: string
}

/** How much of a line stands before the place when the line is too long to be shown whole. */
const leadShare = 0.4

/**
 * Cuts the line of a place out of a file: what is too long for `room` columns is trimmed around the place.
 * `column` and `endColumn` are 1-based UTF-16 units of that line; a place of several lines ends with its first one.
 */
export function frameOf(line: string, column: number, endColumn: number, room: number): Frame {
  const whole = line.replace(/\r$/, '')
  const from = Math.min(column - 1, whole.length)
  const to = Math.max(from, Math.min(endColumn - 1, whole.length))
  const {start, end} = windowOf(whole, from, to, room)
  const before = (start > 0 ? '… ' : '') + printable(whole.slice(start, from))
  const marked = printable(whole.slice(from, Math.min(to, end)))
  const after = printable(whole.slice(Math.min(to, end), end)) + (end < whole.length ? ' …' : '')
  return {
    line: (before + marked + after).trimEnd(),
    carets: ' '.repeat(columnsOf(before)) + '^'.repeat(Math.max(1, columnsOf(marked)))
  }
}

/** The stretch of a line to show, in UTF-16 units; never cut inside a surrogate pair. */
function windowOf(line: string, from: number, to: number, room: number): {start: number; end: number} {
  if (columnsOf(line) <= room) return {start: 0, end: line.length}
  const width = Math.max(20, room - 4)
  const start = Math.max(0, Math.min(from - Math.floor(width * leadShare), from, line.length - width))
  const end = Math.min(line.length, Math.max(start + width, Math.min(to, start + 2 * width)))
  return {start: onBoundary(line, start), end: onBoundary(line, Math.min(end, start + width))}
}

function onBoundary(line: string, at: number): number {
  const unit = line.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
}
