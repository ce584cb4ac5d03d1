import {isSpelledOut} from './align.ts'
import {compareRun} from './compare.ts'
import type {Hidden} from './compare.ts'
import {diffOf, rawSpan, spanOfItems, visibleText} from './diff.ts'
import {scan, spanOfKey} from './key.ts'
import {isWhole} from './literal.ts'
import {isFaithful, joinErrors, locate, weigh} from './locate.ts'
import type {Placed, PlacedStep} from './locate.ts'
import {omissionWarnings} from './omission.ts'
import {findOptional} from './optional.ts'
import {takeApart} from './parts.ts'
import type {Quotation} from './parts.ts'
import type {PreparedSource} from './prepare.ts'
import type {Finding, QuotationOptions, Span, Warning} from './types.ts'
import {hiddenWarnings} from './warnings.ts'
import {bucketOf} from './word-index.ts'

const nothing: Finding = {verdict: 'missing', errors: [], sourceErrors: [], warnings: [], diff: []}

/** Places looked at when the very words stand in the source more than once. */
const mostLiteral = 24

/**
 * Compares one quotation with its source: the very words first, in the very order, then the nearest passage word by
 * word. Faithful is decided by what differs, never by how much. Cost: a text search, and for all but verbatim ones an
 * alignment of the quotation with a stretch of the source.
 */
export function verifyQuotation(source: PreparedSource, quotation: string, options: QuotationOptions = {}): Finding {
  const parts = takeApart(quotation, source.quotationReading)
  if (parts.items.every(item => item.kind === 'gap' || item.letters === '')) return nothing
  const plain = verifyIn(source, parts, options)
  if (isVerified(plain)) return plain
  const columns = source.columns()
  if (columns === undefined) return plain
  const other = verifyIn({...source, ...columns, columns: () => undefined}, parts, options)
  return isVerified(other) || plain.verdict === 'missing' || other.errors.length < plain.errors.length ? other : plain
}

function isVerified(finding: Finding): boolean {
  return finding.verdict === 'verbatim' || finding.verdict === 'altered'
}

/** Compares a quotation with one reading of the source. */
function verifyIn(source: PreparedSource, parts: Quotation, options: QuotationOptions): Finding {
  const literal = findLiteral(source, parts, options)
  if (literal !== undefined && literal.errors.length === 0) return literal
  const found = locate(source.key, source.index, parts, (words, placed) => findOptional(source, words, placed))
  const placed = found === undefined ? undefined : forgiveCitations(source, found, parts, options)
  if (placed === undefined) return literal ?? nothing
  if (isFaithful(placed)) {
    const finding = judge(source, parts, placed.steps, options)
    if (isEnough(source, parts, placed.steps)) return finding.errors.length > 0 && literal !== undefined ? literal : finding
    return literal ?? nothing
  }
  if (literal !== undefined) return literal
  return isNear(source, parts, placed) ? judge(source, parts, joinErrors(placed.steps), options) : nothing
}

/** Finds the words of a quotation as they are, the words in its brackets too. */
function findLiteral(source: PreparedSource, parts: Quotation, options: QuotationOptions): Finding | undefined {
  const {letters} = parts.key
  if (letters === '') return undefined
  const {key} = source
  let best: Finding | undefined
  let tried = 0
  for (let at = key.letters.indexOf(letters); at >= 0; at = key.letters.indexOf(letters, at + 1)) {
    if (!isWhole(key, at, at + letters.length)) continue
    const step: PlacedStep = {kind: 'same', itemFrom: 0, itemTo: parts.items.length, from: at, to: at + letters.length}
    const finding = judge(source, parts, [step], options)
    if (best === undefined || rank(finding) < rank(best)) best = finding
    if (rank(best) === 0 || ++tried >= mostLiteral) break
  }
  return best
}

function rank(finding: Finding): number {
  return finding.errors.length * 100 + finding.warnings.length
}

