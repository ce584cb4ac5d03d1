import {type Diagnostic, type DiffPart, shownPlace} from '../tree/index.ts'
import {findingsOf, quotationsOf} from './count.ts'
import type {ReportedFile, ReportOptions} from './define.ts'
import {reportedPath} from './path.ts'
import {printable} from './width.ts'

/**
 * All findings with their word diffs as Markdown, for the page of a GitHub job: annotations are capped at ten of a kind.
 * What does not fit in `room` bytes is counted, since GitHub drops a summary of more than 1 MiB whole.
 */
export function jobSummary(files: readonly ReportedFile[], options: ReportOptions = {}, room = 1_000_000): string {
  const {isQuiet = false, folder = ''} = options
  const quotations = quotationsOf(files)
  let text = `## whereas: ${findingsOf(files, isQuiet)}\n${quotations === '' ? '' : `\n${quotations}\n`}`
  let size = bytesOf(text)
  let left = files.reduce((sum, {diagnostics}) => sum + diagnostics.length, 0)
  for (const file of files)
    for (const [index, diagnostic] of file.diagnostics.entries()) {
      const heading = index === 0 ? `\n### ${literal(reportedPath(file.path, folder))}\n\n` : ''
      const item = heading + itemOf(diagnostic, file.path, folder)
      size += bytesOf(item)
      if (size > room) return `${text}\n${left} more in the log of the job\n`
      text += item
      left--
    }
  return text
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}

function itemOf(
  {rule, severity, message, path, place, diff, related, note}: Diagnostic,
  of: string,
  folder: string
): string {
  const point = `${place.start.line}:${place.start.column}`
  const where = path === of ? point : `${literal(reportedPath(path, folder))}:${point}`
  const lines = [
    `**${severity}** ${where} ${words(message)} (\`${rule}\`)`,
    ...(diff && diff.length > 0 ? [diff.map(partOf).join('')] : []),
    ...(related ?? []).map(other => {
      const where = shownPlace({...other, path: literal(reportedPath(other.path, folder))})
      return `see: ${words(other.message)}: ${where}`
    }),
    ...(note === undefined ? [] : [`note: ${words(note)}`])
  ]
  return `- ${lines.join('<br>\n  ')}\n`
}

const tags = {same: ['', ''], removed: ['<del>', '</del>'], added: ['<ins>', '</ins>']} as const

function partOf({kind, text}: DiffPart): string {
  const [open, close] = tags[kind]
  return open + literal(text.replace(/\s+/g, ' ')) + close
}

/** Words of a message: what stands in backticks is code in Markdown too. */
function words(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? printable(part) : literal(part)))
    .join('')
}

/** What GitHub's Markdown takes as markup within a line: `$` opens a formula, `~` strikes out. */
const markup = /[\\`*_[\]<>&#|~$]/g

function literal(text: string): string {
  return printable(text).replace(markup, '\\$&')
}
