import type {Diagnostic, ResolvedResolution, Severity} from '../tree/index.ts'

/** A check of the resolved tree. The `summary` is the first sentence of its page, `docs/rules/<id>.md`. */
export interface Rule {
  readonly id: string
  readonly severity: Severity
  readonly summary: string
  /** Pure; what it finds is in reading order. */
  readonly check: (resolved: ResolvedResolution) => readonly Diagnostic[]
}

/** What a rule says of a place; id, severity and file are filled in. */
export type Finding = Omit<Diagnostic, 'rule' | 'severity' | 'path'> & Partial<Pick<Diagnostic, 'severity' | 'path'>>

/** Makes a rule of a function that reports findings. */
export function defineRule(
  about: Pick<Rule, 'id' | 'severity' | 'summary'>,
  look: (resolved: ResolvedResolution, report: (finding: Finding) => void) => void
): Rule {
  return {
    ...about,
    check: resolved => {
      const found: Diagnostic[] = []
      const {path} = resolved.resolution.file
      look(resolved, finding => found.push({rule: about.id, severity: about.severity, path, ...finding}))
      return found
    }
  }
}
