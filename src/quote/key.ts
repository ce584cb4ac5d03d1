import type {Fold} from './fold.ts'
import {
  ALONE,
  APOSTROPHE,
  BREAK,
  foldCharacter,
  INVISIBLE,
  isUnspaced,
  LETTER,
  learnPage,
  MARK,
  MARKUP,
  PAIR,
  POINT,
  SEVERAL,
  UNKNOWN
} from './fold.ts'
import type {Span} from './types.ts'

/** Letters and digits of a text and nothing else, each with its place; the form in which texts are compared. */
export interface Key {
  /** The text that the places lie in. */
  readonly text: string
  readonly letters: string
  /** Raw offset of each letter. */
  readonly places: Int32Array
  /** 1 where a word begins. */
  readonly starts: Uint8Array
  readonly skip: Skipper
}

/** Markup at a place: where it ends, what letters it stands for, whether it parts words. */
export interface Skip {
  readonly end: number
  readonly letters?: string
  readonly parts: boolean
}

/** Says what markup, if any, opens at a place; each format has its own. */
export type Skipper = (text: string, at: number) => Skip | undefined

/** How a text is to be read. */
export interface Reading {
  readonly fold: Fold
  readonly skip: Skipper
  /** The comma is the decimal sign, the full stop groups thousands. */
  readonly decimalComma: boolean
}

/** What the scanner has written so far. */
interface Pen {
  units: Uint16Array
  places: Int32Array
  starts: Uint8Array
  length: number
  /** 1 when the next letter begins a word. */
  open: number
  wide: boolean
  readonly composed: Map<number, number>
}

/** Reads a text, or some stretches of it in the order given, once, to its key: a table look-up per unit, linear. */
export function scan(text: string, reading: Reading, stretches?: readonly Span[]): Key {
  let size = text.length
  if (stretches !== undefined) size = stretches.reduce((sum, stretch) => sum + stretch.end - stretch.start, 0)
  const pen: Pen = {
    units: new Uint16Array(size + 32),
    places: new Int32Array(size + 32),
    starts: new Uint8Array(size + 32),
    length: 0,
    open: 1,
    wide: false,
    composed: new Map()
  }
  if (stretches === undefined) scanStretch(text, reading, pen, 0, text.length)
  else
    for (const stretch of stretches) {
      pen.open = 1
      scanStretch(text, reading, pen, stretch.start, stretch.end)
    }
  return {
    text,
    letters: lettersOf(pen),
    places: pen.places.subarray(0, pen.length),
    starts: pen.starts.subarray(0, pen.length),
    skip: reading.skip
  }
}

/** Raw offset just after a letter of a key, with its combining marks or the rest of its entity. */
export function endOfLetter(key: Key, index: number): number {
  const {text} = key
  const place = key.places[index] ?? 0
  const unit = text.charCodeAt(place)
  let end = place + 1
  if (unit >= 0xd800 && unit <= 0xdbff && isLowSurrogate(text.charCodeAt(end))) end++
  else if (unit === 38) end = key.skip(text, place)?.end ?? end
  while (end < text.length && isJoined(text.charCodeAt(end))) end++
  return end
}

/** Raw span of a stretch of a key; in a reading that goes by columns the letters need not be in order. */
export function spanOfKey(key: Key, from: number, to: number): Span {
  const first = key.places[from] ?? 0
  const last = key.places[to - 1] ?? 0
  if (last >= first) return {start: first, end: endOfLetter(key, to - 1)}
  let low = from
  let high = from
  for (let i = from; i < to; i++) {
    const place = key.places[i] ?? 0
    if (place < (key.places[low] ?? 0)) low = i
    if (place > (key.places[high] ?? 0)) high = i
  }
  return {start: key.places[low] ?? 0, end: endOfLetter(key, high)}
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

function isJoined(unit: number): boolean {
  return unit >= 0x300 && unit <= 0x36f
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}

// The loop of the whole checker: letters and breaks stay inside it, all else goes to `write`. 5 MB in about 40 ms.
function scanStretch(text: string, reading: Reading, pen: Pen, from: number, to: number): void {
  const {table} = reading.fold
  let {units, places, starts, length, open} = pen
  let high = 0
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    let entry = table[code] as number // the table covers every unit
    if (entry === UNKNOWN) {
      learnPage(reading.fold, code)
      entry = table[code] as number // learned now
    }
    const what = entry >>> 16
    if (what === LETTER) {
      const folded = entry & 0xffff
      high |= folded
      units[length] = folded
      places[length] = i
      starts[length] = open
      open = 0
      length++
      continue
    }
    if (what === BREAK || (what === POINT && !isDigit(text.charCodeAt(i + 1)))) {
      open = 1
      continue
    }
    pen.length = length
    pen.open = open
    i = write(text, reading, pen, i, to, what)
    length = pen.length
    open = pen.open
    ;({units, places, starts} = pen)
  }
  pen.length = length
  pen.open = open
  if (high > 255) pen.wide = true
}

