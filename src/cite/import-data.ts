import type {SourceField, SourceMap, SourceValue, TextFile} from '../tree/index.ts'
import {referencesIn, type YamlReader} from './bibliography.ts'
import {dateLoss, lossOf, noField} from './carried.ts'
import {itemFromFields, type TitleForm} from './csl-item.ts'
import {dateFields, oldFields, titleFields} from './csl-terms.ts'
import type {FoundLosses} from './import.ts'
import type {FieldLoss} from './item-fields.ts'
import {readJson} from './json.ts'
import {collapse} from './text.ts'

/** What references of CSL-JSON or CSL-YAML hold and sources do not. */
export function dataLosses(file: TextFile, form: TitleForm, readYaml: YamlReader): FoundLosses {
  const value = form === 'csl' ? readJson(file).value : readYaml(file.text)
  const list = referencesIn(value)
  if (list === undefined) return {ofEntries: [], outside: []}
  const ofEntries: (readonly FieldLoss[])[] = []
  const outside: FieldLoss[] = []
  for (const {key, value: other} of value?.type === 'map' ? value.fields : [])
    if (other !== list)
      outside.push({field: key.value, value: shownValue(other), reason: 'it stands beside the references'})
  for (const reference of list.items) {
    if (reference.type !== 'map')
      outside.push({field: '', value: shownValue(reference), reason: 'it is no map of fields'})
    else if (idOf(reference) === '')
      outside.push(
        ...reference.fields.map(({key, value: other}) => ({
          field: key.value,
          value: shownValue(other),
          reason: 'the reference has no `id`'
        }))
      )
    else ofEntries.push(lossesOf(reference, form))
  }
  return {ofEntries, outside}
}

function idOf({fields}: SourceMap): string {
  const value = fields.find(({key}) => key.value === 'id')?.value
  return value?.type === 'text' ? collapse(value.value) : ''
}

function lossesOf({fields}: SourceMap, form: TitleForm): readonly FieldLoss[] {
  const read = (some: readonly SourceField[]) => itemFromFields('', some, form).item
  const item = read(fields)
  return fields.flatMap((field, index): readonly FieldLoss[] => {
    const {key, value} = field
    if (isBlank(value) || (key.value === 'id' && fields.findIndex(one => one.key.value === 'id') === index)) return []
    if (key.value === 'type') return typeLoss(value, item.type)
    const others = fields.toSpliced(index, 1)
    const ofType = fields.filter(one => one.key.value === 'type')
    const name = oldFields[key.value] ?? key.value
    const held = {
      field: key.value,
      value: shownValue(value),
      words: undefined,
      without: read(others),
      alone: read([...ofType, field]),
      empty: read(ofType)
    }
    const loss = lossOf(held, item)
    if (loss !== undefined) return [loss]
    return partLosses(value, key.value, name, part => read(fields.with(index, {key, value: part})), item[name], form)
  })
}

function typeLoss(value: SourceValue, type: string): readonly FieldLoss[] {
  const typed = value.type === 'text' ? collapse(value.value) : shownValue(value)
  return typed === type ? [] : [{field: 'type', value: typed, reason: `it is no type of CSL, read as \`${type}\``}]
}

/** The parts that make no difference, and words that lost their marks. */
function partLosses(
  value: SourceValue,
  path: string,
  name: string,
  readWith: (value: SourceValue) => Readonly<Record<string, unknown>>,
  read: unknown,
  form: TitleForm
): readonly FieldLoss[] {
  if (value.type === 'text') return textLoss(value.value, path, name, read, form)
  const now = JSON.stringify(read)
  return partsOf(value).flatMap(({label, part, without, put}): readonly FieldLoss[] => {
    const inner = `${path}${label}`
    if (isBlank(part) || isFalse(part)) return []
    if (JSON.stringify(readWith(without)[name]) === now)
      return [{field: inner, value: shownValue(part), reason: noField}]
    return partLosses(part, inner, name, one => readWith(put(one)), read, form)
  })
}

function textLoss(typed: string, path: string, name: string, read: unknown, form: TitleForm): readonly FieldLoss[] {
  if (dateFields.has(name)) {
    const loss = /^[^.[]+(?:\.raw|\.edtf)?$/.test(path) ? dateLoss(path, typed, read) : undefined
    return loss === undefined ? [] : [loss]
  }
  if (titleFields.has(name) || form === 'markdown' || typeof read !== 'string') return []
  // Tags of an import are left out of all but titles.
  const isKept = !typed.includes('<') || read.includes(collapse(typed))
  return isKept ? [] : [{field: path, value: typed, reason: 'its markup is left out'}]
}

interface Part {
  readonly label: string
  readonly part: SourceValue
  /** The whole without the part, and with another in its place. */
  readonly without: SourceValue
  readonly put: (part: SourceValue) => SourceValue
}

function partsOf(value: SourceValue): readonly Part[] {
  if (value.type === 'list')
    return value.items.map((part, index) => ({
      label: `[${index}]`,
      part,
      without: {...value, items: value.items.toSpliced(index, 1)},
      put: one => ({...value, items: value.items.with(index, one)})
    }))
  if (value.type !== 'map') return []
  return value.fields.map(({key, value: part}, index) => ({
    label: `.${key.value}`,
    part,
    without: {...value, fields: value.fields.toSpliced(index, 1)},
    put: one => ({...value, fields: value.fields.with(index, {key, value: one})})
  }))
}

const isBlank = (value: SourceValue): boolean =>
  value.type === 'text'
    ? collapse(value.value) === ''
    : value.type === 'list'
      ? value.items.every(isBlank)
      : value.fields.every(one => isBlank(one.value))

/** `circa: false` says nothing. */
const isFalse = (value: SourceValue): boolean => value.type === 'text' && /^(?:false|0)$/.test(value.value)

/** A value on one line, in the manner of JSON where it has parts. */
function shownValue(value: SourceValue): string {
  if (value.type === 'text') return collapse(value.value)
  return JSON.stringify(plainValue(value))
}

function plainValue(value: SourceValue): unknown {
  if (value.type === 'text') return collapse(value.value)
  if (value.type === 'list') return value.items.map(plainValue)
  return Object.fromEntries(value.fields.map(({key, value: part}) => [key.value, plainValue(part)]))
}
