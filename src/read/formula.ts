import {
  type Block,
  type Diagnostic,
  type Inline,
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

const whereasLeadIn =
  /^\s*((?:and\s+)?(?:whereas|wheras|whereass|wherears|whearas|wheareas|wherease|where\s+as)(?![\p{L}\p{N}])\s*[,:;]?)\s*/iu

const resolvedLeadIn =
  /^\s*((?:(?:and\s*,?\s*)?(?:now\s*,?\s*)?therefore\s*,?\s*(?:let\s+it\s+|be\s+it\s+)(?:further\s+|finally\s+)?|(?:and\s*,?\s*)?be\s+it\s+(?:further\s+|finally\s+)?|(?:and\s*,?\s*)?further\s+)?resolved(?:\s+further)?\s*(?:[,:]\s*)?that(?![\p{L}\p{N}])\s*[,:]?)\s*/iu

/** Without "that" only a form that no sentence begins with: "RESOLVED …", "Resolved, …". */
const bareLeadIn = /^\s*(RESOLVED\s*[,:]?|Resolved\s*[,:])\s*/

const clauseNumber = /^\s*(\((\d{1,4})\)|(\d{1,4})[.)])\s+/

function openWhereas(value: string): Opening {
  const found = whereasLeadIn.exec(value)
  return found ? {leadIn: groupOf(found), end: found[0].length} : {end: 0}
}

function openResolved(value: string, position: {readonly index: number; readonly count: number}): Opening {
  const before = numberAt(value, 0, position)
  const start = before?.end ?? 0
  const rest = value.slice(start)
  const found = resolvedLeadIn.exec(rest) ?? bareLeadIn.exec(rest)
  const leadIn = found && groupOf(found, start)
  const afterLead = start + (found?.[0].length ?? 0)
  const after = before ? undefined : numberAt(value, afterLead, position)
  const number = before ?? after
  return {
    ...(leadIn ? {leadIn} : {}),
    ...(number ? {number: number.stretch} : {}),
    end: after?.end ?? afterLead
  }
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

const bridge = `(?:now\\b${gap},?${gap})?therefore\\b${gap},?${gap}(?:let\\s+it|be\\s+it)(?:\\s+further)?(?:${gap},?${gap}resolved(?:${gap},?\\s*that)?)?`
const further = `be\\s+it\\s+(?:further|finally)(?:${gap},?\\s*resolved(?:${gap},?\\s*that)?)?`
const stop = `[;,:.]`

const whereasJoins: readonly RegExp[] = [
  new RegExp(
    `(?:${gap}${stop})?${gap}(?<![\\p{L}\\p{N}])(?:and\\b${gap},?${gap})?${bridge}${gap}${stop}?${gap}$`,
    'iu'
  ),
  new RegExp(`(?:${gap}${stop})?${gap}(?<![\\p{L}\\p{N}])and\\b${gap},?${gap}${further}${gap}${stop}?${gap}$`, 'iu'),
  new RegExp(`(?:${gap}${stop})?${gap}(?<![\\p{L}\\p{N}])and${gap}[,;]?${gap}$`, 'iu'),
  new RegExp(`${gap}${stop}${gap}$`, 'u')
]

const resolvedJoins: readonly RegExp[] = [
  new RegExp(
    `(?:${gap}${stop})?${gap}(?<![\\p{L}\\p{N}])(?:and\\b${gap},?${gap})?${further}${gap}${stop}?${gap}$`,
    'iu'
  ),
  new RegExp(`(?:${gap}${stop})?${gap}(?<![\\p{L}\\p{N}])and${gap}[,;]?${gap}$`, 'iu'),
  new RegExp(`${gap}[;,.]${gap}$`, 'u')
]

/** A full stop after one of these, or after initials, belongs to the word. */
const abbreviation =
  /(?:^|[\s(])(?:(?:\p{L}\.)+\p{L}|\p{Lu}|Inc|Co|Corp|Ltd|Bros|etc|Jr|Sr|Dr|Mr|Mrs|Ms|St|Nos?|al|Rev|Prof|Gov|Sen|Rep|Gen|Hon|vs?|cf|ca|vols?|eds?|pp?|arts?|secs?|chs?|Ave|Blvd|Dept|Assn|Univ)\.$/u

/** How much of the end of a clause is looked at: no join is longer. */
const longestTail = 160

/** Takes the join away from the end of the last paragraph, passing over note references, which stay. */
function cutJoin(
  file: TextFile,
  blocks: readonly Block[],
  joins: readonly RegExp[]
): {readonly children: Block[]; readonly join: Text | undefined} {
  const last = blocks.at(-1)
  if (last?.type !== 'paragraph') return {children: [...blocks], join: undefined}
  const first = tailStart(last.children)
  const tail = last.children.slice(first)
  const words = tail.map(node => (node.type === 'text' ? node.value : noteMark)).join('')
  const from = Math.max(0, words.length - longestTail)
  const found = joinIn(words.slice(from), joins)
  if (!found) return {children: [...blocks], join: undefined}
  const {kept, cut} = divide(file, tail, from + found.start)
  const children = [...last.children.slice(0, first), ...kept]
  const others = blocks.slice(0, -1)
  const joined = joinText(file, cut)
  // A bridge in a paragraph of its own leaves nothing behind; the paragraph before it may still end with a semicolon.
  if (children.length > 0) return {children: [...others, {...last, children}], join: joined}
  const rest = cutJoin(file, others, joins)
  return {children: rest.children, join: rest.join && joined ? joinText(file, [rest.join, joined]) : joined}
}

/** Where the texts and note references begin that end a paragraph. */
function tailStart(children: readonly Inline[]): number {
  const types = new Set<Inline['type']>(['text', 'citation', 'noteReference', 'inlineNote'])
  return children.findLastIndex(node => !types.has(node.type)) + 1
}

function joinIn(tail: string, joins: readonly RegExp[]): {readonly start: number} | undefined {
  for (const join of joins) {
    const found = join.exec(tail)
    if (!found) continue
    const mark = found[0].replace(new RegExp(`^${gap}`, 'u'), '')
    const stopAt = found.index + found[0].length - mark.length
    const belongsToWord =
      mark.startsWith('.') && (abbreviation.test(tail.slice(0, stopAt + 1)) || tail[stopAt - 1] === '.')
    if (!belongsToWord) return {start: found.index}
    // "U.S.; and": the stop is the word's, what follows it is the join.
    const after = stopAt + 1
    const rest = joinIn(tail.slice(after), joins)
    return rest && {start: after + rest.start}
  }
  return undefined
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
    const width = node.type === 'text' ? node.value.length : 1
    const split = Math.max(0, Math.min(width, from - at))
    if (node.type !== 'text') kept.push(node)
    else {
      if (split > 0) kept.push(split < width ? sliceText(file, node, 0, split) : node)
      if (split < width) cut.push(sliceText(file, node, split, width))
    }
    at += width
  }
  return {kept, cut}
}

/** The pieces of a join as one text without the blanks round it; undefined when they are blanks only. */
function joinText(file: TextFile, pieces: readonly Text[]): Text | undefined {
  const held = pieces.filter(piece => piece.value.trim() !== '')
  const [first] = held
  const last = held.at(-1)
  if (!first || !last) return undefined
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
