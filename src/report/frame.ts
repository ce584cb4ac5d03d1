import {columnsOf, type Grapheme, graphemesOf, printable} from './width.ts'

/** A line of the file with carets under the words. */
export interface Frame {
  readonly line: string
  readonly carets: string
}

/** How much of the room stands before the place when the line is too long to be shown whole. */
const leadShare = 0.4

/** Columns for `… ` before and ` …` after what is shown. */
const marksRoom = 4

/**
 * Cuts the line of a place out of a file: what is too long for `room` columns is trimmed around the place.
 * `column` and `endColumn` are 1-based UTF-16 units of that line; a place of several lines ends with its first one.
 */
export function frameOf(line: string, column: number, endColumn: number, room: number): Frame {
  const whole = line.replace(/\r$/, '')
  const from = Math.min(column - 1, whole.length)
  const to = Math.max(from, Math.min(endColumn - 1, whole.length))
  const {start, end} = windowOf(whole, from, room)
  const before = (start > 0 ? '… ' : '') + printable(whole.slice(start, from))
  const marked = printable(whole.slice(from, Math.min(to, end)))
  const after = printable(whole.slice(Math.min(to, end), end)) + (end < whole.length ? ' …' : '')
  return {
    line: (before + marked + after).trimEnd(),
    carets: ' '.repeat(columnsOf(before)) + '^'.repeat(Math.max(1, columnsOf(marked)))
  }
}

/**
 * The stretch of a line to show, in UTF-16 units: all of it, or what fits around `from`.
 * Cuts fall between graphemes. Only the neighbourhood of the place is measured: cost does not grow with the line.
 */
function windowOf(line: string, from: number, room: number): {start: number; end: number} {
  if (line.length <= 4 * room && columnsOf(printable(line)) <= room) return {start: 0, end: line.length}
  const space = Math.max(20, room - marksRoom)
  const lead = graphemesOf(line.slice(Math.max(0, from - 4 * space), from))
  const rest = graphemesOf(line.slice(from, from + 4 * space))
  const restWidth = Math.min(space - Math.floor(space * leadShare), widthOf(rest))
  const shownLead = wholeWords(fitting(lead.reverse(), space - restWidth), from)
  const shownRest = wholeWords(fitting(rest, space - widthOf(shownLead)), line.length - from)
  return {start: from - lengthOf(shownLead), end: from + lengthOf(shownRest)}
}

/** How far back from a cut a blank is looked for. */
const longestTrimmed = 15

/** What is cut off before the end of `length` units ends with a whole word, unless that word is long. */
function wholeWords(shown: readonly Grapheme[], length: number): readonly Grapheme[] {
  if (lengthOf(shown) === length) return shown
  const blank = shown.findLastIndex(({text}) => text === ' ')
  return blank > Math.max(0, shown.length - longestTrimmed) ? shown.slice(0, blank) : shown
}

/** The graphemes, from the first on, that fit in `room`. */
function fitting(graphemes: readonly Grapheme[], room: number): Grapheme[] {
  let width = 0
  const cut = graphemes.findIndex(grapheme => {
    width += shownWidth(grapheme)
    return width > room
  })
  return cut < 0 ? [...graphemes] : graphemes.slice(0, cut)
}

function shownWidth({text, columns}: Grapheme): number {
  const shown = printable(text)
  return shown === text ? columns : columnsOf(shown)
}

function widthOf(graphemes: readonly Grapheme[]): number {
  return graphemes.reduce((sum, grapheme) => sum + shownWidth(grapheme), 0)
}

function lengthOf(graphemes: readonly Grapheme[]): number {
  return graphemes.reduce((sum, {text}) => sum + text.length, 0)
}
