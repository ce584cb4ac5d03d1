import {
  type CslItem,
  type Place,
  placeAt,
  type SourceList,
  type SourceMap,
  type SourceValue,
  type TextFile,
  textFile
} from '../tree/index.ts'
import {readBibtex} from './bibtex.ts'
import type {TitleForm} from './csl-item.ts'
import {itemFromFields} from './csl-item.ts'
import {readJson} from './json.ts'
import type {CiteProblem} from './problem.ts'
import {ticked} from './problem.ts'
import {readRis} from './ris.ts'
import {collapse} from './text.ts'

/** An entry of a bibliography and the stretch of the file it stands in (UTF-16 offsets, end exclusive). */
export interface ImportedEntry {
  readonly id: string
  readonly item: CslItem
  readonly start: number
  readonly end: number
}

export interface ReadBibliography {
  /** In the order of the file, each id once. */
  readonly entries: readonly ImportedEntry[]
  readonly problems: readonly CiteProblem[]
}

/** Reads YAML with the failsafe schema; its own findings are the caller's. Undefined when there is nothing in it. */
export type YamlReader = (text: string) => SourceValue | undefined

/** An entry as a reader of one format found it; the checks common to all formats follow. */
export interface FoundEntry {
  readonly id: string
  readonly item: CslItem
  readonly place: Place
  /** The stretch to name in messages about the id. */
  readonly idPlace: Place
}

export interface FoundEntries {
  readonly entries: readonly FoundEntry[]
  readonly problems: readonly CiteProblem[]
}

export type Format = 'json' | 'yaml' | 'bibtex' | 'ris'

const formatOfExtension: Readonly<Record<string, Format>> = {
  json: 'json',
  csljson: 'json',
  yaml: 'yaml',
  yml: 'yaml',
  bib: 'bibtex',
  bibtex: 'bibtex',
  ris: 'ris'
}

/** Reads a bibliography in CSL-JSON, CSL-YAML, BibTeX, BibLaTeX or RIS: by the ending of its path, else by its looks. */
export function readBibliography(text: string, path: string, readYaml: YamlReader): ReadBibliography {
  const file = textFile(path, text)
  if (text.trim() === '') return {entries: [], problems: []}
  const format = formatOf(text, path)
  if (format === undefined) return {entries: [], problems: [unreadable(file, `${ticked(path)} holds no references`)]}
  const found = readers[format](file, readYaml)
  const unique = uniqueEntries(found.entries)
  return {
    entries: unique.entries.map(({id, item, place}) => ({id, item, start: place.start.offset, end: place.end.offset})),
    problems: [...found.problems, ...unique.problems]
  }
}

/** The format of a bibliography: by the ending of its path, else by its looks. */
export function formatOf(text: string, path: string): Format | undefined {
  const extension = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  return (Object.hasOwn(formatOfExtension, extension) && formatOfExtension[extension]) || formatByLooks(text)
}

/** The readers of the formats; the entries still may share ids. */
export const readers: Readonly<Record<Format, (file: TextFile, readYaml: YamlReader) => FoundEntries>> = {
  json: file => {
    const {value, fault} = readJson(file)
    if (fault === undefined) return readReferences(file, value, 'csl')
    return {entries: [], problems: [{...unreadable(file, fault.message), place: fault.place}]}
  },
  yaml: (file, readYaml) => readReferences(file, readYaml(file.text), 'markdown'),
  bibtex: readBibtex,
  ris: readRis
}

function formatByLooks(text: string): Format | undefined {
  if (/^\uFEFF?\s*[[{]/.test(text)) return 'json'
  if (/^TY {2}- /m.test(text)) return 'ris'
  if (/@[a-z]+\s*[{(]/i.test(text)) return 'bibtex'
  return /^(?:references|sources|---|- id|-\s+\w+)\b/m.test(text) ? 'yaml' : undefined
}

function unreadable(file: TextFile, message: string): CiteProblem {
  const place = placeAt(file, 0, 0)
  const full = message.includes('expected') ? message : `${message}, expected CSL-JSON, CSL-YAML, BibTeX or RIS`
  return {rule: 'unreadable-bibliography', severity: 'error', message: full, place}
}

/** CSL data: a list of references, or a map that holds it under `references` (pandoc) or `items` (Zotero). */
function readReferences(file: TextFile, value: SourceValue | undefined, form: TitleForm): FoundEntries {
  const list = referencesIn(value)
  if (list === undefined) {
    if (value === undefined) return {entries: [], problems: []}
    return {entries: [], problems: [unreadable(file, 'the file holds no list, expected a list of references')]}
  }
  const entries: FoundEntry[] = []
  const problems: CiteProblem[] = []
  list.items.forEach((reference, index) => {
    const read = reference.type === 'map' ? readReference(reference, form) : undefined
    if (read === undefined) problems.push(missingId(index, reference))
    else {
      entries.push(read.entry)
      for (const each of read.problems) problems.push(each)
    }
  })
  return {entries, problems}
}

/** The list of references: the whole, or what stands under `references` or `items`. */
export function referencesIn(value: SourceValue | undefined): SourceList | undefined {
  const under = (name: string): SourceValue | undefined =>
    value?.type === 'map' ? value.fields.find(field => field.key.value === name)?.value : undefined
  const list = value?.type === 'list' ? value : (under('references') ?? under('items'))
  return list?.type === 'list' ? list : undefined
}

function missingId(index: number, reference: SourceValue): CiteProblem {
  const isMap = reference.type === 'map'
  const message = `reference ${index + 1} ${isMap ? 'has no `id`' : 'is no map'}, expected an \`id\` to cite it by`
  const place = isMap ? (reference.fields[0]?.key.place ?? reference.place) : reference.place
  return {rule: 'missing-source-id', severity: 'error', message, place}
}

function readReference(
  map: SourceMap,
  form: TitleForm
): {readonly entry: FoundEntry; readonly problems: readonly CiteProblem[]} | undefined {
  const field = map.fields.find(one => one.key.value === 'id')
  const id = field?.value.type === 'text' ? collapse(field.value.value) : ''
  if (id === '' || field === undefined) return undefined
  const {item, problems} = itemFromFields(id, map.fields, form)
  return {entry: {id, item, place: map.place, idPlace: field.value.place}, problems}
}

/** The first of several entries with one id stays. */
function uniqueEntries(found: readonly FoundEntry[]): FoundEntries {
  const first = new Map<string, FoundEntry>()
  const problems: CiteProblem[] = []
  for (const entry of found) {
    const {id, idPlace} = entry
    const earlier = first.get(id)
    if (earlier === undefined) first.set(id, entry)
    else {
      const message = `${ticked(id)} is the id of two references, expected an id for each`
      const note = `The first, in line ${earlier.idPlace.start.line}, is cited.`
      problems.push({rule: 'duplicate-source', severity: 'error', message, note, place: idPlace, id})
    }
  }
  return {entries: [...first.values()], problems}
}
