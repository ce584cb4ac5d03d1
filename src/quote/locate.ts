import {align, mostCells} from './align.ts'
import type {Region, SourceWord, Step} from './align.ts'
import type {Key} from './key.ts'
import {findAll, findBackward, findForward} from './literal.ts'
import type {Item, Quotation} from './parts.ts'
import {wordsBack, wordsBetween, wordsOn} from './region.ts'
import type {WordIndex} from './word-index.ts'
import {bucketOf} from './word-index.ts'

/** A step of an alignment in places of the key of the source. */
export interface PlacedStep {
  readonly kind: Step['kind']
  readonly itemFrom: number
  readonly itemTo: number
  /** Key offsets in the source; equal when no word of the source takes part. */
  readonly from: number
  readonly to: number
  readonly hole?: {readonly from: number; readonly to: number}
}

/** A quotation laid against the source. */
export interface Placed {
  readonly cost: number
  readonly steps: readonly PlacedStep[]
}

/** Tells which stretches of a region a quotation may leave out without a mark. */
export type OptionalFinder = (words: readonly SourceWord[], placed: Placed) => Region['optional']

/** Words around a passage that one omission may skip before its parts count as far apart: about 8,000 letters. */
const gapReach = 1600
const nearLetters = 8000
/** Words of a footnote or a page end that may stand inside a passage. */
const optionalReach = 400
const mostRegions = 6

/** A stretch of the key worth aligning, in key offsets. */
interface Stretch {
  readonly from: number
  readonly to: number
}

export function isFaithful(placed: Placed): boolean {
  return placed.steps.every(step => step.kind !== 'wrong' && step.kind !== 'extra' && step.kind !== 'dropped')
}

/**
 * Finds the place of the source that a quotation is nearest to: its longest run of plain words, literally, else the
 * places where its rarest words gather; aligns it there, first plainly, then with what may be left out unmarked.
 */
export function locate(key: Key, index: () => WordIndex, quotation: Quotation, optional: OptionalFinder): Placed | undefined {
  const {items} = quotation
  const tries: Try[] = []
  for (const stretch of anchored(key, quotation)) {
    const found = alignPlain(key, items, stretch)
    if (found !== undefined) tries.push(found)
    if (found !== undefined && isFaithful(found.placed)) return found.placed
  }
  const anchor = bestOf(tries)
  const healedAnchor = anchor === undefined ? undefined : alignOptional(key, items, anchor, optional)
  if (healedAnchor !== undefined && isFaithful(healedAnchor)) return healedAnchor
  for (const stretch of gathered(key, index(), items, quotation.hasInnerGaps)) {
    const found = alignPlain(key, items, stretch)
    if (found !== undefined) tries.push(found)
    if (found !== undefined && isFaithful(found.placed)) return found.placed
  }
  const best = bestOf(tries)
  const healed = best === undefined ? undefined : best === anchor ? healedAnchor : alignOptional(key, items, best, optional)
  if (healed === undefined || isFaithful(healed) || !quotation.hasInnerGaps) return healed
  return chainSegments(key, index, items, optional) ?? healed
}

/** A plain alignment and where it was made. */
interface Try {
  readonly stretch: Stretch
  readonly placed: Placed
}

function bestOf(tries: readonly Try[]): Try | undefined {
  let best: Try | undefined
  for (const each of tries) if (best === undefined || each.placed.cost < best.placed.cost) best = each
  return best
}

function alignPlain(key: Key, items: readonly Item[], stretch: Stretch): Try | undefined {
  const words = wordsBetween(key, stretch.from, stretch.to)
  if (words.length === 0 || (words.length + 1) * (items.length + 1) > mostCells) return undefined
  return {stretch, placed: place(words, align(items, {words, optional: []}).steps, items)}
}

