import {visibleText} from './diff.ts'
import {endOfLetter} from './key.ts'
import type {Lexicon} from './lexicon.ts'
import type {Item, Quotation} from './parts.ts'
import type {PlacedStep} from './placed.ts'
import {either} from './plain.ts'
import type {PreparedSource} from './prepare.ts'
import type {Span, Warning, WarningKind} from './types.ts'

/** Words of a limit in time, such as "before the term fixed by law has run". */
const longestLimit = 12
/** Letters between two parts of a quotation beyond which they hardly belong together. */
const farLetters = 8000
/** A short omission is looked through whole; of a longer one only what touches the words that were kept. */
const shortWords = 7
/** The same for scripts in which each character is counted as a word. */
const shortSigns = 3
/** A word that only limits is looked for in the shortest omissions. */
const qualifierWords = 3
/** Words of an omission that touch the words kept before or after it. */
const edgeWords = 2

/** Warns of lawful alterations that may turn the sense round. */
export function omissionWarnings(
  source: PreparedSource,
  parts: Quotation,
  steps: readonly PlacedStep[],
  passage: Span
): Warning[] {
  const lexicon = source.lexicon()
  const warnings: Warning[] = []
  for (const step of steps) {
    const item = parts.items[step.itemFrom]
    if (step.kind === 'gap') warnings.push(...gapWarnings(source, lexicon, step, item))
    else if (step.kind === 'bracket' && item?.kind === 'bracket')
      warnings.push(...bracketWarnings(source, lexicon, step, item.inner, item))
    else if (step.kind === 'part' && item?.kind === 'part')
      warnings.push(...partWarnings(source, parts, lexicon, step, item))
  }
  warnings.push(...cutWarnings(source, lexicon, passage, parts))
  return warnings.filter(
    (warning, i) => warnings.findIndex(other => other.kind === warning.kind && other.start === warning.start) === i
  )
}

function warn(kind: WarningKind, message: string, place?: Span, passage?: Span): Warning {
  return {kind, message, ...(place && {start: place.start, end: place.end}), ...(passage && {passage})}
}

/** What was left out, with the signs around it. */
function leftOut(source: PreparedSource, step: PlacedStep): {readonly text: string; readonly span: Span} {
  const {key} = source
  const start = step.from > 0 ? endOfLetter(key, step.from - 1) : 0
  const end = step.to < key.letters.length ? (key.places[step.to] ?? 0) : key.text.length
  const span = {start: Math.min(start, end), end}
  return {text: visibleText(key, {start: span.start, end: Math.min(span.end, span.start + 40_000)}), span}
}

function gapWarnings(source: PreparedSource, lexicon: Lexicon, step: PlacedStep, item: Item | undefined): Warning[] {
  if (step.to <= step.from) return []
  const {text, span} = leftOut(source, step)
  const place = item === undefined ? undefined : {start: item.start, end: item.end}
  if (step.to - step.from > farLetters)
    return [warn('far-apart', 'the omission joins parts that stand far apart', place, span)]
  const found = lossIn(lexicon, text)
  if (found === undefined || isStillThere(source, step, found)) return []
  return [warn(found.kind, `the omission leaves out “${found.word}”`, place, span)]
}

/** The words kept right before a longer omission end with the very negation that it leaves out. */
function isStillThere(source: PreparedSource, step: PlacedStep, loss: Loss): boolean {
  if (loss.kind !== 'omitted-negation' || step.to - step.from < 40) return false
  const from = source.key.places[Math.max(0, step.from - 12)] ?? 0
  const to = source.key.places[step.from] ?? from
  return wordsIn(visibleText(source.key, {start: from, end: to}))
    .slice(-3)
    .includes(loss.word)
}

interface Loss {
  readonly kind: 'omitted-negation' | 'omitted-condition' | 'omitted-qualifier'
  readonly word: string
}

