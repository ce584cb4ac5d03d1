import type {Key} from './key.ts'
import {findAll} from './literal.ts'
import type {Item, Quotation} from './parts.ts'
import {wordsBack, wordsOn} from './region.ts'
import {longestRun, segmentsOf} from './segments.ts'
import type {WordIndex} from './word-index.ts'
import {bucketOf} from './word-index.ts'

/** A stretch of the key worth aligning, in key offsets. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** Words around a passage that one omission may skip before its parts count as far apart: about 8,000 letters. */
const gapReach = 1600
const nearLetters = 8000
const mostRegions = 6

/** Regions around the literal places of the longest run of plain words: first as narrow as the other parts allow. */
export function anchored(key: Key, quotation: Quotation): Stretch[] {
  const {items} = quotation
  const run = longestRun(items)
  if (run.last - run.first + 1 === items.length || run.letters.length < 6) return []
  const before = items.slice(0, run.first)
  const after = items.slice(run.last + 1)
  const places = findAll(key, run.letters, mostRegions * 2)
  const count = run.last - run.first + 1
  const wide = places.map(at => ({
    from: wordsBack(key, at, roomFor(before)),
    to: wordsOn(key, at, count + roomFor(after))
  }))
  if (!quotation.hasInnerGaps) return wide
  const narrow = places.map(at => ({
    from: reachBack(key, before, at),
    to: reachOn(key, after, at + run.letters.length)
  }))
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

/** A bin of votes is two to this power of words. */
const binBits = 3
/** Regions with fewer votes than this share of the best are not looked at. */
const leastShare = 0.4

/** Regions where the rarest words of the quotation gather, by votes over bins of eight words. */
export function gathered(key: Key, index: WordIndex, items: readonly Item[], hasGaps: boolean): Stretch[] {
  const size = items.length
  const rare = items
    .map((item, place) => ({
      place,
      ...(item.kind === 'word' || item.kind === 'part' ? bucketOf(index, item.letters) : {from: 0, to: 0})
    }))
    .filter(word => word.to > word.from)
    .sort((a, b) => a.to - a.from - (b.to - b.from))
  const votes = new Uint16Array(((index.count + size) >> binBits) + 4)
  const touched: number[] = []
  let budget = size < 16 ? 30_000 : 10_000
  for (const [rank, word] of rare.entries()) {
    const count = word.to - word.from
    if (rank > 1 && (count > budget || rank >= 24)) break
    budget -= count
    const weight = Math.ceil(128 / Math.log2(2 + count))
    for (let p = word.from; p < word.to; p++) {
      const bin = ((index.postings[p] ?? 0) - word.place + size) >> binBits
      if (votes[bin] === 0) touched.push(bin)
      votes[bin] = (votes[bin] ?? 0) + weight
    }
  }
  const slack = hasGaps ? Math.min(gapReach, size * 40) : 12 + (size >> 2)
  return bestBins(votes, touched).map(bin => {
    const first = Math.max(0, (bin << binBits) - size - slack)
    return {
      from: startOf(key, index, first),
      to: startOf(key, index, (bin << binBits) + 16 + slack + (hasGaps ? size : 0))
    }
  })
}

function startOf(key: Key, index: WordIndex, word: number): number {
  return word >= index.count ? key.letters.length : (index.wordStarts[word] ?? 0)
}

/** The bins with most votes, a bin counting with its neighbour. */
function bestBins(votes: Uint16Array, touched: readonly number[]): number[] {
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
  return best.filter(bin => score(bin) >= leastShare * score(best[0] ?? 0))
}
