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
  ['"', '"”'],
  ['“', '”"'],
  ['„', '“”"'],
  ['«', '»'],
  ['»', '«»'],
  ['‹', '›'],
  ['›', '‹›'],
  ['「', '」'],
  ['『', '』'],
  ["'", "'"],
  ['‘', '’'],
  ['‚', '‘’'],
  ['[', ']']
])

const marks = /["“”„«»‹›「」『』'‘’‚[\]]/

/** A quotation in a quotation in a quotation is rare; what is deeper than this is text. */
const deepest = 40

/**
 * Pairs quotation marks and square brackets of a paragraph. One pass with a stack; linear, since the stack is bounded.
 *
 * `skipped` tells positions that are no marks: escapes, citations, notes, addresses. A single mark counts as a quotation
 * mark only where it plainly pairs; an apostrophe, a prime or an inch mark is text, as is a closing mark that closes nothing.
 * A double mark that is never closed is reported as a pair without end: its words run to the end of the surroundings.
 */
export function pairMarks(paragraph: string, surroundings: Surroundings, skipped: Uint8Array): Pair[] {
  const pairs: Pair[] = []
  pairWithin(paragraph, surroundings, skipped, pairs)
  return pairs.sort((a, b) => a.open - b.open)
}

function pairWithin(paragraph: string, around: Surroundings, skipped: Uint8Array, pairs: Pair[]): void {
  const stack: Waiting[] = []
  let child = 0
  for (let at = around.start; at < around.end; at++) {
    const inner = around.children[child]
    if (inner && at >= inner.start) {
      pairWithin(paragraph, inner, skipped, pairs)
      at = inner.end - 1
      child++
      continue
    }
    const mark = paragraph[at] ?? ''
    if (skipped[at] || !marks.test(mark)) continue
    const closed = closes(paragraph, at, around, stack)
    if (closed >= 0) {
      for (const waiting of stack.splice(closed + 1)) giveUp(waiting, at, pairs)
      const {open, mark: opening} = stack.pop() as Waiting // `closes` has just found it there
      pairs.push({kind: kindOf(opening), open, close: at, closeEnd: at + 1, isClosed: true})
    } else if (stack.length < deepest && opens(paragraph, at, around, stack)) stack.push({mark, open: at})
  }
  for (const waiting of stack) giveUp(waiting, around.end, pairs)
}

function kindOf(mark: string): Pair['kind'] {
  return mark === '[' ? 'bracket' : 'quotation'
}

/** A double mark that found no partner is an unclosed quotation; a single mark or a bracket was none. */
function giveUp({mark, open}: Waiting, end: number, pairs: Pair[]): void {
  if (/["“„«「『]/.test(mark)) pairs.push({kind: 'quotation', open, close: end, closeEnd: end, isClosed: false})
}

/** The index in the stack of the opening mark that the mark at `at` closes; -1 when it closes none. */
function closes(paragraph: string, at: number, around: Surroundings, stack: readonly Waiting[]): number {
  const mark = paragraph[at] ?? ''
  const index = stack.findLastIndex(waiting => closers.get(waiting.mark)?.includes(mark))
  const waiting = stack[index]
  if (!waiting) return -1
  if (mark === '"') return canCloseStraight(paragraph, at, around) ? index : -1
  if (mark === "'" || mark === '’') return canCloseSingle(paragraph, at, around) ? index : -1
  // In German use “ and ‘ close what „ and ‚ opened; otherwise they open.
  return index
}

function opens(paragraph: string, at: number, around: Surroundings, stack: readonly Waiting[]): boolean {
  const mark = paragraph[at] ?? ''
  const before = at > around.start ? (paragraph[at - 1] ?? '') : ''
  const after = at + 1 < around.end ? (paragraph[at + 1] ?? '') : ''
  if (mark === '[' || mark === '「' || mark === '『' || mark === '“' || mark === '„') return true
  if (mark === '«' || mark === '‹') return after !== '' && !stack.some(waiting => waiting.mark === mark)
  if (after === '' || /\s/.test(after) || !isBoundary(before)) return false
  if (mark === '"' || mark === '»' || mark === '›') return true
  if (mark === "'" || mark === '‘' || mark === '‚') return !isElision(paragraph, at)
  return false
}

/** What may stand before an opening mark: nothing, a blank, an opening bracket or mark, a dash, a slash, an end of emphasis. */
function isBoundary(before: string): boolean {
  return before === '' || /[\s([{"“„«‹‘‚'—–\-/>*_=|:]/.test(before)
}

/** A straight mark closes when it stands after a word and not before one. */
function canCloseStraight(paragraph: string, at: number, around: Surroundings): boolean {
  const before = paragraph[at - 1] ?? ''
  const after = at + 1 < around.end ? (paragraph[at + 1] ?? '') : ''
  if (/[\s([{]/.test(before)) return /^\s?$/.test(after) && !/[([{]/.test(before)
  return !/[\p{L}\p{N}]/u.test(after) || !isBoundary(before)
}

/** A single mark closes when no letter follows it and it is not the mark of a possessive plural inside the quotation. */
function canCloseSingle(paragraph: string, at: number, around: Surroundings): boolean {
  const before = paragraph[at - 1] ?? ''
  const after = at + 1 < around.end ? (paragraph[at + 1] ?? '') : ''
  if (/\s/.test(before) || /[\p{L}\p{N}]/u.test(after)) return false
  if (!/s/i.test(before) || !/^\s\p{L}/u.test(paragraph.slice(at + 1, at + 3))) return true
  return !closesLater(paragraph, at, around)
}

/** How far a possessive plural looks for the mark that really closes. */
const lookAhead = 400

function closesLater(paragraph: string, at: number, around: Surroundings): boolean {
  const mark = paragraph[at] ?? ''
  const rest = paragraph.slice(at + 1, Math.min(around.end, at + lookAhead))
  const next = /['‘’"“”]/.exec(rest)
  return (
    next?.[0] === mark && !/[\p{L}\p{N}]/u.test(rest[next.index + 1] ?? '') && !/\s/.test(rest[next.index - 1] ?? '')
  )
}

/** "'90s", "'tis", "’twas": a mark for letters left out, not one that opens. */
function isElision(paragraph: string, at: number): boolean {
  return /^(\d|t(is|was)\b|em\b|til\b|cause\b|n\b)/i.test(paragraph.slice(at + 1, at + 8))
}
