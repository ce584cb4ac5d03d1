import {CST, Lexer} from 'yaml'
import {isFieldList, type SourceFields, type SourceFieldValue, textFile} from '../tree/index.ts'
import type {Reading} from './reading.ts'
import {readYaml, type Value} from './value.ts'

/** What a file means: its values without their places, its comments, and what is said of its YAML. */
interface Meaning {
  readonly value: Plain
  readonly comments: readonly string[]
  readonly findings: readonly string[]
}

/** A map is a list of its keys with their values, so that the order counts. */
type Plain = string | null | {readonly list: readonly Plain[]} | PlainMap

interface PlainMap {
  readonly map: readonly (readonly [string, Plain])[]
}

/**
 * Whether the new text says what the old one does, every other value and every comment, and the fields of
 * each entry under its id beside it. Both are read as every resolution is, aliases followed.
 */
export function isProved(
  before: string,
  after: string,
  entries: readonly {readonly id: string; readonly fields: SourceFields}[]
): boolean {
  const old = meaningOf(before)
  const now = meaningOf(after)
  const top = old.value ?? {map: []}
  const sources = isMap(top) ? (valueIn(top, 'sources') ?? {map: []}) : undefined
  if (!isMap(top) || sources === undefined || !isMap(sources) || !isMap(now.value)) return false
  const wanted = withEntries(sources, entries)
  return (
    wanted !== undefined &&
    same(sourcesLast(withValue(top, 'sources', wanted)), sourcesLast(now.value)) &&
    same(old.comments, now.comments) &&
    same(old.findings, now.findings)
  )
}

/** The sources with the keys of the entries; undefined where an entry is no map. */
function withEntries(
  sources: PlainMap,
  entries: readonly {readonly id: string; readonly fields: SourceFields}[]
): PlainMap | undefined {
  const old = new Map(sources.map)
  const all = new Map(sources.map)
  for (const {id, fields} of entries) {
    const entry = old.get(id) ?? {map: []}
    if (!isMap(entry)) return undefined
    all.set(
      id,
      Object.entries(fields).reduce((map, [key, value]) => withValue(map, key, plainField(value)), entry)
    )
  }
  return {map: [...all]}
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const isMap = (value: Plain): value is PlainMap => typeof value === 'object' && value !== null && 'map' in value

const valueIn = ({map}: PlainMap, name: string): Plain | undefined => map.find(([key]) => key === name)?.[1]

function withValue({map}: PlainMap, name: string, value: Plain): PlainMap {
  const pair = [name, value] as const
  const isThere = map.some(([key]) => key === name)
  return {map: isThere ? map.map(each => (each[0] === name ? pair : each)) : [...map, pair]}
}

/** Where a new `sources` stands among the keys is free. */
function sourcesLast({map}: PlainMap): PlainMap {
  return {map: [...map.filter(([key]) => key !== 'sources'), ...map.filter(([key]) => key === 'sources')]}
}

function plainField(value: SourceFieldValue): Plain {
  if (typeof value === 'string') return value
  if (isFieldList(value)) return {list: value.map(plainField)}
  return {map: Object.entries(value).map(([key, part]) => [key, plainField(part)] as const)}
}

function meaningOf(text: string): Meaning {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  const reading: Reading = {file: textFile('', body), diagnostics: []}
  const {value} = readYaml(reading)
  return {value: plain(value), comments: commentsOf(body), findings: reading.diagnostics.map(({message}) => message)}
}

function plain(value: Value): Plain {
  switch (value.type) {
    case 'text':
      return value.value
    case 'nothing':
      return null
    case 'list':
      return {list: value.items.map(plain)}
    case 'map':
      return {map: value.fields.map(field => [field.key.value, plain(field.value)] as const)}
  }
}

/** The comments of a file in order. In the tokens of the lexer a scalar follows its sign, so that its `#` is none. */
function commentsOf(text: string): string[] {
  const comments: string[] = []
  let isScalar = false
  for (const token of new Lexer().lex(text)) {
    if (!isScalar && token.startsWith('#')) comments.push(token)
    isScalar = !isScalar && token === CST.SCALAR
  }
  return comments
}
