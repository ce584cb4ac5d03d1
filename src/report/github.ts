import type {Diagnostic} from '../tree/index.ts'
import type {Reporter} from './define.ts'
import {reportedPath} from './path.ts'
import {remarksOf} from './remarks.ts'
import {printable} from './width.ts'

const commands = {error: 'error', warning: 'warning', info: 'notice'} as const

/** Workflow commands, which GitHub shows as annotations beside the lines: ten errors and ten warnings a step. */
export const github: Reporter = (files, {folder = ''}) =>
  files
    .flatMap(file => file.diagnostics)
    .map(diagnostic => `${commandOf(diagnostic, folder)}\n`)
    .join('')

function commandOf(diagnostic: Diagnostic, folder: string): string {
  const {rule, severity, message, path} = diagnostic
  const properties = {file: printable(reportedPath(path, folder)), ...placeOf(diagnostic), title: `whereas: ${rule}`}
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  const words = [printable(message), ...remarksOf(diagnostic, folder)].join('\n')
  return `::${commands[severity]} ${listed.join(',')}::${escapeData(words)}`
}

/** Lines and columns are 1-based. GitHub takes no columns for a place of several lines. */
function placeOf({place: {start, end}}: Diagnostic): object {
  if (end.line !== start.line) return {line: start.line, endLine: end.line}
  return {line: start.line, col: start.column, endLine: end.line, endColumn: end.column}
}

/** As `@actions/core` does: what would end the line, and the sign of the escape. */
function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

/** In a property also what would end it. */
function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}
