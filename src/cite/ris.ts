import {type CslItem, placeAt, type TextFile} from '../tree/index.ts'
import type {FoundEntries, FoundEntry} from './bibliography.ts'
import {itemFromFields} from './csl-item.ts'
import {fieldsOf} from './imported.ts'
import type {CiteProblem} from './problem.ts'
import {oneOf, ticked} from './problem.ts'
import {plainFromRich} from './rich-text.ts'
import {suggest} from './suggest.ts'
import {collapse} from './text.ts'

/** A record: the values of each tag in order, and where it stands. */
export interface RisRecord {
  readonly tags: ReadonlyMap<string, readonly string[]>
  readonly start: number
  readonly end: number
  /** The end of its first line. */
  readonly headEnd: number
}

export const typeOf: Readonly<Record<string, string>> = {
  ABST: 'article-journal',
  ADVS: 'motion_picture',
  AGGR: 'dataset',
  ANCIENT: 'classic',
  ART: 'graphic',
  BILL: 'bill',
  BLOG: 'post-weblog',
  BOOK: 'book',
  CASE: 'legal_case',
  CHAP: 'chapter',
  CHART: 'figure',
  CLSWK: 'classic',
  COMP: 'software',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  DATA: 'dataset',
  DBASE: 'dataset',
  DICT: 'entry-dictionary',
  EBOOK: 'book',
  ECHAP: 'chapter',
  EDBOOK: 'book',
  EJOUR: 'article-journal',
  ELEC: 'webpage',
  ENCYC: 'entry-encyclopedia',
  FIGURE: 'figure',
  GEN: 'document',
  GOVDOC: 'report',
  HEAR: 'hearing',
  ICOMM: 'webpage',
  INPR: 'article-journal',
  JFULL: 'periodical',
  JOUR: 'article-journal',
  JOURN: 'article-journal',
  LEGAL: 'regulation',
  MANSCPT: 'manuscript',
  MAP: 'map',
  MGZN: 'article-magazine',
  MPCT: 'motion_picture',
  MULTI: 'motion_picture',
  MUSIC: 'musical_score',
  NEWS: 'article-newspaper',
  PAMP: 'pamphlet',
  PAT: 'patent',
  PCOMM: 'personal_communication',
  RPRT: 'report',
  SER: 'book',
  SLIDE: 'speech',
  SOUND: 'song',
  STAND: 'standard',
  STAT: 'legislation',
  THES: 'thesis',
  UNBILL: 'bill',
  UNPB: 'manuscript',
  VIDEO: 'motion_picture',
  WEB: 'webpage'
}

/** Tags that mean the same in all types; the first tag that has a value gives it. */
const textTags: readonly (readonly [string, readonly string[]])[] = [
  ['title', ['TI', 'T1', 'CT']],
  ['title-short', ['ST']],
  ['volume', ['VL']],
  ['edition', ['ET']],
  ['DOI', ['DO']],
  ['URL', ['UR', 'LK', 'L2']],
  ['language', ['LA']],
  ['abstract', ['AB', 'N2']],
  ['note', ['N1']],
  ['genre', ['M3']],
  ['section', ['SE']],
  ['source', ['DB', 'DP']],
  ['call-number', ['CN']],
  ['collection-title', ['T3']],
  ['publisher-place', ['CY', 'PP']]
]
const nameTags: readonly (readonly [string, readonly string[]])[] = [
  ['author', ['AU', 'A1']],
  ['editor', ['ED']],
  ['translator', ['A4']]
]
const containerTags = ['T2', 'JF', 'JO', 'BT', 'JA', 'J1', 'J2']
/** Read elsewhere, or of no use in a note. */
const otherTags = 'TY ER ID A2 A3 PY Y1 DA Y2 IS M1 SP EP PB SN KW L1 L3 L4 AD AN AV RP C2 ST U1 RN'.split(' ')
const knownTags: ReadonlySet<string> = new Set([
  ...otherTags,
  ...containerTags,
  ...[...textTags, ...nameTags].flatMap(([, tags]) => tags)
])
const wholeTypes: ReadonlySet<string> = new Set(['book', 'report', 'thesis', 'pamphlet', 'classic', 'standard'])
const journalTypes: ReadonlySet<string> = new Set(['article-journal', 'article-magazine', 'article-newspaper'])

