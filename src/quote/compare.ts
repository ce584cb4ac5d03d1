import type {Key} from './key.ts'
import {endOfLetter} from './key.ts'
import {isPlain} from './plain.ts'
import type {Span} from './types.ts'

/** Equal letters of quotation and source: key offsets and a length. */
export interface Run {
  readonly quoted: number
  readonly source: number
  readonly length: number
}

/** Something that equal letters hide. */
export interface Hidden {
  readonly kind: 'number' | 'capitals' | 'apostrophe' | 'spacing' | 'punctuation'
  /** In the quotation. */
  readonly at: Span
  /** In the source text. */
  readonly passage: Span
}

const apostrophe = /['’‘ʼ′`´]/u

/** Compares what stands between and in the letters of a run: capitals, digits, apostrophes, spaces, punctuation. */
export function compareRun(quoted: Key, source: Key, run: Run, isBracketed: (place: number) => boolean): Hidden[] {
  const hidden: Hidden[] = []
  for (let i = 0; i < run.length; i++) {
    const q = quoted.places[run.quoted + i] ?? 0
    const s = source.places[run.source + i] ?? 0
    if (quoted.text.charCodeAt(q) !== source.text.charCodeAt(s)) {
      if (hasOtherCapital(quoted.text, q, source, s) && !isBracketed(q)) add(hidden, 'capitals', quoted, source, run, i)
    }
    if (isDigit(quoted.letters.charCodeAt(run.quoted + i)) && hasSign(quoted.text, q) !== hasSign(source.text, s))
      add(hidden, 'number', quoted, source, run, i)
    if (i > 0) compareBetween(hidden, quoted, source, run, i, isBracketed)
  }
  return hidden
}

/** A minus before a number; a dash between two numbers or words is none. */
function hasSign(text: string, at: number): boolean {
  const sign = text.charCodeAt(at - 1)
  return sign === 0x2212 || (sign === 45 && (at === 1 || /[\s(]/u.test(text.charAt(at - 2))))
}

function add(hidden: Hidden[], kind: Hidden['kind'], quoted: Key, source: Key, run: Run, i: number): void {
  hidden.push({kind, at: wordAround(quoted, run.quoted + i), passage: wordAround(source, run.source + i)})
}

/** Raw span of the word that a place of the key lies in. */
export function wordAround(key: Key, index: number): Span {
  let from = index
  while (from > 0 && key.starts[from] !== 1) from--
  let to = index + 1
  while (to < key.letters.length && key.starts[to] !== 1) to++
  return {start: key.places[from] ?? 0, end: endOfLetter(key, to - 1)}
}

/** A capital for a small letter or the other way round; a source set in capitals only does not count. */
function hasOtherCapital(text: string, q: number, source: Key, s: number): boolean {
  const quoted = text.charAt(q)
  const original = source.text.charAt(s)
  if (quoted === original || quoted.toLowerCase() !== original.toLowerCase()) return false
  if (original === original.toLowerCase()) return true
  const after = lettersOf(source.text.slice(s + 1, s + 12))
  const before = lettersOf(source.text.slice(Math.max(0, s - 11), s))
  return (
    !isCapital(source.text.charAt(s + 1)) &&
    !isCapital(source.text.charAt(s - 1)) &&
    !areCapitals(after.slice(0, 2)) &&
    !areCapitals(before.slice(-2))
  )
}

function lettersOf(text: string): string {
  return isPlain(text) ? text.replace(/[^A-Za-z]/g, '') : text.replace(/[^\p{L}]/gu, '')
}

function isCapital(character: string): boolean {
  return character !== character.toLowerCase()
}

function areCapitals(pair: string): boolean {
  return pair.length === 2 && isCapital(pair.charAt(0)) && isCapital(pair.charAt(1))
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}

/** Compares what stands before a letter of the run. */
function compareBetween(
  hidden: Hidden[],
  quoted: Key,
  source: Key,
  run: Run,
  i: number,
  isBracketed: (place: number) => boolean
): void {
  const qTo = quoted.places[run.quoted + i] ?? 0
  const sTo = source.places[run.source + i] ?? 0
  const qFrom = afterLetter(quoted, run.quoted + i - 1)
  const sFrom = afterLetter(source, run.source + i - 1)
  if (qTo <= qFrom && sTo <= sFrom) return
  const q = quoted.text.slice(qFrom, qTo)
  const s = withoutMarkup(source, sFrom, Math.max(sFrom, sTo))
  if (q === s || isBracketed(qTo) || isBracketed(qFrom - 1)) return
  if (isDigit(quoted.letters.charCodeAt(run.quoted + i - 1)) && isDigit(quoted.letters.charCodeAt(run.quoted + i))) {
    // The letters of one character, such as a fraction, are not parted by anything.
    const isOne = qTo < qFrom || sTo < sFrom
    if (!isOne && isOtherNumber(q, s)) add(hidden, 'number', quoted, source, run, i)
    return
  }
  if (isSign(quoted.letters.charAt(run.quoted + i)) || isSign(quoted.letters.charAt(run.quoted + i - 1))) return
  const kind = otherJoint(q, s)
  if (kind !== undefined) add(hidden, kind, quoted, source, run, i)
}

/** A currency or percent sign stands with or without a space. */
const signs = (): RegExp => /[\p{Sc}%‰&°]/u
const plainSigns = /[$%&\u00a2-\u00a5\u00b0]/

function isSign(letter: string): boolean {
  return letter < '\u0100' ? plainSigns.test(letter) : signs().test(letter)
}

/** A joint of the source without the markup in it. */
function withoutMarkup(source: Key, from: number, to: number): string {
  const raw = source.text.slice(from, to)
  if (raw.length > 2000 || !/[<&[\]!]/u.test(raw)) return raw
  let text = ''
  for (let i = from; i < to; i++) {
    const skip = source.skip(source.text, i)
    if (skip === undefined) text += source.text.charAt(i)
    else {
      text += skip.letters ?? (skip.parts ? '\n' : '')
      i = skip.end - 1
    }
  }
  return text
}

/** Where the joint after a letter of the source begins; a letter may be written as an entity. */
function afterLetter(source: Key, index: number): number {
  const place = source.places[index] ?? 0
  return source.text.charCodeAt(place) === 38 ? endOfLetter(source, index) : place + 1
}

/** Digits side by side on one side that a sign parts on the other. */
function isOtherNumber(q: string, s: string): boolean {
  const grouping = /^[\s,.'’\u00ad\u200b-\u200d\u2060]*$/u
  const joint = (q + s).replace(/[-‐]\s*[\n\r]/u, '')
  return (q === '') !== (s === '') && !grouping.test(joint)
}

const sentenceSigns = /[,;:.?!¿¡،؛，；：。？！、]/gu
const closing = /["'’”»›“‘„‚«‹」』)\]*_\s]+/gu
const wide: Readonly<Record<string, string>> = {
  '，': ',',
  '、': ',',
  '；': ';',
  '：': ':',
  '。': '.',
  '？': '?',
  '！': '!',
  '،': ',',
  '؛': ';'
}

function otherJoint(q: string, s: string): Hidden['kind'] | undefined {
  if (s.length > 40 || q.length > 40) return undefined
  if (apostrophe.test(q) !== apostrophe.test(s) && (q === '' || s === '' || q === ' ')) return 'apostrophe'
  if ((q === '' && /^[ \u00a0]$/u.test(s)) || (s === '' && q === ' ')) return 'spacing'
  const a = signsOf(q)
  const b = signsOf(s)
  if (a === b || /[[…⋯]|\.\s?\./u.test(q) || /[\n\r\f<&[\d*|]/u.test(s.trim()) || /[\n\r\f]\s*\S/u.test(s))
    return undefined
  return (a === '' && b === '.') || (b === '' && a === '.') ? undefined : 'punctuation'
}

/** The signs of a sentence in a joint, without quotation marks, dashes and dots of omission. */
function signsOf(joint: string): string {
  const plain = joint.replace(closing, '').replace(/\.{2,}|…/gu, '')
  return (plain.match(sentenceSigns) ?? []).map(sign => wide[sign] ?? sign).join('')
}
