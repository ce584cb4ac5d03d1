import {hasPlainLetters} from '../tree/index.ts'

/** A pair of marks of one unit each, or an opening one that is never closed; offsets are UTF-16 units of the paragraph. */
export interface Pair {
  readonly kind: 'quotation' | 'bracket'
  readonly open: number
  /** Where the closing mark starts and ends; for a quotation never closed both are the end of its surroundings. */
  readonly close: number
  readonly closeEnd: number
  readonly isClosed: boolean
}

/** Surroundings: marks pair only inside the same stretch of Markdown structure. */
export interface Surroundings {
  readonly start: number
  readonly end: number
  readonly children: readonly Surroundings[]
}

/** An opening mark that waits for its closing one. */
interface Waiting {
  readonly mark: string
  readonly open: number
}

/** For each opening mark those that close it: German use closes with what opens elsewhere; straight and curly get mixed. */
const closers: ReadonlyMap<string, string> = new Map([
  ['"', '"”“'],
  ['“', '”"“'],
  ['„', '“”"'],
  ['”', '”'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['›', '‹'],
  ['「', '」'],
  ['『', '』'],
  ["'", "'’"],
  ['‘', "’'"],
  ['‚', '‘’'],
  ['[', ']']
])

const marks = /["“”„«»‹›「」『』'‘’‚[\]]/
const singles = "'‘‚"
const letterOrDigit = (): RegExp => /[\p{L}\p{N}\p{M}]/u

/** Scripts that are written without blanks between words, and their punctuation. */
const unspaced = (): RegExp => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u

const isUnspaced = (character: string): boolean => !hasPlainLetters(character) && unspaced().test(character)

function isLetterOrDigit(character: string): boolean {
  return hasPlainLetters(character) ? /[A-Za-z0-9]/.test(character) : letterOrDigit().test(character)
}

function opensWord(character: string): boolean {
  return hasPlainLetters(character) ? /[A-Za-z0-9[]/.test(character) : /[\p{L}\p{N}[]/u.test(character)
}

/** A quotation in a quotation in a quotation is rare; what is deeper than this is text. */
const deepest = 40

/** What the pairing of one stretch needs at hand. */
interface Pairing extends Surroundings {
  readonly paragraph: string
  readonly skipped: Uint8Array
  /** »Words« as Germans and Danes set them: the first guillemet points inwards, and so does the last. */
  readonly isInward: boolean
  readonly pairs: Pair[]
}

/**
 * Pairs quotation marks and square brackets of a paragraph. One pass with a stack; linear, since the stack is bounded.
 *
 * `skipped` tells positions that are no marks: escapes, citations, notes, addresses. A single mark counts as a quotation
 * mark only where it plainly pairs; an apostrophe, a prime or an inch mark is text, as is a closing mark that closes nothing.
 * A double mark that is never closed is reported as a pair without end: its words run to the end of the surroundings.
 */
export function pairMarks(paragraph: string, surroundings: Surroundings, skipped: Uint8Array): Pair[] {
  const guillemets = paragraph.match(/[«»]/g) ?? []
  const isInward = guillemets[0] === '»' && guillemets.at(-1) === '«'
  const pairs: Pair[] = []
  pairWithin({...surroundings, paragraph, skipped, isInward, pairs})
  return pairs.sort((a, b) => a.open - b.open)
}

function pairWithin(pairing: Pairing): void {
  const {paragraph, start, end, children, skipped, pairs} = pairing
  const stack: Waiting[] = []
  let child = 0
  for (let at = start; at < end; at++) {
    const inner = children[child]
    if (inner && at >= inner.start) {
      pairWithin({...pairing, ...inner})
      at = inner.end - 1
      child++
      continue
    }
    const mark = paragraph[at] ?? ''
    if (skipped[at] || !marks.test(mark)) continue
    const closed = closes(pairing, at, stack)
    if (closed >= 0) {
      for (const waiting of stack.splice(closed + 1)) giveUp(waiting, at, pairs)
      const {open, mark: opening} = stack.pop() as Waiting // `closes` has just found it there
      pairs.push({kind: kindOf(opening), open, close: at, closeEnd: at + 1, isClosed: true})
    } else if (stack.length < deepest && opens(pairing, at)) stack.push({mark, open: at})
  }
  for (const waiting of stack) giveUp(waiting, end, pairs)
}

function kindOf(mark: string): Pair['kind'] {
  return mark === '[' ? 'bracket' : 'quotation'
}

/** A double mark that found no partner is an unclosed quotation; a single mark or a bracket was none. */
function giveUp({mark, open}: Waiting, end: number, pairs: Pair[]): void {
  if (/["“„«‹「『]/.test(mark)) pairs.push({kind: 'quotation', open, close: end, closeEnd: end, isClosed: false})
}

/** The characters beside a mark; beyond the surroundings nothing stands. */
function beside({paragraph, start, end}: Pairing, at: number): {readonly before: string; readonly after: string} {
  return {
    before: at > start ? (paragraph[at - 1] ?? '') : '',
    after: at + 1 < end ? (paragraph[at + 1] ?? '') : ''
  }
}

/** The index in the stack of the opening mark that the mark at `at` closes; -1 when it closes none. */
function closes(pairing: Pairing, at: number, stack: readonly Waiting[]): number {
  const mark = pairing.paragraph[at] ?? ''
  const index = stack.findLastIndex(waiting => closers.get(waiting.mark)?.includes(mark))
  const waiting = stack[index]
  if (!waiting) return -1
  if (mark === '"') return canCloseStraight(pairing, at) && !isInchMark(pairing, at, stack) ? index : -1
  if (mark === '”') return isInchMark(pairing, at, stack) ? -1 : index
  if (mark === '“') return canCloseHigh(pairing, at, waiting.mark) ? index : -1
  if (!singles.includes(waiting.mark)) return index
  // An apostrophe must not tear a longer quotation apart, nor a bracket.
  const isOuter = stack.findLastIndex(other => !singles.includes(other.mark)) > index
  return !isOuter && (mark === '‘' || canCloseSingle(pairing, at)) ? index : -1
}

function opens(pairing: Pairing, at: number): boolean {
  const mark = pairing.paragraph[at] ?? ''
  const {before, after} = beside(pairing, at)
  if ('[「『“„'.includes(mark)) return true
  if (mark === '«' || mark === '‹') return after !== ''
  if (mark === '»' && pairing.isInward) return true
  if (after === '' || /\s/.test(after)) return false
  if (mark === '"') return isBoundary(before) || (!isLetterOrDigit(before) && opensWord(after))
  if (!isBoundary(before)) return false
  return '”»›'.includes(mark) || (singles.includes(mark) && !isElision(pairing.paragraph, at))
}

/** What may stand before an opening mark: nothing, a blank, an opening bracket or mark, a dash, a slash, an end of emphasis. */
function isBoundary(before: string): boolean {
  return before === '' || /[\s([{"“„«‹‘‚'¿¡\-\u2010-\u2015/>*_=|:]/.test(before) || isUnspaced(before)
}

/** A straight mark closes when it stands after a word and not before one. */
function canCloseStraight(pairing: Pairing, at: number): boolean {
  const {before, after} = beside(pairing, at)
  if (/[([{]/.test(before)) return false
  // A stray blank before the mark. Several points after it begin a quotation.
  if (/\s/.test(before)) return /^[\s,;:!?)\]]?$/.test(after) || (after === '.' && pairing.paragraph[at + 2] !== '.')
  return !isLetterOrDigit(after) || isUnspaced(after) || isUnspaced(before) || !isBoundary(before)
}

/** “ closes „ wherever it does not plainly open; where ” belongs it closes behind a word and before none. */
function canCloseHigh(pairing: Pairing, at: number, opening: string): boolean {
  const {before, after} = beside(pairing, at)
  const isBehindWord = !/^[\s([{]?$/.test(before)
  return opening === '„' ? isBehindWord || !isLetterOrDigit(after) : isBehindWord && /^[\s.,;:!?)\]]?$/.test(after)
}

/** A single mark closes when no letter follows it and it is not the mark of a possessive plural inside the quotation. */
function canCloseSingle(pairing: Pairing, at: number): boolean {
  const {before, after} = beside(pairing, at)
  if (/\s/.test(before) || isLetterOrDigit(after)) return false
  const isDoubtful = /[s\d]/i.test(before) && /^\s\p{L}/u.test(pairing.paragraph.slice(at + 1, at + 3))
  return !isDoubtful || !singleClosesLater(pairing, at)
}

/** How far a doubtful mark looks for the one that really closes. */
const lookAhead = 400

function singleClosesLater({paragraph, end}: Pairing, at: number): boolean {
  const rest = paragraph.slice(at, Math.min(end, at + lookAhead))
  for (let next = 1; next < rest.length; next++) {
    const mark = rest[next] ?? ''
    if (!/['‘’"“”]/.test(mark)) continue
    const isBehindWord = !/[\s([{]/.test(rest[next - 1] ?? '')
    const isBeforeWord = isLetterOrDigit(rest[next + 1] ?? '')
    const isApostrophe = (mark === "'" || mark === '’') && isBehindWord && isBeforeWord
    if (!isApostrophe) return (mark === "'" || mark === '’') && isBehindWord
  }
  return false
}

/** A mark behind a digit is one of inches or seconds when another mark behind a word closes the one open quotation. */
function isInchMark(pairing: Pairing, at: number, stack: readonly Waiting[]): boolean {
  const {paragraph, end} = pairing
  if (!/\d/.test(paragraph[at - 1] ?? '')) return false
  if (stack.filter(waiting => /["“„]/.test(waiting.mark)).length !== 1) return false
  const until = Math.min(end, at + lookAhead)
  for (let next = at + 1; next < until; next++) {
    const mark = paragraph[next] ?? ''
    if (!/["“”]/.test(mark) || pairing.skipped[next] || /\d/.test(paragraph[next - 1] ?? '')) continue
    return mark === '”' || (mark === '"' && canCloseStraight(pairing, next))
  }
  return false
}

/** "'90s", "'tis", "’twas": a mark for letters left out, not one that opens. */
function isElision(paragraph: string, at: number): boolean {
  return /^(?:\d\d(?:s\b|(?![\p{L}\p{N}'’]))|(?:t(?:is|was)|em|til|cause|n)(?!\p{L}))/iu.test(
    paragraph.slice(at + 1, at + 8)
  )
}
