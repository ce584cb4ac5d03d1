import type {Step} from './align.ts'

/** A dropped stretch of fewer words is a slip of the pen, not a leap to another sentence. */
const leap = 3

/** Beyond a leap at least this share of the words must be the source's, or they are the writer's own. */
const leastShare = 0.6

/**
 * Takes small words beyond a leap for what they are: when a quotation leaves its source for good, an "and", a "the"
 * or a "right to" further on in the source still aligns. Words on the far side of a dropped stretch that are mostly
 * not the source's, and fewer than were dropped to reach them, count as words that are not in the source.
 * Both ends are looked at; the body of the quotation lies between them. Linear in the steps.
 */
export function withoutIslands(steps: readonly Step[]): readonly Step[] {
  return withoutTail(mirrored(withoutTail(mirrored(steps))))
}

function withoutTail(steps: readonly Step[]): readonly Step[] {
  for (let at = 0; at < steps.length; at++) {
    const step = steps[at]
    if (step?.kind !== 'dropped' || widthOf(step) < leap || at === 0) continue
    if (isIsland(steps.slice(at)))
      return [...steps.slice(0, at), ...steps.slice(at).flatMap(step => asExtra(step, steps[at]))]
  }
  return steps
}

function widthOf({wordFrom, wordTo}: Step): number {
  return Math.abs(wordTo - wordFrom)
}

function isIsland(steps: readonly Step[]): boolean {
  let all = 0
  let same = 0
  let dropped = 0
  for (const step of steps) {
    const items = Math.abs(step.itemTo - step.itemFrom)
    // An omission or a bracket is a leap that was marked: what follows it was meant.
    if (step.kind === 'gap' || step.kind === 'bracket') return false
    if (step.kind === 'dropped') dropped += widthOf(step)
    else all += items
    if (step.kind === 'same' || step.kind === 'part') same += items
  }
  return same < dropped && same < all * leastShare
}

/** The words of the quotation in a step, as words that stand nowhere; `edge` tells where in the source they would stand. */
function asExtra(step: Step, edge: Step | undefined): Step[] {
  if (step.itemFrom === step.itemTo) return []
  const at = edge?.wordFrom ?? step.wordFrom
  return [{kind: 'extra', itemFrom: step.itemFrom, itemTo: step.itemTo, wordFrom: at, wordTo: at}]
}

/** The steps read from the end: each range turned round, so that one rule serves both ends. */
function mirrored(steps: readonly Step[]): Step[] {
  return steps
    .map(({itemFrom, itemTo, wordFrom, wordTo, ...step}) => ({
      ...step,
      itemFrom: itemTo,
      itemTo: itemFrom,
      wordFrom: wordTo,
      wordTo: wordFrom
    }))
    .reverse()
}
