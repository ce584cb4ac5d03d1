import {anchored, gathered} from './candidates.ts'
import {chainSegments} from './chain.ts'
import type {OptionalFinder, Try} from './fit.ts'
import {alignOptional, alignPlain} from './fit.ts'
import type {Key} from './key.ts'
import type {Item, Quotation} from './parts.ts'
import type {Placed, PlacedStep} from './placed.ts'
import {costOf, isFaithful} from './placed.ts'
import type {WordIndex} from './word-index.ts'

/**
 * Finds the place of the source that a quotation is nearest to: its longest run of plain words, literally, else the
 * places where its rarest words gather; aligns it there, first plainly, then with what may be left out unmarked.
 */
export function locate(
  key: Key,
  index: () => WordIndex,
  quotation: Quotation,
  optional: OptionalFinder
): Placed | undefined {
  const {items} = quotation
  if (items.length > blockWords * 3) return locateBlocks(key, index, quotation, optional)
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
  const healed =
    best === undefined ? undefined : best === anchor ? healedAnchor : alignOptional(key, items, best, optional)
  if (healed === undefined || isFaithful(healed) || !quotation.hasInnerGaps) return healed
  return chainSegments(key, index, items, optional) ?? healed
}

function bestOf(tries: readonly Try[]): Try | undefined {
  let best: Try | undefined
  for (const each of tries) if (best === undefined || each.placed.cost < best.placed.cost) best = each
  return best
}

/** Words of a long quotation that are aligned at a time: the table of an alignment grows with their square. */
const blockWords = 400
/** A quotation of more blocks than this is no quotation. */
const mostBlocks = 25

/** Lays the blocks of a long quotation one after the other; what stands between two of them was dropped. */
function locateBlocks(
  key: Key,
  index: () => WordIndex,
  quotation: Quotation,
  optional: OptionalFinder
): Placed | undefined {
  const {items} = quotation
  if (items.length > blockWords * mostBlocks) return undefined
  const steps: PlacedStep[] = []
  for (let first = 0; first < items.length; first += blockWords) {
    const block = items.slice(first, first + blockWords)
    const found = locate(key, index, {...quotation, items: block}, optional)
    const own = (found?.steps ?? []).map(step => ({
      ...step,
      itemFrom: step.itemFrom + first,
      itemTo: step.itemTo + first
    }))
    const end = steps.at(-1)?.to
    const start = own[0]?.from ?? end ?? 0
    if (found === undefined || (end !== undefined && start < end))
      steps.push(...asMissing(items, first, block.length, end ?? 0))
    else {
      const isMarked = items[first - 1]?.kind === 'gap' || items[first]?.kind === 'gap'
      if (end !== undefined && start > end) {
        const kind = isMarked ? 'gap' : 'dropped'
        steps.push({kind, itemFrom: first, itemTo: first, from: end, to: start})
      }
      for (const each of own) steps.push(each)
    }
  }
  return {cost: costOf(steps), steps}
}

function asMissing(items: readonly Item[], first: number, count: number, at: number): PlacedStep[] {
  return Array.from({length: count}, (_, i): PlacedStep => {
    const isSign = items[first + i]?.kind === 'gap' || items[first + i]?.kind === 'bracket'
    return {kind: isSign ? 'bracket' : 'extra', itemFrom: first + i, itemTo: first + i + 1, from: at, to: at}
  })
}
