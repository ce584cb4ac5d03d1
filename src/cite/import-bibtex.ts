import {type CslItem, placeAt, type TextFile} from '../tree/index.ts'
import {type Parsed, parseBibtex, repaired} from './bibtex.ts'
import {fieldsIn, type TypedField} from './bibtex-fields.ts'
import {dateLoss, lossOf, noField} from './carried.ts'
import {itemFromFields} from './csl-item.ts'
import {nameFields} from './csl-terms.ts'
import type {FoundLosses} from './import.ts'
import {fieldsOf} from './imported.ts'
import type {FieldLoss} from './item-fields.ts'
import type {BibtexEntry, BibtexReader} from './load.ts'
import {loadBibtex} from './load.ts'
import {plainFromRich} from './rich-text.ts'

/** Reads entries as if they stood in the file. */
interface Reread {
  readonly reader: BibtexReader
  /** The first entry of each key, for `crossref`. */
  readonly entries: ReadonlyMap<string, BibtexEntry>
}

/** Words of these are translated (`may`, `english`) or lead to another entry. */
const translated: ReadonlySet<string> = new Set(
  'crossref date day doi entrysubtype eventdate eprinttype langid language month origdate pubstate type urldate xdata xref year'.split(
    ' '
  )
)
/** Fields that hold one date each. */
const dates: Readonly<Record<string, string | undefined>> = {
  date: 'issued',
  urldate: 'accessed',
  origdate: 'original-date',
  eventdate: 'event-date'
}
const months: ReadonlySet<string> = new Set('jan feb mar apr may jun jul aug sep oct nov dec'.split(' '))

