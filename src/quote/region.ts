import type {SourceWord} from './align.ts'
import type {Key} from './key.ts'
import {endOfLetter} from './key.ts'
import type {Span} from './types.ts'

/** Key offset of the word that begins `count` words before a place, or the first one. */
export function wordsBack(key: Key, from: number, count: number): number {
  let at = from
  for (let left = count; at > 0 && left > 0; ) {
    at--
    if (key.starts[at] === 1) left--
  }
  return at
}

/** Key offset at which the words end that begin at a place; the end of the key when there are fewer. */
export function wordsOn(key: Key, from: number, count: number): number {
  const {length} = key.letters
  let at = from
  for (let left = count; at < length && left > 0; left--) {
    at++
    while (at < length && key.starts[at] !== 1) at++
  }
  return at
}

/** The words of a stretch of the key. */
export function wordsBetween(key: Key, from: number, to: number): SourceWord[] {
  const words: SourceWord[] = []
  for (let at = from; at < to; ) {
    let end = at + 1
    while (end < to && key.starts[end] !== 1) end++
    const letters = key.letters.slice(at, end)
    words.push({letters, key: at, glued: gluedDigits(letters), led: leadingDigits(letters)})
    at = end
  }
  return words
}

/** Raw span of a range of words. */
export function spanOfWords(key: Key, words: readonly SourceWord[], from: number, to: number): Span | undefined {
  const first = words[from]
  const last = words[to - 1]
  if (first === undefined || last === undefined || to <= from) return undefined
  const start = key.places[first.key] ?? 0
  return {start, end: endOfLetter(key, last.key + last.letters.length - 1)}
}

/** Digits at the end of a word of letters: the number of a note that lost its raised form. */
function gluedDigits(letters: string): number {
  let digits = 0
  while (digits < letters.length && isDigit(letters.charCodeAt(letters.length - 1 - digits))) digits++
  return digits > 0 && digits <= 3 && letters.length - digits >= 2 && !isDigit(letters.charCodeAt(0)) ? digits : 0
}

/** Digits at the beginning of a word of letters: the number of a verse or note set right before it. */
function leadingDigits(letters: string): number {
  let digits = 0
  while (digits < letters.length && isDigit(letters.charCodeAt(digits))) digits++
  const rest = letters.slice(digits)
  return digits > 0 &&
    digits <= 3 &&
    (rest.length >= 3 || /^(?:a|i|o|in|we|he|it|if|so|no|as|to|by|my|be|at|on|or|of)$/u.test(rest))
    ? digits
    : 0
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}
