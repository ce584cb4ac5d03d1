import type {Place, Text} from '../tree/index.ts'
import {listed, nearest, suggestions} from './nearest.ts'
import {inBackticks, type Reading, report, shown} from './reading.ts'
import {
  expected,
  type FlagShape,
  type Format,
  type Key,
  type ListShape,
  type MapShape,
  type NumberShape,
  type RecordShape,
  type Shape,
  type TextShape
} from './shape.ts'
import {type Field, hasWords, type ListValue, type MapValue, trimmed, type Value} from './value.ts'
import {textNote} from './yaml-errors.ts'

/** How a value is called in messages ("`title`", "item 2 of `whereas`"), and where a flaw of the whole value is shown. */
interface Subject {
  readonly label: string
  readonly place: Place
  readonly need: Key['need']
}

/** Reports everything in `value` that does not fit `shape`. `label` names the whole: "the resolution". */
export function checkValue(reading: Reading, value: Value, shape: Shape, label: string): void {
  check(reading, value, shape, {label, place: headPlace(value), need: 'error'})
}

/** The first words of a value, which stand for the whole. */
function headPlace(value: Value): Place {
  if (value.type === 'map' && value.fields[0]) return value.fields[0].key.place
  if (value.type === 'list' && value.items[0]) return headPlace(value.items[0])
  return value.place
}

function check(reading: Reading, value: Value, shape: Shape, subject: Subject): void {
  if (isEmpty(value, shape)) {
    if (subject.need !== undefined) {
      report(reading, 'empty-value', subject.place, `${subject.label} is empty, expected ${expected(shape)}`, {
        severity: subject.need
      })
    }
    return
  }
  const isWord = shape.kind === 'text' || shape.kind === 'flag' || shape.kind === 'number'
  if (isWord && value.type === 'text') checkWord(reading, value, shape, subject)
  else if (shape.kind === 'list' && value.type === 'list') checkList(reading, value, shape, subject)
  else if (shape.kind === 'list' && isLoneItem(value, shape)) check(reading, value, shape.items, subject)
  else if (shape.kind === 'map' && value.type === 'map') checkMap(reading, value, shape, subject)
  else if (shape.kind === 'map' && value.type === 'text' && shape.short) checkShort(reading, value, shape, subject)
  else if (shape.kind === 'record' && value.type === 'map') checkRecord(reading, value, shape)
  else if (shape.kind !== 'any') wrongType(reading, value, shape, subject)
}

/** Whether a value stands for a list of one. */
const isLoneItem = (value: Value, {items, orOne}: ListShape): boolean =>
  orOne === true && (value.type === 'text' || items.kind === 'map')

/** Whether nothing is given: no value, blank text, an empty list or map. */
function isEmpty(value: Value, shape: Shape): boolean {
  switch (value.type) {
    case 'nothing':
      return true
    case 'text':
      return !hasWords(value) && !(shape.kind === 'text' && shape.isBlankAllowed)
    case 'list':
      return value.items.length === 0
    case 'map':
      return value.fields.length === 0
  }
}

const kinds: Readonly<Record<Value['type'], string>> = {text: 'text', list: 'a list', map: 'a map', nothing: 'empty'}

function wrongType(reading: Reading, value: Value, shape: Shape, {label, place}: Subject): void {
  const note = value.type === 'map' && shape.kind !== 'record' ? {note: textNote} : {}
  report(reading, 'wrong-type', place, `${label} is ${kinds[value.type]}, expected ${expected(shape)}`, note)
}

function checkWord(reading: Reading, value: Text, shape: TextShape | FlagShape | NumberShape, {label}: Subject): void {
  const words = trimmed(value).value
  if (shape.kind !== 'text') {
    if (isFlagOrNumber(words, shape)) return
    report(reading, 'wrong-type', value.place, `${label} is “${shown(words)}”, expected ${expected(shape)}`)
    return
  }
  if (shape.values && !shape.values.values.includes(words)) {
    const answers = listed(suggestions(words, shape.values.values))
    const message = `${inBackticks(words)} is not ${shape.values.name}, expected ${answers}`
    report(reading, 'unknown-value', value.place, message)
  }
  if (shape.format) checkFormat(reading, words, value.place, shape.format)
}

