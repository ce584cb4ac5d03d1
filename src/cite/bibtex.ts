import {placeAt, type TextFile} from '../tree/index.ts'
import type {FoundEntries, FoundEntry} from './bibliography.ts'
import {itemFromFields} from './csl-item.ts'
import {fieldsOf} from './imported.ts'
import type {BibtexEntry, BibtexReader} from './load.ts'
import {loadBibtex} from './load.ts'
import type {CiteProblem} from './problem.ts'
import {oneOf, ticked} from './problem.ts'
import {suggest} from './suggest.ts'

/** An entry of the file: where it stands, and what it is called. */
export interface Slice {
  readonly type: string
  readonly key: string
  readonly start: number
  readonly end: number
  /** The end of `@type{key`. */
  readonly headEnd: number
  readonly isClosed: boolean
}

export interface Parsed {
  readonly slice: Slice
  readonly raw: BibtexEntry
}

/** A file as it was taken apart; `slices` holds everything that begins with `@`. */
export interface ParsedBibtex {
  readonly slices: readonly Slice[]
  readonly parsed: readonly Parsed[]
  readonly problems: readonly CiteProblem[]
}

/** Takes a file apart through citation-js, entry by entry, so that one broken entry costs itself only. */
export function parseBibtex(file: TextFile, reader: BibtexReader): ParsedBibtex {
  const slices = slicesOf(file.text)
  const problems: CiteProblem[] = []
  const strings = slices
    .filter(slice => slice.type === 'string' && slice.isClosed)
    .map(slice => `${file.text.slice(slice.start, slice.end)}\n`)
    .join('')
  const parsed: Parsed[] = []
  for (const slice of slices) {
    if (slice.type === 'string' || slice.type === 'preamble' || slice.type === 'comment') continue
    const raw =
      slice.isClosed && slice.key !== ''
        ? parseOne(reader, strings + file.text.slice(slice.start, slice.end))
        : undefined
    if (raw === undefined) problems.push(broken(file, slice))
    else parsed.push({slice, raw})
  }
  return {slices, parsed, problems}
}

/** Reads BibTeX and BibLaTeX. */
export function readBibtex(file: TextFile): FoundEntries {
  const reader = loadBibtex()
  const {parsed, problems: faults} = parseBibtex(file, reader)
  const problems = [...faults]
  const items = itemsOf(reader, parsed)
  const entries: FoundEntry[] = []
  parsed.forEach(({slice, raw}, index) => {
    const place = placeAt(file, slice.start, slice.end)
    const idPlace = placeAt(file, slice.start, slice.headEnd)
    const values = repaired(reader, raw, items[index] ?? {})
    const read = itemFromFields(slice.key, fieldsOf(values, idPlace), 'csl')
    entries.push({id: slice.key, item: read.item, place, idPlace})
    problems.push(
      ...read.problems.filter(({rule}) => rule !== 'unknown-key'),
      ...losses(raw, reader, slice.key).map(loss => ({...loss, place: idPlace, id: slice.key}))
    )
  })
  return {entries, problems}
}

function parseOne(reader: BibtexReader, text: string): BibtexEntry | undefined {
  try {
    return reader.entries(text).at(-1)
  } catch {
    return undefined
  }
}

/** All entries at once, so that a `crossref` finds its parent (the first of its key); one by one when that fails. */
function itemsOf(reader: BibtexReader, parsed: readonly Parsed[]): readonly Readonly<Record<string, unknown>>[] {
  const seen = new Set<string>()
  const raws = parsed.map(({raw}) => {
    const isDouble = seen.has(raw.label)
    seen.add(raw.label)
    return isDouble ? {...raw, label: `${raw.label} (again)`} : raw
  })
  try {
    return raws.length === 0 ? [] : reader.items(raws)
  } catch {
    return raws.map(raw => convertOne(reader, raw))
  }
}

function convertOne(reader: BibtexReader, raw: BibtexEntry): Readonly<Record<string, unknown>> {
  try {
    return reader.items([raw])[0] ?? {}
  } catch {
    return {}
  }
}