/** Writes what is not a plain letter; returns the offset of the last unit used. */
function write(text: string, reading: Reading, pen: Pen, at: number, to: number, kind: number): number {
  const code = text.charCodeAt(at)
  if (kind === APOSTROPHE) {
    if (endsElision(pen)) pen.open = 1
  } else if (kind === ALONE) {
    put(pen, (reading.fold.table[code] ?? 0) & 0xffff, at, 1)
    pen.open = 1
  } else if (kind === SEVERAL) putAll(pen, reading.fold.several.get(code) ?? '', at, to)
  else if (kind === MARK) combine(pen, code, at)
  else if (kind === POINT) putPoint(text, reading, pen, at)
  else if (kind === PAIR) return putPair(text, pen, at, to)
  else if (kind === MARKUP) return putMarkup(text, reading, pen, at, to)
  else if (kind !== INVISIBLE) pen.open = 1
  return at
}

function put(pen: Pen, unit: number, place: number, start: number): void {
  if (unit > 255) pen.wide = true
  pen.units[pen.length] = unit
  pen.places[pen.length] = place
  pen.starts[pen.length] = start
  pen.open = 0
  pen.length++
}

function putAll(pen: Pen, letters: string, place: number, to: number): void {
  const needed = pen.length + letters.length + (to - place)
  if (needed > pen.units.length) grow(pen, needed + (needed >> 2) + 32)
  for (let i = 0; i < letters.length; i++) put(pen, letters.charCodeAt(i), place, pen.open)
}

function grow(pen: Pen, size: number): void {
  const units = new Uint16Array(size)
  const places = new Int32Array(size)
  const starts = new Uint8Array(size)
  units.set(pen.units.subarray(0, pen.length))
  places.set(pen.places.subarray(0, pen.length))
  starts.set(pen.starts.subarray(0, pen.length))
  pen.units = units
  pen.places = places
  pen.starts = starts
}

/** Letters before an apostrophe after which French and Italian begin a new word. */
function endsElision(pen: Pen): boolean {
  const last = pen.length - 1
  if (last < 0 || pen.open === 1) return false
  const letter = String.fromCharCode(pen.units[last] ?? 0)
  if (pen.starts[last] === 1) return 'ldnstjmc'.includes(letter)
  return letter === 'u' && pen.units[last - 1] === 113
}

/** Joins a combining mark to the letter before it (NFC), so that both Unicode forms have one key. */
function combine(pen: Pen, mark: number, place: number): void {
  const last = pen.length - 1
  if (last < 0 || pen.open === 1 || !isJoined(mark)) {
    const open = pen.open
    put(pen, mark, place, 0)
    pen.open = open
    return
  }
  const base = pen.units[last] ?? 0
  const pair = base * 65536 + mark
  let unit = pen.composed.get(pair)
  if (unit === undefined) {
    const text = String.fromCharCode(base, mark).normalize('NFC')
    const folded = foldCharacter(text)
    unit = folded.length === 1 ? folded.charCodeAt(0) : 0
    pen.composed.set(pair, unit)
  }
  if (unit === 0) put(pen, mark, place, 0)
  else pen.units[last] = unit
  if (unit > 255) pen.wide = true
}

/** A point between digits belongs to the number unless it only groups thousands. */
function putPoint(text: string, reading: Reading, pen: Pen, at: number): void {
  if (!isDigit(text.charCodeAt(at - 1))) {
    pen.open = 1
    return
  }
  const isComma = text.charCodeAt(at) === 44
  if (isComma !== reading.decimalComma && groupsThousands(text, at)) return
  put(pen, 46, at, 0)
}

function groupsThousands(text: string, at: number): boolean {
  for (let i = 1; i <= 3; i++) if (!isDigit(text.charCodeAt(at + i))) return false
  return (
    !isDigit(text.charCodeAt(at + 4)) &&
    !(isDigit(text.charCodeAt(at - 4)) && isDigit(text.charCodeAt(at - 3)) && isDigit(text.charCodeAt(at - 2)))
  )
}

function putPair(text: string, pen: Pen, at: number, to: number): number {
  if (at + 1 >= to || !isLowSurrogate(text.charCodeAt(at + 1))) {
    pen.open = 1
    return at
  }
  const character = text.slice(at, at + 2)
  const letters = foldCharacter(character)
  if (letters === '') pen.open = 1
  else {
    const alone = isUnspaced(character)
    if (alone) pen.open = 1
    putAll(pen, letters, at, to)
    if (alone) pen.open = 1
  }
  return at + 1
}

function putMarkup(text: string, reading: Reading, pen: Pen, at: number, to: number): number {
  const skip = reading.skip(text, at)
  if (skip === undefined) {
    if (text.charCodeAt(at) === 38) {
      put(pen, 38, at, 1)
    }
    pen.open = 1
    return at
  }
  if (skip.letters !== undefined) {
    const letters = foldCharacter(skip.letters)
    if (letters === '') pen.open = isApostrophe(skip.letters) && !endsElision(pen) ? pen.open : 1
    else if (/[\p{L}\p{N}\p{M}]/u.test(letters)) putAll(pen, letters, at, to)
    else {
      put(pen, letters.charCodeAt(0), at, 1)
      pen.open = 1
    }
  } else if (skip.parts) pen.open = 1
  return Math.min(skip.end, to) - 1
}

function isApostrophe(text: string): boolean {
  return /['’‘ʼ\u00ad\u200b-\u200d]/u.test(text)
}

function lettersOf(pen: Pen): string {
  const {units, length, wide} = pen
  if (wide) return Buffer.from(units.buffer, 0, length * 2).toString('utf16le')
  return Buffer.from(new Uint8Array(units.subarray(0, length)).buffer).toString('latin1')
}
