import {type Diagnostic, type NoteNumbering, type NotePlacement, type Template, textFile} from '../tree/index.ts'
import {checkCharacters} from './characters.ts'
import {checkValue} from './check.ts'
import {inOrder, type Reading, reportAt} from './reading.ts'
import type {Keys} from './shape.ts'
import {flagOf, mapOf, textOf, textsOf, valueIn} from './take.ts'
import {
  documentKeys,
  labelKeys,
  limitKeys,
  noteKeys,
  pageKeys,
  quotationKeys,
  sourceKeys,
  statusKeys,
  submissionKeys,
  templateShape,
  wordKeys
} from './template-definition.ts'
import {type MapValue, readYaml} from './value.ts'

/** A template, and what is wrong with its file. */
export interface ReadTemplate {
  /** Undefined when anything graver than a warning is wrong: a half-read template would print the wrong words. */
  readonly template: Template | undefined
  /** In order of place. */
  readonly diagnostics: Diagnostic[]
}

/** Reads the text of a `template.yaml`. `path` names it in diagnostics, `folder` is where its other files lie. */
export function readTemplate(text: string, options: {readonly path: string; readonly folder: string}): ReadTemplate {
  const reading: Reading = {
    file: textFile(options.path, text.startsWith('\uFEFF') ? text.slice(1) : text),
    diagnostics: []
  }
  checkCharacters(reading)
  const {value, brokenFrom} = readYaml(reading)
  if (value.type !== 'map') {
    if (brokenFrom === Number.POSITIVE_INFINITY) {
      reportAt(reading, 'wrong-type', [0, 0], 'the file holds no keys, expected `name`, `organisation` and `words`')
    }
  } else if (!reading.diagnostics.some(isError)) checkValue(reading, value, templateShape, 'the template')
  const isUsable = value.type === 'map' && !reading.diagnostics.some(isError)
  return {
    template: isUsable ? templateOf(value, options.folder) : undefined,
    diagnostics: inOrder(reading.diagnostics)
  }
}

const isError = (diagnostic: Diagnostic): boolean => diagnostic.severity === 'error'

/** Gives the words, number or flag of each key, or its default. */
interface Settings<Name extends string> {
  text(name: Name): string
  number(name: Name): number
  flag(name: Name): boolean
}

function settings<Name extends string>(
  map: MapValue | undefined,
  keys: Readonly<Record<Name, Keys[string]>>
): Settings<Name> {
  const text = (name: Name): string => {
    const value = map && valueIn(map, name)
    return value?.type === 'text' ? value.value : String(keys[name].default ?? '')
  }
  return {
    text,
    number: name => Number(text(name)),
    flag: name => (map && flagOf(map, name)) ?? keys[name].default === true
  }
}

function templateOf(map: MapValue, folder: string): Template {
  const notes = settings(mapOf(map, 'notes'), noteKeys)
  return {
    type: 'template',
    name: textOf(map, 'name')?.value ?? '',
    folder,
    language: textOf(map, 'language')?.value ?? 'en-US',
    organisation: textOf(map, 'organisation')?.value ?? '',
    words: wordsOf(map),
    notes: {
      placement: notes.text('placement').trim() as NotePlacement, // checked against the values of its key
      numbering: notes.text('numbering').trim() as NoteNumbering, // likewise
      inResolved: notes.text('in-resolved').trim() as Template['notes']['inResolved'], // likewise
      style: notes.text('style').trim()
    },
    quotations: {
      silentCapitals: settings(mapOf(map, 'quotations'), quotationKeys)
        .text('silent-capitals')
        .trim() as Template['quotations']['silentCapitals'] // checked against the values of its key
    },
    sources: {
      accessDates: settings(mapOf(map, 'sources'), sourceKeys)
        .text('access-dates')
        .trim() as Template['sources']['accessDates'] // likewise
    },
    ...checkedOf(map),
    page: pageOf(map),
    labels: labelsOf(map),
    statuses: statusesOf(map)
  }
}

function wordsOf(map: MapValue): Template['words'] {
  const {text, flag} = settings(mapOf(map, 'words'), wordKeys)
  return {
    whereas: text('whereas'),
    afterWhereas: text('after-whereas'),
    whereasJoin: text('whereas-join'),
    lastWhereasJoin: text('last-whereas-join'),
    bridge: text('bridge'),
    resolved: text('resolved'),
    afterResolved: text('after-resolved'),
    actor: text('actor'),
    beforeList: text('before-list'),
    beforeOne: text('before-one'),
    actionJoin: text('action-join'),
    lastActionJoin: text('last-action-join'),
    actionEnd: text('action-end'),
    actionNumber: text('action-number'),
    numbersLoneAction: flag('numbers-lone-action')
  }
}

/** What only the checks look at. */
function checkedOf(map: MapValue): Pick<Template, 'policies' | 'documents' | 'limits' | 'submission'> {
  const documents = settings(mapOf(map, 'documents'), documentKeys)
  const limits = settings(mapOf(map, 'limits'), limitKeys)
  const submission = settings(mapOf(map, 'submission'), submissionKeys)
  return {
    policies: {names: listOf(map, 'policies', 'names'), parts: listOf(map, 'policies', 'parts')},
    documents: {
      titles: listOf(map, 'documents', 'titles'),
      number: documents.text('number').trim(),
      series: listOf(map, 'documents', 'series'),
      meeting: documents.text('meeting').trim()
    },
    limits: {whereasClauses: limits.number('whereas-clauses'), clauseWords: limits.number('clause-words')},
    submission: {
      answers: listOf(map, 'submission', 'answers'),
      hoursBeforeMeeting: submission.number('hours-before-meeting')
    }
  }
}

/** The texts of a list in a part of the template; none where it is missing. */
function listOf(map: MapValue, part: string, name: string): string[] {
  const held = mapOf(map, part)
  return held ? textsOf(held, name).map(({value}) => value) : []
}

function pageOf(map: MapValue): Template['page'] {
  const {text, number, flag} = settings(mapOf(map, 'page'), pageKeys)
  return {
    paper: text('paper').trim() === 'a4' ? 'a4' : 'us-letter',
    margin: number('margin'),
    font: text('font').trim(),
    pdfFont: text('pdf-font').trim(),
    size: number('size'),
    noteSize: number('note-size'),
    hangingIndent: number('hanging-indent'),
    hasLineNumbers: flag('line-numbers')
  }
}

function labelsOf(map: MapValue): Template['labels'] {
  const {text} = settings(mapOf(map, 'labels'), labelKeys)
  return {
    mover: text('mover'),
    seconder: text('seconder'),
    endorser: text('endorser'),
    endorserInPrinciple: text('endorser-in-principle'),
    pageOf: text('page-of'),
    notes: text('notes'),
    backToText: text('back-to-text'),
    draft: text('draft')
  }
}

function statusesOf(map: MapValue): Template['statuses'] {
  const {text} = settings(mapOf(map, 'statuses'), statusKeys)
  return {
    draft: text('draft'),
    submitted: text('submitted'),
    adopted: text('adopted'),
    defeated: text('defeated'),
    withdrawn: text('withdrawn'),
    referred: text('referred'),
    attestation: text('attestation')
  }
}