function broken(file: TextFile, slice: Slice): CiteProblem {
  const name = slice.key === '' ? ticked(`@${slice.type}`) : ticked(slice.key)
  const expected = slice.isClosed
    ? slice.key === ''
      ? 'a key after the brace'
      : '`field = {value}` pairs'
    : 'a closing brace'
  const message = `${name} cannot be read as BibTeX, expected ${expected}`
  const place = placeAt(file, slice.start, slice.headEnd)
  return {
    rule: 'unreadable-bibliography',
    severity: 'error',
    message,
    place,
    ...(slice.key === '' ? {} : {id: slice.key})
  }
}

/** Finds the entries by their braces; an entry that is not closed ends before the next one. Time linear in the length. */
function slicesOf(text: string): readonly Slice[] {
  const slices: Slice[] = []
  const head = /@\s{0,9}([a-z]{1,40})\s{0,9}([{(])\s{0,99}([^,\s{}()=]{0,200})/gi
  for (let found = head.exec(text); found !== null; found = head.exec(text)) {
    const type = (found[1] ?? '').toLowerCase()
    const start = found.index
    const open = start + found[0].indexOf(found[2] ?? '{')
    const end = endOfEntry(text, open)
    const stop = end ?? nextEntry(text, open)
    const isData = type !== 'string' && type !== 'preamble' && type !== 'comment'
    slices.push({
      type,
      key: isData ? (found[3] ?? '') : '',
      start,
      end: stop,
      headEnd: start + found[0].length,
      isClosed: end !== undefined
    })
    head.lastIndex = stop
  }
  return slices
}

/** The end of a braced entry; undefined when the next entry begins before it is closed, or the file ends. */
function endOfEntry(text: string, open: number): number | undefined {
  const isRound = text[open] === '('
  let depth = 0
  let isQuoted = false
  for (let at = open + (isRound ? 1 : 0); at < text.length; at++) {
    const char = text[at]
    if (char === '\\') at++
    else if (char === '"' && isRound && depth === 0) isQuoted = !isQuoted
    else if (char === '{') depth++
    else if (char === '}') {
      depth--
      if (!isRound && depth === 0) return at + 1
    } else if (char === ')' && isRound && depth === 0 && !isQuoted) return at + 1
    else if (char === '@' && text[at - 1] === '\n' && /^@[a-z]{1,40}\s*\{/i.test(text.slice(at, at + 60)))
      return undefined
  }
  return undefined
}

function nextEntry(text: string, from: number): number {
  const at = text.indexOf('\n@', from)
  return at < 0 ? text.length : at + 1
}

const newsTypes: Readonly<Record<string, string>> = {newspaper: 'article-newspaper', magazine: 'article-magazine'}

/** What the mapping of citation-js drops or bends, put right from the raw fields. */
export function repaired(
  reader: BibtexReader,
  raw: BibtexEntry,
  item: Readonly<Record<string, unknown>>
): Readonly<Record<string, unknown>> {
  const {properties} = raw
  const values: Record<string, unknown> = {...item}
  delete values['citation-key']
  const subtype = (properties.entrysubtype ?? '').toLowerCase()
  const news = Object.hasOwn(newsTypes, subtype) ? newsTypes[subtype] : undefined
  if (raw.type === 'article' && news !== undefined) {
    values.type = news
    if (values.genre === properties.entrysubtype) delete values.genre
  }
  if (lawTypes.has(raw.type)) {
    // U.S.C., U.S., Fed. Reg. … stand in `journaltitle`, the court in `institution`; other types keep them.
    values['container-title'] ??= convertOne(reader, {...raw, type: 'article'})['container-title']
    values.authority ??= convertOne(reader, {...raw, type: 'report'}).publisher
    delete values.publisher
  }
  if (lawTypes.has(raw.type) || raw.type === 'misc' || raw.type === 'online') values.number ??= properties.number
  for (const [field, variable] of nameFields) values[variable] = withLiterals(properties[field], values[variable])
  for (const [field, variable] of dateFields) if (properties[field] !== undefined) values[variable] = properties[field]
  if (properties.date === undefined && properties.year !== undefined) values.issued = issuedOf(properties)
  return values
}

const lawTypes: ReadonlySet<string> = new Set(['legislation', 'jurisdiction', 'legal'])
const nameFields: readonly (readonly [string, string])[] = [
  ['author', 'author'],
  ['editor', 'editor'],
  ['translator', 'translator'],
  ['bookauthor', 'container-author']
]
const dateFields: readonly (readonly [string, string])[] = [
  ['date', 'issued'],
  ['urldate', 'accessed'],
  ['origdate', 'original-date'],
  ['eventdate', 'event-date']
]
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function issuedOf(properties: BibtexEntry['properties']): unknown {
  const {year = '', month = '', day = ''} = properties
  if (!/^\d{4}$/.test(String(year))) return String(year)
  const word = String(month).trim().toLowerCase()
  const named = months.findIndex(name => word.split(/[^a-z]+/).some(part => part.startsWith(name))) + 1
  const number = named > 0 ? named : Number.parseInt(word, 10) || 0
  const dayOf = /\d{1,2}/.exec(day === '' && named > 0 ? word : String(day))?.[0]
  return {'date-parts': [[year, ...(number > 0 ? [number, ...(dayOf === undefined ? [] : [dayOf])] : [])]]}
}

/** A name within braces is an organisation: `{American Library Association}` has no family. */
function withLiterals(raw: string | undefined, names: unknown): unknown {
  if (raw === undefined || !Array.isArray(names)) return names
  const typed = typedNames(String(raw))
  if (typed.length !== names.length) return names
  return names.map((name: unknown, index) => {
    if (!isBraced(typed[index] ?? '') || typeof name !== 'object' || name === null) return name
    const words = Object.values(name).filter(part => typeof part === 'string')
    return {literal: words.join(' ')}
  })
}

/** The names of a field, cut at ` and ` outside braces. */
function typedNames(raw: string): readonly string[] {
  const names: string[] = []
  let depth = 0
  let start = 0
  for (const found of raw.matchAll(/[{}]|\s+and\s+/gi)) {
    if (found[0] === '{') depth++
    else if (found[0] === '}') depth--
    else if (depth === 0) {
      names.push(raw.slice(start, found.index))
      start = found.index + found[0].length
    }
  }
  return [...names, raw.slice(start)].map(name => name.trim())
}

function isBraced(name: string): boolean {
  if (!name.startsWith('{') || !name.endsWith('}')) return false
  let depth = 0
  for (let at = 0; at < name.length - 1; at++) {
    if (name[at] === '{') depth++
    if (name[at] === '}') depth--
    if (depth === 0) return false
  }
  return true
}

/** Fields that are read, or that say nothing about the source. */
const passedFields: ReadonlySet<string> = new Set(
  `abstract addendum address annotation annote archiveprefix author bookauthor booksubtitle booktitle booktitleaddon
  chapter court crossref date day doi edition editor eid eprint eprintclass eprinttype entrysubtype eventdate eventtitle
  eventtitleaddon gender howpublished institution isan isbn ismn isrn issn issue iswc journal journalsubtitle
  journaltitle journaltitleaddon keywords langid language library location mainsubtitle maintitle maintitleaddon month
  note number numpages options organization origdate origlocation origpublisher origtitle pages pagetotal part pmid
  pmcid primaryclass publisher pubstate reporter school series shorthand shortjournal shortseries shorttitle sortkey
  sorttitle sortname subtitle title translator type url urldate venue version volume volumes year
  file groups owner timestamp ids xref related hyphenation indextitle label presort added-at biburl bibsource interhash
  intrahash username`.split(/\s+/)
)

const commonTypes = ['article', 'book', 'incollection', 'online', 'report', 'legislation', 'jurisdiction', 'misc']

/** What an entry says that does not reach the notes. */
function losses(raw: BibtexEntry, reader: BibtexReader, key: string): readonly CiteProblem[] {
  const problems: CiteProblem[] = []
  if (!reader.types.has(raw.type)) {
    const near = suggest(raw.type, [...reader.types])
    const message = `${ticked(`@${raw.type}`)} is not a type of entry, expected ${oneOf((near.length > 0 ? near : commonTypes).map(type => `@${type}`))}`
    problems.push({rule: 'unknown-type', severity: 'warning', message, note: 'It is read as `@misc`.'})
  }
  const lost = Object.keys(raw.properties).filter(name => !passedFields.has(name) && !/^bdsk-|\+an/.test(name))
  if (lost.length > 0) {
    const message = `${lost.slice(0, 8).map(ticked).join(', ')} of ${ticked(key)} cannot be printed, expected fields of BibLaTeX`
    problems.push({rule: 'lost-in-import', severity: 'info', message})
  }
  return problems
}
