import {
  type Clause,
  type Diagnostic,
  type Endorser,
  type NoteBody,
  type Person,
  type Resolution,
  type Source,
  type SourceField,
  type SourceValue,
  type SubmissionAnswer,
  type Text,
  textFile
} from '../tree/index.ts'
import {checkCharacters} from './characters.ts'
import {checkValue} from './check.ts'
import {readBlocks} from './clause-text.ts'
import {languageTag, resolutionShape} from './definition.ts'
import {readClause} from './formula.ts'
import {inBackticks, inOrder, type Reading, report, reportAt} from './reading.ts'
import {fieldsOf, flagOf, itemsOf, mapOf, textOf, textsOf, valueIn} from './take.ts'
import {type Field, hasWords, type MapValue, readYaml, trimmed, type Value} from './value.ts'

/** A resolution as far as it could be read, and what was wrong with its file. */
export interface ReadResolution {
  /** Undefined only when the file is no map of keys. */
  readonly resolution: Resolution | undefined
  /** In order of place. */
  readonly diagnostics: Diagnostic[]
}

/** Reads the text of a resolution file. `path` names it in diagnostics. */
export function readResolution(path: string, text: string): ReadResolution {
  const reading: Reading = {file: textFile(path, text.startsWith('\uFEFF') ? text.slice(1) : text), diagnostics: []}
  checkCharacters(reading)
  const {value, brokenFrom} = readYaml(reading)
  if (value.type !== 'map') {
    if (brokenFrom === Number.POSITIVE_INFINITY) reportNoMap(reading, value)
    return {resolution: undefined, diagnostics: inOrder(reading.diagnostics)}
  }
  checkValue(reading, value, resolutionShape, 'the resolution')
  const resolution = resolutionOf(reading, value)
  const diagnostics = sure(reading.diagnostics, brokenFrom)
  return {resolution, diagnostics: inOrder(diagnostics)}
}

/** After a flaw in the YAML itself much else looks wrong: what stands behind it, or on its line, and what seems to be missing. */
function sure(diagnostics: readonly Diagnostic[], brokenFrom: number): Diagnostic[] {
  const isBroken = brokenFrom !== Number.POSITIVE_INFINITY
  const isFlaw = ({rule}: Diagnostic): boolean => rule === 'malformed-yaml' || rule === 'control-character'
  const lines = new Set(diagnostics.filter(isFlaw).map(flaw => flaw.place.start.line))
  return diagnostics.filter(
    diagnostic =>
      isFlaw(diagnostic) ||
      (diagnostic.place.start.offset < brokenFrom &&
        !lines.has(diagnostic.place.start.line) &&
        !(isBroken && diagnostic.rule === 'missing-key'))
  )
}

function reportNoMap(reading: Reading, value: Value): void {
  if (value.type === 'nothing') {
    reportAt(reading, 'empty-value', [0, 0], 'the file is empty, expected `title`, `whereas` and `resolved`')
  } else {
    const kind = value.type === 'list' ? 'a list' : 'text'
    const start = value.place.start.offset
    const lineEnd = /^.*/.exec(reading.file.text.slice(start, start + 200))?.[0].trimEnd().length ?? 0
    reportAt(
      reading,
      'wrong-type',
      [start, start + lineEnd],
      `the file is ${kind}, expected \`title\`, \`whereas\` and \`resolved\``
    )
  }
}

function resolutionOf(reading: Reading, map: MapValue): Resolution {
  const submission = mapOf(map, 'submission')
  const page = mapOf(map, 'page')
  return {
    type: 'resolution',
    file: reading.file,
    place: map.place,
    template: textOf(map, 'template'),
    language: languageOf(map),
    title: textOf(map, 'title'),
    number: textOf(map, 'number'),
    meeting: textOf(map, 'meeting'),
    date: textOf(map, 'date'),
    status: textOf(map, 'status'),
    mover: personIn(map, 'mover'),
    seconder: personIn(map, 'seconder'),
    attestedBy: personIn(map, 'attested-by'),
    endorsers: itemsOf(map, 'endorsers').flatMap(item => endorserOf(item) ?? []),
    whereas: clausesOf(reading, map, 'whereas', 'whereasClause'),
    resolved: clausesOf(reading, map, 'resolved', 'resolvedClause'),
    notes: fieldsOf(map, 'notes').flatMap(field => noteOf(reading, field) ?? []),
    sources: fieldsOf(map, 'sources').flatMap(field => sourceOf(field) ?? []),
    bibliography: textsOf(map, 'bibliography'),
    submission: submission ? submission.fields.flatMap(answerOf) : [],
    hasLineNumbers: page && flagOf(page, 'line-numbers'),
    allow: textsOf(map, 'allow')
  }
}

const noPerson = {name: undefined, unit: undefined, role: undefined, email: undefined, phone: undefined}

