import type {Place} from './place.ts'

export const severities = ['error', 'warning', 'info'] as const
/** error: the printed resolution would be wrong; warning: it may be; info: advice, off by default. */
export type Severity = (typeof severities)[number]

/** One replacement in a file; an empty stretch inserts. */
export interface Edit {
  readonly place: Place
  readonly text: string
}

/** Edits that belong together: all are made or none. */
export interface Fix {
  readonly title: string
  /** Whether it changes words inside quotation marks: such a fix is made only when it is asked for by name. */
  readonly isOfQuotation: boolean
  readonly edits: readonly Edit[]
}

/** Another place that explains a diagnostic. */
export interface Related {
  readonly message: string
  readonly path: string
  readonly place: Place
  /** For files that a person does not open by lines, shown instead of line and column: `p. 4`. */
  readonly where?: string
}

/** A stretch of a word diff: `removed` stands in the quotation only, `added` in the source only. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** A finding: which rule, how grave, what is wrong, where. Messages follow the form "what is wrong, expected what". */
export interface Diagnostic {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  /** The file the place is in. */
  readonly path: string
  readonly place: Place
  readonly note?: string
  readonly related?: readonly Related[]
  readonly diff?: readonly DiffPart[]
  readonly fixes?: readonly Fix[]
}
