import type {CslItem, SourceField, SourceMap, SourceValue, Text} from '../tree/index.ts'
import {
  commonTypes,
  cslFields,
  cslTypes,
  dateFields,
  fieldAliases,
  listFields,
  nameFields,
  oldFields,
  textFields,
  titleFields,
  typeAliases
} from './csl-terms.ts'
import type {CslDate} from './dates.ts'
import {dateFromParts, dateFromText} from './dates.ts'
import {namesFrom} from './names.ts'
import type {CiteProblem} from './problem.ts'
import {oneOf, quoted, ticked} from './problem.ts'
import {plainFromRich, richFromCsl, richFromMarkdown} from './rich-text.ts'
import {suggest} from './suggest.ts'
import {collapse} from './text.ts'

/** How titles are written: as Markdown (our files, pandoc's) or with the tags of CSL-JSON. */
export type TitleForm = 'markdown' | 'csl'

export interface ReadItem {
  readonly item: CslItem
  readonly problems: readonly CiteProblem[]
}

/**
 * A source as CSL-JSON, every value a text, names and dates as objects, titles as rich text.
 * What citeproc would drop in silence is reported.
 */
export function toCslItem(id: string, fields: readonly SourceField[]): ReadItem {
  return itemFromFields(id, fields, 'markdown')
}

/** As `toCslItem`, for entries whose titles may hold the tags of CSL-JSON. */
export function itemFromFields(id: string, fields: readonly SourceField[], form: TitleForm): ReadItem {
  const problems: CiteProblem[] = []
  const values: Record<string, unknown> = {}
  let type: string | undefined
  for (const field of fields) {
    const key = knownKey(field.key, problems)
    if (key === 'type') type = readType(field, problems) ?? 'document'
    if (key === undefined || key === 'type') continue
    const value = readValue(key, field, form, problems)
    if (value !== undefined) values[key] = value
  }
  if (type === undefined) problems.push(missingType(id, fields))
  const item = {...values, id, type: type ?? ('URL' in values ? 'webpage' : 'document')}
  return {item, problems: problems.map(problem => ({...problem, id}))}
}

function missingType(id: string, fields: readonly SourceField[]): CiteProblem {
  const place = fields[0]?.key.place
  const message = `${ticked(id)} has no \`type\`, expected ${oneOf(commonTypes)}`
  return {rule: 'missing-type', severity: 'warning', message, ...(place === undefined ? {} : {place})}
}

/** The CSL name of a key; undefined when it is passed over (`id`, `custom`) or not known. */
function knownKey(key: Text, problems: CiteProblem[]): string | undefined {
  const name = key.value
  if (name === 'id' || name === 'custom') return undefined
  if (name === 'type' || name === 'categories') return name
  if (Object.hasOwn(oldFields, name)) return oldFields[name]
  if ([nameFields, dateFields, titleFields, textFields].some(set => set.has(name))) return name
  const near = suggest(name, cslFields, fieldAliases)
  const others = near.length > 0 ? near : ['title', 'author', 'issued', 'publisher', 'container-title', 'URL']
  const message = `${ticked(name)} is not a field of a source, expected ${oneOf(others)}`
  problems.push({rule: 'unknown-key', severity: 'warning', message, place: key.place})
  return undefined
}

function readType(field: SourceField, problems: CiteProblem[]): string | undefined {
  if (field.value.type !== 'text') {
    problems.push(malformed('type', field.value, 'one text'))
    return undefined
  }
  const type = collapse(field.value.value)
  if (cslTypes.includes(type)) return type
  const near = suggest(type, cslTypes, typeAliases)
  const isRelease = /^press/i.test(type)
  problems.push({
    rule: 'unknown-type',
    severity: 'error',
    message: `${ticked(type)} is not a type of source, expected ${oneOf(near.length > 0 ? near : commonTypes)}`,
    note: isRelease
      ? 'A press release is a `webpage` with `genre: press release`.'
      : 'The types are those of CSL 1.0.2; `genre` says in words what a source is.',
    place: field.value.place
  })
  return undefined
}

function readValue(key: string, field: SourceField, form: TitleForm, problems: CiteProblem[]): unknown {
  if (nameFields.has(key)) {
    const names = namesFrom(field.key, field.value, problems)
    return names.length === 0 ? undefined : names
  }
  if (dateFields.has(key)) return readDate(field, problems)
  const text = readText(key, field.value, problems)
  if (text === undefined || text === '') return undefined
  if (!titleFields.has(key)) return form === 'csl' ? plainTags(text) : text
  return form === 'csl' ? richFromCsl(text) : richFromMarkdown(text)
}

