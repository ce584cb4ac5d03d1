/** A point in a file: line and column are 1-based, column and offset count UTF-16 units. */
export interface Point {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** A stretch of a file; `end` is exclusive. */
export interface Place {
  readonly start: Point
  readonly end: Point
}

/** The text of a file as it was decoded (no byte order mark), with the offset at which each line starts. */
export interface TextFile {
  /** As it was named on the command line, with forward slashes; never absolute unless it was given so. */
  readonly path: string
  readonly text: string
  readonly lineStarts: readonly number[]
}

/** Makes the record from which places are computed. A line ends at `\n`; a `\r` before it belongs to the line. */
export function textFile(path: string, text: string): TextFile {
  const lineStarts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1)
  return {path, text, lineStarts}
}

/** The line and column of an offset, found by bisection; offsets outside the text are moved to its nearer end. */
export function pointAt(file: TextFile, offset: number): Point {
  const inside = Math.max(0, Math.min(offset, file.text.length))
  let low = 0
  let high = file.lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((file.lineStarts[middle] ?? 0) <= inside) low = middle
    else high = middle - 1
  }
  return {line: low + 1, column: inside - (file.lineStarts[low] ?? 0) + 1, offset: inside}
}

/** The place of the stretch `start` to `end` (UTF-16 offsets, end exclusive). */
export function placeAt(file: TextFile, start: number, end: number): Place {
  return {start: pointAt(file, start), end: pointAt(file, Math.max(start, end))}
}
