import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq
} from 'yaml'
import {type Place, placeAt, type Text, type TextFile} from '../tree/index.ts'
import {isPrintable, replaceUnprintable, reportCharacter} from './characters.ts'
import {inBackticks, type Reading, report, reportAt} from './reading.ts'
import {scalarMap} from './scalar-map.ts'
import {beginsWith, reportYamlFlaws, textNote} from './yaml-errors.ts'

/** What a YAML file holds: every scalar a text, each with its place. Aliases are followed, so that a value may stand in two places. */
export type Value = Text | ListValue | MapValue | Nothing

export interface ListValue {
  readonly type: 'list'
  readonly items: readonly Value[]
  readonly place: Place
}

export interface MapValue {
  readonly type: 'map'
  readonly fields: readonly Field[]
  readonly place: Place
}

export interface Field {
  readonly key: Text
  readonly value: Value
}

/** No value after a key or dash, or `~` or `null`; its place is the sign before it. */
export interface Nothing {
  readonly type: 'nothing'
  readonly place: Place
}

/** What was read; from `brokenFrom` on, the YAML is not what the writer meant. */
export interface YamlContent {
  readonly value: Value
  readonly brokenFrom: number
}

/** Some three hundred pages. */
const mostCharacters = 2_000_000
const mostLevels = 50
/** What aliases may add, in values and tens of characters: beyond it a small file would fill the memory. */
const mostAliased = 20_000

interface Walk {
  readonly reading: Reading
  readonly anchors: Map<string, ParsedNode>
  readonly values: Map<ParsedNode, Value>
  readonly open: Set<ParsedNode>
  readonly sizes: Map<Value, number>
  aliased: number
  /** Whether it was already said that the nesting is too deep. */
  isTooDeep: boolean
}

/** Reads YAML 1.2 with the failsafe schema. What cannot be read is reported and left out. */
export function readYaml(reading: Reading): YamlContent {
  const {text} = reading.file
  if (text.length > mostCharacters) {
    const size = Math.ceil(text.length / 1_000_000)
    reportAt(reading, 'malformed-yaml', [0, 0], `the file holds ${size} million characters, expected at most 2`)
    return {value: {type: 'nothing', place: placeAt(reading.file, 0, 0)}, brokenFrom: 0}
  }
  const document = parseDocument(text, {
    schema: 'failsafe',
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false
  })
  const brokenFrom = reportYamlFlaws(reading, document.errors)
  const walk: Walk = {
    reading,
    anchors: new Map(),
    values: new Map(),
    open: new Set(),
    sizes: new Map(),
    aliased: 0,
    isTooDeep: document.errors.some(error => error.code === 'RESOURCE_EXHAUSTION')
  }
  return {value: readNode(walk, document.contents, text.length, 0), brokenFrom}
}

function nothing(file: TextFile, at: number): Nothing {
  const end = Math.max(at, 0)
  const before = file.text.slice(Math.max(0, end - 200), end).trimEnd().length - Math.min(200, end)
  const last = end + before
  return {type: 'nothing', place: placeAt(file, Math.max(0, last - 1), last)}
}

function readNode(walk: Walk, node: ParsedNode | null | undefined, end: number, level: number): Value {
  const {reading} = walk
  if (node === null || node === undefined) return nothing(reading.file, end)
  if (isAlias(node)) return aliased(walk, node.source, node.range)
  if (node.anchor !== undefined) walk.anchors.set(node.anchor, node)
  const [start] = node.range
  if (level > mostLevels) {
    if (!walk.isTooDeep)
      reportAt(
        reading,
        'malformed-yaml',
        [start, start + 1],
        `more than ${mostLevels} levels are nested, expected fewer`
      )
    walk.isTooDeep = true
    return nothing(reading.file, start)
  }
  checkTag(reading, node)
  walk.open.add(node)
  const value = isScalar(node) ? scalarValue(reading, node as Scalar.Parsed) : collectionValue(walk, node, level)
  walk.open.delete(node)
  walk.values.set(node, value)
  walk.sizes.set(value, sizeOf(walk, value))
  return value
}

