import {isMap, isScalar, type ParsedNode, parseDocument} from 'yaml'
import {type Edit, placeAt, type SourceFields, textFile} from '../tree/index.ts'
import {
  afterComments,
  type Change,
  changed,
  colonEnd,
  hasBlankBefore,
  indentAt,
  indentOf,
  insertedInFlow,
  insertedLines,
  layoutOf,
  lineStart,
  mapOf,
  nodeEnd,
  type ParsedMap,
  type ParsedPair,
  pairEnd,
  pairIn
} from './entry-place.ts'
import {isProved} from './entry-proof.ts'
import {entryLines, flowFields, type Layout} from './entry-yaml.ts'
import {inBackticks} from './reading.ts'

/** The new text of a file and what was changed in it, or why nothing could be changed. Places are those of the text as given. */
export type SourceEdit = {readonly edits: readonly Edit[]; readonly text: string} | {readonly problem: string}

/** What is to be written into. */
export interface Target {
  readonly text: string
  readonly layout: Layout
  /** Undefined in a file without keys. */
  readonly top: ParsedMap | undefined
}

/** An entry of `sources` as YAML, the id at the margin; ends with a line break. */
export function sourceEntryYaml(id: string, fields: SourceFields): string {
  return `${entryLines(id, fields, 0, {newline: '\n', mapStep: 2, listStep: 2}).join('\n')}\n`
}

/** An entry that is to stand under `sources`. */
export interface NewSource {
  readonly id: string
  readonly fields: SourceFields
}

/** Puts a new entry behind the others of `sources`. Every other character of the file stays. */
export function addSource(text: string, entry: NewSource): SourceEdit {
  return addSources(text, [entry])
}

/** As `addSource`, for several entries at once: the file is read once for all. */
export function addSources(text: string, entries: readonly NewSource[]): SourceEdit {
  const target = targetOf(text)
  if ('problem' in target) return target
  if (entries.length === 0) return {edits: [], text}
  const sources = target.top && pairIn(target.top, 'sources')
  const map = mapOf(sources?.value)
  const seen = new Set<string>()
  for (const {id} of entries) {
    if (seen.has(id) || (map && pairIn(map, id) !== undefined))
      return {problem: `${inBackticks(id)} is already under \`sources\`, expected an id of its own`}
    seen.add(id)
  }
  return proved(text, additions(target, sources, entries), entries)
}

/** Reads the file with its tokens; a problem when it has flaws or no keys. */
export function targetOf(text: string): Target | {readonly problem: string} {
  const document = parseDocument(text, {
    schema: 'failsafe',
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    keepSourceTokens: true
  })
  const flaw = document.errors[0]
  if (flaw !== undefined) {
    const line = text.slice(0, flaw.pos[0]).split('\n').length
    return {problem: `the YAML has a flaw in line ${line}, expected it to be mended first`}
  }
  const top = document.contents
  if (top !== null && !isMap(top) && !isNothing(top))
    return {problem: 'the file is no map of keys, expected a resolution'}
  const map = mapOf(top)
  return {text, top: map, layout: layoutOf(text, map)}
}

/** The edit, if the new text says what the old one did and `entries` beside it. */
export function proved(
  text: string,
  changes: readonly Change[] | undefined,
  entries: readonly NewSource[]
): SourceEdit {
  const after = changes && changed(text, changes)
  if (changes === undefined || after === undefined || !isProved(text, after, entries)) {
    const [what, them] = entries.length === 1 ? ['the entry', 'it'] : ['the entries', 'them']
    const reason = `${what} could not be put into the file without changing other parts; add ${them} by hand:`
    return {problem: `${reason}\n${entries.map(({id, fields}) => sourceEntryYaml(id, fields)).join('')}`}
  }
  const file = textFile('', text)
  const edits = changes.map(({start, end, text: words}): Edit => ({place: placeAt(file, start, end), text: words}))
  return {edits, text: after}
}

/** Whether a node stands for no value: empty, `~` or `null`. */
export function isNothing(node: ParsedNode | null): boolean {
  return (
    node === null || (isScalar(node) && node.type === 'PLAIN' && /^(?:|~|null|Null|NULL)$/.test(String(node.value)))
  )
}

function additions(
  target: Target,
  sources: ParsedPair | undefined,
  entries: readonly NewSource[]
): Change[] | undefined {
  const {text, top, layout} = target
  if (top === undefined) return [insertedLines(text, endOfKeys(text), sourcesLines(entries, layout), layout)]
  if (sources === undefined) return newSources(target, top, entries)
  const map = mapOf(sources.value)
  const words = flowFields(fieldsById(entries), flavour(top))
  if (map && (top.flow || (map.flow && (map.items.length > 0 || !isEmptyOnLine(text, sources)))))
    return insertedInFlow(text, map, map.items.length - 1, words)
  if (top.flow || (!map && !isNothing(sources.value))) return undefined
  if (map && !map.flow) return behindEntries(target, map, entries)
  const indent = indentAt(text, sources.key.range[0]) + layout.mapStep
  return inEmpty(target, sources, entriesLines(entries, indent, layout, false))
}

