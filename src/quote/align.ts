import {withoutIslands} from './islands.ts'
import type {Bracket, Item} from './parts.ts'

/** A word of the source in a region, as the alignment sees it. */
export interface SourceWord {
  readonly letters: string
  /** Offset in the key. */
  readonly key: number
  /** Letters at its end that may be a note mark glued to it; 0 for most. */
  readonly glued: number
  /** Digits at its beginning that may be the number of a verse; 0 for most. */
  readonly led: number
}

/** Words of a region and the stretches among them that a quotation may leave out whole without a mark. */
export interface Region {
  readonly words: readonly SourceWord[]
  readonly optional: readonly {readonly from: number; readonly to: number}[]
}

/**
 * One step of an alignment. `items` and `words` are ranges of the quotation's items and the region's words.
 * same: equal words (several where a space or hyphen differs); wrong: a word for another; extra: a word that is not
 * in the source; dropped: words of the source left out unmarked; gap, bracket, optional: left out or replaced lawfully.
 */
export interface Step {
  readonly kind: 'same' | 'part' | 'wrong' | 'extra' | 'dropped' | 'gap' | 'bracket' | 'optional'
  readonly itemFrom: number
  readonly itemTo: number
  readonly wordFrom: number
  readonly wordTo: number
  /** An optional stretch in the middle of a word that a page end parts. */
  readonly hole?: {readonly from: number; readonly to: number}
}

export interface Alignment {
  readonly cost: number
  readonly steps: readonly Step[]
}

const wrongCost = 1
const extraCost = 1
/** A little less than a wrong word, so that a word dropped before the last one is not taken for a wrong last one. */
const droppedCost = 0.9
/** Each further word of one dropped stretch: a dropped clause is one error. */
const droppedMore = 0.04
const gapWord = 0.00001
const bracketWord = 0.05
const partCost = 0.01
const optionalCost = 0.02
/** A mark that is there and could be used is better used than a word taken for missing. */
const never = 1e9

const same = 1
const wrong = 2
const extra = 3
const dropped = 4
const inGap = 5
const inBracket = 6
const leave = 7
const jumped = 8
const partMatch = 9
const parted = 10
/** 16 + 8 a + b: `a` words of the quotation are `b` words of the source. */
const joined = 16

/** Cells that one alignment may cost; beyond them the caller must cut the task. */
export const mostCells = 3_000_000

/** Letters that a bracket may stand for. */
export function bracketReach(bracket: Bracket): number {
  return Math.max(60, 6 * bracket.letters.length)
}

/**
 * Fits the whole quotation somewhere into a region at least cost: edit distance over words with free ends in the
 * source (Sellers 1980), affine cost of dropped stretches (Gotoh 1982), omissions and brackets that take words of the
 * source, and optional stretches that are jumped as a whole. Time and memory: items times words.
 */
export function align(items: readonly Item[], region: Region): Alignment {
  const table = makeTable(items, region)
  for (let i = 1; i <= items.length; i++) fillRow(table, i)
  const {width, costs, moves} = table
  const last = items.length * width
  // Of two ends that cost the same, the one that sets a word of the source against the last one.
  const costAt = (j: number): number => (costs[last + j] ?? never) + (moves[last + j] === extra ? 1e-4 : 0)
  let best = 0
  for (let j = 0; j < width; j++) if (costAt(j) < costAt(best) - 1e-7) best = j
  // A wrong last word stands against the word that follows, not against the one before it.
  while (
    best + 1 < width &&
    moves[last + best + 1] === wrong &&
    moves[last + best] === wrong &&
    costAt(best + 1) <= costAt(best) + 1e-6
  )
    best++
  return {cost: costs[last + best] ?? never, steps: withoutIslands(trace(table, best))}
}