function collectionValue(walk: Walk, node: ParsedNode, level: number): Value {
  if (isMap(node)) return mapValue(walk, node as YAMLMap.Parsed, level)
  if (isSeq(node)) return listValue(walk, node as YAMLSeq.Parsed, level)
  return nothing(walk.reading.file, node.range[0])
}

/** Values below a value, itself included; every ten characters count as one. */
function sizeOf(walk: Walk, value: Value): number {
  const ofPart = (part: Value): number => walk.sizes.get(part) ?? 1
  switch (value.type) {
    case 'text':
      return 1 + value.value.length / 10
    case 'list':
      return value.items.reduce((sum, item) => sum + ofPart(item), 1)
    case 'map':
      return value.fields.reduce((sum, field) => sum + 1 + ofPart(field.value), 1)
    case 'nothing':
      return 1
  }
}

/** An alias gives the very value of its anchor; one that leads back into itself, or adds too much, gives nothing. */
function aliased(walk: Walk, name: string, range: readonly [number, number, ...number[]]): Value {
  const {reading} = walk
  const target = walk.anchors.get(name)
  const rest = /[^\r\n]*/y
  rest.lastIndex = range[1]
  const isText = /^ *[^ ,\]}#:]/.test(rest.exec(reading.file.text)?.[0] ?? '')
  const refuse = (message: string, place: readonly [number, number] = [range[0], range[1]]): Value => {
    reportAt(reading, 'malformed-yaml', place, message, target ? {} : {note: textNote})
    return nothing(reading.file, range[1])
  }
  if (target === undefined && isText) return refuse(beginsWith('*'), [range[0], range[0] + 1])
  if (target === undefined)
    return refuse(`${inBackticks(`*${name}`)} repeats nothing, expected ${inBackticks(`&${name}`)} before it`)
  if (walk.open.has(target))
    return refuse(`${inBackticks(`*${name}`)} stands inside what it repeats, expected it outside`)
  const value = walk.values.get(target) ?? nothing(reading.file, range[1])
  const size = walk.sizes.get(value) ?? 1
  if (walk.aliased + size > mostAliased)
    return refuse(`${inBackticks(`*${name}`)} repeats too much, expected the words themselves`)
  walk.aliased += size
  return value
}

function checkTag(reading: Reading, node: ParsedNode): void {
  const {tag} = node
  if (tag === undefined || /^(?:!|tag:yaml\.org,2002:(?:str|map|seq))$/.test(tag)) return
  // The tag stands before the value it belongs to, on its line or the one above.
  const before = reading.file.text.lastIndexOf('!', node.range[0])
  const start = before < 0 ? node.range[0] : before - (reading.file.text[before - 1] === '!' ? 1 : 0)
  const end = start + (/^\S+/.exec(reading.file.text.slice(start, start + 100))?.[0].length ?? 1)
  const name = inBackticks(reading.file.text.slice(start, end))
  reportAt(reading, 'malformed-yaml', [start, end], `${name} is a YAML tag, expected a plain value`, {note: textNote})
}

const nulls = new Set(['', '~', 'null', 'Null', 'NULL'])

function scalarValue(reading: Reading, node: Scalar.Parsed): Value {
  const [start, end] = node.range
  const value = String(node.value)
  if (node.type === 'PLAIN' && nulls.has(value)) {
    return start === end ? nothing(reading.file, start) : {type: 'nothing', place: placeAt(reading.file, start, end)}
  }
  const offsets = scalarMap(reading.file.text, node as Scalar<string>)
  if (node.type === 'QUOTE_DOUBLE') checkEscapes(reading, value, offsets)
  if (node.type === 'PLAIN') checkSwallowed(reading, end)
  return textOf(reading.file, replaceUnprintable(value), offsets, [start, end])
}

/** A text whose place is its words, blanks around them left out; an empty one stands where the scalar does. */
function textOf(file: TextFile, value: string, offsets: Uint32Array, range: readonly [number, number]): Text {
  const [from, to] = wordBounds(value)
  const [start, end] = from === to ? range : [offsets[from] ?? range[0], offsets[to] ?? range[1]]
  return {type: 'text', value, offsets, place: placeAt(file, start, end)}
}