function isFlagOrNumber(words: string, shape: FlagShape | NumberShape): boolean {
  if (shape.kind === 'flag') return /^(?:true|True|TRUE|false|False|FALSE)$/.test(words)
  return /^\d{1,6}(?:\.\d{1,6})?$/.test(words) && Number(words) >= shape.least && Number(words) <= shape.most
}

function checkFormat(reading: Reading, words: string, place: Place, format: Format): void {
  const isWritten = new RegExp(`^(?:${format.pattern})$`).test(words)
  if (isWritten && (format.isReal?.(words) ?? true)) return
  report(reading, format.rule, place, `${inBackticks(words)} is not ${format.name}, expected ${format.expected}`)
}

function checkList(reading: Reading, value: ListValue, shape: ListShape, subject: Subject): void {
  value.items.forEach((item, index) => {
    const label = `item ${index + 1} of ${subject.label}`
    check(reading, item, shape.items, {label, place: headPlace(item), need: subject.need ?? 'warning'})
  })
}

/** A lone text that stands for one key of a map. */
function checkShort(reading: Reading, value: Text, shape: MapShape, subject: Subject): void {
  const short = shape.short === undefined ? undefined : shape.keys[shape.short]
  if (short) check(reading, value, short.shape, subject)
}

function checkMap(reading: Reading, value: MapValue, shape: MapShape, subject: Subject): void {
  const unknown = value.fields.filter(({key}) => !Object.hasOwn(shape.keys, key.value)).slice(0, mostUnknown)
  for (const {key} of unknown) reportUnknownKey(reading, key.value, key.place, shape)
  for (const field of value.fields) {
    const known = Object.hasOwn(shape.keys, field.key.value) ? shape.keys[field.key.value] : undefined
    if (known) check(reading, field.value, known.shape, keySubject(field, known.need))
  }
  // Text with a colon in it is read as a map; that its own key is missing would say the same flaw twice.
  if (shape.short === undefined || unknown.length === 0) {
    checkMissing(
      reading,
      value,
      shape,
      subject,
      unknown.map(({key}) => key.value)
    )
  }
}

/** A map with more unknown keys than this is another kind of file. */
const mostUnknown = 50

const keySubject = ({key}: Field, need: Key['need']): Subject => ({
  label: inBackticks(key.value),
  place: key.place,
  need
})

function reportUnknownKey(reading: Reading, name: string, place: Place, shape: MapShape): void {
  const answers = listed(suggestions(name, Object.keys(shape.keys)))
  const note = shape.short !== undefined && /\s/.test(name) ? {note: textNote} : {}
  report(reading, 'unknown-key', place, `${inBackticks(name)} is not a key of ${shape.name}, expected ${answers}`, note)
}

/** `unknown` are keys that are none of the shape's: one that is misspelt is not missing as well. */
function checkMissing(
  reading: Reading,
  value: MapValue,
  shape: MapShape,
  {label, place}: Subject,
  unknown: readonly string[]
): void {
  const given = new Set(value.fields.map(field => field.key.value))
  for (const [name, key] of Object.entries(shape.keys)) {
    if (key.need === undefined || given.has(name) || unknown.some(word => nearest(word, [name]).length > 0)) continue
    report(reading, 'missing-key', place, `${label} has no \`${name}\`, expected ${expected(key.shape)}`, {
      severity: key.need,
      note: key.description
    })
  }
  if (shape.oneOf && !isOneGiven(value, shape.oneOf)) {
    report(reading, 'missing-key', place, `${label} has no \`${shape.oneOf[0]}\`, expected ${listed(shape.oneOf)}`)
  }
}

const isOneGiven = (value: MapValue, names: readonly string[]): boolean =>
  value.fields.some(field => names.includes(field.key.value) && !isEmpty(field.value, {kind: 'any'}))

function checkRecord(reading: Reading, value: MapValue, shape: RecordShape): void {
  for (const field of value.fields) {
    if (shape.keyFormat) checkFormat(reading, field.key.value, field.key.place, shape.keyFormat)
    check(reading, field.value, shape.value, keySubject(field, shape.isEmptyAllowed ? undefined : 'error'))
  }
}