interface Table {
  readonly items: readonly Item[]
  readonly words: readonly SourceWord[]
  readonly width: number
  /** Cost of the cheapest way to each cell. */
  readonly costs: Float32Array
  /** How it was reached. */
  readonly moves: Uint8Array
  /** Cost while in a dropped stretch, for the row at work. */
  readonly droppedCosts: Float32Array
  /** In row i and column j: dropped stretch ending here goes on from the column before. */
  readonly goesOn: Uint8Array
  /** Starts of the optional stretches that end at a column. */
  readonly jumps: ReadonlyMap<number, readonly number[]>
  /** Where the jump that reached a cell came from. */
  readonly jumpFrom: Map<number, number>
  /** For a word parted by an optional stretch: where the word and the stretch begin. */
  readonly partedAt: Map<number, {readonly from: number; readonly hole: number}>
  readonly lettersBefore: Int32Array
}

function makeTable(items: readonly Item[], region: Region): Table {
  const {words} = region
  const width = words.length + 1
  const size = width * (items.length + 1)
  const jumps = new Map<number, number[]>()
  for (const {from, to} of region.optional) {
    const list = jumps.get(to)
    if (list === undefined) jumps.set(to, [from])
    else list.push(from)
  }
  const lettersBefore = new Int32Array(width)
  for (let j = 1; j < width; j++) lettersBefore[j] = (lettersBefore[j - 1] ?? 0) + (words[j - 1]?.letters.length ?? 0)
  return {
    items,
    words,
    width,
    costs: new Float32Array(size),
    moves: new Uint8Array(size),
    droppedCosts: new Float32Array(width),
    goesOn: new Uint8Array(size),
    jumps,
    jumpFrom: new Map(),
    partedAt: new Map(),
    lettersBefore
  }
}

function fillRow(table: Table, i: number): void {
  const item = table.items[i - 1]
  if (item === undefined) return
  if (item.kind === 'gap') fillGap(table, i)
  else if (item.kind === 'bracket') fillBracket(table, i, item)
  else fillWord(table, i, item)
}

/** An omission takes any number of words. */
function fillGap(table: Table, i: number): void {
  const {width, costs, moves} = table
  const row = i * width
  for (let j = 0; j < width; j++) {
    costs[row + j] = costs[row - width + j] ?? never
    moves[row + j] = leave
    const longer = j === 0 ? never : (costs[row + j - 1] ?? never) + gapWord
    if (longer < (costs[row + j] ?? never)) {
      costs[row + j] = longer
      moves[row + j] = inGap
    }
  }
}

/** A bracket takes no words (an insertion) or some (a replacement), within its reach. */
function fillBracket(table: Table, i: number, item: Bracket): void {
  const {width, costs, moves, lettersBefore, droppedCosts} = table
  const row = i * width
  const reach = item.isRound ? 0 : bracketReach(item)
  let since = 0
  droppedCosts[0] = never
  for (let j = 0; j < width; j++) {
    if (j > 0) dropWord(table, row, j)
    const here = costs[row - width + j] ?? never
    const longer = j === 0 ? never : (costs[row + j - 1] ?? never) + bracketWord
    const isInReach = (lettersBefore[j] ?? 0) - (lettersBefore[since] ?? 0) <= reach
    if (longer < here && isInReach) {
      costs[row + j] = longer
      moves[row + j] = inBracket
    } else {
      costs[row + j] = here
      moves[row + j] = leave
      since = j
    }
    if (i < table.items.length && (droppedCosts[j] ?? never) < (costs[row + j] ?? never)) {
      costs[row + j] = droppedCosts[j] ?? never
      moves[row + j] = dropped
    }
  }
  addJumps(table, i)
}

