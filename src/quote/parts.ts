import {isMark} from './fold.ts'
import type {Key, Reading} from './key.ts'
import {scan} from './key.ts'
import {isPlain} from './plain.ts'
import type {Span} from './types.ts'

/** A word of the quotation that must stand in the source. */
export interface Word extends Span {
  readonly kind: 'word'
  readonly letters: string
  /** Where its letters begin in the key of the quotation. */
  readonly key: number
}

/** An omission: any number of words of the source. */
export interface Gap extends Span {
  readonly kind: 'gap'
}

/** A bracket that stands alone: words put in, or put for some words of the source. */
export interface Bracket extends Span {
  readonly kind: 'bracket'
  readonly letters: string
  readonly inner: string
  /** Round brackets are not the usual sign of an insertion. */
  readonly isRound: boolean
}

/** A word of which a part is in brackets: "demand[s]", "[t]he", "prosecut[ing]". */
export interface Part extends Span {
  readonly kind: 'part'
  /** The word as it would be without brackets. */
  readonly letters: string
  /** Letters outside the brackets, in order; an empty first or last one means that a bracket stands there. */
  readonly chunks: readonly string[]
  readonly key: number
}

export type Item = Word | Gap | Bracket | Part

/** A quotation taken apart. */
export interface Quotation {
  readonly text: string
  /** Key of all words, those in brackets too; remarks such as "[sic]" are left out. */
  readonly key: Key
  readonly items: readonly Item[]
  /** "[sic]", "[emphasis added]" and the like were found and left out. */
  readonly hasRemarks: boolean
  readonly hasBrackets: boolean
  readonly brackets: readonly Span[]
  readonly hasGaps: boolean
  /** An omission with words on both sides. */
  readonly hasInnerGaps: boolean
}

/** A sign found in the quotation. */
interface Sign extends Span {
  readonly kind: 'gap' | 'bracket' | 'remark'
  readonly inner: string
}

const remark = (): RegExp =>
  /^\s*(?:\[?sic\]?|recte|emphas[ie]s?[^\][]{0,40}|italics?[^\][]{0,30}|original (?:emphasis|italics)|(?:internal |footnotes?|citations?|quotation marks|notes?|references?|punctuation|brackets|alterations?|ellips[ie]s| and |,|&|\s)+ (?:omitted|removed|altered|added)|cleaned up|(?:my|our|his|her|author[’']s) (?:emphasis|italics|translation)|translation[^\][]{0,30}|hervorh(?:ebung|\.)[^\][]{0,40}|kursiv[^\][]{0,30}|(?:nous|je) soulign(?:ons|e)|soulign[ée][^\][]{0,30}|c[’']est (?:moi|nous) qui soulign[^\][]{0,10}|(?:el )?(?:é|e)nfasis[^\][]{0,30}|(?:subrayado|cursiva|negrita)s?[^\][]{0,30}|выделено[^\][]{0,30}|курсив[^\][]{0,30}|так в [^\][]{0,30}|nguyên văn|nhấn mạnh[^\][]{0,30}|原文[如ま][此マ]?|原文ママ|ママ|傍点[^\][]{0,12}|着重号[^\][]{0,12}|强调[^\][]{0,12})\s*[.!]?\s*$/iu
/** Part of every remark: the whole expression takes long to compile, and most brackets hold other words. */
const remarkSigns =
  'sic|recte|emphas|italic|omitted|removed|altered|added|cleaned|translation|hervorh|kursiv|soulign|nfasis|subrayado|cursiva|negrita|выделено|курсив|так в|nguyên|nhấn|原文|ママ|傍点|着重号|强调'.split(
    '|'
  )

function isRemark(inner: string): boolean {
  if (inner.length >= 120) return false
  const words = inner.toUpperCase().toLowerCase()
  return remarkSigns.some(sign => words.includes(sign)) && remark().test(inner)
}

const omissionWord = (): RegExp =>
  /^\s*(?:omitted|omissis|snip|text omitted|words omitted|passage omitted|gekürzt|auslassung|пропуск|пропущено|[中下前后後以]?[略省]+略?|lược bỏ)\s*$/iu
const dotsOnly = /^[\s.…‥⋯。・*–—_-]*$/u
const letterBefore = (): RegExp => /[\p{L}\p{N}\p{M}]$/u

/** Takes a quotation apart: words, omissions, brackets. One pass; unbalanced brackets are plain characters. Round ones are  signs of an insertion only when the caller says so. */
export function takeApart(text: string, reading: Reading, withRound = false): Quotation {
  const signs = findSigns(text, withRound)
  const key = scan(withoutRemarks(text, signs), reading)
  const items = itemsOf(text, key, signs)
  const first = items.findIndex(isWordy)
  const inner = items.slice(Math.max(0, first), items.findLastIndex(isWordy) + 1)
  return {
    text,
    key,
    items: inner,
    hasRemarks: signs.some(sign => sign.kind === 'remark'),
    brackets: signs.filter(sign => sign.kind === 'bracket'),
    hasBrackets: signs.some(sign => sign.kind === 'bracket'),
    hasGaps: signs.some(sign => sign.kind === 'gap'),
    hasInnerGaps: inner.some(item => item.kind === 'gap')
  }
}

function isWordy(item: Item): boolean {
  return item.kind !== 'gap'
}

/** The text with the remarks blanked out, so that all offsets stay. */
function withoutRemarks(text: string, signs: readonly Sign[]): string {
  let result = ''
  let done = 0
  for (const sign of signs) {
    if (sign.kind !== 'remark') continue
    result += text.slice(done, sign.start) + ' '.repeat(sign.end - sign.start)
    done = sign.end
  }
  return done === 0 ? text : result + text.slice(done)
}

const closers: Readonly<Record<string, string>> = {'[': ']', '［': '］', '(': ')', '（': '）', '〔': '〕', '【': '】'}

/** Finds brackets and omissions from left to right; innermost brackets count. */
function findSigns(text: string, withRound: boolean): Sign[] {
  const signs: Sign[] = []
  let open = -1
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i)
    if (Object.hasOwn(closers, character)) open = i
    else if (open >= 0 && character === closers[text.charAt(open)]) {
      const sign = bracketSign(text, open, i + 1, withRound)
      open = -1
      if (sign === undefined) continue
      while (signs.length > 0 && (signs.at(-1)?.start ?? 0) >= sign.start) signs.pop()
      signs.push(sign)
    } else if ('.…‥⋯*。・'.includes(character)) {
      const end = dotsFrom(text, i)
      if (end > i + 1 || character === '…' || character === '⋯') {
        if (isOmission(text, i, end)) signs.push({kind: 'gap', start: i, end, inner: ''})
        i = Math.max(i, end - 1)
      }
    }
  }
  return signs
}

