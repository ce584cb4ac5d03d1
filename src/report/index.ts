import {compact} from './compact.ts'
import type {ReportedFile, Reporter, ReportOptions} from './define.ts'
import {github} from './github.ts'
import {json} from './json.ts'
import {junit} from './junit.ts'
import {pretty} from './pretty.ts'
import {sarif} from './sarif.ts'

export {countOf} from './count.ts'
export type {CheckedFile, ReportedFile, ReportOptions, RuleSummary} from './define.ts'
export {jobSummary} from './job-summary.ts'
export {pageOnTerminal} from './page.ts'
export {readReport} from './read-report.ts'
export {reportedFile} from './record.ts'
export {type Verification, type VerifyFormat, verificationReport, verifyFormats} from './verification.ts'
export {printable} from './width.ts'

const reporters = {pretty, compact, json, sarif, github, junit} satisfies Record<string, Reporter>

export type ReportFormat = keyof typeof reporters

/** The names of the reporters, the default first. */
export const reportFormats: readonly ReportFormat[] = ['pretty', 'compact', 'json', 'sarif', 'github', 'junit']

/** Prints the findings of checked files in a format. */
export function report(files: readonly ReportedFile[], format: ReportFormat, options: ReportOptions = {}): string {
  return reporters[format](files, options)
}