function fillWord(table: Table, i: number, item: Item & {readonly letters: string}): void {
  const {width, costs, moves, droppedCosts, words} = table
  const row = i * width
  costs[row] = (costs[row - width] ?? never) + extraCost
  moves[row] = extra
  droppedCosts[0] = never
  const isLast = i === table.items.length
  for (let j = 1; j < width; j++) {
    const word = words[j - 1] as SourceWord // j runs over the words
    const diagonal = costs[row - width + j - 1] as number // the row above is full
    const match = matchMove(item, word)
    let cost = diagonal + (match === wrong ? wrongCost : match === partMatch ? partCost : 0)
    let move = match
    const join = match === wrong ? joinMove(table, i, j) : 0
    if (join !== 0) {
      const from = costs[(i - ((join - joined) >> 3)) * width + j - ((join - joined) & 7)] as number // joinMove looked there
      if (from < cost) {
        cost = from
        move = join
      }
    }
    const added = (costs[row - width + j] as number) + extraCost // the row above is full
    if (added < cost) {
      cost = added
      move = extra
    }
    dropWord(table, row, j)
    if (!isLast && (droppedCosts[j] as number) < cost) {
      cost = droppedCosts[j] as number // just set
      move = dropped
    }
    costs[row + j] = cost
    moves[row + j] = move
    if (table.jumps.size > 0) {
      addParted(table, i, j, item.letters)
      addJump(table, i, j)
    }
  }
}

/** The cheapest dropped stretch that ends before a column. */
function dropWord(table: Table, row: number, j: number): void {
  const opened = (table.costs[row + j - 1] as number) + droppedCost // filled in the round before
  const longer = (table.droppedCosts[j - 1] as number) + droppedMore // filled in the round before
  table.droppedCosts[j] = Math.min(opened, longer)
  table.goesOn[row + j] = longer < opened ? 1 : 0
}

/** A word whose two halves an optional stretch parts, as at the end of a page. */
function addParted(table: Table, i: number, j: number, letters: string): void {
  const {jumps, words, costs, moves, width} = table
  const end = words[j - 1]?.letters ?? ''
  if (!jumps.has(j - 1) || end.length >= letters.length || !letters.endsWith(end)) return
  let holes: readonly number[] = [j - 1]
  for (let depth = 0; depth < 6; depth++) {
    holes = holes.flatMap(hole => jumps.get(hole) ?? [])
    for (const hole of holes) {
      if (hole < 1 || words[hole - 1]?.letters !== letters.slice(0, letters.length - end.length)) continue
      const cost = (costs[(i - 1) * width + hole - 1] ?? never) + optionalCost
      if (cost >= (costs[i * width + j] ?? never)) continue
      costs[i * width + j] = cost
      moves[i * width + j] = parted
      table.partedAt.set(i * width + j, {from: hole - 1, hole})
    }
  }
}

function matchMove(item: Item & {readonly letters: string}, word: SourceWord): number {
  if (item.letters === word.letters || isSpelledOut(item.letters, word.letters)) return same
  if (
    word.glued > 0 &&
    item.letters.length === word.letters.length - word.glued &&
    word.letters.startsWith(item.letters)
  )
    return same
  if (word.led > 0 && item.letters.length === word.letters.length - word.led && word.letters.endsWith(item.letters))
    return same
  return item.kind === 'part' && fitsPart(item.chunks, word.letters) ? partMatch : wrong
}

/** Signs and the words that house styles write for them; two words, such as "per cent", are joined here. */
const spelled: Readonly<Record<string, readonly string[]>> = {
  '%': ['percent', 'pct', 'prozent', 'pourcent', 'porciento', 'процент', 'процента', 'процентов', 'phầntrăm'],
  '&': ['and', 'und', 'et', 'y', 'и', 'và']
}

/** Whether one of two words is a sign and the other its name. */
export function isSpelledOut(one: string, other: string): boolean {
  if (one.length === 1 && Object.hasOwn(spelled, one)) return spelled[one]?.includes(other) ?? false
  return other.length === 1 && Object.hasOwn(spelled, other) && (spelled[other]?.includes(one) ?? false)
}

/** Whether a source word has the letters outside the brackets, in order, the outer ones at its ends. */
function fitsPart(chunks: readonly string[], letters: string): boolean {
  const head = chunks[0] ?? ''
  const tail = chunks.at(-1) ?? ''
  if (letters.length < head.length + tail.length || !letters.startsWith(head) || !letters.endsWith(tail)) return false
  let at = head.length
  for (const chunk of chunks.slice(1, -1)) {
    const found = letters.indexOf(chunk, at)
    if (found < 0 || found + chunk.length > letters.length - tail.length) return false
    at = found + chunk.length
  }
  return true
}

