import type {Scalar} from 'yaml'

/** Collects the file offset of each UTF-16 unit of a value, in order; `size` is how many are known. */
interface Filling {
  readonly text: string
  readonly offsets: Uint32Array
  size: number
}

/** A line of a block scalar: where it begins, where its indentation ends, where its words end, where its break ends. */
interface Line {
  readonly start: number
  readonly indentEnd: number
  readonly end: number
  readonly next: number
}

/**
 * Finds the offset in the file of every UTF-16 unit of a scalar's value, and of its end as one more entry.
 * Follows YAML 1.2.2, chapters 7.3 and 8.1, as `yaml` reads them. A character made by an escape lies at its backslash,
 * a blank made by folding directly behind the word before it. One pass, linear in the length of the scalar.
 */
export function scalarMap(text: string, node: Scalar<string>): Uint32Array {
  const [start, end] = node.range ?? [0, 0]
  const filling: Filling = {text, offsets: new Uint32Array(node.value.length + 1), size: 0}
  const last = fill(filling, node, start, end)
  for (let at = Math.min(filling.size, node.value.length); at <= node.value.length; at++) filling.offsets[at] = last
  return filling.offsets
}

/** Fills in the offsets of a scalar of any style and returns where its words end. */
function fill(filling: Filling, node: Scalar<string>, start: number, end: number): number {
  switch (node.type) {
    case 'BLOCK_LITERAL':
    case 'BLOCK_FOLDED':
      return fillBlock(filling, node.value, start, end)
    case 'QUOTE_DOUBLE':
      return fillDoubleQuoted(filling, start + 1, Math.max(start + 1, end - 1))
    case 'QUOTE_SINGLE':
      return fillFlow(filling, start + 1, Math.max(start + 1, end - 1), true)
    default:
      return fillFlow(filling, start, end, false)
  }
}

function add(filling: Filling, offset: number): void {
  filling.offsets[filling.size++] = offset
}

function addRange(filling: Filling, start: number, end: number): void {
  for (let at = start; at < end; at++) add(filling, at)
}

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t'

/** Where the line break at `at` ends; `at` itself when there is none. A lone carriage return is no break. */
function breakEnd(text: string, at: number): number {
  if (text[at] === '\n') return at + 1
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at
}

/** Plain and single-quoted scalars: words as they stand, breaks folded, `''` for one apostrophe. */
function fillFlow(filling: Filling, start: number, end: number, isQuoted: boolean): number {
  const {text} = filling
  let at = start
  while (at < end) {
    const folded = isBlank(text[at]) || breakEnd(text, at) > at ? fold(filling, at, end) : at
    if (folded > at) at = folded
    else {
      add(filling, at)
      at += isQuoted && text[at] === "'" && text[at + 1] === "'" && at + 1 < end ? 2 : 1
    }
  }
  return end
}

/**
 * Passes over the blanks and breaks at `at`. Without a break the blanks are kept as they are;
 * one break gives a blank, each further one a break.
 */
function fold(filling: Filling, at: number, end: number): number {
  const {text} = filling
  const breaks: number[] = []
  let here = at
  while (here < end) {
    const next = breakEnd(text, here)
    if (next > here && next <= end) breaks.push(here)
    else if (!isBlank(text[here])) break
    here = Math.max(next, here + 1)
  }
  if (breaks.length === 0) addRange(filling, at, here)
  else {
    add(filling, at)
    for (let index = 1; index < breaks.length - 1; index++) add(filling, breaks[index] ?? at)
  }
  return here
}

const codeLengths: Readonly<Record<string, number>> = {x: 2, u: 4, U: 8}
const simpleEscapes = '0abefnrtvN_LP "/\\\t'

function fillDoubleQuoted(filling: Filling, start: number, end: number): number {
  const {text} = filling
  let at = start
  while (at < end) {
    if (text[at] === '\\') at = addEscape(filling, at)
    else if (isBlank(text[at]) || breakEnd(text, at) > at) at = fold(filling, at, end)
    else add(filling, at++)
  }
  return end
}

/** An escape gives one character, a code point above U+FFFF two; a malformed one stays as it is typed. */
function addEscape(filling: Filling, at: number): number {
  const {text} = filling
  const letter = text[at + 1] ?? ''
  const afterBreak = breakEnd(text, at + 1)
  if (afterBreak > at + 1) {
    let here = afterBreak
    while (isBlank(text[here])) here++
    return here
  }
  const length = codeLengths[letter]
  if (length === undefined) {
    add(filling, at)
    if (!simpleEscapes.includes(letter)) add(filling, at + 1)
    return at + 2
  }
  const digits = text.slice(at + 2, at + 2 + length)
  const code = /^[0-9a-fA-F]+$/.test(digits) && digits.length === length ? Number.parseInt(digits, 16) : Number.NaN
  if (code <= 0x10ffff) {
    add(filling, at)
    if (code > 0xffff) add(filling, at)
  } else addRange(filling, at, at + 2 + length)
  return at + 2 + length
}

