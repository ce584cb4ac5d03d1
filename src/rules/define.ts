import type {Diagnostic, ResolvedResolution, Severity} from '../tree/index.ts'
import type {Weights} from './parts/weigh.ts'

/** A check of the resolved tree. The `summary` is the first sentence of its page, `docs/rules/<id>.md`. */
export interface Rule {
  readonly id: string
  readonly severity: Severity
  readonly summary: string
  /** Pure; what it finds is in reading order. Absent where reading, resolving, citing or writing report it. */
  readonly check?: (resolved: ResolvedResolution, options: CheckOptions) => readonly Diagnostic[]
}

export interface CheckOptions extends Weights {
  /** What reading found: it is weighed with the rest, and is part of what is found. */
  readonly ofReading?: readonly Diagnostic[]
  /** The day of the check, `YYYY-MM-DD`, for resolutions without a date; without it such a one is not held against a day. */
  readonly today?: string
  /** When the meeting begins, and the time of the check, both ISO 8601: whether the resolution is in time. */
  readonly meetingAt?: string
  readonly now?: string
}

/** What a rule says of a place; id, severity and file are filled in. */
export type Finding = Omit<Diagnostic, 'rule' | 'severity' | 'path'> & Partial<Pick<Diagnostic, 'severity' | 'path'>>

/** Makes a rule of a function that reports findings. */
export function defineRule(
  about: Pick<Rule, 'id' | 'severity' | 'summary'>,
  look: (resolved: ResolvedResolution, report: (finding: Finding) => void, options: CheckOptions) => void
): Rule {
  return {
    ...about,
    check: (resolved, options) => {
      const found: Diagnostic[] = []
      const {path} = resolved.resolution.file
      look(resolved, finding => found.push({rule: about.id, severity: about.severity, path, ...finding}), options)
      return found
    }
  }
}