/** Aligns once more, with room for a footnote or a page end, where at least half of the words were found. */
function alignOptional(key: Key, items: readonly Item[], plain: Try, optional: OptionalFinder): Placed {
  const matched = plain.placed.steps.reduce((sum, step) => sum + (step.kind === 'same' || step.kind === 'part' ? step.itemTo - step.itemFrom : 0), 0)
  if (matched * 2 < items.length || !couldHeal(plain.placed.steps)) return plain.placed
  const words = wordsBetween(key, wordsBack(key, plain.stretch.from, optionalReach), wordsOn(key, plain.stretch.to, optionalReach))
  if ((words.length + 1) * (items.length + 1) > mostCells) return plain.placed
  const stretches = optional(words, plain.placed)
  if (stretches.length === 0) return plain.placed
  const again = place(words, align(items, {words, optional: stretches}).steps, items)
  return again.cost < plain.placed.cost ? again : plain.placed
}

/** A word changed or put in amid words that match cannot come from something left out. */
function couldHeal(steps: readonly PlacedStep[]): boolean {
  const isOpen = (step: PlacedStep | undefined): boolean => step === undefined || step.kind === 'wrong' || step.kind === 'extra' || step.kind === 'gap'
  return steps.some((step, i) => step.kind === 'dropped' || (isBad(step) && (isOpen(steps[i - 1]) || isOpen(steps[i + 1]))))
}

function alignIn(key: Key, items: readonly Item[], stretch: Stretch, optional: OptionalFinder): Placed | undefined {
  const plain = alignPlain(key, items, stretch)
  return plain === undefined || isFaithful(plain.placed) ? plain?.placed : alignOptional(key, items, plain, optional)
}

/** Steps in places of the key; a part of the quotation that matches next to nothing is taken as not there at all. */
function place(words: readonly SourceWord[], steps: readonly Step[], items: readonly Item[]): Placed {
  const end = (words.at(-1)?.key ?? 0) + (words.at(-1)?.letters.length ?? 0)
  const at = (word: number): number => words[word]?.key ?? end
  const ends = (word: number): number => {
    const last = words[word - 1]
    return last === undefined ? at(0) : last.key + last.letters.length
  }
  const placed = steps.map((step): PlacedStep => {
    const from = at(step.wordFrom)
    const to = step.wordTo > step.wordFrom ? ends(step.wordTo) : from
    const {kind, itemFrom, itemTo, hole} = step
    return hole === undefined
      ? {kind, itemFrom, itemTo, from, to}
      : {kind, itemFrom, itemTo, from, to, hole: {from: at(hole.from), to: at(hole.to)}}
  })
  const settled = withoutStrays(placed, items)
  return {cost: costOf(settled), steps: settled}
}

/** A wrong word and the words dropped beside it are one error. */
export function joinErrors(steps: readonly PlacedStep[]): PlacedStep[] {
  const result: PlacedStep[] = []
  for (const step of steps) {
    const last = result.at(-1)
    const isPair = (last?.kind === 'wrong' && step.kind === 'dropped') || (last?.kind === 'dropped' && step.kind === 'wrong')
    if (last === undefined || !isPair) result.push(step)
    else {
      result.pop()
      const word = step.kind === 'wrong' ? step : last
      result.push({kind: 'wrong', itemFrom: word.itemFrom, itemTo: word.itemTo, from: last.from, to: step.to})
    }
  }
  return result
}

function costOf(steps: readonly PlacedStep[]): number {
  let cost = 0
  for (const step of steps) {
    if (step.kind === 'wrong' || step.kind === 'extra') cost += 1
    else if (step.kind === 'dropped') cost += 1 + (step.to - step.from) / 200
    else if (step.kind === 'gap') cost += (step.to - step.from) / 1e6
    else if (step.kind === 'bracket') cost += (step.to - step.from) / 1e3
    else if (step.kind === 'optional') cost += 0.02
  }
  return cost
}

/** Words that match only by chance, far from those that match in a row, are not taken for the passage. */
function withoutStrays(steps: readonly PlacedStep[], items: readonly Item[]): PlacedStep[] {
  if (!steps.some(isBad) || items.length < 5) return [...steps]
  const isWhole = !steps.some(step => step.kind === 'gap')
  const result: PlacedStep[] = []
  let part: PlacedStep[] = []
  const close = (): void => {
    const [from, to] = densest(part, isWhole)
    for (const [i, step] of part.entries()) {
      if (i >= from && i < to) result.push(step)
      else result.push(...asExtra(step, items, i < from ? (part[from]?.from ?? step.from) : (part[to - 1]?.to ?? step.to)))
    }
    part = []
  }
  for (const step of steps) {
    if (step.kind === 'gap') {
      close()
      result.push(step)
    } else part.push(step)
  }
  close()
  return result
}

