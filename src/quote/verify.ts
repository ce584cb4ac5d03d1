import {rawSpan, visibleText} from './diff.ts'
import {isEnough, isNear} from './evidence.ts'
import {judge} from './judge.ts'
import {isWhole} from './literal.ts'
import {locate} from './locate.ts'
import {findOptional} from './optional.ts'
import type {Quotation} from './parts.ts'
import {takeApart} from './parts.ts'
import type {Placed, PlacedStep} from './placed.ts'
import {isFaithful, joinErrors} from './placed.ts'
import type {PreparedSource} from './prepare.ts'
import type {Finding, QuotationOptions, Warning} from './types.ts'

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
  const inserted =
    plain.verdict === 'misquoted' && /[(（]/u.test(quotation) ? verifyRound(source, quotation, options) : undefined
  if (inserted !== undefined) return inserted
  const columns = source.columns()
  if (columns === undefined) return plain
  const other = verifyIn({...source, ...columns, columns: () => undefined}, parts, options)
  return isVerified(other) || plain.verdict === 'missing' || other.errors.length < plain.errors.length ? other : plain
}

/** Newspapers put their own words into round brackets: lawful as far as it is a mark, but not the usual one. */
function verifyRound(source: PreparedSource, quotation: string, options: QuotationOptions): Finding | undefined {
  const parts = takeApart(quotation, source.quotationReading, true)
  const rounds = parts.items.filter(item => item.kind === 'bracket' && item.isRound)
  const round = rounds[0]
  // At an edge, or with many words, it is no insertion amid quoted words.
  if (round === undefined || parts.items.at(-1) === rounds.at(-1) || parts.items[0] === round) return undefined
  if (rounds.some(each => each.kind === 'bracket' && each.inner.trim().split(/\s+/u).length > 4)) return undefined
  const finding = verifyIn(source, parts, options)
  if (!isVerified(finding)) return undefined
  const warning: Warning = {
    kind: 'round-brackets',
    message: 'words put in stand in round brackets',
    start: round.start,
    end: round.end
  }
  return {...finding, verdict: 'altered', warnings: [...finding.warnings, warning]}
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
    if (isEnough(source, parts, placed.steps))
      return finding.errors.length > 0 && literal !== undefined ? literal : finding
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

const citationRemark = (): RegExp =>
  /(?:citations?|references?|footnotes?|notes?|authorit(?:y|ies))[^)\]]{0,60}(?:omitted|removed)|cleaned up|(?:citations?|notes?) omises?|Nachweise? (?:weggelassen|ausgelassen)|ohne (?:Nachweis|Fußnote)|citas? omitidas?/iu
/** Part of every such remark; it takes a tenth of the time to compile. */
const citationRemarkSign = /omi[ts]|removed|cleaned up|gelassen|ohne /i
const citation = /\d|\b(?:Id|Ibid|See|supra|infra|cf|e\.g|No)\b/u

/** What a remark such as "(citation omitted)" says was left out is lawfully left out, if it looks like a citation. */
function forgiveCitations(source: PreparedSource, placed: Placed, parts: Quotation, options: QuotationOptions): Placed {
  const remarks = `${options.after ?? ''} ${parts.hasRemarks ? parts.text : ''}`
  if (!citationRemarkSign.test(remarks) || !citationRemark().test(remarks)) return placed
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