function bracketSign(text: string, start: number, end: number, withRound: boolean): Sign | undefined {
  const inner = text.slice(start + 1, end - 1)
  const isSquare = '[［〔【'.includes(text.charAt(start))
  if (dotsOnly.test(inner) && /[.…‥⋯*–—_-].*[.…‥⋯*–—_-]|…|⋯/u.test(inner)) return {kind: 'gap', start, end, inner: ''}
  if (omissionWord().test(inner)) return {kind: 'gap', start, end, inner: ''}
  if (isRemark(inner)) return {kind: 'remark', start, end, inner}
  return isSquare || (withRound && inner.length < 80) ? {kind: 'bracket', start, end, inner} : undefined
}

/** End of a run of dots or asterisks that may have spaces between them. */
function dotsFrom(text: string, start: number): number {
  const isStar = text.charAt(start) === '*'
  let end = start + 1
  for (let i = start + 1; i < text.length; i++) {
    const character = text.charAt(i)
    if (isStar ? character === '*' : '.…‥⋯。・'.includes(character)) end = i + 1
    else if (!/\s/u.test(character) || i - end > 3) break
  }
  return end
}

function isOmission(text: string, start: number, end: number): boolean {
  const run = text.slice(start, end).replace(/\s/gu, '')
  if (run.startsWith('*'))
    return (
      run.length >= 3 &&
      !letterBefore().test(text.slice(0, start).slice(-2)) &&
      !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))
    )
  return /[…⋯]/u.test(run) || run.length >= 3 || run === '‥'
}

