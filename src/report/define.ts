import type {Diagnostic, DiffPart, ResolvedResolution, Severity, UncheckedReason, Verdict} from '../tree/index.ts'

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

/** What reporters are given of a file: plain data, which fits in a message to another thread and in a JSON report. */
export interface ReportedFile {
  readonly path: string
  /** Undefined when there is none, and when the YAML could not be read. */
  readonly title: string | undefined
  /** In reading order. */
  readonly diagnostics: readonly Diagnostic[]
  /** The lines in which findings begin, by their 1-based numbers; none where the file is not at hand. */
  readonly lines: ReadonlyMap<number, string>
  readonly quotations: readonly ReportedQuotation[]
  readonly notes: readonly ReportedNote[]
}

/** 1-based, columns in UTF-16 units, the end exclusive. */
export interface Stretch {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** As `--format json` prints it, key for key. */
export interface ReportedQuotation extends Stretch {
  readonly text: string
  readonly clause: string
  readonly note?: number
  readonly source?: string
  readonly verdict: Verdict
  readonly reason?: UncheckedReason['kind']
  readonly passage?: ReportedPassage
  readonly warnings: readonly (Stretch & {readonly kind: string; readonly message: string})[]
  readonly errors: readonly (Stretch & {readonly start: number; readonly end: number})[]
  readonly diff?: readonly DiffPart[]
  readonly vanished?: {readonly path: string; readonly earlier: string; readonly since: string}
  readonly elsewhere?: {readonly source: string; readonly passage: ReportedPassage}
}

/** `start` and `end` are UTF-16 offsets of the source. */
export interface ReportedPassage extends Stretch {
  readonly path: string
  readonly start: number
  readonly end: number
  readonly text: string
  readonly where?: string
}

/** As `--format json` prints it. */
export interface ReportedNote {
  readonly number: number
  readonly text: string
  readonly sources: readonly string[]
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
export type Reporter = (files: readonly ReportedFile[], options: ReportOptions) => string
