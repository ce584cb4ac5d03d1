import {type Diagnostic, shownPlace} from '../tree/index.ts'
import {countOf, findingsOf, quotationsOf} from './count.ts'
import type {ReportedFile, Reporter} from './define.ts'
import {diffLine} from './diff.ts'
import {frameOf} from './frame.ts'
import {type Paint, painter} from './paint.ts'
import {printable, wrap} from './width.ts'

/** For people at a terminal: each finding with its line, carets under the words, the other place, the remedy. */
export const pretty: Reporter = (files, {columns = 80, hasColor = false, isQuiet = false}) => {
  const paint = painter(hasColor)
  const blocks = files.flatMap(file => file.diagnostics.map(diagnostic => blockOf(diagnostic, file, columns, paint)))
  return [...blocks, summaryOf(files, isQuiet, paint)].map(block => `${block}\n`).join('\n')
}

const severityWords = {error: 'error', warning: 'warning', info: 'advice'} as const

function blockOf(diagnostic: Diagnostic, file: ReportedFile, columns: number, paint: Paint): string {
  const {line, column} = diagnostic.place.start
  const [first = '', ...others] = wrap(printable(diagnostic.message), Math.max(30, columns - 4))
  const severity = paint(diagnostic.severity, severityWords[diagnostic.severity])
  return [
    `${paint('strong', `${diagnostic.path}:${line}:${column}`)} ${severity} ${paint('faint', `(${diagnostic.rule})`)}`,
    ...[first, ...others].map(words => `  ${words}`),
    ...frameLines(diagnostic, file, columns, paint),
    ...diffLines(diagnostic, columns, paint),
    ...(diagnostic.related ?? []).flatMap(other =>
      remark(`${printable(other.message)}: ${shownPlace(other)}`, 'see', columns, paint)
    ),
    ...(diagnostic.note === undefined ? [] : remark(printable(diagnostic.note), 'note', columns, paint))
  ].join('\n')
}

/** The line with its number and the carets; nothing when the place is in another file, its line is empty or not at hand. */
function frameLines({path, place, severity}: Diagnostic, file: ReportedFile, columns: number, paint: Paint): string[] {
  if (path !== file.path) return []
  const {start, end} = place
  const line = file.lines.get(start.line) ?? ''
  if (line.trim() === '') return []
  const number = String(start.line)
  const endColumn = end.line === start.line ? end.column : line.length + 1
  const frame = frameOf(line, start.column, endColumn, Math.max(30, columns - number.length - 5))
  const gutter = paint('faint', `  ${' '.repeat(number.length)} |`)
  return [`  ${paint('faint', `${number} |`)} ${frame.line}`, `${gutter} ${paint(severity, frame.carets)}`]
}

/** A diff without colours is wrapped; with them the terminal breaks the line, since the codes take no room. */
function diffLines({diff}: Diagnostic, columns: number, paint: Paint): string[] {
  if (!diff || diff.length === 0) return []
  const line = diffLine(diff, paint)
  const isPainted = paint('strong', 'x') !== 'x'
  return (isPainted ? [line] : wrap(line, Math.max(30, columns - 2))).map(words => `  ${words}`)
}

function remark(words: string, label: string, columns: number, paint: Paint): string[] {
  const [first = '', ...others] = wrap(words, Math.max(30, columns - label.length - 6))
  const indent = ' '.repeat(label.length + 4)
  return [`  ${paint('strong', `${label}:`)} ${first}`, ...others.map(line => indent + line)]
}

function summaryOf(files: readonly ReportedFile[], isQuiet: boolean, paint: Paint): string {
  const look = countOf(files, 'error') > 0 ? 'error' : countOf(files, 'warning') > 0 ? 'warning' : 'strong'
  const quotations = quotationsOf(files)
  return paint(look, findingsOf(files, isQuiet)) + (quotations === '' ? '' : `; ${quotations}`)
}
