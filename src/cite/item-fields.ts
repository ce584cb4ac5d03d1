import {type CslItem, placeAt, type SourceFields, type SourceFieldValue, textFile} from '../tree/index.ts'
import {toCslItem} from './csl-item.ts'
import {dateFields, nameFields, titleFields} from './csl-terms.ts'
import {fieldsOf} from './imported.ts'
import {hideTags, unhide} from './marks.ts'
import {mapRich, plainFromRich} from './rich-text.ts'

/** A field of an entry, or a part of one, that an import could not carry, as it was typed. */
export interface FieldLoss {
  readonly field: string
  readonly value: string
  readonly reason: string
}

/** An item in the form of CSL-YAML; what cannot be written so that it reads back the same is told. */
export interface WrittenItem {
  readonly fields: SourceFields
  readonly losses: readonly FieldLoss[]
}

/** The order in which one writes a source; what is not here follows. */
const order: readonly string[] = (
  'type title author editor translator container-title collection-title volume issue number section page genre authority ' +
  'edition publisher-place publisher event-title issued DOI URL accessed'
).split(' ')

/** Variables that a processor fills in for each citation. */
const ofCitations: ReadonlySet<string> = new Set(['citation-number', 'first-reference-note-number', 'locator'])

/** The inverse of `toCslItem`: the fields from which it makes this very item. */
export function fieldsOfItem(item: CslItem): WrittenItem {
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length)
  const losses: FieldLoss[] = []
  const names = Object.keys(item).filter(name => name !== 'id')
  const fields = names
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((name): (readonly [string, SourceFieldValue])[] => {
      const {form, reason} = writtenForm(name, item[name])
      if (reason !== undefined) losses.push({field: name, value: typedValue(item[name]), reason})
      return form === undefined ? [] : [[name, form]]
    })
  return {fields: Object.fromEntries(fields), losses}
}

function writtenForm(
  name: string,
  value: unknown
): {readonly form: SourceFieldValue | undefined; readonly reason?: string} {
  if (ofCitations.has(name)) return {form: undefined, reason: 'it belongs to a citation, not to a source'}
  const forms = formsOf(name, value)
  const same = forms.filter(form => readAs(name, form).value === canonical(value))
  // The name of a body that looks like that of a person is better written as a map.
  const form = (nameFields.has(name) ? same.find(one => !readAs(name, one).isDoubtful) : undefined) ?? same[0]
  if (form !== undefined) return {form}
  if (typeof value !== 'string' || !titleFields.has(name))
    return {form: undefined, reason: 'it cannot be written in YAML'}
  const plainer = canonical(withoutOtherTags(value))
  const kept = forms.find(one => readAs(name, one).value === plainer) ?? escapedMarkdown(plainFromRich(value))
  return {form: kept, reason: 'its markup cannot be written as Markdown'}
}

/** A value for the report. */
function typedValue(value: unknown): string {
  return typeof value === 'string' ? value.replace(/&lt;/g, '<').replace(/&amp;/g, '&') : JSON.stringify(value)
}

const nowhere = placeAt(textFile('', ''), 0, 0)

function readAs(name: string, form: SourceFieldValue): {readonly value: string; readonly isDoubtful: boolean} {
  const typed = name === 'type' ? {type: form} : {type: 'book', [name]: form}
  const {item, problems} = toCslItem('it', fieldsOf(typed, nowhere))
  return {value: canonical(item[name]), isDoubtful: problems.length > 0}
}

/** The value as JSON, keys in the order of the alphabet. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : part
    ) ?? ''
  )
}

/** The ways in which a value may be written, the plainest first. */
function formsOf(name: string, value: unknown): readonly SourceFieldValue[] {
  if (nameFields.has(name) && Array.isArray(value))
    return namesForms(value as readonly Readonly<Record<string, string>>[]) // As `names.ts` makes them.
  if (dateFields.has(name)) return dateForms(value)
  if (typeof value !== 'string') return []
  if (!titleFields.has(name)) return [value]
  return [markdownOf(value, false), markdownOf(value, true)]
}

function namesForms(names: readonly Readonly<Record<string, string>>[]): readonly SourceFieldValue[] {
  const persons = names.map(({family, given, ...others}) => ({
    ...(family === undefined ? {} : {family}),
    ...(given === undefined ? {} : {given}),
    ...others
  }))
  const short = persons.map((name: Readonly<Record<string, string>>) =>
    name.literal !== undefined && Object.keys(name).length === 1 ? name.literal : name
  )
  const [first] = short
  return [...(short.length === 1 && typeof first === 'string' ? [first] : []), short, persons]
}

const escapedMarkdown = (text: string): string => text.replace(/[\\*_^~]/g, '\\$&')

const markOfTag: Readonly<Record<string, string>> = {i: '*', b: '**', sup: '^', sub: '~'}

/** Rich text as Markdown; tags that Markdown has no marks for fall away. */
function markdownOf(rich: string, isEscaped: boolean): string {
  const hidden = mapRich(rich, words => hideTags(isEscaped ? escapedMarkdown(words) : words))
  return unhide(
    hidden.replace(/<\/?([a-z]+)[^<>]*>/g, (_, name: string) =>
      Object.hasOwn(markOfTag, name) ? (markOfTag[name] ?? '') : ''
    )
  )
}

/** Rich text without the tags that Markdown has no marks for. */
const withoutOtherTags = (rich: string): string => rich.replace(/<\/?(?!(?:i|b|sup|sub)>)[a-z][^<>]*>/g, '')

/** A date as text, in EDTF or as typed; undefined for none. */
export function dateText(value: unknown): string | undefined {
  const [text] = dateForms(value)
  return typeof text === 'string' ? text : undefined
}

/** EDTF text, else the map of CSL-JSON. */
function dateForms(value: unknown): readonly SourceFieldValue[] {
  if (typeof value !== 'object' || value === null) return []
  const {'date-parts': parts, season, circa, literal} = value as Readonly<Record<string, unknown>> // As `dates.ts` makes it.
  if (typeof literal === 'string') return [literal, {literal}]
  const ends = (Array.isArray(parts) ? parts : []) as readonly (readonly number[])[] // As above.
  const map = {
    'date-parts': ends.map(end => end.map(String)),
    ...(typeof season === 'string' ? {season} : {}),
    ...(circa === undefined ? {} : {circa: 'true'})
  }
  const texts = ends.map((end, index) =>
    edtfOf(end, index === 0 ? season : undefined, index === 0 && circa !== undefined)
  )
  return [texts.join('/'), map]
}

function edtfOf([year = 0, month, day]: readonly number[], season: unknown, isCirca: boolean): string {
  if (year === 0 && month === 0) return '..'
  const digits = String(Math.abs(year)).padStart(4, '0')
  const parts = [`${year < 0 ? '-' : ''}${digits}`]
  if (typeof season === 'string') parts.push(String(20 + Number(season)))
  if (month !== undefined) parts.push(String(month).padStart(2, '0'))
  if (day !== undefined) parts.push(String(day).padStart(2, '0'))
  return parts.join('-') + (isCirca ? '~' : '')
}
