import {
  type Block,
  type Diagnostic,
  type Inline,
  placeAt,
  sliceText,
  type Text,
  type TextFile,
  type TypedFormula
} from '../tree/index.ts'
import {readBlocks} from './clause-text.ts'

export interface ReadClause {
  readonly typed: TypedFormula
  readonly children: Block[]
  readonly diagnostics: Diagnostic[]
}

/**
 * Reads a clause and sets apart what its drafter typed although the template supplies it:
 * "Whereas", "; and", "; now, therefore, be it", "Resolved, that", the number of the clause.
 * The forms are those that American associations and legislatures use, misspellings included.
 */
export function readClause(
  file: TextFile,
  type: 'whereasClause' | 'resolvedClause',
  text: Text,
  position: {readonly index: number; readonly count: number}
): ReadClause {
  const opening = type === 'whereasClause' ? openWhereas(text.value) : openResolved(text.value, position)
  const {blocks, diagnostics} = readBlocks(file, sliceText(file, text, opening.end, text.value.length))
  const {children, join} = cutJoin(file, blocks, type === 'whereasClause' ? whereasJoins : resolvedJoins)
  const part = (stretch: Stretch | undefined): Text | undefined =>
    stretch && sliceText(file, text, stretch.start, stretch.end)
  const leadIn = part(opening.leadIn)
  const number = part(opening.number)
  return {
    typed: {...(leadIn ? {leadIn} : {}), ...(number ? {number} : {}), ...(join ? {join} : {})},
    children,
    diagnostics
  }
}

interface Stretch {
  readonly start: number
  readonly end: number
}

interface Opening {
  readonly leadIn?: Stretch
  readonly number?: Stretch
  /** Where the words begin. */
  readonly end: number
}

/** No letter or digit follows. */
const wordEnd = '(?![\\p{L}\\p{N}])'

/** A comma that may be typed between two words of a formula. */
const comma = '(?:\\s*,)?\\s*'

const beIt = '(?:let\\s+it\\s+be|be\\s+it)'

/** Expressions that are made where one of them may match: V8 looks up their classes of Unicode when it makes them. */
type Forms = () => readonly RegExp[]

const whereasLeadIns: Forms = () => [
  new RegExp(
    `^\\s*((?:and\\s+)?(?:whereas|wheras|whereass|wherears|whearas|wheareas|wherease|where\\s+as)${wordEnd}(?:\\s*[,:;])?)\\s*`,
    'iu'
  )
]

const resolvedLeadIns: Forms = () => [
  // "Now, therefore, be it resolved, that"; without "that" too, but not "Be it resolved by the Council that".
  new RegExp(
    `^\\s*((?:and${comma})?(?:now${comma})?(?:therefore${comma})?${beIt}(?:\\s+(?:further|finally|hereby))?(?:\\s*[,:])?\\s*resolved${wordEnd}(?!\\s+by\\s)(?:\\s+further)?(?:\\s*[,:])?(?:\\s*that${wordEnd})?(?:\\s*[,:])?)\\s*`,
    'iu'
  ),
  // "Resolved, that", "Resolved further, that", "It was resolved that".
  new RegExp(
    `^\\s*((?:it\\s+was\\s+|(?:and${comma})?further\\s+)?resolved(?:\\s+further)?(?:\\s*[,:]\\s*|\\s+)that${wordEnd}(?:\\s*[,:])?)\\s*`,
    'iu'
  ),
  // Without "that" only a form that no sentence begins with.
  /^\s*(RESOLVED(?![\p{L}\p{N}])(?:\s*[,:])?|Resolved\s*[,:])\s*/u,
  // "That the library": the half of the lead-in that can be no pronoun here.
  /^\s*(that)\s+(?=(?:the|this|these|our|its|all|an?|ALA|we)\s)/iu
]

const clauseNumber = /^\s*(\((\d{1,4})\)|(\d{1,4})[.)])\s+/