/**
 * Reads RIS. Each record is mapped by its type (newspaper authors and reporters of cases included);
 * the id is that of the `ID` tag, else made of author, year and title, the same on every run.
 */
export function readRis(file: TextFile): FoundEntries {
  const entries: FoundEntry[] = []
  const problems: CiteProblem[] = []
  const ids = new Set<string>()
  for (const record of recordsOf(file.text)) {
    const place = placeAt(file, record.start, record.end)
    const idPlace = placeAt(file, record.start, record.headEnd)
    const given = collapse(record.tags.get('ID')?.[0] ?? '')
    const values = valuesOf(record, problems, idPlace)
    const draft = itemFromFields('', fieldsOf(values, idPlace), 'csl')
    const id = given === '' ? derivedId(draft.item, ids) : given
    ids.add(id)
    if (given === '') {
      const message = `the record has no \`ID\`, expected a line \`ID  - ${id}\``
      problems.push({
        rule: 'missing-source-id',
        severity: 'info',
        message,
        note: `It is cited as \`${id}\`.`,
        place: idPlace,
        id
      })
    }
    entries.push({id, item: {...draft.item, id}, place, idPlace})
    problems.push(
      ...draft.problems.map(problem => ({...problem, id})),
      ...lostTags(record, id).map(lost => ({...lost, place: idPlace}))
    )
  }
  return {entries, problems}
}

export function recordsOf(text: string): readonly RisRecord[] {
  const records: RisRecord[] = []
  let tags: Map<string, string[]> | undefined
  let last: string[] | undefined
  let start = 0
  let headEnd = 0
  const finish = (end: number): void => {
    if (tags !== undefined) records.push({tags, start, end, headEnd})
    tags = undefined
    last = undefined
  }
  for (const found of text.matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/g)) {
    const [line, words = ''] = found
    if (line === '') break
    const [, tag, value = ''] = /^\uFEFF?\s{0,20}([A-Z][A-Z0-9]) {2}-(?: (.*)|)$/.exec(words) ?? []
    if (tag === 'TY') {
      finish(found.index)
      tags = new Map()
      start = found.index
      headEnd = start + words.length
    }
    if (tag === 'ER') finish(found.index + words.length)
    else if (tag !== undefined && tags !== undefined) {
      last = tags.get(tag) ?? []
      last.push(value.trim())
      tags.set(tag, last)
    } else if (last !== undefined && words.trim() !== '') last.push(`${last.pop() ?? ''} ${words.trim()}`)
  }
  finish(text.length)
  return records
}

export function valuesOf(
  record: RisRecord,
  problems: CiteProblem[],
  place: CiteProblem['place']
): Record<string, unknown> {
  const first = (...tags: readonly string[]): string | undefined =>
    tags.map(tag => record.tags.get(tag)?.find(value => value !== '')).find(value => value !== undefined)
  const all = (...tags: readonly string[]): readonly string[] =>
    tags.flatMap(tag => record.tags.get(tag) ?? []).filter(value => value !== '')
  const named = (first('TY') ?? '').toUpperCase()
  const type = Object.hasOwn(typeOf, named) ? typeOf[named] : undefined
  if (type === undefined) problems.push(unknownType(named, place))
  const values: Record<string, unknown> = {type: type ?? 'document'}
  for (const [variable, tags] of textTags) values[variable] = first(...tags)
  for (const [variable, tags] of nameTags) values[variable] = all(...tags).map(nameOf)
  const container = first(...containerTags)
  values[wholeTypes.has(type ?? '') ? 'collection-title' : type === 'hearing' ? 'event-title' : 'container-title'] ??=
    container
  const short = first('JA', 'J2', 'J1')
  if (journalTypes.has(type ?? '') && short !== container) values['container-title-short'] = short
  values[type === 'legal_case' ? 'authority' : 'publisher'] = first('PB')
  values[journalTypes.has(type ?? '') ? 'issue' : 'number'] = first('IS', 'M1')
  values.page = pagesOf(first('SP'), first('EP'))
  values[type !== undefined && journalTypes.has(type) ? 'ISSN' : 'ISBN'] = first('SN')
  values.keyword = all('KW')
  values.issued = dateOf(first('DA') ?? first('PY', 'Y1'), first('PY', 'Y1'))
  values.accessed = dateOf(first('Y2'), undefined)
  addHelpers(values, type, all('A2').map(nameOf), all('A3').map(nameOf))
  return values
}

