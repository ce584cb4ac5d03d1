import {gathered} from './candidates.ts'
import type {OptionalFinder} from './fit.ts'
import {alignIn} from './fit.ts'
import type {Key} from './key.ts'
import {findAll, findBackward, findForward} from './literal.ts'
import type {Item} from './parts.ts'
import type {Placed, PlacedStep} from './placed.ts'
import {costOf, isFaithful} from './placed.ts'
import type {Segment} from './segments.ts'
import {lettersOf, segmentsOf} from './segments.ts'
import type {WordIndex} from './word-index.ts'

/** A part between two omissions, found faithfully somewhere. */
interface Found {
  readonly from: number
  readonly to: number
  readonly steps: readonly PlacedStep[]
}

/** Lays the parts between omissions one by one, however far apart, in their order; nothing unless all are found. */
export function chainSegments(
  key: Key,
  index: () => WordIndex,
  items: readonly Item[],
  optional: OptionalFinder
): Placed | undefined {
  const segments = segmentsOf(items)
  let anchor = 0
  for (const [i, segment] of segments.entries())
    if (lettersOf(segment.items).length > lettersOf(segments[anchor]?.items ?? []).length) anchor = i
  const anchorSegment = segments[anchor]
  if (anchorSegment === undefined) return undefined
  let best: Placed | undefined
  for (const found of placesOf(key, index, anchorSegment, optional)) {
    const chain = chainFrom(key, index, segments, anchor, found, optional)
    if (chain !== undefined && (best === undefined || chain.cost < best.cost)) best = chain
  }
  return best
}

function isPlain(segment: Segment): boolean {
  return segment.items.every(item => item.kind === 'word')
}

function plainFound(segment: Segment, at: number): Found {
  const to = at + lettersOf(segment.items).length
  return {
    from: at,
    to,
    steps: [{kind: 'same', itemFrom: segment.first, itemTo: segment.first + segment.items.length, from: at, to}]
  }
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
    for (const each of part.steps) steps.push(each)
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
  const places = placesOf(key, index, segment, optional).filter(found =>
    direction === 1 ? found.from >= from : found.to <= from
  )
  return places.sort((a, b) => direction * (a.from - b.from))[0]
}
