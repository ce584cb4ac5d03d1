import {isDeepStrictEqual} from 'node:util'
import {rules} from '../index.ts'
import {countOf, type ReportedFile, readReport, report} from '../report/index.ts'
import type {Host} from '../tree/index.ts'
import {hasColor} from './color.ts'
import {readInput} from './input.ts'
import {addJobSummary, repositoryFolder} from './job-summary.ts'
import {put} from './put.ts'
import type {MergeOptions} from './report.ts'
import {usageError} from './usage.ts'
import {statusOfWarnings} from './warnings.ts'

/** `whereas report merge REPORT…`: resolves to the exit status. */
export async function mergeReports(
  reports: readonly string[],
  {format, output = '-', maxWarnings, color}: MergeOptions,
  host: Host
): Promise<number> {
  const files = await allFiles(reports, host)
  const {columns} = host.terminal
  const options = {
    rules,
    hasColor: output === '-' && hasColor(host, 'isOutput', color),
    folder: repositoryFolder(host),
    ...(columns === undefined ? {} : {columns})
  }
  await put(output, new TextEncoder().encode(report(files, format, options)), host)
  if (format === 'github') await addJobSummary(files, options, host)
  return Math.max(statusOfFiles(files), statusOfWarnings(countOf(files, 'warning'), maxWarnings, host))
}

/** The files of all reports in their order. A file may stand in two reports when both say the same of it. */
async function allFiles(reports: readonly string[], host: Host): Promise<ReportedFile[]> {
  const all: ReportedFile[] = []
  const known = new Map<string, {readonly report: string; readonly file: ReportedFile}>()
  for (const name of reports) {
    const {path: report, content} = await readInput(name, host, undefined)
    if ('problem' in content) throw usageError(`cannot read \`${report}\`: ${content.problem}`)
    const read = readReport(content.text)
    if ('problem' in read) throw usageError(`\`${report}\` ${read.problem}`)
    for (const file of read.files) {
      const other = known.get(file.path)
      if (other && other.report !== report) {
        if (isDeepStrictEqual(file, other.file)) continue
        throw usageError(
          `\`${report}\` does not say the same of \`${file.path}\` as \`${other.report}\`, expected each file in one report`
        )
      }
      known.set(file.path, {report, file})
      all.push(file)
    }
  }
  return all
}

/** What only a file that cannot be read is told of. */
const unreadable = ['unreadable-file', 'malformed-yaml']

/** As `check` ended: with 2 when a file could not be read, with 1 when there are errors. */
function statusOfFiles(files: readonly ReportedFile[]): number {
  const errors = files.flatMap(({diagnostics}) => diagnostics.filter(({severity}) => severity === 'error'))
  if (errors.some(({rule}) => unreadable.includes(rule))) return 2
  return errors.length > 0 ? 1 : 0
}
