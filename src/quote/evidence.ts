import type {Item, Quotation} from './parts.ts'
import type {Placed, PlacedStep} from './placed.ts'
import type {PreparedSource} from './prepare.ts'
import type {WordIndex} from './word-index.ts'
import {bucketOf} from './word-index.ts'

/** Words too few and short prove nothing when brackets or omissions stand between them. */
export function isEnough(source: PreparedSource, parts: Quotation, steps: readonly PlacedStep[]): boolean {
  let longest = 0
  let total = 0
  let run = 0
  for (const step of steps) {
    if (step.kind === 'gap' || step.kind === 'bracket') run = 0
    else if (step.kind === 'same' || step.kind === 'part')
      for (const item of parts.items.slice(step.itemFrom, step.itemTo)) {
        if (item.kind !== 'word' && item.kind !== 'part') continue
        const letters = item.kind === 'word' ? item.letters : item.chunks.join('')
        const worth = letters.length * (/[\u2e80-\u9fff\uac00-\ud7af]/u.test(letters) ? 2.5 : 1)
        run += worth
        total += worth
        longest = Math.max(longest, run)
      }
  }
  if (longest >= 8 || total >= 16) return true
  const from = steps.find(step => step.to > step.from)?.from ?? 0
  return total >= 8 && source.key.letters.slice(from, steps.at(-1)?.to).length <= 2 * total + 12
}

/** Whether enough of the words, weighed by how rare they are, stand in one place to call it a misquotation of it. */
export function isNear(source: PreparedSource, parts: Quotation, placed: Placed): boolean {
  const {items} = parts
  const weights = weigh(source.index(), items)
  let words = 0
  let total = 0
  for (const [i, item] of items.entries()) {
    if (item.kind !== 'word' && item.kind !== 'part') continue
    words++
    total += weights[i] ?? 0
  }
  let matched = 0
  let found = 0
  let run = 0
  let longest = 0
  for (const step of placed.steps) {
    if (step.kind === 'wrong' && isAlike(parts, source, step)) {
      matched += 0.5
      found += (weights[step.itemFrom] ?? 0) / 2
    }
    if (step.kind !== 'same' && step.kind !== 'part') {
      if (step.kind !== 'optional') run = 0
      continue
    }
    for (let i = step.itemFrom; i < step.itemTo; i++) found += weights[i] ?? 0
    matched += step.itemTo - step.itemFrom
    run += step.itemTo - step.itemFrom
    longest = Math.max(longest, run)
  }
  const share = found / Math.max(total, 0.01)
  const part = matched / Math.max(words, 1)
  if (words <= 4) return part >= 0.66 && share >= 0.5
  return (share >= 0.42 && part >= 0.45 && (longest >= 3 || part >= 0.6)) || hasWholePart(parts, placed)
}

/** A wrong word that shares most of its beginning and end with the word of the source: an accent, a letter, an ending. */
function isAlike(parts: Quotation, source: PreparedSource, step: PlacedStep): boolean {
  const item = parts.items[step.itemFrom]
  if (item?.kind !== 'word') return false
  const other = source.key.letters.slice(step.from, step.to)
  const most = Math.min(item.letters.length, other.length)
  let head = 0
  while (head < most && item.letters[head] === other[head]) head++
  let tail = 0
  while (tail < most - head && item.letters.at(-1 - tail) === other.at(-1 - tail)) tail++
  return (head + tail) * 2 > Math.max(item.letters.length, other.length)
}

/** A part of four words or more between omissions that is there to the letter. */
function hasWholePart(parts: Quotation, placed: Placed): boolean {
  let matched = 0
  let isWholePart = true
  for (const step of [...placed.steps, undefined]) {
    if (step === undefined || step.kind === 'gap') {
      if (isWholePart && matched >= 4) return parts.hasInnerGaps
      matched = 0
      isWholePart = true
    } else if (step.kind === 'same' || step.kind === 'part') matched += step.itemTo - step.itemFrom
    else if (step.kind !== 'optional' && step.kind !== 'bracket') isWholePart = false
  }
  return false
}

/** How rare the words of a stretch of items are, and which of them the steps have found. */
function weigh(index: WordIndex, items: readonly Item[]): Float64Array {
  const weights = new Float64Array(items.length)
  const most = Math.log2(index.count + 2)
  for (const [i, item] of items.entries()) {
    if (item.kind !== 'word' && item.kind !== 'part') continue
    const {from, to} = bucketOf(index, item.letters)
    weights[i] = to === from ? 2.5 : Math.max(0.15, (3 * (most - Math.log2(to - from + 1))) / most)
  }
  return weights
}