/**
 * Most clauses open with no lead-in and end with no join. These say so at a hundredth of the cost:
 * the Unicode classes of the full expressions take a millisecond each to compile.
 */
const mayOpenWhereas = /^[\s*_]*(?:and\s+)?wh/i
const mayOpenResolved = /resolved|^[\s*_]*that\s/i
const mayEndWithJoin = /(?:[;,:.]|and|it|be|then|therefore|further|finally|hereby|resolved|that)[\s\ufffc]*$/i

function openWhereas(value: string): Opening {
  if (!mayOpenWhereas.test(value)) return {end: 0}
  return leadInAt(value, 0, whereasLeadIns) ?? {end: 0}
}

function openResolved(value: string, position: {readonly index: number; readonly count: number}): Opening {
  const before = numberAt(value, 0, position)
  const start = before?.end ?? 0
  const head = value.slice(start, start + 2 * longestLeadIn)
  const lead = mayOpenResolved.test(head) ? leadInAt(value, start, resolvedLeadIns) : undefined
  const afterLead = lead?.end ?? start
  const after = before ? undefined : numberAt(value, afterLead, position)
  const number = before ?? after
  return {...lead, ...(number ? {number: number.stretch} : {}), end: after?.end ?? afterLead}
}

/** A lead-in at a unit, also an emphasised one: "*Resolved*, That". */
function leadInAt(value: string, from: number, forms: Forms): Opening | undefined {
  const {words, start, end, width} = withoutEmphasis(value.slice(from))
  for (const form of forms()) {
    const found = form.exec(words)
    if (!found) continue
    const leadIn = groupOf(found)
    // What is emphasised must be of the lead-in only.
    if (leadIn.start <= start && leadIn.end < end) return undefined
    return {
      leadIn: {start: from + leadIn.start, end: from + leadIn.end + 2 * width},
      end: from + found[0].length + 2 * width
    }
  }
  return undefined
}

/** How far the emphasis of a lead-in may reach. */
const longestLeadIn = 120

/** The words without the marks of an emphasis that begins them; it reaches from `start` to `end` of them, its marks are `width` wide. */
function withoutEmphasis(value: string): Stretch & {readonly words: string; readonly width: number} {
  const found = /^(\s*)([*_]{1,3})(?=\p{L})/u.exec(value.slice(0, longestLeadIn))
  const blanks = found?.[1]?.length ?? 0
  const marks = found?.[2] ?? ''
  const from = blanks + marks.length
  const until = marks === '' ? -1 : value.slice(0, longestLeadIn).indexOf(marks, from)
  if (until < 0) return {words: value, start: 0, end: 0, width: 0}
  const words = value.slice(0, blanks) + value.slice(from, until) + value.slice(until + marks.length)
  return {words, start: blanks, end: until - marks.length, width: marks.length}
}

/** The number of a resolved clause, when it is the one that the template will print. */
function numberAt(
  value: string,
  from: number,
  {index, count}: {readonly index: number; readonly count: number}
): {readonly stretch: Stretch; readonly end: number} | undefined {
  const found = count > 1 ? clauseNumber.exec(value.slice(from, from + 40)) : null
  if (!found || Number(found[2] ?? found[3]) !== index + 1) return undefined
  return {stretch: groupOf(found, from), end: from + found[0].length}
}

/** The stretch of the first group of a match that starts with blanks and that group. */
function groupOf(found: RegExpExecArray, from = 0): Stretch {
  const words = found[1] ?? ''
  const start = from + found[0].indexOf(words)
  return {start, end: start + words.trimEnd().length}
}

/** Stands for a note reference in the tail of a clause: joins may be typed before and after it. */
const noteMark = '\ufffc'

/** Blanks and note marks, which may stand between the pieces of a join. */
const gap = `[\\s${noteMark}]*`

const pause = `(?:${gap},)?${gap}`
const wordStart = '(?<![\\p{L}\\p{N}])'
const and = `and${wordEnd}`
const stop = '[;,:.]'
const furthermore = '(?:\\s+(?:further|finally|hereby))?'
const thenResolved = `(?:${gap}[,:])?${gap}resolved${wordEnd}(?:${pause}that${wordEnd})?`

