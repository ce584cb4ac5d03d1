import {isScalar} from 'yaml'
import type {SourceFields, SourceFieldValue} from '../tree/index.ts'
import {
  afterComments,
  type Change,
  colonEnd,
  columnOf,
  indentAt,
  indentOf,
  insertedInFlow,
  insertedLines,
  mapOf,
  nodeEnd,
  type ParsedMap,
  type ParsedPair,
  pairEnd,
  pairIn
} from './entry-place.ts'
import {
  blockFields,
  doubleQuoted,
  flowFields,
  flowYaml,
  isPlain,
  isWithoutEscapes,
  scalarYaml,
  singleQuoted,
  valueLines
} from './entry-yaml.ts'
import {listed, suggestions} from './nearest.ts'
import {inBackticks} from './reading.ts'
import {
  flavour,
  inEmpty,
  isEmptyOnLine,
  isNothing,
  proved,
  type SourceEdit,
  type Target,
  targetOf
} from './source-entry.ts'

/**
 * Sets keys of an entry of `sources`: the value of a key that is there is replaced, in its quotation marks where they can stay;
 * other keys follow at the end of the entry.
 */
export function updateSource(text: string, id: string, fields: SourceFields): SourceEdit {
  const target = targetOf(text)
  if ('problem' in target) return target
  const sources = mapOf((target.top && pairIn(target.top, 'sources'))?.value)
  const entry = sources && pairIn(sources, id)
  if (entry === undefined) {
    const ids = sources?.items.flatMap(({key}) => (isScalar(key) ? String(key.value) : [])) ?? []
    const expected = ids.length === 0 ? 'an entry for it' : listed(suggestions(id, ids))
    return {problem: `${inBackticks(id)} is not under \`sources\`, expected ${expected}`}
  }
  return proved(text, updates(target, entry, fields), [{id, fields}])
}

function updates(target: Target, entry: ParsedPair, fields: SourceFields): Change[] | undefined {
  const map = mapOf(entry.value)
  const given = Object.entries(fields).map(([name, value]) => ({name, value, pair: map && pairIn(map, name)}))
  const added = Object.fromEntries(given.flatMap(({name, value, pair}) => (pair === undefined ? [[name, value]] : [])))
  const changes: Change[] = []
  for (const {value, pair} of given) {
    if (pair && isScalar(pair.value) && !isNothing(pair.value) && pair.value.value === value) continue
    const change = pair && replacement(target, pair, value, map?.flow === true)
    if (pair !== undefined && change === undefined) return undefined
    if (change !== undefined) changes.push(change)
  }
  const more = Object.keys(added).length === 0 ? [] : addedKeys(target, entry, map, added)
  if (more === undefined) return undefined
  // Keys are added behind everything that is replaced.
  return [...changes.toSorted((a, b) => a.start - b.start), ...more]
}

function addedKeys(
  target: Target,
  entry: ParsedPair,
  map: ParsedMap | undefined,
  added: SourceFields
): Change[] | undefined {
  const {text, layout, top} = target
  const style = top === undefined ? 'flow' : flavour(top)
  const last = map?.items.at(-1)
  if (map?.flow && (last !== undefined || top?.flow || !isEmptyOnLine(text, entry)))
    return insertedInFlow(text, map, map.items.length - 1, flowFields(added, style))
  if (map !== undefined && !map.flow && last !== undefined) {
    const indent = indentOf(text, map)
    const at = afterComments(text, pairEnd(last), indent)
    return [insertedLines(text, at, blockFields(added, indent, layout), layout)]
  }
  if (top?.flow || (map === undefined && !isNothing(entry.value))) return undefined
  const indent = indentAt(text, entry.key.range[0]) + layout.mapStep
  return inEmpty(target, entry, blockFields(added, indent, layout))
}

/** The change that gives a key another value; undefined where it has no colon to stand behind. */
function replacement(target: Target, pair: ParsedPair, value: SourceFieldValue, isFlow: boolean): Change | undefined {
  const {text, layout, top} = target
  const old = pair.value
  const style = isFlow ? (top === undefined ? 'flow' : flavour(top)) : 'block'
  if (typeof value === 'string' && isScalar(old) && old.range[0] < old.range[1] && !isBlock(old))
    return {start: old.range[0], end: old.range[1], text: likeBefore(value, old, style)}
  const colon = colonEnd(pair)
  if (colon === undefined) return undefined
  const end = Math.max(colon, old === null || (isNothing(old) && old.range[0] === old.range[1]) ? colon : nodeEnd(old))
  if (style !== 'block') return {start: colon, end, text: ` ${flowYaml(value, style)}`}
  const column = columnOf(text, colon)
  const lines = valueLines(value, column, indentAt(text, pair.key.range[0]), layout).join(layout.newline)
  const tail = /\r?\n$/.exec(text.slice(colon, end))?.[0] ?? ''
  return {start: colon, end, text: lines + tail}
}

const isBlock = (node: {readonly type?: unknown}): boolean =>
  node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL'

/** A text in the quotation marks that another one had, unless it needs others. */
function likeBefore(value: string, old: {readonly type?: unknown}, style: 'block' | 'flow' | 'json'): string {
  if (old.type === 'QUOTE_DOUBLE') return doubleQuoted(value)
  if (old.type === 'QUOTE_SINGLE' && isWithoutEscapes(value)) return singleQuoted(value)
  return isPlain(value, style) ? value : scalarYaml(value, style)
}
