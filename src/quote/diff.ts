import type {Key} from './key.ts'
import {endOfLetter} from './key.ts'
import type {Item, Quotation} from './parts.ts'
import type {PlacedStep} from './placed.ts'
import type {DiffPart, Span} from './types.ts'

/** Raw span of a stretch of the key of a source. */
export function rawSpan(key: Key, from: number, to: number): Span {
  return {start: key.places[from] ?? 0, end: to > from ? endOfLetter(key, to - 1) : (key.places[from] ?? 0)}
}

/** Raw span of some items in the quotation; where there are none, the space between their neighbours. */
export function spanOfItems(items: readonly Item[], from: number, to: number): Span {
  if (to > from) return {start: items[from]?.start ?? 0, end: items[to - 1]?.end ?? 0}
  const before = items[from - 1]
  const after = items[from]
  return {start: before?.end ?? after?.start ?? 0, end: after?.start ?? before?.end ?? 0}
}

/** What a reader sees of a stretch of the source: without markup, in one line. */
export function visibleText(key: Key, span: Span): string {
  let text = ''
  for (let i = span.start; i < span.end; i++) {
    const skip = '<&[]!'.includes(key.text.charAt(i)) ? key.skip(key.text, i) : undefined
    if (skip === undefined) text += key.text.charAt(i)
    else {
      text += skip.letters ?? (skip.parts ? ' ' : '')
      i = skip.end - 1
    }
  }
  return text.replace(/\s+/gu, ' ').trim()
}

/**
 * The word diff of a quotation with its passage. The parts that are not `added` make up the quotation, character by
 * character, so that a reporter prints them one after the other.
 */
export function diffOf(
  quotation: Quotation,
  source: Key,
  steps: readonly PlacedStep[],
  wrongSpans: readonly Span[]
): DiffPart[] {
  const {text, items} = quotation
  const parts: DiffPart[] = []
  let done = 0
  const same = (end: number): void => {
    if (end <= done) return
    const before = parts.at(-1)
    const start = before?.kind === 'same' ? (before.quotation?.start ?? done) : done
    const part: DiffPart = {kind: 'same', text: text.slice(start, end), quotation: {start, end}}
    if (before?.kind === 'same') parts.pop()
    parts.push(part)
    done = end
  }
  for (const group of groupsOf(steps)) {
    const span = spanOfItems(items, group.itemFrom, group.itemTo)
    const isDrop = group.itemTo === group.itemFrom
    same(isDrop ? span.end : span.start)
    if (!isDrop)
      parts.push({kind: 'removed', text: text.slice(done, span.end), quotation: {start: done, end: span.end}})
    if (group.to > group.from)
      parts.push(addedPart(source, group, isDrop && /\s/u.test(text.slice(span.start, span.end)) ? ' ' : ''))
    done = Math.max(done, span.end)
  }
  same(text.length)
  return splitAt(parts, text, wrongSpans)
}

/** Wrong, extra and dropped words in a row, taken together. */
function groupsOf(steps: readonly PlacedStep[]): PlacedStep[] {
  const groups: PlacedStep[] = []
  let isOpen = false
  for (const step of steps) {
    const isBad = step.kind === 'wrong' || step.kind === 'extra' || step.kind === 'dropped'
    const last = groups.at(-1)
    if (isBad && isOpen && last !== undefined)
      groups[groups.length - 1] = {
        ...last,
        itemTo: step.itemTo,
        from: last.to > last.from ? last.from : step.from,
        to: step.to > step.from ? step.to : last.to
      }
    else if (isBad) groups.push(step)
    isOpen = isBad
  }
  return groups
}

function addedPart(source: Key, step: PlacedStep, space: string): DiffPart {
  const span = rawSpan(source, step.from, step.to)
  return {kind: 'added', text: visibleText(source, span) + space, source: span}
}

/** Marks words inside a same part that are wrong for what their letters hide, such as a number without its sign. */
function splitAt(parts: readonly DiffPart[], text: string, wrongSpans: readonly Span[]): DiffPart[] {
  return parts.flatMap(part => {
    const {quotation} = part
    if (part.kind !== 'same' || quotation === undefined) return [part]
    const result: DiffPart[] = []
    let done = quotation.start
    const cut = (kind: 'same' | 'removed', end: number): void => {
      if (end > done) result.push({kind, text: text.slice(done, end), quotation: {start: done, end}})
      done = Math.max(done, end)
    }
    for (const span of wrongSpans) {
      if (span.start < done || span.end > quotation.end) continue
      cut('same', span.start)
      cut('removed', span.end)
    }
    cut('same', quotation.end)
    return result
  })
}