/** A file that could be read as JSON stays so. */
export function flavour(top: ParsedMap): 'flow' | 'json' {
  const key = top.items[0]?.key
  return top.flow && isScalar(key) && key.type === 'QUOTE_DOUBLE' ? 'json' : 'flow'
}

/** Whether a pair of empty braces stands on the line of its key and holds nothing at all. */
export function isEmptyOnLine(text: string, {key, value}: ParsedPair): boolean {
  if (value === null) return false
  const between = text.slice(key.range[1], nodeEnd(value))
  return /^[ \t]*:[ \t]+\{[ \t]*\}$/.test(between)
}

/** Behind the key of a value that is empty; the sign for "nothing" goes away. */
export function inEmpty({text, layout}: Target, pair: ParsedPair, lines: readonly string[]): Change[] | undefined {
  const colon = colonEnd(pair)
  if (colon === undefined) return undefined
  const end = pairEnd(pair)
  const at = afterComments(text, end, indentAt(text, pair.key.range[0]) + 1)
  const sign =
    pair.value === null || pair.value.range[0] === end ? [] : [{start: signStart(text, pair.value), end, text: ''}]
  return [...sign, insertedLines(text, at, lines, layout)]
}

/** With the blanks before it. */
function signStart(text: string, value: ParsedNode): number {
  let start = value.range[0]
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--
  return start
}

function behindEntries({text, layout}: Target, map: ParsedMap, entries: readonly NewSource[]): Change[] | undefined {
  const last = map.items.at(-1)
  if (last === undefined) return undefined
  const indent = indentOf(text, map)
  const at = afterComments(text, pairEnd(last), indent)
  const isApart = map.items.length > 1 && hasBlankBefore(text, map, map.items.length - 1)
  const entry = mapOf(last.value)
  const inner = entry && !entry.flow ? indentOf(text, entry) - indent : 0
  const lines = entriesLines(entries, indent, {...layout, mapStep: inner > 0 ? inner : layout.mapStep}, isApart)
  return [insertedLines(text, at, isApart && !isAfterBlank(text, at) ? ['', ...lines] : lines, layout)]
}

/** Whether the line before is empty. */
const isAfterBlank = (text: string, at: number): boolean =>
  at > 0 && text[at - 1] === '\n' && text.slice(lineStart(text, at - 1), at).trim() === ''

function sourcesLines(entries: readonly NewSource[], layout: Layout, indent = 0): string[] {
  return [`${' '.repeat(indent)}sources:`, ...entriesLines(entries, indent + layout.mapStep, layout, false)]
}

function entriesLines(entries: readonly NewSource[], indent: number, layout: Layout, isApart: boolean): string[] {
  return entries.flatMap(({id, fields}, index) => {
    const lines = entryLines(id, fields, indent, layout)
    return isApart && index > 0 ? ['', ...lines] : lines
  })
}

const fieldsById = (entries: readonly NewSource[]): SourceFields =>
  Object.fromEntries(entries.map(({id, fields}) => [id, fields]))

/** Where a file without keys may have its first: before the sign that ends the document. */
function endOfKeys(text: string): number {
  const end = /^\.\.\.(?:\s|$)/m.exec(text)
  return end === null ? text.length : end.index
}

/** A new `sources`: after the clauses and notes, else before what follows them in a resolution, else at the end. */
function newSources({text, layout}: Target, top: ParsedMap, entries: readonly NewSource[]): Change[] {
  const names = top.items.map(({key}) => (isScalar(key) ? String(key.value).trim() : ''))
  const clauses = names.findLastIndex(name => ['whereas', 'resolved', 'notes'].includes(name))
  const next = names.findIndex(name => ['bibliography', 'submission'].includes(name))
  const index = clauses >= 0 ? clauses : next > 0 ? next - 1 : top.items.length - 1
  if (top.flow) {
    const isJson = flavour(top)
    return insertedInFlow(text, top, index, flowFields({sources: fieldsById(entries)}, isJson))
  }
  const last = top.items[index]
  const indent = indentOf(text, top)
  const lines = sourcesLines(entries, layout, indent)
  const isFirst = clauses < 0 && next === 0
  const at = isFirst
    ? lineStart(text, top.range[0]) || Number(text.startsWith('\uFEFF'))
    : last === undefined
      ? text.length
      : afterComments(text, pairEnd(last), indent + 1)
  const isApart = top.items.some((_, one) => hasBlankBefore(text, top, one))
  if (isFirst) return [insertedLines(text, at, isApart ? [...lines, ''] : lines, layout)]
  return [insertedLines(text, at, isApart && !isAfterBlank(text, at) ? ['', ...lines] : lines, layout)]
}
