import type {Segment} from './lines.ts'
import {rowsOf} from './lines.ts'

/** Places where a column may begin that are tried on a page. */
const mostEdges = 12
/** A column is at least so many times the size of its letters wide. */
const narrowestColumn = 5
/** Columns of fewer lines are believed only where the file writes one wholly before the other. */
const fewestLines = 3

/** A stretch of a page from one line across a gutter to the next, with what stands left and right of the gutter. */
interface Band {
  readonly across: readonly Segment[]
  readonly left: readonly Segment[]
  readonly right: readonly Segment[]
}

/**
 * Rows of a page in reading order: each list is a column, or a stretch of the full width, from the top down. A gutter
 * is an edge at which many lines begin and that few cross; the parts left and right of it are searched again. Cells of
 * a table are no columns: the file writes them row by row, and they do not fill their width. Cost: for each of a dozen
 * edges once over the segments.
 */
export function columnsOf(segments: readonly Segment[], depth = 0): Segment[][] {
  const bands = depth > 3 ? undefined : bestBands(segments)
  if (bands === undefined) return segments.length === 0 ? [] : [rowsOf(segments)]
  const columns: Segment[][] = []
  let plain: Segment[] = []
  const endPlain = (): void => {
    if (plain.length > 0) columns.push(rowsOf(plain))
    plain = []
  }
  for (const band of bands) {
    for (const each of band.across) plain.push(each)
    if (areColumns(band)) {
      endPlain()
      columns.push(...columnsOf(band.left, depth + 1), ...columnsOf(band.right, depth + 1))
    } else for (const each of [...band.left, ...band.right]) plain.push(each)
  }
  endPlain()
  return columns
}

function bestBands(segments: readonly Segment[]): Band[] | undefined {
  let best: {readonly bands: Band[]; readonly lines: number} | undefined
  for (const edge of edgesOf(segments)) {
    const bands = bandsAt(segments, edge)
    const lines = bands.filter(areColumns).reduce((sum, band) => sum + Math.min(band.left.length, band.right.length), 0)
    if (lines > (best?.lines ?? 0)) best = {bands, lines}
  }
  return best?.bands
}

/** Left edges of lines, those that most share first. */
function edgesOf(segments: readonly Segment[]): number[] {
  const counts = new Map<number, number>()
  for (const {left} of segments) counts.set(Math.round(left), (counts.get(Math.round(left)) ?? 0) + 1)
  const near = (edge: number): number =>
    (counts.get(edge - 1) ?? 0) + (counts.get(edge) ?? 0) + (counts.get(edge + 1) ?? 0)
  return [...counts.keys()].sort((one, other) => near(other) - near(one) || one - other).slice(0, mostEdges)
}

function bandsAt(segments: readonly Segment[], edge: number): Band[] {
  const bands: {across: Segment[]; left: Segment[]; right: Segment[]}[] = []
  let band = {across: [] as Segment[], left: [] as Segment[], right: [] as Segment[]}
  const sorted = [...segments].sort((one, other) => one.y - other.y)
  for (const segment of sorted) {
    const isLeft = segment.right <= edge - segment.size * 0.4
    const isRight = segment.left >= edge - segment.size * 0.3
    if (!isLeft && !isRight && band.left.length + band.right.length > 0) {
      bands.push(band)
      band = {across: [], left: [], right: []}
    }
    const side = isLeft ? band.left : isRight ? band.right : band.across
    side.push(segment)
  }
  return [...bands, band]
}

function areColumns({left, right}: Band): boolean {
  if (left.length + right.length < fewestLines || left.length === 0 || right.length === 0) return false
  if (!isWide(left) || !isWide(right) || !overlap(left, right)) return false
  const turns = turnsBetween(left, right)
  if (turns === 1) return true
  const lines = Math.min(left.length, right.length)
  if (lines < fewestLines) return false
  return turns <= (left.length + right.length) / 10 || (lines > 4 && isFilled(left) && isFilled(right))
}

function isWide(side: readonly Segment[]): boolean {
  const letters = side.reduce((sum, {pieces}) => sum + pieces.reduce((all, {text}) => all + text.length, 0), 0)
  return widthOf(side) > narrowestColumn * (side[0]?.size ?? 0) && letters > 8 * side.length
}

function widthOf(side: readonly Segment[]): number {
  const [left, right] = [side.map(each => each.left), side.map(each => each.right)]
  return right.reduce((most, each) => Math.max(most, each)) - left.reduce((least, each) => Math.min(least, each))
}

/** Stand beside each other for half of the height of the lower one. */
function overlap(left: readonly Segment[], right: readonly Segment[]): boolean {
  const [top, bottom] = [Math.max(topOf(left), topOf(right)), Math.min(bottomOf(left), bottomOf(right))]
  const height = Math.min(bottomOf(left) - topOf(left), bottomOf(right) - topOf(right))
  return bottom - top >= height * 0.5
}

function topOf(side: readonly Segment[]): number {
  return side[0]?.y ?? 0
}

function bottomOf(side: readonly Segment[]): number {
  return side.at(-1)?.y ?? 0
}

/** How often the file goes from one side to the other: once for columns, in each row for a table. */
function turnsBetween(left: readonly Segment[], right: readonly Segment[]): number {
  const all = [
    ...left.map(({order}) => ({order, isLeft: true})),
    ...right.map(({order}) => ({order, isLeft: false}))
  ].sort((one, other) => one.order - other.order)
  return all.filter((each, i) => i > 0 && each.isLeft !== all[i - 1]?.isLeft).length
}

/** Most lines are as long as the column is wide, as those of a paragraph are. */
function isFilled(side: readonly Segment[]): boolean {
  const width = widthOf(side)
  return side.filter(({left, right}) => right - left > width * 0.75).length > side.length * 0.6
}