/** Secondary authors are editors, but of a letter the recipients and of a case its reporters, who are not printed. */
function addHelpers(
  values: Record<string, unknown>,
  type: string | undefined,
  second: readonly object[],
  third: readonly object[]
): void {
  if (type === 'personal_communication') values.recipient = second
  else if (type !== 'legal_case' && Array.isArray(values.editor)) values.editor = [...values.editor, ...second]
  if (type === 'book' && Array.isArray(values.editor)) values.editor = [...values.editor, ...third]
  else values['collection-editor'] = third
}

function unknownType(named: string, place: CiteProblem['place']): CiteProblem {
  const near = suggest(named, Object.keys(typeOf))
  const expected = oneOf(near.length > 0 ? near : ['JOUR', 'BOOK', 'CHAP', 'NEWS', 'ELEC', 'RPRT', 'STAT', 'CASE'])
  const message = `${ticked(named)} is not a type of RIS, expected ${expected}`
  const problem: CiteProblem = {rule: 'unknown-type', severity: 'warning', message, note: 'It is read as `GEN`.'}
  return place === undefined ? problem : {...problem, place}
}

/** `Robbins, Louise S., Jr.` is a person; words without a comma are an organisation. */
function nameOf(typed: string): Readonly<Record<string, string>> {
  const [family = '', given, suffix] = typed.split(',').map(part => part.trim())
  if (given === undefined || given === '') return {literal: family}
  return {family, given, ...(suffix === undefined || suffix === '' ? {} : {suffix})}
}

function pagesOf(start: string | undefined, end: string | undefined): string | undefined {
  if (start === undefined || end === undefined || start === end || /[-–]/.test(start)) return start
  return `${start}-${end}`
}

/** `2019/06/25/spring` or `2019-06-25`; a date without its year takes that of `PY`. */
function dateOf(typed: string | undefined, year: string | undefined): unknown {
  if (typed === undefined) return undefined
  const parts = typed
    .split(/[/-]/)
    .slice(0, 3)
    .map(part => part.trim())
  const digits = parts.filter(part => /^\d+$/.test(part))
  if (/^\d{4}$/.test(parts[0] ?? '')) return {'date-parts': [digits]}
  return year === undefined || year === typed ? typed.replace(/\/+$/, '') : dateOf(year, undefined)
}

/** Such as `knox2014society`; the same for the same record, `-2`, `-3` … for further ones. */
function derivedId(item: CslItem, taken: ReadonlySet<string>): string {
  const names = item.author ?? item.editor
  const name: unknown = Array.isArray(names) ? names[0] : undefined
  const {family, literal} = (typeof name === 'object' && name !== null ? name : {}) as Record<string, unknown> // A name.
  const date = item.issued as {readonly 'date-parts'?: readonly (readonly number[])[]} | undefined // As `dates.ts` makes it.
  const year = date?.['date-parts']?.[0]?.[0] ?? ''
  const words = plainFromRich(typeof item.title === 'string' ? item.title : '').split(/\s+/)
  const word = words.find(one => plainWord(one).length > 0 && !/^(?:a|an|the)$/i.test(one)) ?? ''
  const who = plainWord(String(family ?? literal ?? '').split(/\s+/)[0] ?? '')
  const id = `${who}${year}${plainWord(word)}` || 'record'
  let unique = id
  for (let count = 2; taken.has(unique); count++) unique = `${id}-${count}`
  return unique
}

function plainWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}

function lostTags(record: RisRecord, id: string): readonly CiteProblem[] {
  const lost = [...record.tags.keys()].filter(tag => !knownTags.has(tag))
  if (lost.length === 0) return []
  const message = `${lost.slice(0, 8).map(ticked).join(', ')} of ${ticked(id)} cannot be printed, expected tags of RIS`
  return [{rule: 'lost-in-import', severity: 'info', message, id}]
}
