import {isAlias, isCollection, isMap, isNode, isScalar, isSeq, type Pair, type ParsedNode, type YAMLMap} from 'yaml'
import type {Layout} from './entry-yaml.ts'

/** A replacement of the stretch `start` to `end` (UTF-16 offsets, end exclusive). */
export interface Change {
  readonly start: number
  readonly end: number
  readonly text: string
}

export type ParsedPair = Pair<ParsedNode, ParsedNode | null>
export type ParsedMap = YAMLMap.Parsed

/** A node as a map; undefined for anything else. */
export function mapOf(node: ParsedNode | null | undefined): ParsedMap | undefined {
  return isMap(node) ? (node as ParsedMap) : undefined // The check does not tell that the map was parsed.
}

/** The first pair of a map with this key, as it is read: a second one does not count. */
export function pairIn(map: ParsedMap, name: string): ParsedPair | undefined {
  return map.items.find(({key}) => isScalar(key) && String(key.value).trim() === name)
}

/** Where the last word or bracket of a node ends; range ends of block collections include comments behind them. */
export function nodeEnd(node: ParsedNode): number {
  if (isAlias(node) || isScalar(node) || (isCollection(node) && node.flow)) return node.range[1]
  const last: unknown = isCollection(node) ? node.items.at(-1) : undefined
  if (isMap(node) && last !== undefined) return pairEnd(last as ParsedPair) // A map holds pairs.
  if (isSeq(node) && last !== undefined) return nodeEnd(last as ParsedNode) // A parsed list holds parsed nodes.
  return node.range[0]
}

export function pairEnd({key, value}: ParsedPair): number {
  return value === null ? key.range[1] : Math.max(nodeEnd(value), key.range[1])
}

/** Where the colon of a pair ends; undefined where it has none. */
export function colonEnd(pair: ParsedPair): number | undefined {
  const tokens = pair.srcToken?.sep ?? []
  const colon = tokens.find(({type}) => type === 'map-value-ind')
  return colon === undefined ? undefined : colon.offset + colon.source.length
}

export const lineStart = (text: string, at: number): number => (at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1)

/** The 0-based column of an offset; a byte order mark has none. */
export function columnOf(text: string, at: number): number {
  const start = lineStart(text, at)
  return at - start - (start === 0 && text.startsWith('\uFEFF') ? 1 : 0)
}

/** The 0-based column of the first sign on the line of an offset: of a key with an anchor or a question mark before it, too. */
export function indentAt(text: string, at: number): number {
  const start = lineStart(text, at)
  return columnOf(text, start + (/^[\uFEFF \t]*/.exec(text.slice(start, at))?.[0].length ?? 0))
}

/** The column of the keys of a map in lines. */
export const indentOf = (text: string, map: ParsedMap): number =>
  indentAt(text, map.items[0]?.key.range[0] ?? map.range[0])

/** Whether nothing but blanks stands before an offset on its line. */
export const isFirstOnLine = (text: string, at: number): boolean =>
  /^[\uFEFF \t]*$/.test(text.slice(lineStart(text, at), at))

/** Where the line that holds `at` ends, its break included. */
function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at)
  return found < 0 ? text.length : found + 1
}

/**
 * Where a new line may follow words that end at `end`: after the rest of their line (a block scalar ends with its line)
 * and after the comments below that stand in by at least `indent` columns.
 */
export function afterComments(text: string, end: number, indent: number): number {
  let after = end > 0 && text[end - 1] === '\n' ? end : lineEnd(text, end)
  for (let at = after; at < text.length; ) {
    const next = lineEnd(text, at)
    const line = text.slice(at, next)
    const isOwn = /^[ \t]*#/.test(line) && line.search(/#/) >= indent
    if (isOwn) after = next
    else if (line.trim() !== '') break
    at = next
  }
  return after
}