function isBad(step: PlacedStep): boolean {
  return step.kind === 'wrong' || step.kind === 'extra' || step.kind === 'dropped'
}

/** Steps at the edge of a passage that belong to it however wrong they are. */
const edgeErrors = 4
/** A matching word makes up for so many wrong ones: 1 / 0.6. */
const errorWeight = 0.6

/** The stretch of steps with most matches over errors (Kadane 1984), widened by an error or two at its edges. */
function densest(steps: readonly PlacedStep[], isWhole: boolean): [number, number] {
  let best: [number, number] = [0, 0]
  let bestSum = 0
  let sum = 0
  let from = 0
  let matched = 0
  for (const [i, step] of steps.entries()) {
    const isMatch = step.kind === 'same' || step.kind === 'part'
    if (isMatch) matched += step.itemTo - step.itemFrom
    sum += isMatch ? step.itemTo - step.itemFrom : isBad(step) ? -errorWeight : 0
    if (sum < 0) {
      sum = 0
      from = i + 1
    } else if (sum > bestSum) {
      bestSum = sum
      best = [from, i + 1]
    }
  }
  if (steps.some(isBad) && (matched < 3 || (!isWhole && matched * 2 < steps.reduce((all, step) => all + step.itemTo - step.itemFrom, 0)))) return [0, 0]
  const before = best[0] <= edgeErrors ? 0 : best[0]
  return [before, steps.length - best[1] <= edgeErrors ? steps.length : best[1]]
}

/** The items of a step as words that are nowhere in the source. */
function asExtra(step: PlacedStep, items: readonly Item[], at: number): PlacedStep[] {
  const extra: PlacedStep[] = []
  for (let i = step.itemFrom; i < step.itemTo; i++)
    extra.push({kind: items[i]?.kind === 'bracket' ? 'bracket' : 'extra', itemFrom: i, itemTo: i + 1, from: at, to: at})
  return extra
}

/** Longest run of plain words of the quotation: its items and letters. */
function longestRun(items: readonly Item[]): {readonly first: number; readonly last: number; readonly letters: string} {
  let best = {first: 0, last: -1, letters: ''}
  for (let i = 0; i < items.length; i++) {
    const first = i
    let letters = ''
    for (let item = items[i]; item?.kind === 'word'; item = items[++i]) letters += item.letters
    if (letters.length > best.letters.length) best = {first, last: i - 1, letters}
  }
  return best
}

/** Regions around the literal places of the longest run of plain words: first as narrow as the other parts allow. */
function anchored(key: Key, quotation: Quotation): Stretch[] {
  const {items} = quotation
  const run = longestRun(items)
  if (run.last - run.first + 1 === items.length || run.letters.length < 6) return []
  const before = items.slice(0, run.first)
  const after = items.slice(run.last + 1)
  const places = findAll(key, run.letters, mostRegions * 2)
  const count = run.last - run.first + 1
  const wide = places.map(at => ({from: wordsBack(key, at, roomFor(before)), to: wordsOn(key, at, count + roomFor(after))}))
  if (!quotation.hasInnerGaps) return wide
  const narrow = places.map(at => ({from: reachBack(key, before, at), to: reachOn(key, after, at + run.letters.length)}))
  return [...narrow.filter(({from, to}) => from >= 0 && to >= 0), ...wide.slice(0, 3)]
}

/** End of a region that holds the longest run of each part that follows, each at its nearest; -1 when one is not near. */
function reachOn(key: Key, items: readonly Item[], from: number): number {
  let at = from
  const segments = segmentsOf(items)
  for (const segment of items[0]?.kind === 'gap' ? segments : segments.slice(1)) {
    const {letters} = longestRun(segment.items)
    const found = letters === '' ? 0 : key.letters.slice(at, at + nearLetters).indexOf(letters)
    if (found < 0) return -1
    at += found + letters.length
  }
  return wordsOn(key, at, 12 + roomFor(segments.at(-1)?.items ?? []))
}

