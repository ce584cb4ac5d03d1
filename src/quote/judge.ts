import {isSpelledOut} from './align.ts'
import type {Hidden} from './compare.ts'
import {compareRun} from './compare.ts'
import {diffOf, rawSpan, spanOfItems, visibleText} from './diff.ts'
import {scan, spanOfKey} from './key.ts'
import {omissionWarnings} from './omission.ts'
import type {Quotation} from './parts.ts'
import type {PlacedStep} from './placed.ts'
import type {PreparedSource} from './prepare.ts'
import type {Finding, QuotationOptions, Span, Warning} from './types.ts'
import {hiddenWarnings} from './warnings.ts'
import {bucketOf} from './word-index.ts'

/** The verdict on steps that lay a quotation on a passage. */
export function judge(
  source: PreparedSource,
  parts: Quotation,
  steps: readonly PlacedStep[],
  options: QuotationOptions
): Finding {
  const hidden = hiddenIn(source, parts, steps)
  const isError = (each: Hidden): boolean =>
    each.kind === 'number' || (each.kind === 'capitals' && options.strictCapitals === true)
  const wrong = hidden.filter(isError)
  const bad = steps.filter(step => step.kind === 'wrong' || step.kind === 'extra' || step.kind === 'dropped')
  const errors = [
    ...bad.map(step => spanOfItems(parts.items, step.itemFrom, step.itemTo)),
    ...wrong.map(each => each.at)
  ].sort(byPlace)
  const sourceErrors = [
    ...bad.filter(step => step.to > step.from).map(step => rawSpan(source.key, step.from, step.to)),
    ...wrong.map(each => each.passage)
  ]
  const passage = passageOf(source, steps)
  const warnings: Warning[] = [
    ...hiddenWarnings(hidden.filter(each => !isError(each))),
    ...(errors.length === 0 ? omissionWarnings(source, parts, steps, passage) : []),
    ...(countWords(parts) <= (options.fewWords ?? 0) ? [fewWords(parts)] : [])
  ]
  const isMisquoted = errors.length > 0
  const verdict = isMisquoted ? 'misquoted' : isAltered(source, parts, steps, passage) ? 'altered' : 'verbatim'
  return {
    verdict,
    passage,
    errors: joinNeighbours(errors, parts.text),
    sourceErrors: joinNeighbours(sourceErrors.sort(byPlace), source.key.text),
    warnings,
    diff: diffOf(
      parts,
      source.key,
      steps,
      wrong.map(each => each.at)
    )
  }
}

function countWords(parts: Quotation): number {
  return parts.items.filter(item => item.kind === 'word' || item.kind === 'part').length
}

function fewWords(parts: Quotation): Warning {
  return {kind: 'few-words', message: 'so few words would stand in many texts', start: 0, end: parts.text.length}
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end
}

/** Wrong words with no right one between them as one stretch: readers look for it as a whole. */
function joinNeighbours(spans: readonly Span[], text: string): Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last === undefined || /[\p{L}\p{N}]/u.test(text.slice(last.end, span.start))) joined.push(span)
    else joined[joined.length - 1] = {start: last.start, end: Math.max(last.end, span.end)}
  }
  return joined
}

/** What equal letters hide, over all runs of equal letters. */
function hiddenIn(source: PreparedSource, parts: Quotation, steps: readonly PlacedStep[]): Hidden[] {
  const hidden: Hidden[] = []
  const isBracketed = (place: number): boolean =>
    parts.brackets.some(bracket => place >= bracket.start && place < bracket.end)
  for (const run of runsOf(source, parts, steps)) hidden.push(...compareRun(parts.key, source.key, run, isBracketed))
  return hidden.filter(each => each.kind !== 'spacing' || isOtherSpacing(source, parts, each))
}

/** A space too many or too few is noise of the source where the source's own spelling elsewhere says so. */
function isOtherSpacing(source: PreparedSource, parts: Quotation, {at, passage}: Hidden): boolean {
  const index = source.index()
  const countOf = (text: string): number => {
    const {from, to} = bucketOf(index, scan(text, source.quotationReading).letters)
    return to - from
  }
  const letters = scan(source.text.slice(passage.start, passage.end), source.quotationReading).letters
  if (isSpelledOut('%', letters) || letters.length === 1) return false
  const quoted = countOf(parts.text.slice(at.start, at.end))
  const original = countOf(source.text.slice(passage.start, passage.end))
  const isJoined = at.end - at.start > passage.end - passage.start
  return isJoined ? quoted === 0 && original > 1 : !(original <= 1 && quoted > 1)
}

function runsOf(
  source: PreparedSource,
  parts: Quotation,
  steps: readonly PlacedStep[]
): {quoted: number; source: number; length: number}[] {
  const runs: {quoted: number; source: number; length: number}[] = []
  const add = (quoted: number, source: number, length: number): void => {
    const last = runs.at(-1)
    if (last !== undefined && last.quoted + last.length === quoted && last.source + last.length === source)
      last.length += length
    else runs.push({quoted, source, length})
  }
  for (const step of steps) {
    if (step.kind !== 'same') continue
    const [from, to] = keyRange(parts, step)
    if (step.hole === undefined && to - from > step.to - step.from) continue // a sign for a word
    const letters = parts.key.letters.slice(from, to)
    if (step.hole === undefined && !source.key.letters.startsWith(letters, step.from)) {
      // The number of a verse may be glued to the first word.
      if (source.key.letters.startsWith(letters, step.to - letters.length))
        add(from, step.to - letters.length, letters.length)
      continue
    }
    if (step.hole === undefined) add(from, step.from, to - from)
    else {
      add(from, step.from, step.hole.from - step.from)
      add(from + step.hole.from - step.from, step.hole.to, to - from - (step.hole.from - step.from))
    }
  }
  return runs
}

/** The letters of a quotation that the items of a step hold. */
function keyRange(parts: Quotation, step: PlacedStep): [number, number] {
  if (step.itemFrom === 0 && step.itemTo === parts.items.length) return [0, parts.key.letters.length]
  const first = parts.items[step.itemFrom]
  const last = parts.items[step.itemTo - 1]
  const from = first?.kind === 'word' || first?.kind === 'part' ? first.key : 0
  const to = last?.kind === 'word' || last?.kind === 'part' ? last.key + last.letters.length : from
  return [from, to]
}

function passageOf(source: PreparedSource, steps: readonly PlacedStep[]): Span {
  const placed = steps.filter(step => step.to > step.from && step.kind !== 'gap')
  const first = placed[0]
  const last = placed.at(-1)
  return spanOfKey(source.key, first?.from ?? 0, last?.to ?? 0)
}

/** Whether a faithful quotation shows signs of alteration that are not the source's own. */
function isAltered(source: PreparedSource, parts: Quotation, steps: readonly PlacedStep[], passage: Span): boolean {
  if (parts.hasRemarks) return true
  if (steps.some(step => step.kind === 'part' || step.kind === 'bracket' || step.kind === 'dropped')) return true
  if (steps.some(step => step.kind === 'gap' && step.to > step.from)) return true
  const text = visibleText(source.key, passage)
  if (parts.hasBrackets && !/[[［〔【]/u.test(text)) return true
  return parts.hasInnerGaps && !/…|\.\s?\.\s?\.|\*\s?\*|⋯/u.test(text)
}
