import type {SourceWord, Step} from './align.ts'
import type {Item} from './parts.ts'

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

export function isFaithful(placed: Placed): boolean {
  return placed.steps.every(step => step.kind !== 'wrong' && step.kind !== 'extra' && step.kind !== 'dropped')
}

export function isBad(step: PlacedStep): boolean {
  return step.kind === 'wrong' || step.kind === 'extra' || step.kind === 'dropped'
}

/** Steps in places of the key; a part of the quotation that matches next to nothing is taken as not there at all. */
export function place(words: readonly SourceWord[], steps: readonly Step[], items: readonly Item[]): Placed {
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
    const isPair =
      (last?.kind === 'wrong' && step.kind === 'dropped') || (last?.kind === 'dropped' && step.kind === 'wrong')
    if (last === undefined || !isPair) result.push(step)
    else {
      result.pop()
      const word = step.kind === 'wrong' ? step : last
      result.push({kind: 'wrong', itemFrom: word.itemFrom, itemTo: word.itemTo, from: last.from, to: step.to})
    }
  }
  return result
}

export function costOf(steps: readonly PlacedStep[]): number {
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
      else
        result.push(...asExtra(step, items, i < from ? (part[from]?.from ?? step.from) : (part[to - 1]?.to ?? step.to)))
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
  if (
    steps.some(isBad) &&
    (matched < 3 || (!isWhole && matched * 2 < steps.reduce((all, step) => all + step.itemTo - step.itemFrom, 0)))
  )
    return [0, 0]
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
