import type {Region, SourceWord} from './align.ts'
import {align, mostCells} from './align.ts'
import type {Stretch} from './candidates.ts'
import type {Key} from './key.ts'
import type {Item} from './parts.ts'
import type {Placed, PlacedStep} from './placed.ts'
import {isBad, isFaithful, place} from './placed.ts'
import {wordsBack, wordsBetween, wordsOn} from './region.ts'

/** Words of a footnote or a page end that may stand inside a passage. */
const optionalReach = 400

/** Tells which stretches of a region a quotation may leave out without a mark. */
export type OptionalFinder = (words: readonly SourceWord[], placed: Placed) => Region['optional']

/** A plain alignment and where it was made. */
export interface Try {
  readonly stretch: Stretch
  readonly placed: Placed
}

export function alignPlain(key: Key, items: readonly Item[], stretch: Stretch): Try | undefined {
  const words = wordsBetween(key, stretch.from, stretch.to)
  if (words.length === 0 || (words.length + 1) * (items.length + 1) > mostCells) return undefined
  return {stretch, placed: place(words, align(items, {words, optional: []}).steps, items)}
}

/** Aligns once more, with room for a footnote or a page end, where at least half of the words were found. */
export function alignOptional(key: Key, items: readonly Item[], plain: Try, optional: OptionalFinder): Placed {
  const matched = plain.placed.steps.reduce(
    (sum, step) => sum + (step.kind === 'same' || step.kind === 'part' ? step.itemTo - step.itemFrom : 0),
    0
  )
  if (matched * 2 < items.length || !couldHeal(plain.placed.steps)) return plain.placed
  const words = wordsBetween(
    key,
    wordsBack(key, plain.stretch.from, optionalReach),
    wordsOn(key, plain.stretch.to, optionalReach)
  )
  if ((words.length + 1) * (items.length + 1) > mostCells) return plain.placed
  const stretches = optional(words, plain.placed)
  if (stretches.length === 0) return plain.placed
  const again = place(words, align(items, {words, optional: stretches}).steps, items)
  return again.cost < plain.placed.cost ? again : plain.placed
}

/** A word changed or put in amid words that match cannot come from something left out. */
function couldHeal(steps: readonly PlacedStep[]): boolean {
  const isOpen = (step: PlacedStep | undefined): boolean =>
    step === undefined || step.kind === 'wrong' || step.kind === 'extra' || step.kind === 'gap'
  return steps.some(
    (step, i) => step.kind === 'dropped' || (isBad(step) && (isOpen(steps[i - 1]) || isOpen(steps[i + 1])))
  )
}

export function alignIn(
  key: Key,
  items: readonly Item[],
  stretch: Stretch,
  optional: OptionalFinder
): Placed | undefined {
  const plain = alignPlain(key, items, stretch)
  return plain === undefined || isFaithful(plain.placed) ? plain?.placed : alignOptional(key, items, plain, optional)
}
