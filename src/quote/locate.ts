import {anchored, gathered} from './candidates.ts'
import {chainSegments} from './chain.ts'
import type {OptionalFinder, Try} from './fit.ts'
import {alignOptional, alignPlain} from './fit.ts'
import type {Key} from './key.ts'
import type {Quotation} from './parts.ts'
import type {Placed} from './placed.ts'
import {isFaithful} from './placed.ts'
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