function reachBack(key: Key, items: readonly Item[], before: number): number {
  let at = before
  const segments = segmentsOf(items).reverse()
  for (const segment of items.at(-1)?.kind === 'gap' ? segments : segments.slice(1)) {
    const {letters} = longestRun(segment.items)
    const start = Math.max(0, at - nearLetters)
    const found = letters === '' ? at - start : key.letters.slice(start, at).lastIndexOf(letters)
    if (found < 0) return -1
    at = start + found
  }
  return wordsBack(key, at, 12 + roomFor(segments.at(-1)?.items ?? []))
}

/** How many words of the source some items may need. */
function roomFor(items: readonly Item[]): number {
  if (items.length === 0) return 2
  const gaps = items.filter(item => item.kind === 'gap').length
  const brackets = items.filter(item => item.kind === 'bracket').length
  return items.length + (items.length >> 2) + 24 + Math.min(gaps, 2) * gapReach + brackets * 20
}

/** Regions where the rarest words of the quotation gather, by votes over bins of eight words. */
function gathered(key: Key, index: WordIndex, items: readonly Item[], hasGaps: boolean): Stretch[] {
  const size = items.length
  const rare = items
    .map((item, place) => ({place, ...(item.kind === 'word' || item.kind === 'part' ? bucketOf(index, item.letters) : {from: 0, to: 0})}))
    .filter(word => word.to > word.from)
    .sort((a, b) => a.to - a.from - (b.to - b.from))
  const votes = new Float32Array(((index.count + size) >> 3) + 4)
  const touched: number[] = []
  let budget = size < 16 ? 30_000 : 10_000
  for (const [rank, word] of rare.entries()) {
    const count = word.to - word.from
    if (rank > 1 && (count > budget || rank >= 24)) break
    budget -= count
    const weight = 1 / Math.log2(2 + count)
    for (let p = word.from; p < word.to; p++) {
      const bin = ((index.postings[p] ?? 0) - word.place + size) >> 3
      if (votes[bin] === 0) touched.push(bin)
      votes[bin] = (votes[bin] ?? 0) + weight
    }
  }
  const slack = hasGaps ? Math.min(gapReach, size * 40) : 12 + (size >> 2)
  return bestBins(votes, touched).map(bin => {
    const first = Math.max(0, (bin << 3) - size - slack)
    return {from: startOf(key, index, first), to: startOf(key, index, (bin << 3) + 16 + slack + (hasGaps ? size : 0))}
  })
}

function startOf(key: Key, index: WordIndex, word: number): number {
  return word >= index.count ? key.letters.length : (index.wordStarts[word] ?? 0)
}

/** The bins with most votes, a bin counting with its neighbour. */
function bestBins(votes: Float32Array, touched: readonly number[]): number[] {
  const score = (bin: number): number => (votes[bin] ?? 0) + 0.9 * (votes[bin + 1] ?? 0)
  const best: number[] = []
  for (const bin of touched) {
    const own = score(bin)
    if (best.length === mostRegions && own <= score(best.at(-1) ?? 0)) continue
    if (best.some(other => Math.abs(other - bin) <= 1 && score(other) >= own)) continue
    let at = best.length
    while (at > 0 && score(best[at - 1] ?? 0) < own) at--
    best.splice(at, 0, bin)
    if (best.length > mostRegions) best.pop()
  }
  return best
}

/** A part between two omissions, found faithfully somewhere. */
interface Found {
  readonly from: number
  readonly to: number
  readonly steps: readonly PlacedStep[]
}

/** Lays the parts between omissions one by one, however far apart, in their order; nothing unless all are found. */
function chainSegments(key: Key, index: () => WordIndex, items: readonly Item[], optional: OptionalFinder): Placed | undefined {
  const segments = segmentsOf(items)
  let anchor = 0
  for (const [i, segment] of segments.entries()) if (lettersOf(segment.items).length > lettersOf(segments[anchor]?.items ?? []).length) anchor = i
  const anchorSegment = segments[anchor]
  if (anchorSegment === undefined) return undefined
  let best: Placed | undefined
  for (const found of placesOf(key, index, anchorSegment, optional)) {
    const chain = chainFrom(key, index, segments, anchor, found, optional)
    if (chain !== undefined && (best === undefined || chain.cost < best.cost)) best = chain
  }
  return best
}