const join = (pattern: string): RegExp => new RegExp(`${pattern}${gap}$`, 'iu')

const whereasJoins: Forms = () => [
  // "; now, therefore, be it", "Therefore, be it resolved that"
  join(
    `(?:${stop}${gap})?${wordStart}(?:${and}${pause})?(?:now${pause})?therefore${pause}${beIt}${furthermore}(?:${thenResolved})?${gap}${stop}?`
  ),
  // "; now, therefore,", "; then": without "be it" only behind a stop, where no sentence ends so.
  join(`${stop}${gap}(?:${and}${pause})?(?:now${pause})?therefore${gap}${stop}?`),
  join(`;${gap}then${gap},?`),
  join(`(?:${stop}${gap})?${wordStart}${and}${pause}${beIt}\\s+(?:further|finally)(?:${thenResolved})?${gap}${stop}?`),
  join(`(?:${stop}${gap})?${wordStart}${and}${gap}[,;]?`),
  join(stop)
]

const resolvedJoins: Forms = () => [
  // "; and, be it further", "And be it further resolved, that"
  join(
    `(?:${stop}${gap})?${wordStart}(?:${and}${pause})?${beIt}(?:\\s+(?:further|finally)(?:${thenResolved})?|${furthermore}${thenResolved})${gap}${stop}?`
  ),
  // "and be further", a slip that is met with
  join(`(?:${stop}${gap})?${wordStart}${and}${pause}be\\s+(?:further|finally)(?:${thenResolved})?${gap}${stop}?`),
  join(`(?:${stop}${gap})?${wordStart}${and}${gap}[,;]?`),
  join('[;,.]')
]