/** Tags that came with an import are no words of a publisher or a genre. */
function plainTags(text: string): string {
  return text.includes('<') ? plainFromRich(richFromCsl(text)) : text
}

function readText(key: string, value: SourceValue, problems: CiteProblem[]): string | undefined {
  if (value.type === 'text') return collapse(value.value)
  const join = Object.hasOwn(listFields, key) ? listFields[key] : undefined
  if (value.type === 'list' && join !== undefined) {
    const texts = value.items.filter(item => item.type === 'text')
    if (texts.length === value.items.length) return texts.map(item => collapse(item.value)).join(join)
  }
  problems.push(malformed(key, value, 'one text'))
  return undefined
}

function malformed(key: string, value: SourceValue, expected: string): CiteProblem {
  const found = value.type === 'list' ? 'a list' : 'a map'
  const message = `\`${key}\` is ${found}, expected ${expected}`
  return {rule: 'wrong-type', severity: 'error', message, place: value.place}
}

function readDate(field: SourceField, problems: CiteProblem[]): CslDate | undefined {
  const value = field.value
  if (value.type === 'text') return dateFromTyped(field.key.value, value, problems)
  const date = value.type === 'list' ? dateFromList(value.items) : dateFromMap(value, problems)
  if (date === undefined && !isEmpty(value)) problems.push(unreadable(field.key.value, value, 'not a date'))
  return date
}

function dateFromTyped(key: string, text: Text, problems: CiteProblem[]): CslDate | undefined {
  const typed = collapse(text.value)
  if (typed === '') return undefined
  const {date, isRead} = dateFromText(typed)
  if (!isRead) problems.push(unreadable(key, text, quoted(typed)))
  return date
}

function unreadable(key: string, value: SourceValue, what: string): CiteProblem {
  return {
    rule: 'malformed-date',
    severity: 'warning',
    message: `\`${key}\` is ${what}, expected a date such as \`2026-05-02\`, \`2026-05\` or \`2026\``,
    note: value.type === 'text' ? 'It is printed as typed.' : 'It is left out.',
    place: value.place
  }
}

/** pandoc writes a range as a list of two maps; CSL-JSON nests lists of numbers. */
function dateFromList(items: readonly SourceValue[]): CslDate | undefined {
  const maps = items.filter(item => item.type === 'map')
  if (maps.length === items.length && maps.length > 0) {
    return dateFromParts(maps.map(partsOf), fieldText(maps[0], 'season'), fieldText(maps[0], 'circa'))
  }
  return dateFromParts(rangesOf(items))
}

function dateFromMap(map: SourceMap, problems: CiteProblem[]): CslDate | undefined {
  const parts = map.fields.find(field => field.key.value === 'date-parts')?.value
  const season = fieldText(map, 'season')
  const circa = fieldText(map, 'circa')
  if (parts?.type === 'list') return dateFromParts(rangesOf(parts.items), season, circa)
  if (fieldText(map, 'year') !== '') return dateFromParts([partsOf(map)], season, circa)
  const literal = fieldText(map, 'literal')
  if (literal !== '') return {literal}
  const raw = map.fields.find(field => field.key.value === 'raw' || field.key.value === 'edtf')
  return raw?.value.type === 'text' ? dateFromTyped(raw.key.value, raw.value, problems) : undefined
}

function partsOf(map: SourceMap): readonly string[] {
  return ['year', 'month', 'day'].map(part => fieldText(map, part))
}

function fieldText(map: SourceMap | undefined, name: string): string {
  const value = map?.fields.find(field => field.key.value === name)?.value
  return value?.type === 'text' ? collapse(value.value) : ''
}

/** `[[2020, 5, 6]]`, or `[2020, 5, 6]` for one date. */
function rangesOf(items: readonly SourceValue[]): readonly (readonly string[])[] {
  if (items.every(item => item.type === 'text')) return [items.map(item => collapse(item.value))]
  return items.map(item =>
    item.type === 'list' ? item.items.map(part => (part.type === 'text' ? collapse(part.value) : '?')) : ['?']
  )
}

function isEmpty(value: SourceValue): boolean {
  if (value.type === 'list') return value.items.every(isEmpty)
  return value.type === 'map' && value.fields.length === 0
}