interface Segment {
  readonly first: number
  readonly items: readonly Item[]
}

function segmentsOf(items: readonly Item[]): Segment[] {
  const segments: Segment[] = []
  let first = 0
  for (let i = 0; i <= items.length; i++) {
    if (i < items.length && items[i]?.kind !== 'gap') continue
    if (i > first) segments.push({first, items: items.slice(first, i)})
    first = i + 1
  }
  return segments
}

function lettersOf(items: readonly Item[]): string {
  return items.map(item => (item.kind === 'word' || item.kind === 'part' ? item.letters : '')).join('')
}

function isPlain(segment: Segment): boolean {
  return segment.items.every(item => item.kind === 'word')
}

function plainFound(segment: Segment, at: number): Found {
  const to = at + lettersOf(segment.items).length
  return {from: at, to, steps: [{kind: 'same', itemFrom: segment.first, itemTo: segment.first + segment.items.length, from: at, to}]}
}

/** Where a segment stands faithfully. */
function placesOf(key: Key, index: () => WordIndex, segment: Segment, optional: OptionalFinder): Found[] {
  if (isPlain(segment)) {
    const plain = findAll(key, lettersOf(segment.items), 40)
    if (plain.length > 0) return plain.map(at => plainFound(segment, at))
  }
  const found: Found[] = []
  for (const stretch of gathered(key, index(), segment.items, false)) {
    const placed = alignIn(key, segment.items, stretch, optional)
    if (placed !== undefined && isFaithful(placed)) found.push(asFound(placed, segment.first))
  }
  return found
}

function asFound(placed: Placed, first: number): Found {
  const steps = placed.steps.map(step => ({...step, itemFrom: step.itemFrom + first, itemTo: step.itemTo + first}))
  return {from: steps[0]?.from ?? 0, to: steps.at(-1)?.to ?? 0, steps}
}

function chainFrom(
  key: Key,
  index: () => WordIndex,
  segments: readonly Segment[],
  anchor: number,
  found: Found,
  optional: OptionalFinder
): Placed | undefined {
  const chain: Found[] = [found]
  for (let i = anchor + 1; i < segments.length; i++) {
    const next = nearest(key, index, segments[i] as Segment, chain.at(-1)?.to ?? 0, 1, optional) // i is in range
    if (next === undefined) return undefined
    chain.push(next)
  }
  for (let i = anchor - 1; i >= 0; i--) {
    const next = nearest(key, index, segments[i] as Segment, chain[0]?.from ?? 0, -1, optional) // i is in range
    if (next === undefined) return undefined
    chain.unshift(next)
  }
  const steps: PlacedStep[] = []
  for (const [i, part] of chain.entries()) {
    const gap = (segments[i]?.first ?? 0) - 1
    if (i > 0) steps.push({kind: 'gap', itemFrom: gap, itemTo: gap + 1, from: steps.at(-1)?.to ?? 0, to: part.from})
    steps.push(...part.steps)
  }
  return {cost: costOf(steps), steps}
}

/** The place of a segment next to a place, on one side of it. */
function nearest(
  key: Key,
  index: () => WordIndex,
  segment: Segment,
  from: number,
  direction: 1 | -1,
  optional: OptionalFinder
): Found | undefined {
  if (isPlain(segment)) {
    const letters = lettersOf(segment.items)
    const at = direction === 1 ? findForward(key, letters, from) : findBackward(key, letters, from)
    if (at >= 0) return plainFound(segment, at)
  }
  const places = placesOf(key, index, segment, optional).filter(found => (direction === 1 ? found.from >= from : found.to <= from))
  return places.sort((a, b) => direction * (a.from - b.from))[0]
}

/** How rare the words of a stretch of items are, and which of them the steps have found. */
export function weigh(index: WordIndex, items: readonly Item[]): Float64Array {
  const weights = new Float64Array(items.length)
  const most = Math.log2(index.count + 2)
  for (const [i, item] of items.entries()) {
    if (item.kind !== 'word' && item.kind !== 'part') continue
    const {from, to} = bucketOf(index, item.letters)
    weights[i] = to === from ? 2.5 : Math.max(0.15, (3 * (most - Math.log2(to - from + 1))) / most)
  }
  return weights
}