/** Words that differ only in where they are parted: one for up to four, and the other way round. */
function joinMove(table: Table, i: number, j: number): number {
  const {items, words} = table
  const last = items[i - 1]
  const word = words[j - 1]
  if (last === undefined || word === undefined || last.kind === 'gap' || last.kind === 'bracket') return 0
  const first = items[i - 2]
  if (word.letters.length === 1 && first?.kind === 'word' && isSpelledOut(word.letters, first.letters + last.letters))
    return joined + 17
  if (last.letters.length === 1 && j > 1 && isSpelledOut(last.letters, (words[j - 2]?.letters ?? '') + word.letters))
    return joined + 10
  if (last.letters.length > word.letters.length && last.letters.endsWith(word.letters)) {
    let rest = last.letters.length - word.letters.length
    for (let b = 2; b <= 7 && j - b >= 0; b++) {
      const before = words[j - b]?.letters ?? ''
      if (before.length > rest || !last.letters.startsWith(before, rest - before.length)) return 0
      rest -= before.length
      if (rest === 0) return joined + 8 + b
    }
  } else if (word.letters.length > last.letters.length && word.letters.endsWith(last.letters)) {
    let rest = word.letters.length - last.letters.length
    for (let a = 2; a <= 7 && i - a >= 0; a++) {
      const item = items[i - a]
      if (item === undefined || item.kind === 'gap' || item.kind === 'bracket') return 0
      if (item.letters.length > rest || !word.letters.startsWith(item.letters, rest - item.letters.length)) return 0
      rest -= item.letters.length
      if (rest === 0) return joined + 8 * a + 1
    }
  }
  return 0
}

function addJumps(table: Table, i: number): void {
  if (table.jumps.size > 0) for (let j = 1; j < table.width; j++) addJump(table, i, j)
}

/** Reaches a cell over an optional stretch that ends there; not before the first and not after the last item. */
function addJump(table: Table, i: number, j: number): void {
  const from = table.jumps.get(j)
  if (from === undefined || i === table.items.length) return
  const {costs, moves, width} = table
  for (const start of from) {
    const cost = (costs[i * width + start] ?? never) + optionalCost
    if (cost >= (costs[i * width + j] ?? never)) continue
    costs[i * width + j] = cost
    moves[i * width + j] = jumped
    table.jumpFrom.set(i * width + j, start)
  }
}

function trace(table: Table, end: number): Step[] {
  const {width, moves, goesOn} = table
  const steps: Step[] = []
  let i = table.items.length
  let j = end
  const push = (kind: Step['kind'], items: number, words: number) => {
    steps.push({kind, itemFrom: i - items, itemTo: i, wordFrom: j - words, wordTo: j})
    i -= items
    j -= words
  }
  while (i > 0) {
    const move = moves[i * width + j] ?? extra
    if (move === same) push('same', 1, 1)
    else if (move === partMatch) push('part', 1, 1)
    else if (move === wrong) push('wrong', 1, 1)
    else if (move === extra) push('extra', 1, 0)
    else if (move === parted) {
      const {from, hole} = table.partedAt.get(i * width + j) ?? {from: j - 1, hole: j - 1}
      steps.push({kind: 'same', itemFrom: i - 1, itemTo: i, wordFrom: from, wordTo: j, hole: {from: hole, to: j - 1}})
      i--
      j = from
    } else if (move === jumped) push('optional', 0, j - (table.jumpFrom.get(i * width + j) ?? j))
    else if (move === dropped) {
      let count = 1
      while (goesOn[i * width + j - count + 1] === 1) count++
      push('dropped', 0, count)
    } else if (move === leave || move === inGap || move === inBracket) {
      const kind = table.items[i - 1]?.kind === 'gap' ? 'gap' : 'bracket'
      let count = 0
      while (moves[i * width + j - count] === inGap || moves[i * width + j - count] === inBracket) count++
      push(kind, moves[i * width + j - count] === leave ? 1 : 0, count)
    } else push('same', (move - joined) >> 3, (move - joined) & 7)
  }
  return steps.reverse()
}
