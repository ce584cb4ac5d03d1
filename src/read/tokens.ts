import {hasPlainLetters} from '../tree/index.ts'

/** Syntax that is no Markdown, found before Markdown is looked for; offsets are UTF-16 units of the paragraph. */
export type Token =
  | {readonly type: 'citation'; readonly start: number; readonly end: number; readonly items: readonly TokenItem[]}
  | {readonly type: 'sentenceCitation'; readonly start: number; readonly end: number; readonly id: Stretch}
  | {readonly type: 'noteReference'; readonly start: number; readonly end: number; readonly label: Stretch}
  | {readonly type: 'inlineNote'; readonly start: number; readonly end: number; readonly inner: Stretch}
  | {readonly type: 'address'; readonly start: number; readonly end: number}

export interface Stretch {
  readonly start: number
  readonly end: number
}

/** One source of a citation; `prefix` and `rest` as typed, the item from `start` to `end`. */
export interface TokenItem extends Stretch {
  readonly id: Stretch
  readonly prefix: string
  readonly rest: string
}

/** What a backslash takes the meaning from; before anything else it is a backslash. */
export const escapable = /[\\*_[\]<@^"'“”‘’„«»‹›「」『』]/

/** An id: letters, digits and `_`, with single other marks inside but not at its end (pandoc's rule), or anything in braces. */
const idOfAny = (): RegExp =>
  /@(?:\{([^{}\n]+)\}|([\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*))/uy
const plainId = /@(?:\{([^{}\n]+)\}|([A-Za-z0-9_](?:[A-Za-z0-9_]|[:.#$%&\-+?<>~/](?=[A-Za-z0-9_]))*))/y
const labelPattern = /\[\^([^\s[\]^]{1,40})\]/y
/** A note or citation that is typed right after an address is none of its letters. */
const addressPattern = /https?:\/\/(?:(?!\[[\^@]|\^\[)[^\s<>"“”\u3000-\u303f\uff00-\uffef])+/iy
/** The address of a Markdown link, with one level of parentheses in it. */
const linkPattern = /\]\(<?(?:https?:\/\/|mailto:)[^\s()]*(?:\([^\s()]*\)[^\s()]*)*/iy
const autolinkPattern = /<[a-z][a-z0-9+.-]*:[^\s<>]*>/iy
/** Longer things are no addresses and no citations; the limits keep hostile input linear. */
const longestUrl = 2048
const longestCitation = 2048
const wordCharacter = (): RegExp => /[\p{L}\p{M}\p{N}_]/u
const plainWordCharacter = /[A-Za-z0-9_]/

function isInWord(character: string): boolean {
  return (hasPlainLetters(character) ? plainWordCharacter : wordCharacter()).test(character)
}

/** Finds citations, notes, note references and bare addresses in a paragraph, in order. Linear: each bracket is matched once. */
export function findTokens(paragraph: string): Token[] {
  if (!/[@^]|:\/\//.test(paragraph)) return []
  const closing = matchBrackets(paragraph)
  const tokens: Token[] = []
  for (let at = 0; at < paragraph.length; ) {
    const token = tokenAt(paragraph, at, closing)
    if (token) tokens.push(token)
    at = token ? token.end : at + widthAt(paragraph, at)
  }
  return tokens
}

/** How far to go on from a character that opens nothing: over an escape, and over the address of a link. */
function widthAt(paragraph: string, at: number): number {
  if (paragraph[at] === '\\' && escapable.test(paragraph[at + 1] ?? '')) return 2
  if (paragraph.startsWith('](', at)) return widthOf(linkPattern, paragraph, at) || 1
  if (paragraph[at] === '<') return widthOf(autolinkPattern, paragraph, at) || 1
  return 1
}

/** How many units from `at` a sticky pattern covers, of those that an address may have; 0 for none. */
function widthOf(pattern: RegExp, paragraph: string, at: number): number {
  pattern.lastIndex = 0
  return pattern.exec(paragraph.slice(at, at + longestUrl))?.[0].length ?? 0
}

function tokenAt(paragraph: string, at: number, closing: ReadonlyMap<number, number>): Token | undefined {
  const character = paragraph[at]
  if (character === '[') return noteReferenceAt(paragraph, at) ?? citationAt(paragraph, at, closing)
  if (character === '^' && paragraph[at + 1] === '[') {
    const end = closing.get(at + 1)
    return end === undefined ? undefined : {type: 'inlineNote', start: at, end: end + 1, inner: {start: at + 2, end}}
  }
  if (character === '@') return sentenceCitationAt(paragraph, at)
  if (character === 'h' || character === 'H') return addressAt(paragraph, at)
  return undefined
}

function noteReferenceAt(paragraph: string, at: number): Token | undefined {
  labelPattern.lastIndex = at
  const found = labelPattern.exec(paragraph)
  if (!found) return undefined
  const end = at + found[0].length
  return {type: 'noteReference', start: at, end, label: {start: at + 2, end: end - 1}}
}

function sentenceCitationAt(paragraph: string, at: number): Token | undefined {
  if (isInWord(paragraph[at - 1] ?? '')) return undefined
  const id = idAt(paragraph, at)
  return id && {type: 'sentenceCitation', start: at, end: id.tokenEnd, id: {start: id.start, end: id.end}}
}

function idAt(paragraph: string, at: number): (Stretch & {readonly tokenEnd: number}) | undefined {
  const found = matchId(paragraph, at)
  if (!found) return undefined
  const braces = found[1] === undefined ? 0 : 1
  const tokenEnd = at + found[0].length
  return {start: at + 1 + braces, end: tokenEnd - braces, tokenEnd}
}

function matchId(paragraph: string, at: number): RegExpExecArray | null {
  const found = matchAt(plainId, paragraph, at)
  const end = at + (found?.[0].length ?? 1)
  // Where the next two characters are plain, the id ends here by the pattern for letters of any script too.
  const isWhole = found?.[1] !== undefined || hasPlainLetters(paragraph.slice(end, end + 2))
  return isWhole ? found : matchAt(idOfAny(), paragraph, at)
}

function matchAt(pattern: RegExp, paragraph: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(paragraph)
}

/** A bare address; marks that end a sentence or close a bracket round it are not part of it. */
function addressAt(paragraph: string, at: number): Token | undefined {
  if (isInWord(paragraph[at - 1] ?? '')) return undefined
  const width = widthOf(addressPattern, paragraph, at)
  if (width === 0 || width === longestUrl) return undefined
  const start = paragraph.indexOf('//', at) + 2
  let end = untilUnbalanced(paragraph, start, at + width)
  while (end > start && /[.,;:!?'’»›*_\\]/.test(paragraph[end - 1] ?? '')) end--
  return end > start ? {type: 'address', start: at, end} : undefined
}

/** Where the first bracket stands that closes none of the stretch; its end when there is none. */
function untilUnbalanced(paragraph: string, start: number, end: number): number {
  let round = 0
  let square = 0
  for (let at = start; at < end; at++) {
    const character = paragraph[at]
    if (character === '(') round++
    else if (character === '[') square++
    else if (character === ')' && --round < 0) return at
    else if (character === ']' && --square < 0) return at
  }
  return end
}

/** `[see @a, p. 3; @b]`: every part between semicolons must name one source, or the bracket is text. */
function citationAt(paragraph: string, at: number, closing: ReadonlyMap<number, number>): Token | undefined {
  const end = closing.get(at)
  if (
    end === undefined ||
    end - at > longestCitation ||
    widthOf(linkPattern, paragraph, end) > 0 ||
    !paragraph.slice(at, end).includes('@')
  )
    return undefined
  const items: TokenItem[] = []
  let start = at + 1
  for (const part of splitParts(paragraph.slice(start, end))) {
    const item = itemAt(paragraph, start, start + part.length)
    if (!item) return undefined
    items.push(item)
    start += part.length + 1
  }
  return {type: 'citation', start: at, end: end + 1, items}
}

/** Splits at the semicolons that are not inside brackets or braces. */
function splitParts(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    if ('[{('.includes(character)) depth++
    else if (']})'.includes(character)) depth--
    else if (character === ';' && depth <= 0) {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  return [...parts, text.slice(from)]
}

function itemAt(paragraph: string, start: number, end: number): TokenItem | undefined {
  for (let at = paragraph.indexOf('@', start); at >= 0 && at < end; at = paragraph.indexOf('@', at + 1)) {
    const before = paragraph[at - 1] ?? ''
    if (at > start && !/[\s\-([{]/.test(before)) continue
    const id = idAt(paragraph, at)
    if (!id || id.tokenEnd > end) continue
    const prefix = paragraph.slice(start, at).replace(/-$/, '').trim()
    return {start, end, id: {start: id.start, end: id.end}, prefix, rest: paragraph.slice(id.tokenEnd, end).trimEnd()}
  }
  return undefined
}

/** For each opening square bracket the one that closes it; escaped ones do not count. */
function matchBrackets(paragraph: string): Map<number, number> {
  const closing = new Map<number, number>()
  const open: number[] = []
  for (let at = 0; at < paragraph.length; at++) {
    const character = paragraph[at]
    if (character === '\\' && escapable.test(paragraph[at + 1] ?? '')) at++
    else if (character === '[') open.push(at)
    else if (character === ']') {
      const start = open.pop()
      if (start !== undefined) closing.set(start, at)
    }
  }
  return closing
}