/** Literal and folded scalars; `start` is the offset of `|` or `>`, `end` lies behind the last line that belongs to it. */
function fillBlock(filling: Filling, value: string, start: number, end: number): number {
  const {text} = filling
  const isFolded = text[start] === '>'
  const header = /[|>]([-+1-9]*)/y
  header.lastIndex = start
  const indicators = header.exec(text)?.[1] ?? ''
  const bodyStart = text.indexOf('\n', start) + 1
  const lines = bodyStart > 0 && bodyStart <= end ? blockLines(text, bodyStart, end) : []
  const first = lines.findIndex(isFilled)
  if (first < 0) {
    for (const line of lines) add(filling, line.end)
    return end
  }
  const indent = blockIndent(lines, first, value, /[1-9]/.test(indicators))
  let stop = lines.findLastIndex(isFilled) + 1
  const lastDeep = lines.findLastIndex(line => line.indentEnd - line.start > indent)
  stop = Math.max(stop, lastDeep + 1)
  for (const line of lines.slice(0, first)) addRange(filling, wordsStart(line, indent), line.end + 1)
  if (isFolded) addFolded(filling, lines.slice(first, stop), indent)
  else addLiteral(filling, lines.slice(first, stop), indent)
  const tail = lines[stop - 1]?.end ?? end
  if (indicators.includes('+')) addKept(filling, lines.slice(stop - 1), indent)
  else if (!indicators.includes('-')) add(filling, tail)
  return filling.size === 0 ? end : Math.min(end, (filling.offsets[filling.size - 1] ?? tail) + 1)
}

const isFilled = (line: Line): boolean => line.end > line.indentEnd

const wordsStart = (line: Line, indent: number): number => Math.min(line.start + indent, line.indentEnd)

function blockLines(text: string, start: number, end: number): Line[] {
  const lines: Line[] = []
  let at = start
  for (;;) {
    const found = text.indexOf('\n', at)
    const stop = found < 0 || found >= end ? end : found
    let indentEnd = at
    while (indentEnd < stop && text[indentEnd] === ' ') indentEnd++
    const lineEnd = stop > indentEnd && text[stop - 1] === '\r' ? stop - 1 : stop
    lines.push({start: at, indentEnd, end: lineEnd, next: stop + 1})
    if (stop === end) return lines
    at = stop + 1
  }
}

/** The first filled line sets the indentation, unless an indicator does: then the value tells how much of it is words. */
function blockIndent(lines: readonly Line[], first: number, value: string, isExplicit: boolean): number {
  const line = lines[first]
  if (line === undefined) return 0
  const typed = line.indentEnd - line.start
  if (!isExplicit) return typed
  let start = 0
  while (value[start] === '\n' || value[start] === ' ') start++
  const words = start - 1 - value.lastIndexOf('\n', start - 1)
  return Math.max(0, typed - words)
}

function addLiteral(filling: Filling, lines: readonly Line[], indent: number): void {
  lines.forEach((line, index) => {
    if (index > 0) add(filling, lines[index - 1]?.end ?? line.start)
    addRange(filling, wordsStart(line, indent), line.end)
  })
}

/**
 * Breaks between lines of the same indentation fold: one gives a blank, more give one break less.
 * Those around deeper lines, and around lines that begin with a tab, all stay.
 */
function addFolded(filling: Filling, lines: readonly Line[], indent: number): void {
  let breaks: number[] = []
  let isAfterDeep = false
  for (const line of lines) {
    const isDeep = line.indentEnd - line.start > indent || filling.text[line.indentEnd] === '\t'
    if (isDeep || isFilled(line)) {
      const isKept = isDeep || isAfterDeep || breaks.length < 2
      for (const offset of isKept ? breaks : breaks.slice(0, -1)) add(filling, offset)
      addRange(filling, isDeep ? wordsStart(line, indent) : line.indentEnd, line.end)
      breaks = []
      isAfterDeep = isDeep
    }
    breaks.push(line.end)
  }
}

/** With `+` every break at the end is kept, and one is added when the file ends without any. */
function addKept(filling: Filling, lines: readonly Line[], indent: number): void {
  lines.slice(1).forEach((line, index) => {
    add(filling, lines[index]?.end ?? line.start)
    addRange(filling, wordsStart(line, indent), line.indentEnd)
  })
  const last = lines.at(-1)
  const isBroken = lines.length > 1 && last !== undefined && last.indentEnd - last.start <= indent
  if (last !== undefined && !isBroken) add(filling, last.end)
}