/** Where the words of a value begin and end; no-break spaces are words. */
function wordBounds(value: string): readonly [number, number] {
  let from = 0
  let to = value.length
  while (from < to && ' \t\r\n'.includes(value.charAt(from))) from++
  while (to > from && ' \t\r\n'.includes(value.charAt(to - 1))) to--
  return [from, to]
}

/** Whether a text is more than blanks and breaks. */
export function hasWords(text: Text): boolean {
  const [from, to] = wordBounds(text.value)
  return from < to
}

/** The text without the blanks and breaks around its words. */
export function trimmed(text: Text): Text {
  const [from, to] = wordBounds(text.value)
  if (to - from === text.value.length) return text
  return {...text, value: text.value.slice(from, to), offsets: text.offsets.slice(from, to + 1)}
}

/** Escapes are the one way to characters that do not stand in the file themselves. */
function checkEscapes(reading: Reading, value: string, offsets: Uint32Array): void {
  for (let at = 0; at < value.length; at++) {
    if (isPrintable(value, at)) continue
    const start = offsets[at] ?? 0
    if (reading.file.text[start] === '\\')
      reportCharacter(reading, value, at, [start, Math.max(start + 2, offsets[at + 1] ?? 0)])
  }
}

/** `the motion #3`: YAML takes what follows the blank for a comment. A number sign before a digit was hardly meant so. */
function checkSwallowed(reading: Reading, end: number): void {
  const comment = /[ \t]+(#\d[^\r\n]*)/y
  comment.lastIndex = end
  const words = comment.exec(reading.file.text)?.[1]
  if (words === undefined) return
  const start = comment.lastIndex - words.length
  reportAt(
    reading,
    'malformed-yaml',
    [start, comment.lastIndex],
    `“${words.slice(0, 30).trim()}” is a comment to YAML, expected quotation marks around the text`,
    {
      severity: 'warning',
      note: textNote
    }
  )
}

function listValue(walk: Walk, node: YAMLSeq.Parsed, level: number): ListValue {
  const items = node.items.map(item => readNode(walk, item, node.range[1], level + 1))
  return {type: 'list', items, place: placeAt(walk.reading.file, node.range[0], node.range[1])}
}

function mapValue(walk: Walk, node: YAMLMap.Parsed, level: number): MapValue {
  const {reading} = walk
  const first = new Map<string, Text>()
  const fields: Field[] = []
  for (const pair of node.items) {
    const key = keyOf(walk, pair.key, node.range[0], level)
    const keyEnd = pair.key?.range[1] ?? node.range[0]
    const value = readNode(walk, pair.value, keyEnd, level + 1)
    if (key === undefined) continue
    const earlier = first.get(key.value)
    if (key.value === '<<') {
      report(reading, 'malformed-yaml', key.place, '`<<` merges maps, expected every key to be written out')
    } else if (earlier !== undefined) {
      report(reading, 'duplicate-key', key.place, `${inBackticks(key.value)} is given twice, expected it once`, {
        related: [{message: 'first given here', path: reading.file.path, place: earlier.place}]
      })
    } else {
      first.set(key.value, key)
      fields.push({key, value})
    }
  }
  return {type: 'map', fields, place: placeAt(reading.file, node.range[0], node.range[1])}
}

function keyOf(walk: Walk, node: ParsedNode | null, start: number, level: number): Text | undefined {
  const {reading} = walk
  const value = readNode(walk, node, start, level + 1)
  if (value.type === 'text') return trimmed(value)
  if (value.type === 'nothing' && isScalar(node)) {
    const [from, to] = node.range
    return textOf(reading.file, String(node.value), scalarMap(reading.file.text, node as Scalar<string>), [
      from,
      Math.max(from + 1, to)
    ])
  }
  if (value.type !== 'nothing') {
    const kind = value.type === 'list' ? 'a list' : 'a map'
    const at = value.place.start.offset
    reportAt(reading, 'wrong-type', [at, at + 1], `a key is ${kind}, expected a word`, {note: textNote})
  }
  return undefined
}
