import {
  type Diagnostic,
  type Passage,
  type Place,
  printedWords,
  type ResolvedQuotation,
  textFile,
  whereabouts
} from '../tree/index.ts'
import type {CheckedFile, ReportedFile, ReportedPassage, ReportedQuotation, Stretch} from './define.ts'

/** What reporters tell of a checked file: the same as plain data, without the trees and without the text. */
export function reportedFile({path, text, resolved, diagnostics}: CheckedFile): ReportedFile {
  return {
    path,
    title: resolved?.resolution.title?.value,
    diagnostics,
    lines: linesOf(path, text ?? '', diagnostics),
    quotations: (resolved?.quotations ?? []).map(quotationOf),
    notes: (resolved?.notes ?? []).map(note => ({
      number: note.number,
      text: note.paragraphs.map(paragraph => printedWords(paragraph.children)).join('\n'),
      sources: note.sourceIds
    }))
  }
}

function linesOf(path: string, text: string, diagnostics: readonly Diagnostic[]): Map<number, string> {
  const {lineStarts} = textFile(path, text)
  const lineAt = (line: number): string => text.slice(lineStarts[line - 1], (lineStarts[line] ?? text.length + 1) - 1)
  const numbers = diagnostics.filter(diagnostic => diagnostic.path === path).map(({place}) => place.start.line)
  return new Map(numbers.map(line => [line, lineAt(line)]))
}

function quotationOf(quotation: ResolvedQuotation): ReportedQuotation {
  const {passage, sourceId = quotation.sourceIds[0], note, reason, elsewhere, vanished} = quotation
  return {
    text: quotation.text,
    clause: quotation.clausePath,
    ...(note === undefined ? {} : {note}),
    ...(sourceId === undefined ? {} : {source: sourceId}),
    verdict: quotation.verdict,
    ...(reason ? {reason: reason.kind} : {}),
    ...stretchOf(quotation.quotation.place),
    ...(passage ? {passage: passageOf(passage)} : {}),
    warnings: quotation.warnings.map(({kind, message, place}) => ({kind, message, ...stretchOf(place)})),
    errors: quotation.errors.map(({start, end, place}) => ({start, end, ...stretchOf(place)})),
    ...(quotation.diff.length > 0 ? {diff: quotation.diff.map(({kind, text}) => ({kind, text}))} : {}),
    ...(vanished
      ? {vanished: {path: vanished.currentPath, earlier: vanished.accessed, since: vanished.currentAccessed}}
      : {}),
    ...(elsewhere ? {elsewhere: {source: elsewhere.id, passage: passageOf(elsewhere.passage)}} : {})
  }
}

function passageOf(passage: Passage): ReportedPassage {
  const {path, place, start, end, text, where} = passage
  return {path, start, end, text, ...stretchOf(place), ...(where === undefined ? {} : {where: whereabouts(passage)})}
}

/** A place without its offsets. */
export function stretchOf({start, end}: Place): Stretch {
  return {line: start.line, column: start.column, endLine: end.line, endColumn: end.column}
}
