import {
  type Diagnostic,
  type Fix,
  type Passage,
  type Place,
  printedWords,
  type ResolvedQuotation,
  whereabouts
} from '../tree/index.ts'
import {countOf, verdictsOf} from './count.ts'
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
      ? {
          related: related.map(({message, path, place, where}) => {
            return {message, path, ...start(place), ...(where === undefined ? {} : {where})}
          })
        }
      : {}),
    ...(fixes?.[0] ? {fix: fixOf(fixes[0]), fixes: fixes.map(fixOf)} : {})
  }
}

function fixOf(fix: Fix): object {
  return {title: fix.title, edits: fix.edits.map(edit => ({...ends(edit.place), text: edit.text}))}
}

function quotationOf(quotation: ResolvedQuotation): object {
  const {passage, sourceId = quotation.sourceIds[0], note, reason, elsewhere, vanished} = quotation
  return {
    text: quotation.text,
    clause: quotation.clausePath,
    ...(note === undefined ? {} : {note}),
    ...(sourceId === undefined ? {} : {source: sourceId}),
    verdict: quotation.verdict,
    ...(reason ? {reason: reason.kind} : {}),
    ...ends(quotation.quotation.place),
    ...(passage ? {passage: passageOf(passage)} : {}),
    warnings: quotation.warnings.map(({kind, message, place}) => ({kind, message, ...ends(place)})),
    errors: quotation.errors.map(({start: from, end, place}) => ({start: from, end, ...ends(place)})),
    ...(quotation.diff.length > 0 ? {diff: quotation.diff.map(({kind, text}) => ({kind, text}))} : {}),
    ...(vanished
      ? {vanished: {path: vanished.currentPath, earlier: vanished.accessed, since: vanished.currentAccessed}}
      : {}),
    ...(elsewhere ? {elsewhere: {source: elsewhere.id, passage: passageOf(elsewhere.passage)}} : {})
  }
}

function passageOf(passage: Passage): object {
  const {path, place, start: from, end, text, where} = passage
  return {path, start: from, end, text, ...ends(place), ...(where === undefined ? {} : {where: whereabouts(passage)})}
}

function start(place: Place): {line: number; column: number} {
  return {line: place.start.line, column: place.start.column}
}

function ends(place: Place): object {
  return {...start(place), endLine: place.end.line, endColumn: place.end.column}
}

function summaryOf(files: readonly CheckedFile[]): object {
  return {
    files: files.length,
    errors: countOf(files, 'error'),
    warnings: countOf(files, 'warning'),
    quotations: verdictsOf(files)
  }
}