/** A full stop after one of these, or after initials, belongs to the word. */
const abbreviation = (): RegExp =>
  /(?:^|[\s(])(?:(?:\p{L}{1,3}\.)+\p{L}{1,3}|\p{Lu}|Inc|Co|Corp|Ltd|Bros|Assn|Assoc|Dept|Univ|Jr|Sr|Esq|Dr|Mr|Mrs|Ms|St|Ave|Blvd|Rd|Bldg|Mt|Ft|Rev|Prof|Gov|Sen|Rep|Gen|Hon|Jan|Feb|Aug|Sept|Oct|Nov|Dec|etc|et al|et seq)\.$/u

/** "Title I." and "Plan B." end with a letter that is no initial. */
const lettered = (): RegExp =>
  /(?:Annex|Appendix|Article|Book|Category|Chapter|Class|Division|Exhibit|Figure|Grade|Group|Item|Level|Part|Phase|Plan|Schedule|Section|Table|Tier|Title|Type|Vitamin|War) \p{Lu}\.$/iu

/** How much of the end of a clause is looked at: no join is longer. */
const longestTail = 160

/** Takes the join away from the end of the last paragraph, passing over note references, which stay. */
function cutJoin(
  file: TextFile,
  blocks: readonly Block[],
  joins: Forms
): {readonly children: Block[]; readonly join: Text | undefined} {
  const last = blocks.at(-1)
  if (last?.type !== 'paragraph') return {children: [...blocks], join: undefined}
  const first = tailStart(last.children)
  const tail = last.children.slice(first)
  const words = tail.map(node => tailWords(node)?.value ?? noteMark).join('')
  const from = Math.max(0, words.length - longestTail)
  const found = joinIn(words.slice(from), joins)
  if (!found) return {children: [...blocks], join: undefined}
  const until = words.slice(0, from + found.start).trimEnd().length
  const {kept, cut} = divide(file, tail, until)
  const children = [...last.children.slice(0, first), ...kept]
  const others = blocks.slice(0, -1)
  const joined = joinText(file, cut)
  // A bridge in a paragraph of its own leaves nothing behind; the paragraph before it may still end with a semicolon.
  if (children.length > 0) return {children: [...others, {...last, children}], join: joined}
  const rest = cutJoin(file, others, joins)
  if (!rest.join || !joined) return {children: rest.children, join: joined}
  const breakAt = others.at(-1)?.place.end.offset ?? last.place.start.offset
  return {children: rest.children, join: joinParagraphs(file, rest.join, joined, breakAt)}
}

/** Where the texts and note references begin that end a paragraph. */
function tailStart(children: readonly Inline[]): number {
  const marks = new Set<Inline['type']>(['citation', 'noteReference', 'inlineNote'])
  return children.findLastIndex(node => !tailWords(node) && !marks.has(node.type)) + 1
}

/** The words of a text, or of an emphasis that holds nothing else. */
function tailWords(node: Inline): Text | undefined {
  if (node.type === 'text') return node
  if (node.type !== 'emphasis' && node.type !== 'strong') return undefined
  const [only, ...others] = node.children
  return only?.type === 'text' && others.length === 0 ? only : undefined
}

function joinIn(tail: string, joins: Forms): {readonly start: number} | undefined {
  if (!mayEndWithJoin.test(tail)) return undefined
  for (const join of joins()) {
    const found = join.exec(tail)
    if (!found) continue
    if (found[0].startsWith('.') && belongsToWord(tail.slice(0, found.index + 1))) {
      // "U.S.; and": the stop is the word's, what follows it is the join.
      const after = found.index + 1
      const rest = joinIn(tail.slice(after), joins)
      return rest && {start: after + rest.start}
    }
    return {start: found.index}
  }
  return undefined
}

/** Whether the full stop that ends the words is one of an abbreviation or of an ellipsis. */
function belongsToWord(words: string): boolean {
  return words.endsWith('..') || (abbreviation().test(words) && !lettered().test(words))
}

/** Splits the tail at a unit: texts after it are cut, note references stay. */
function divide(
  file: TextFile,
  tail: readonly Inline[],
  from: number
): {readonly kept: Inline[]; readonly cut: Text[]} {
  const kept: Inline[] = []
  const cut: Text[] = []
  let at = 0
  for (const node of tail) {
    const words = tailWords(node)
    const width = words?.value.length ?? 1
    const split = Math.max(0, Math.min(width, from - at))
    if (!words || split === width) kept.push(node)
    else {
      if (split > 0) kept.push(withWords(node, sliceText(file, words, 0, split)))
      cut.push(sliceText(file, words, split, width))
    }
    at += width
  }
  return {kept, cut}
}

/** The same text, or the same emphasis, with other words. */
function withWords(node: Inline, words: Text): Inline {
  return node.type === 'emphasis' || node.type === 'strong' ? {...node, children: [words]} : words
}

/** Two joins with the break between their paragraphs. */
function joinParagraphs(file: TextFile, first: Text, second: Text, breakAt: number): Text | undefined {
  const offsets = Uint32Array.of(breakAt, second.place.start.offset)
  const lineBreak: Text = {type: 'text', value: '\n', offsets, place: placeAt(file, breakAt, breakAt)}
  return joinText(file, [first, second], lineBreak)
}

/** The pieces of a join as one text without the blanks round it; undefined when they are blanks only. */
function joinText(file: TextFile, pieces: readonly Text[], between?: Text): Text | undefined {
  const filled = pieces.filter(piece => piece.value.trim() !== '')
  const [first] = filled
  const last = filled.at(-1)
  if (!first || !last) return undefined
  const held = between ? filled.flatMap((piece, index) => (index > 0 ? [between, piece] : piece)) : filled
  const value = held.map(piece => piece.value).join('')
  const offsets = new Uint32Array(value.length + 1)
  let at = 0
  for (const piece of held) {
    offsets.set(piece.offsets, at)
    at += piece.value.length
  }
  const whole: Text = {type: 'text', value, offsets, place: {start: first.place.start, end: last.place.end}}
  return sliceText(file, whole, value.length - value.trimStart().length, value.trimEnd().length)
}
