import {type Diagnostic, type DiffPart, type Place, type Severity, severities} from '../tree/index.ts'
import type {ReportedFile, ReportedNote, ReportedQuotation, Stretch} from './define.ts'
import {faultOf, list, map, number, type Shape, text, textOrNull, word} from './shape.ts'

const stretch = {line: number, column: number, endLine: number, endColumn: number}
const diff = list(map({kind: word(['same', 'removed', 'added']), text}))
const passage = map({path: text, start: number, end: number, text, ...stretch}, {where: text})
const fix = map({title: text, edits: list(map({...stretch, text}))})

const diagnostic = map(
  {rule: text, severity: word(severities), message: text, ...stretch},
  {
    path: text,
    note: text,
    related: list(map({message: text, path: text, ...stretch}, {where: text})),
    diff,
    fixes: list(fix)
  }
)

const quotation = map(
  {
    text,
    clause: text,
    verdict: word(['verbatim', 'altered', 'misquoted', 'missing', 'unchecked']),
    ...stretch,
    warnings: list(map({kind: text, message: text, ...stretch})),
    errors: list(map({start: number, end: number, ...stretch}))
  },
  {note: number, source: text, reason: text, passage, diff}
)

const report: Shape = map({
  version: number,
  files: list(
    map({
      path: text,
      title: textOrNull,
      diagnostics: list(diagnostic),
      quotations: list(quotation),
      notes: list(map({number, text, sources: list(text)}))
    })
  )
})

/** The parts of a report that are read again; the summary is counted anew. */
interface Report {
  readonly version: number
  readonly files: readonly {
    readonly path: string
    readonly title: string | null
    readonly diagnostics: readonly ReportedDiagnostic[]
    readonly quotations: readonly ReportedQuotation[]
    readonly notes: readonly ReportedNote[]
  }[]
}

interface ReportedDiagnostic extends Stretch {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly path?: string
  readonly note?: string
  readonly related?: readonly (Stretch & {
    readonly message: string
    readonly path: string
    readonly where?: string
  })[]
  readonly diff?: readonly DiffPart[]
  readonly fixes?: readonly {readonly title: string; readonly edits: readonly (Stretch & {readonly text: string})[]}[]
}

/**
 * Reads a report of `check --format json`: printed again it is the same, byte for byte. Places have no offsets (they
 * are 0), the lines of the files are not known, and which fixes change quotations is not either.
 */
export function readReport(json: string): {readonly files: readonly ReportedFile[]} | {readonly problem: string} {
  const value = parsed(json)
  if (value === undefined) return {problem: 'is not JSON, expected a report of `whereas check --format json`'}
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined
  if (typeof version === 'number' && version !== 1)
    return {problem: `is a report of version ${version}, expected version 1`}
  const fault = faultOf(value, report, '')
  if (fault !== undefined) return {problem: `is not a report of \`whereas check --format json\`: ${fault}`}
  const {files} = value as Report // it was just held against its shape
  return {
    files: files.map(({path, title, diagnostics, quotations, notes}) => ({
      path,
      title: title ?? undefined,
      diagnostics: diagnostics.map(each => diagnosticOf(each, path)),
      lines: new Map(),
      quotations,
      notes
    }))
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function diagnosticOf(found: ReportedDiagnostic, file: string): Diagnostic {
  const {rule, severity, message, path = file, note, related, diff, fixes} = found
  return {
    rule,
    severity,
    message,
    path,
    place: placeOf(found),
    ...(note === undefined ? {} : {note}),
    ...(related
      ? {
          related: related.map(({message, path, where, ...stretch}) => ({
            message,
            path,
            place: placeOf(stretch),
            ...(where === undefined ? {} : {where})
          }))
        }
      : {}),
    ...(diff ? {diff} : {}),
    ...(fixes
      ? {
          fixes: fixes.map(({title, edits}) => ({
            title,
            isOfQuotation: false,
            edits: edits.map(edit => ({place: placeOf(edit), text: edit.text}))
          }))
        }
      : {})
  }
}

function placeOf({line, column, endLine, endColumn}: Stretch): Place {
  return {start: {line, column, offset: 0}, end: {line: endLine, column: endColumn, offset: 0}}
}
