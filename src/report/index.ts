import type {CheckedFile, Reporter, ReportOptions} from './define.ts'
import {json} from './json.ts'
import {pretty} from './pretty.ts'

export {countOf} from './count.ts'
export type {CheckedFile, ReportOptions} from './define.ts'
export {type Verification, type VerifyFormat, verificationReport, verifyFormats} from './verification.ts'

const reporters = {pretty, json} satisfies Record<string, Reporter>

export type ReportFormat = keyof typeof reporters

/** The names of the reporters, the default first. */
export const reportFormats: readonly ReportFormat[] = ['pretty', 'json']

/** Prints the findings of checked files in a format. */
export function report(files: readonly CheckedFile[], format: ReportFormat, options: ReportOptions = {}): string {
  return reporters[format](files, options)
}
