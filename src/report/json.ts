import {type Diagnostic, type Fix, type Place, plainText, printedWords, type ResolvedQuotation} from '../tree/index.ts'
import {countOf} from './count.ts'
import type {CheckedFile, Reporter} from './define.ts'

/** The stable machine form: lines and columns are 1-based, columns count UTF-16 units, ends are exclusive. */
export const json: Reporter = files =>
  `${JSON.stringify({version: 1, files: files.map(fileOf), summary: summaryOf(files)}, undefined, 2)}\n`

function fileOf(file: CheckedFile): object {
  return {
    path: file.path,
    title: file.resolved?.resolution.title?.value ?? null,
    diagnostics: file.diagnostics.map(diagnostic => diagnosticOf(diagnostic, file.path)),
    quotations: (file.resolved?.quotations ?? []).map(quotationOf),
    notes: (file.resolved?.notes ?? []).map(note => ({
      number: note.number,
      text: note.paragraphs.map(paragraph => printedWords(paragraph.children)).join('\n'),
      sources: note.sourceIds
    }))
  }
}

function diagnosticOf(diagnostic: Diagnostic, path: string): object {
  const {rule, severity, message, note, related, fixes} = diagnostic
  return {
    rule,
    severity,
    message,
    ...(diagnostic.path === path ? {} : {path: diagnostic.path}),
    ...ends(diagnostic.place),
    ...(note === undefined ? {} : {note}),
    ...(related
      ? {related: related.map(other => ({message: other.message, path: other.path, ...start(other.place)}))}
      : {}),
    ...(fixes?.[0] ? {fix: fixOf(fixes[0])} : {})
  }
}

function fixOf(fix: Fix): object {
  return {title: fix.title, edits: fix.edits.map(edit => ({...ends(edit.place), text: edit.text}))}
}

function quotationOf(bound: ResolvedQuotation): object {
  const [source] = bound.sourceIds
  return {
    text: plainText(bound.quotation.children).value,
    clause: bound.clausePath,
    ...(bound.note === undefined ? {} : {note: bound.note}),
    ...(source === undefined ? {} : {source}),
    verdict: 'unchecked',
    ...start(bound.quotation.place),
    warnings: [],
    errors: []
  }
}

function start(place: Place): {line: number; column: number} {
  return {line: place.start.line, column: place.start.column}
}

function ends(place: Place): object {
  return {...start(place), endLine: place.end.line, endColumn: place.end.column}
}

function summaryOf(files: readonly CheckedFile[]): object {
  const quotations = {verbatim: 0, altered: 0, misquoted: 0, missing: 0, unchecked: 0}
  for (const file of files) quotations.unchecked += file.resolved?.quotations.length ?? 0
  return {files: files.length, errors: countOf(files, 'error'), warnings: countOf(files, 'warning'), quotations}
}
