import type {Diagnostic, ResolvedResolution, Severity} from '../tree/index.ts'

/** A file that was checked, with all that was found in it. */
export interface CheckedFile {
  readonly path: string
  /** Undefined when the file could not be read as text. */
  readonly text: string | undefined
  /** Undefined when the YAML could not be read. */
  readonly resolved: ResolvedResolution | undefined
  /** In reading order. */
  readonly diagnostics: readonly Diagnostic[]
}

export interface ReportOptions {
  /** Width of the terminal; 80 when there is none. */
  readonly columns?: number
  readonly hasColor?: boolean
  /** Whether warnings were left out of what is reported: then nothing is said of their number. */
  readonly isQuiet?: boolean
  /** What is known of the rules, for formats that describe them. */
  readonly rules?: readonly RuleSummary[]
  /** The folder that paths start from, below the root of the repository; for formats that a repository reads. */
  readonly folder?: string
}

/** What a report tells of a rule beside its findings. */
export interface RuleSummary {
  readonly id: string
  readonly severity: Severity
  readonly summary: string
}

/** Prints findings; the result ends with a line feed unless it is empty. */
export type Reporter = (files: readonly CheckedFile[], options: ReportOptions) => string
