import {type Place, placeAt, type SourceField, type SourceValue, type Text, type TextFile} from '../tree/index.ts'

/** A place where JSON breaks off, in words. */
interface Fault {
  readonly message: string
  readonly place: Place
}

interface Walk {
  readonly file: TextFile
  at: number
  fault: Fault | undefined
}

const deepest = 50
const noOffsets = new Uint32Array(0)

/** A text that stands at a place; the offsets of its characters are not known. */
export function textAt(value: string, place: Place): Text {
  return {type: 'text', value, offsets: noOffsets, place}
}

/** Reads JSON with the place of every value; numbers stay as typed (`1.10`), which `JSON.parse` would not keep. */
export function readJson(file: TextFile): {readonly value: SourceValue | undefined; readonly fault: Fault | undefined} {
  const walk: Walk = {file, at: file.text.startsWith('\uFEFF') ? 1 : 0, fault: undefined}
  const value = readValue(walk, 0)
  if (walk.fault === undefined && peek(walk) !== '') fail(walk, 'the end of the file')
  return {value: walk.fault === undefined ? value : undefined, fault: walk.fault}
}

/** The next sign that is no white space; empty at the end. */
function peek(walk: Walk): string {
  const {text} = walk.file
  while (walk.at < text.length && ' \t\r\n'.includes(text.charAt(walk.at))) walk.at++
  return text.charAt(walk.at)
}

function fail(walk: Walk, expected: string): undefined {
  const found = peek(walk)
  const what = found === '' ? 'the JSON ends' : `the JSON has \`${found}\``
  walk.fault ??= {message: `${what} here, expected ${expected}`, place: placeAt(walk.file, walk.at, walk.at + 1)}
  return undefined
}

function readValue(walk: Walk, depth: number): SourceValue | undefined {
  if (depth > deepest) return fail(walk, `fewer than ${deepest} levels`)
  const sign = peek(walk)
  if (sign === '{') return readMap(walk, depth)
  if (sign === '[') return readList(walk, depth)
  if (sign === '"') return readString(walk)
  const start = walk.at
  const bare = /(?:true|false|null|-?\d[\d.eE+-]*)/y
  bare.lastIndex = start
  const word = bare.exec(walk.file.text)?.[0]
  if (word === undefined) return fail(walk, 'a value')
  walk.at += word.length
  return textAt(word === 'null' ? '' : word, placeAt(walk.file, start, walk.at))
}

function readString(walk: Walk): Text | undefined {
  const {file, at} = walk
  // A quotation mark, signs and escapes, a quotation mark; each sign can match in one way only.
  const string = /"((?:[^"\\]|\\.)*)"/y
  string.lastIndex = at
  const found = string.exec(file.text)
  if (found === null) return fail(walk, 'a closing quotation mark')
  walk.at += found[0].length
  try {
    const value: unknown = JSON.parse(found[0].replace(/[\t\r\n]/g, ' '))
    return textAt(String(value), placeAt(file, at + 1, walk.at - 1))
  } catch {
    walk.at = at
    return fail(walk, 'a text that JSON allows')
  }
}

function readList(walk: Walk, depth: number): SourceValue | undefined {
  const start = walk.at++
  const items: SourceValue[] = []
  while (peek(walk) !== ']') {
    const item = readValue(walk, depth + 1)
    if (item === undefined) return undefined
    items.push(item)
    if (!hasNext(walk, ']')) break
  }
  if (walk.fault !== undefined) return undefined
  walk.at++
  return {type: 'list', items, place: placeAt(walk.file, start, walk.at)}
}

function readMap(walk: Walk, depth: number): SourceValue | undefined {
  const start = walk.at++
  const fields: SourceField[] = []
  while (peek(walk) !== '}') {
    if (peek(walk) !== '"') return fail(walk, 'a key in quotation marks')
    const key = readString(walk)
    if (key === undefined) return undefined
    if (peek(walk) !== ':') return fail(walk, '`:`')
    walk.at++
    const value = readValue(walk, depth + 1)
    if (value === undefined) return undefined
    fields.push({key, value})
    if (!hasNext(walk, '}')) break
  }
  if (walk.fault !== undefined) return undefined
  walk.at++
  return {type: 'map', fields, place: placeAt(walk.file, start, walk.at)}
}

/** Steps over a comma; false before the closing sign or at a fault. */
function hasNext(walk: Walk, close: string): boolean {
  const sign = peek(walk)
  if (sign === ',') {
    walk.at++
    return true
  }
  if (sign !== close) fail(walk, `\`,\` or \`${close}\``)
  return false
}