/** Puts words and signs in order; letters that touch a bracket make one part with it. */
function itemsOf(text: string, key: Key, signs: readonly Sign[]): Item[] {
  const items: Item[] = []
  const words = wordsOf(key)
  const shapes = signs.filter(sign => sign.kind !== 'remark')
  let w = 0
  for (let s = 0; s <= shapes.length; s++) {
    const sign = shapes[s]
    const until = sign === undefined ? Number.POSITIVE_INFINITY : sign.start
    while (w < words.length && (words[w]?.start ?? 0) < until) {
      const word = words[w]
      w++
      if (word !== undefined) items.push(word)
    }
    if (sign === undefined) break
    if (sign.kind === 'gap') {
      if (items.at(-1)?.kind !== 'gap') items.push({kind: 'gap', start: sign.start, end: sign.end})
      while (w < words.length && (words[w]?.start ?? 0) < sign.end) w++
      continue
    }
    // "[and … the board]" leaves out and puts in.
    if (/…|\.\s?\.\s?\./u.test(sign.inner) && items.at(-1)?.kind !== 'gap')
      items.push({kind: 'gap', start: sign.start, end: sign.start})
    const compound = compoundOf(text, key, shapes, s, items.at(-1))
    if (compound === undefined) items.push(bracketOf(sign, key))
    else {
      while (items.length > 0 && (items.at(-1)?.end ?? 0) > compound.item.start) items.pop()
      items.push(compound.item)
      s = compound.last
    }
    const done = compound === undefined ? sign.end : compound.item.end
    while (w < words.length && (words[w]?.start ?? 0) < done) w++
  }
  return items
}

function bracketOf(sign: Sign, key: Key): Bracket {
  return {
    kind: 'bracket',
    start: sign.start,
    end: sign.end,
    inner: sign.inner,
    letters: lettersBetween(key, sign.start, sign.end).letters,
    isRound: '(（'.includes(key.text.charAt(sign.start))
  }
}

/** All words of a key as items. */
export function wordsOf(key: Key): Word[] {
  const words: Word[] = []
  const {letters, places, starts} = key
  for (let from = 0; from < letters.length; ) {
    let to = from + 1
    while (to < letters.length && starts[to] !== 1) to++
    const start = places[from] ?? 0
    words.push({kind: 'word', letters: letters.slice(from, to), key: from, start, end: wordEnd(key, to - 1)})
    from = to
  }
  return words
}

function wordEnd(key: Key, index: number): number {
  const place = key.places[index] ?? 0
  let end = place + 1
  while (end < key.text.length && isRest(key.text.charAt(end))) end++
  return end
}

/** Whether a unit belongs to the character before it. */
function isRest(unit: string): boolean {
  return isMark(unit) || (unit >= '\udc00' && unit <= '\udfff')
}

function lettersBetween(key: Key, start: number, end: number): {letters: string; key: number} {
  const from = firstAtOrAfter(key.places, start)
  return {letters: key.letters.slice(from, firstAtOrAfter(key.places, end)), key: from}
}

/** Index of the first place at or after an offset; the places ascend. */
export function firstAtOrAfter(places: Int32Array, offset: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

const wordCharacter = (): RegExp => /[\p{L}\p{N}\p{M}'’ʼ]/u
const plainWordCharacter = /[A-Za-z0-9'’]/

function isInWord(unit: string): boolean {
  return (isPlain(unit) ? plainWordCharacter : wordCharacter()).test(unit)
}

const isElidedEnd = (text: string): boolean =>
  /^['’ʼ]/.test(text) && (isPlain(text) ? /^['’][A-Za-z]{0,2}$/ : /^['’ʼ]\p{L}{0,2}$/u).test(text)

/** The word that a bracket is a part of, with all brackets in it; nothing when the bracket stands alone. */
function compoundOf(
  text: string,
  key: Key,
  signs: readonly Sign[],
  first: number,
  before: Item | undefined
): {item: Part; last: number} | undefined {
  const sign = signs[first]
  if (sign === undefined) return undefined
  let start = sign.start
  const floor = before === undefined ? 0 : before.kind === 'word' ? before.start : before.end
  const isElided = /['’ʼ]/u.test(text.charAt(start - 1))
  while (!isElided && start > floor && isInWord(text.charAt(start - 1))) start--
  let end = sign.end
  let last = first
  const chunks = [lettersBetween(key, start, sign.start).letters]
  for (;;) {
    const from = end
    while (end < text.length && isInWord(text.charAt(end))) end++
    chunks.push(lettersBetween(key, from, end).letters)
    const next = signs[last + 1]
    if (next === undefined || next.kind !== 'bracket' || next.start !== end || end === from) break
    end = next.end
    last++
  }
  const outside = chunks.join('')
  if (outside === '' || (chunks[0] === '' && isElidedEnd(text.slice(sign.end, end)))) return undefined
  // A class of Unicode is compiled where there may be such characters: see `isPlain`.
  if (/[^\0-\u2e7f]/.test(outside) && /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(outside))
    return undefined
  return {item: {kind: 'part', start, end, chunks, ...lettersBetween(key, start, end)}, last}
}