/** Whether an empty line stands somewhere before a pair that is not the first. */
export function hasBlankBefore(text: string, map: ParsedMap, index: number): boolean {
  const before = map.items[index - 1]
  const pair = map.items[index]
  if (before === undefined || pair === undefined) return false
  // A block scalar ends with its line.
  return /\n[ \t]*\r?\n/.test(text.slice(Math.max(0, pairEnd(before) - 1), pair.key.range[0]))
}

/** Lines as a change at a place where a line may begin; a file that does not end with a break does not get one. */
export function insertedLines(text: string, at: number, lines: readonly string[], {newline}: Layout): Change {
  const words = lines.join(newline)
  const isInLine = at > 0 && text[at - 1] !== '\n' && text.slice(0, at) !== '\uFEFF'
  return {start: at, end: at, text: isInLine ? newline + words : words + newline}
}

/** How the file is laid out: the first list and map under a key say it, else two columns for each level. */
export function layoutOf(text: string, top: ParsedMap | undefined): Layout {
  const values = top === undefined || top.flow ? [] : top.items.flatMap(({value}) => value ?? [])
  const map = mapOf(values.find(value => isMap(value) && !value.flow && value.items.length > 0))
  const base = top === undefined ? 0 : indentOf(text, top)
  return {
    newline: /\r?\n/.exec(text)?.[0] ?? '\n',
    mapStep: Math.max(1, map === undefined ? 2 : indentOf(text, map) - base),
    listStep: (top && listStep(text, top, 0)) ?? 2
  }
}

/** Lists are looked for under the keys of the file, of its maps, and of the maps in these: there the sources have theirs. */
const deepest = 2

function listStep(text: string, map: ParsedMap, level: number): number | undefined {
  for (const {key, value} of map.flow ? [] : map.items) {
    const first: unknown = isSeq(value) && !value.flow ? value.items[0] : undefined
    const step = isNode(first) ? indentAt(text, first.range?.[0] ?? 0) - indentAt(text, key.range[0]) : undefined
    const below = level < deepest ? mapOf(value) : undefined
    const inner = below && listStep(text, below, level + 1)
    if (step !== undefined || inner !== undefined) return Math.max(0, step ?? inner ?? 0)
  }
  return undefined
}

/**
 * The changes that put `words` (a key and its value) behind pair `index` of a map between braces: on a line of their own
 * where that pair has one, with a comma on the side where the neighbours have it.
 */
export function insertedInFlow(text: string, map: ParsedMap, index: number, words: string): Change[] {
  const pair = map.items[index]
  if (pair === undefined) {
    const at = map.range[0] + 1
    return [{start: at, end: at, text: words}]
  }
  const end = pairEnd(pair)
  const comma = commaAfter(text, end)
  const from = comma ?? end
  const rest = /^[ \t]*(?:#[^\r\n]*)?(?=\r?\n)/.exec(text.slice(from, lineEnd(text, from)))
  if (rest === null || !isFirstOnLine(text, pair.key.range[0])) return [{start: end, end, text: `, ${words}`}]
  const newline = /\r?\n/.exec(text)?.[0] ?? '\n'
  const line = newline + text.slice(lineStart(text, pair.key.range[0]), pair.key.range[0]).replace('\uFEFF', '') + words
  const at = from + rest[0].length
  if (comma !== undefined) return [{start: at, end: at, text: `${line},`}]
  return at === end
    ? [{start: at, end: at, text: `,${line}`}]
    : [
        {start: end, end, text: ','},
        {start: at, end: at, text: line}
      ]
}

/** Where the comma ends that follows after blanks, breaks and comments. */
function commaAfter(text: string, from: number): number | undefined {
  const passed = /(?:\s|#[^\n]*)*/y
  passed.lastIndex = from
  passed.exec(text)
  return text[passed.lastIndex] === ',' ? passed.lastIndex + 1 : undefined
}

/** A text with its changes made; they are in order and do not overlap. */
export function changed(text: string, changes: readonly Change[]): string {
  let result = ''
  let at = 0
  for (const {start, end, text: words} of changes) {
    result += text.slice(at, start) + words
    at = end
  }
  return result + text.slice(at)
}