function personIn(map: MapValue, name: string): Person | undefined {
  const value = valueIn(map, name)
  return value && personOf(value)
}

function personOf(value: Value): Person | undefined {
  if (value.type === 'text') {
    const name = trimmed(value)
    return name.value === '' ? undefined : {...noPerson, name, place: value.place}
  }
  if (value.type !== 'map') return undefined
  const person = {
    name: textOf(value, 'name'),
    unit: textOf(value, 'unit'),
    role: textOf(value, 'role'),
    email: textOf(value, 'email'),
    phone: textOf(value, 'phone'),
    place: value.place
  }
  return person.name || person.unit ? person : undefined
}

function endorserOf(value: Value): Endorser | undefined {
  const person = personOf(value)
  if (!person) return undefined
  if (value.type !== 'map') return {...person, isInPrinciple: false, date: undefined}
  return {...person, isInPrinciple: flagOf(value, 'in-principle') ?? false, date: textOf(value, 'date')}
}

/** The words of a clause, with the map that holds them where there is one. */
interface ClauseWords {
  readonly text: Text
  readonly map: MapValue | undefined
}

/** A language that is no tag has been reported: in a Word file it would be a fault of its form. */
function languageOf(map: MapValue): Text | undefined {
  const language = textOf(map, 'language')
  return language && new RegExp(`^(?:${languageTag.pattern})$`).test(language.value) ? language : undefined
}

function clausesOf(reading: Reading, map: MapValue, name: 'whereas' | 'resolved', type: Clause['type']): Clause[] {
  const words = itemsOf(map, name).flatMap(item => clauseWords(item) ?? [])
  const ids = new Map<string, Text>()
  return words.map(({text, map}, index) => {
    const {typed, children, diagnostics} = readClause(reading.file, type, text, {index, count: words.length})
    for (const each of diagnostics) reading.diagnostics.push(each)
    const id = map && textOf(map, 'id')
    if (id) checkId(reading, id, ids)
    return {type, id, allow: map ? textsOf(map, 'allow') : [], typed, text, children, place: map?.place ?? text.place}
  })
}

function clauseWords(value: Value): ClauseWords | undefined {
  const map = value.type === 'map' ? value : undefined
  const text = map ? textOf(map, 'text') : value.type === 'text' ? trimmed(value) : undefined
  return text === undefined || text.value === '' ? undefined : {text, map}
}

function checkId(reading: Reading, id: Text, ids: Map<string, Text>): void {
  const earlier = ids.get(id.value)
  if (earlier === undefined) ids.set(id.value, id)
  else {
    report(
      reading,
      'duplicate-key',
      id.place,
      `${inBackticks(id.value)} is the id of two clauses, expected one of its own for each`,
      {
        related: [{message: 'first given here', path: reading.file.path, place: earlier.place}]
      }
    )
  }
}

function noteOf(reading: Reading, {key, value}: Field): NoteBody | undefined {
  if (value.type === 'nothing' || (value.type === 'text' && !hasWords(value)))
    return {type: 'noteBody', label: key, children: [], place: value.place}
  if (value.type !== 'text') return undefined
  const {blocks, diagnostics} = readBlocks(reading.file, trimmed(value))
  for (const each of diagnostics) reading.diagnostics.push(each)
  return {type: 'noteBody', label: key, children: blocks, place: value.place}
}

const addressPattern = /^https?:\/\//i

function sourceOf({key, value}: Field): Source | undefined {
  if (value.type !== 'map') return undefined
  const archive = textOf(value, 'archive')
  const address = archive && addressPattern.test(archive.value) ? archive : undefined
  const ours = new Set(['text', 'sha256', ...(address ? ['archive'] : [])])
  return {
    type: 'source',
    id: key,
    fields: sourceFields(value).filter(field => !ours.has(field.key.value)),
    texts: textsOf(value, 'text'),
    archive: address,
    sha256: textOf(value, 'sha256'),
    place: value.place
  }
}

const sourceFields = (map: MapValue): SourceField[] =>
  map.fields.flatMap(({key, value}) => {
    const known = sourceValue(value)
    return known ? [{key, value: known}] : []
  })

/** A value as data of a source; what is empty is left out. */
export function sourceValue(value: Value): SourceValue | undefined {
  switch (value.type) {
    case 'text':
      return hasWords(value) ? trimmed(value) : undefined
    case 'list':
      return {...value, items: value.items.flatMap(item => sourceValue(item) ?? [])}
    case 'map':
      return {...value, fields: sourceFields(value)}
    case 'nothing':
      return undefined
  }
}

function answerOf({key, value}: Field): SubmissionAnswer[] {
  const values = (value.type === 'list' ? value.items : [value]).flatMap(item =>
    item.type === 'text' ? trimmed(item) : []
  )
  return values.length > 0 ? [{key, values}] : []
}