/** What entries of BibTeX and BibLaTeX hold and sources do not. */
export function bibtexLosses(file: TextFile): FoundLosses {
  const reader = loadBibtex()
  const {slices, parsed} = parseBibtex(file, reader)
  const entries = new Map<string, BibtexEntry>()
  for (const {slice, raw} of parsed) if (!entries.has(slice.key)) entries.set(slice.key, raw)
  const macros = new Set(months)
  const outside: FieldLoss[] = []
  for (const {type, start, end} of slices) {
    const text = file.text.slice(start, end)
    if (type === 'string')
      for (const [, name = ''] of text.matchAll(/[{(,]\s*([^\s=,{}()"#%]+)\s*=/g)) macros.add(name.toLowerCase())
    if (type === 'preamble')
      outside.push({
        field: '@preamble',
        value: text.slice(text.search(/[{(]/) + 1, -1).trim(),
        reason: noField
      })
  }
  const ofEntries = parsed.map(one => lossesOf({reader, entries}, one, file, macros))
  return {ofEntries, outside}
}

function lossesOf(
  reread: Reread,
  {slice, raw}: Parsed,
  file: TextFile,
  macros: ReadonlySet<string>
): readonly FieldLoss[] {
  const typed = fieldsIn(file.text.slice(slice.start, slice.end), slice.headEnd - slice.start)
  const last = new Map(typed.map(field => [field.name, field]))
  const losses: FieldLoss[] = []
  if (!reread.reader.types.has(raw.type))
    losses.push({field: 'type', value: `@${raw.type}`, reason: 'it is no type of BibLaTeX, read as `@misc`'})
  for (const field of typed) {
    const {name, value} = field
    if (last.get(name) !== field && last.get(name)?.value !== value)
      losses.push({field: name, value, reason: 'the field is given twice, the last one is read'})
    const unknown = field.macros.filter(macro => !macros.has(macro))
    if (unknown.length > 0 && last.get(name) === field)
      losses.push({field: name, value, reason: `no \`@string\` gives \`${unknown.join('`, `')}\` a value`})
  }
  return [...losses, ...unread(reread, raw, last)]
}

/** The fields that do not reach the item, each judged by readings with and without it. */
function unread(reread: Reread, raw: BibtexEntry, typed: ReadonlyMap<string, TypedField>): readonly FieldLoss[] {
  const names = Object.keys(raw.properties).filter(name => String(raw.properties[name]).trim() !== '')
  const ofType = (properties: BibtexEntry['properties'], type = raw.type): BibtexEntry => ({
    type,
    label: raw.label,
    properties
  })
  const without = names.map(name =>
    ofType(Object.fromEntries(Object.entries(raw.properties).filter(([other]) => other !== name)))
  )
  const alone = names.map(name => ofType({[name]: raw.properties[name] ?? ''}))
  const decoded = names.map(name => ofType({title: String(raw.properties[name] ?? '')}, 'misc'))
  const items = itemsOf(reread, [raw, ofType({}), ...without, ...alone, ...decoded])
  const [item, empty] = items
  if (item === undefined || empty === undefined) return []
  return names.flatMap((name, index): readonly FieldLoss[] => {
    const value = typed.get(name)?.value ?? String(raw.properties[name])
    const aloneItem = items[2 + names.length + index] ?? empty
    const title = items[2 + 2 * names.length + index]?.title
    const words = translated.has(name) || typeof title !== 'string' ? undefined : wordsIn(title, aloneItem)
    const held = {field: name, value, words, without: items[2 + index] ?? empty, alone: aloneItem, empty}
    const variable = dates[name]
    const loss = lossOf(held, item) ?? (variable === undefined ? undefined : dateLoss(name, value, item[variable]))
    return loss === undefined ? [] : [loss]
  })
}

/** The words of a value; between names `and` is none. */
function wordsIn(title: string, alone: CslItem): string {
  const plain = plainFromRich(title)
  return Object.keys(alone).some(name => nameFields.has(name)) ? plain.replace(/\sand\s/gi, ' ') : plain
}

/** Each entry as an item, parents filled in; one by one when they cannot be read together. */
function itemsOf({reader, entries}: Reread, raws: readonly BibtexEntry[]): readonly CslItem[] {
  const named = raws.map((raw, index) => ({...raw, label: `${raw.label} (${index})`}))
  const values =
    converted(reader, named, parentsOf(raws, entries)) ?? named.map(raw => converted(reader, [raw], [])?.[0] ?? {})
  const place = placeAt({path: '', text: '', lineStarts: [0]}, 0, 0)
  return values.map((value, index) => {
    const raw = raws[index]
    const repairedValue = raw === undefined ? value : repaired(reader, raw, value)
    return withoutOthers(itemFromFields('', fieldsOf(repairedValue, place), 'csl').item)
  })
}

function converted(
  reader: BibtexReader,
  raws: readonly BibtexEntry[],
  parents: readonly BibtexEntry[]
): readonly Readonly<Record<string, unknown>>[] | undefined {
  try {
    return reader.items([...raws, ...parents]).slice(0, raws.length)
  } catch {
    return undefined
  }
}

/** The entries that others refer to, and those that these refer to. */
function parentsOf(raws: readonly BibtexEntry[], entries: ReadonlyMap<string, BibtexEntry>): readonly BibtexEntry[] {
  const parents = new Map<string, BibtexEntry>()
  const waiting = [...raws]
  for (let raw = waiting.pop(); raw !== undefined; raw = waiting.pop()) {
    const keys = [raw.properties.crossref, raw.properties.xref, ...(raw.properties.xdata ?? '').split(',')]
    for (const key of keys.map(one => one?.trim() ?? '')) {
      const parent = entries.get(key)
      if (parent === undefined || parents.has(key)) continue
      parents.set(key, parent)
      waiting.push(parent)
    }
  }
  return [...parents.values()]
}

/** `and others` is read as a person of that name. */
export function withoutOthers(item: CslItem): CslItem {
  const changed = Object.entries(item).flatMap(([name, value]) => {
    const names: readonly unknown[] = nameFields.has(name) && Array.isArray(value) ? value : []
    const last = names.at(-1)
    const isOthers = JSON.stringify(last) === '{"family":"others"}'
    return isOthers ? (names.length > 1 ? [[name, names.slice(0, -1)]] : []) : [[name, value]]
  })
  return {...(Object.fromEntries(changed) as Readonly<Record<string, unknown>>), id: item.id, type: item.type}
}