const sentenceBreak = either(
  /[.?!](?:["'”’»)\]]*)\s+(?=["'“‘«„([]?[A-Z0-9])/,
  () => /[.?!。？！](?:["'”’»)\]]*)\s+(?=["'“‘«„([]?[\p{Lu}\p{N}])|[。？！]/u
)

/** The first word of weight in what was left out, as far as it bears on the words that were kept. */
function lossIn(lexicon: Lexicon, text: string): Loss | undefined {
  const sentences = text.split(sentenceBreak(text))
  const head = sentences[0] ?? ''
  if (sentences.length === 1) return lossInSentence(lexicon, head, edgeWords, edgeWords)
  return lossInSentence(lexicon, head, 1, 0) ?? lossInSentence(lexicon, sentences.at(-1) ?? '', 0, edgeWords)
}

/** Looks through a stretch of one sentence: so many words after those kept before it, so many before those kept after it. */
function lossInSentence(lexicon: Lexicon, text: string, atStart: number, atEnd: number): Loss | undefined {
  const isAfterKept = atStart > 0
  const isBeforeKept = atEnd > 0
  const words = wordsIn(text)
  if (words.length === 0 || relativeClause(text).test(text)) return undefined
  const isShort = words.length <= (unspaced.test(text) ? shortSigns : shortWords)
  if (isShort && isAfterKept && isBeforeKept) return lossInShort(lexicon, text, words.length)
  const clauses = text.split(clauseBreak)
  const first = isAfterKept
    ? wordsIn(clauses[0] ?? '')
        .slice(0, atStart)
        .join(' ')
    : ''
  const last = isBeforeKept
    ? wordsIn(clauses.at(-1) ?? '')
        .slice(-atEnd)
        .join(' ')
    : ''
  const negation = lexicon.negation.exec(first) ?? lexicon.negation.exec(last)
  if (negation !== null) return {kind: 'omitted-negation', word: negation[0]}
  for (const clause of isAfterKept ? clauses : clauses.slice(0, 1)) {
    const start = clause.trim()
    const condition = [start, start.replace(joining, '')]
      .map(each => lexicon.condition.exec(each))
      .find(each => each?.index === 0)
    if (condition) return {kind: 'omitted-condition', word: condition[0]}
  }
  const limit = isAfterKept && words.length <= longestLimit ? lexicon.limit.exec(first) : null
  if (limit?.index === 0) return {kind: 'omitted-condition', word: limit[0]}
  const claim = isBeforeKept ? lexicon.claim.exec(clauses.at(-1) ?? '') : null
  return claim === null || words.length > 12 ? undefined : {kind: 'omitted-qualifier', word: claim[0]}
}

function lossInShort(lexicon: Lexicon, text: string, count: number): Loss | undefined {
  const negation = lexicon.negation.exec(text)
  if (negation !== null) return {kind: 'omitted-negation', word: negation[0]}
  const condition = lexicon.condition.exec(text) ?? lexicon.time.exec(text)
  if (condition !== null) return {kind: 'omitted-condition', word: condition[0]}
  const qualifier =
    lexicon.claim.exec(text) ??
    (count <= qualifierWords ? lexicon.qualifier.exec(text) : null) ??
    loneWord(text).exec(text)
  return qualifier === null ? undefined : {kind: 'omitted-qualifier', word: qualifier[0]}
}

const joining = /^(?:and|or|but|nor|und|oder|et|ou|y|o|и|или)\s+/iu
const clauseBreak = /[,;:()–—，、；：]\s*|\s--?\s/u
/** A clause that only adds something, between commas: what it denies is not what the sentence says. */
const relativeClause = either(
  /^\s*[,(–—]\s*(?:who|which|whose|whom|where|qui|dont|lequel|laquelle|welche[rs]?|quien)\s[^,;()–—]*[,)–—]\s*$/i,
  () =>
    /^\s*[,(–—]\s*(?:who|which|whose|whom|where|qui|dont|lequel|laquelle|welche[rs]?|quien|котор\p{L}+)\s[^,;()–—]*[,)–—]\s*$/iu
)
/** A word or a pair left out between two others, without a comma, can only be there to limit or colour them. */
const loneWord = either(
  /^(?!(?:also|too|then|later|further|furthermore|moreover|therefore|thus|hence|indeed|again|now|today|here|there|very|well|both|own|hon|yesterday|tomorrow|still|just|quite|same|various|said|and|the|that|this|our|his|her|their|its|noch|auch|dann|aussi|ainsi|alors|donc|puis|entonces)$)[a-z][A-Za-z'’-]{2,}(?: (?:and|or|und|oder|et|ou|y|o) [A-Za-z'’-]{3,})?$/,
  () =>
    /^(?!(?:also|too|then|later|further|furthermore|moreover|therefore|thus|hence|indeed|again|now|today|here|there|very|well|both|own|hon|yesterday|tomorrow|still|just|quite|same|various|said|and|the|that|this|our|his|her|their|its|noch|auch|dann|aussi|ainsi|alors|donc|puis|también|entonces|además|также|затем|потом)$)\p{Ll}[\p{L}\p{M}'’-]{2,}(?: (?:and|or|und|oder|et|ou|y|o|и|или) [\p{L}\p{M}'’-]{3,})?$/u
)
const unspaced = /[\u2e80-\u9fff]/u

const word = either(/\S*[A-Za-z0-9]\S*/g, () => /[\u2e80-\u9fff]|[^\s\u2e80-\u9fff]*[\p{L}\p{N}][^\s\u2e80-\u9fff]*/gu)

/** Words of a text; characters of a script without spaces count as words. */
function wordsIn(text: string): string[] {
  return text.match(word(text)) ?? []
}

function bracketWarnings(
  source: PreparedSource,
  lexicon: Lexicon,
  step: PlacedStep,
  inner: string,
  item: Item
): Warning[] {
  const place = {start: item.start, end: item.end}
  const {text, span} = step.to > step.from ? leftOut(source, step) : {text: '', span: {start: 0, end: 0}}
  return changeWarnings(lexicon, text, inner, place, step.to > step.from ? span : undefined)
}

/** Compares what a bracket says with what it stands for. */
function changeWarnings(
  lexicon: Lexicon,
  text: string,
  inner: string,
  place: Span,
  passage: Span | undefined
): Warning[] {
  const warnings: Warning[] = []
  const own = lexicon.negation.exec(inner)
  const lost = lexicon.negation.exec(text)
  if (own !== null && lost === null)
    warnings.push(warn('inserted-negation', `the bracket puts in “${own[0]}”`, place, passage))
  if (own === null && lost !== null)
    warnings.push(warn('omitted-negation', `the bracket leaves out “${lost[0]}”`, place, passage))
  const modal = lexicon.modals.findIndex(group => group.test(inner))
  const modalBefore = lexicon.modals.findIndex(group => group.test(text))
  if (modal >= 0 && modalBefore >= 0 && modal !== modalBefore)
    warnings.push(warn('changed-modal', `the bracket changes how binding “${text.trim()}” is`, place, passage))
  const count = wordsIn(text).length
  if (count >= 8 && count > 2 * wordsIn(inner).length)
    warnings.push(warn('long-replacement', `the bracket stands for ${count} words`, place, passage))
  return warnings
}

function partWarnings(
  source: PreparedSource,
  parts: Quotation,
  lexicon: Lexicon,
  step: PlacedStep,
  item: Item
): Warning[] {
  const {text, span} = leftOut(source, step)
  const place = {start: item.start, end: item.end}
  if (item.kind === 'part' && negativeStem.test(item.chunks[0] ?? '')) return []
  const turned = turnedRound(source.key.letters.slice(step.from, step.to), item.kind === 'part' ? item.letters : '')
  if (turned !== undefined) return [warn(turned, 'the bracket turns the word round', place, span)]
  const quoted = parts.text.slice(item.start, item.end).replace(/[[\]]/g, '')
  return changeWarnings(lexicon, text, quoted, place, span).filter(each => each.kind !== 'long-replacement')
}

const negativeStem = /^(?:no|ne|ni|ke|sin|не|ни)/u
const negativePrefix = /^(?:un|in|im|il|ir|non|dis|il|ohn|не|bất)/u

/** A prefix such as "un" put before a word or taken from it. */
function turnedRound(original: string, quoted: string): WarningKind | undefined {
  if (quoted.length > original.length && quoted.endsWith(original) && negativePrefix.test(quoted))
    return 'inserted-negation'
  return original.length > quoted.length && quoted !== '' && original.endsWith(quoted) && negativePrefix.test(original)
    ? 'omitted-negation'
    : undefined
}

/** Letters around a passage in which a cut is looked for. */
const cutReach = 180

/** A quotation that begins right after a negation or ends right before a condition. */
function cutWarnings(source: PreparedSource, lexicon: Lexicon, passage: Span, parts: Quotation): Warning[] {
  const {key} = source
  const warnings: Warning[] = []
  const before = sentenceBefore(visibleText(key, {start: startOfBlock(source, passage.start), end: passage.start}))
  const first = {start: 0, end: Math.min(parts.text.length, parts.items[0]?.end ?? 0)}
  const cut = cutBefore(lexicon, before, goesBeyond.test(parts.text))
  if (cut !== undefined) warnings.push(warn(cut.kind, `the quotation begins right after “${cut.word}”`, first))
  const after = visibleText(key, {start: passage.end, end: endOfBlock(source, passage.end)})
  const exception = lexicon.after.exec(after) ?? (before.trim() === '' ? lexicon.afterWhole.exec(after) : null)
  const last = {start: parts.items.at(-1)?.start ?? 0, end: parts.text.length}
  if (exception !== null) {
    const word = exception[0].replace(/^[\s,;–—"'“”‘’«»-]+/u, '')
    warnings.push(warn('cut-condition', `the quotation ends right before “${word}”`, last))
  }
  return warnings
}

/** What stands before a quotation in its sentence and bears on it. */
function cutBefore(
  lexicon: Lexicon,
  sentence: string,
  isBeyond: boolean
): {kind: WarningKind; word: string} | undefined {
  if (sentence.trim() === '') return undefined
  const clause = sentence.split(/[,;:–—，；]\s/u).at(-1) ?? ''
  const negation = lexicon.before.exec(clause)
  if (negation !== null) return {kind: 'cut-negation', word: negation[0].trim()}
  const doubt = lexicon.complement.test(clause) ? lexicon.doubt.exec(clause) : null
  if (doubt !== null)
    return {
      kind: lexicon.claim.test(doubt[0]) ? 'cut-qualifier' : 'cut-negation',
      word: clause.slice(doubt.index).trim()
    }
  const qualifier = lexicon.qualifierBefore.exec(clause)
  if (qualifier !== null) return {kind: 'cut-qualifier', word: qualifier[0].trim()}
  const condition = isBeyond ? null : lexicon.conditionBefore.exec(clause)
  if (condition !== null)
    return {kind: lexicon.claim.test(condition[0]) ? 'cut-qualifier' : 'cut-condition', word: condition[0].trim()}
  const isAdjunct = /[,，]\s*$/u.test(sentence) && lexicon.leading.test(sentence.replace(/^[^,，]*$/u, ''))
  if (!isAdjunct) return undefined
  return {kind: isClaim(lexicon, sentence) ? 'cut-qualifier' : 'cut-condition', word: sentence.trim().slice(0, 60)}
}

function isClaim(lexicon: Lexicon, sentence: string): boolean {
  return lexicon.claim.test(sentence) || /theor|princip|paper|принцип|теори/iu.test(sentence)
}

/** A quotation that goes on after its first clause shows that a condition stood before it. */
const goesBeyond = /[,;:，；]\s*\S+\s+\S+\s+\S/u

const blockBreak =
  /\n[^\S\n]*\n|\f|<\/?(?:p|div|h[1-6]|li|ul|ol|td|tr|table|blockquote|br|hr|section|article)\b[^<>]*>/gi

/** Where the block begins that a passage stands in, or a little before the passage. */
function startOfBlock(source: PreparedSource, start: number): number {
  const from = Math.max(0, start - (source.format === 'html' ? 3 : 1) * cutReach)
  const raw = source.text.slice(from, start)
  let block = source.format === 'html' ? raw.indexOf('>') + 1 : 0
  for (const match of raw.matchAll(blockBreak)) block = match.index + match[0].length
  return from + block
}

function endOfBlock(source: PreparedSource, end: number): number {
  const raw = source.text.slice(end, end + cutReach)
  const match = raw.search(blockBreak)
  return end + (match < 0 ? raw.length : match)
}

/** What of a text belongs to the sentence that goes on after it; nothing when a sentence ends there. */
function sentenceBefore(text: string): string {
  if (/[.?!;:。；：]["'”’»)\]]*$/u.test(text.trim())) return ''
  return text.split(sentenceStart(text)).at(-1) ?? ''
}

const sentenceStart = either(
  /[.?!;:]["'”’»)\]]*\s+(?=["'“‘«„([]?[A-Z])/,
  () => /[.?!;:]["'”’»)\]]*\s+(?=["'“‘«„([]?\p{Lu})|[。；！？]/u
)