/** The verdict on steps that lay a quotation on a passage. */
function judge(source: PreparedSource, parts: Quotation, steps: readonly PlacedStep[], options: QuotationOptions): Finding {
  const hidden = hiddenIn(source, parts, steps)
  const isError = (each: Hidden): boolean => each.kind === 'number' || (each.kind === 'capitals' && options.strictCapitals === true)
  const wrong = hidden.filter(isError)
  const bad = steps.filter(step => step.kind === 'wrong' || step.kind === 'extra' || step.kind === 'dropped')
  const errors = [...bad.map(step => spanOfItems(parts.items, step.itemFrom, step.itemTo)), ...wrong.map(each => each.at)].sort(byPlace)
  const sourceErrors = [...bad.filter(step => step.to > step.from).map(step => rawSpan(source.key, step.from, step.to)), ...wrong.map(each => each.passage)]
  const passage = passageOf(source, steps)
  const warnings: Warning[] = [
    ...hiddenWarnings(hidden.filter(each => !isError(each))),
    ...(errors.length === 0 ? omissionWarnings(source, parts, steps, passage) : [])
  ]
  const isMisquoted = errors.length > 0
  const verdict = isMisquoted ? 'misquoted' : isAltered(source, parts, steps, passage) ? 'altered' : 'verbatim'
  return {
    verdict,
    passage,
    errors: joinTouching(errors),
    sourceErrors: joinTouching(sourceErrors.sort(byPlace)),
    warnings,
    diff: diffOf(parts, source.key, steps, wrong.map(each => each.at))
  }
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end
}

/** Spans without anything between them as one, as where each character is a word. */
function joinTouching(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last === undefined || span.start > last.end) joined.push(span)
    else joined[joined.length - 1] = {start: last.start, end: Math.max(last.end, span.end)}
  }
  return joined
}

/** What equal letters hide, over all runs of equal letters. */
function hiddenIn(source: PreparedSource, parts: Quotation, steps: readonly PlacedStep[]): Hidden[] {
  const hidden: Hidden[] = []
  const isBracketed = (place: number): boolean => parts.brackets.some(bracket => place >= bracket.start && place < bracket.end)
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
  if (isSpelledOut('%', letters)) return false
  const quoted = countOf(parts.text.slice(at.start, at.end))
  const original = countOf(source.text.slice(passage.start, passage.end))
  const isJoined = at.end - at.start > passage.end - passage.start
  return isJoined ? quoted === 0 && original > 1 : !(original <= 1 && quoted > 1)
}

function runsOf(source: PreparedSource, parts: Quotation, steps: readonly PlacedStep[]): {quoted: number; source: number; length: number}[] {
  const runs: {quoted: number; source: number; length: number}[] = []
  const add = (quoted: number, source: number, length: number): void => {
    const last = runs.at(-1)
    if (last !== undefined && last.quoted + last.length === quoted && last.source + last.length === source) last.length += length
    else runs.push({quoted, source, length})
  }
  for (const step of steps) {
    if (step.kind !== 'same') continue
    const [from, to] = keyRange(parts, step)
    if (step.hole === undefined && to - from > step.to - step.from) continue // a sign for a word
    if (!source.key.letters.startsWith(parts.key.letters.slice(from, to), step.from) && step.hole === undefined) continue
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

/** Words too few and short prove nothing when brackets or omissions stand between them. */
function isEnough(source: PreparedSource, parts: Quotation, steps: readonly PlacedStep[]): boolean {
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
function isNear(source: PreparedSource, parts: Quotation, placed: Placed): boolean {
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

const citationRemark = /(?:citations?|references?|footnotes?|notes?|authorit(?:y|ies))[^)\]]{0,60}(?:omitted|removed)|cleaned up|(?:citations?|notes?) omises?|Nachweise? (?:weggelassen|ausgelassen)|ohne (?:Nachweis|Fußnote)|citas? omitidas?/iu
const citation = /\d|\b(?:Id|Ibid|See|supra|infra|cf|e\.g|No)\b/u

/** What a remark such as "(citation omitted)" says was left out is lawfully left out, if it looks like a citation. */
function forgiveCitations(source: PreparedSource, placed: Placed, parts: Quotation, options: QuotationOptions): Placed {
  const remarks = `${options.after ?? ''} ${parts.hasRemarks ? parts.text : ''}`
  if (!citationRemark.test(remarks)) return placed
  let isMarked = true
  const steps = placed.steps.map((step): PlacedStep => {
    if (step.kind !== 'dropped') return step
    const text = visibleText(source.key, rawSpan(source.key, step.from, step.to))
    if (text.length > 600 || !citation.test(text)) {
      isMarked = false
      return step
    }
    return {...step, kind: 'bracket'}
  })
  return isMarked ? {...placed, steps} : placed
}
