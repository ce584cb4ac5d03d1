import type {Diagnostic} from './diagnostic.ts'
import type {Citation, Clause, NoteBody, Quotation, Resolution, Source} from './nodes.ts'
import type {Place} from './place.ts'
import type {PrintedInline, PrintedResolution} from './printed.ts'
import type {Template} from './template.ts'

/** A resolution with everything bound: citations to sources, notes to numbers, the template's words in place. */
export interface ResolvedResolution {
  readonly type: 'resolvedResolution'
  readonly resolution: Resolution
  readonly template: Template
  readonly sources: readonly BoundSource[]
  /** In order of number. */
  readonly notes: readonly Note[]
  readonly quotations: readonly ResolvedQuotation[]
  readonly printed: PrintedResolution
  /** What reading, binding and citing found; the rules add theirs in *check*. */
  readonly diagnostics: readonly Diagnostic[]
}

/** A source of the file or of its bibliography. */
export interface BoundSource {
  readonly id: string
  /** Absent when it comes from a bibliography. */
  readonly source: Source | undefined
  /** The file it stands in. */
  readonly path: string
  readonly place: Place
  /** As citation processors want it: every value a text, names and dates as objects. */
  readonly item: CslItem
  readonly isUsed: boolean
}

/** A source as CSL-JSON, all variables normalised. */
export interface CslItem {
  readonly id: string
  readonly type: string
  readonly [variable: string]: unknown
}

/** A numbered note. */
export interface Note {
  readonly number: number
  /** `hand` has its body under `notes`; `citation` and `inline` are numbered by us. */
  readonly kind: 'hand' | 'citation' | 'inline'
  /** The first reference to it. */
  readonly place: Place
  readonly body: NoteBody | Citation | undefined
  readonly sourceIds: readonly string[]
  /** Empty unless the notes were rendered. */
  readonly children: readonly PrintedInline[]
}

/** A quotation of a clause and what it is bound to. */
export interface ResolvedQuotation {
  readonly quotation: Quotation
  readonly clause: Clause
  /** `whereas[2]`, `resolved[0]`: 0-based. */
  readonly clausePath: string
  readonly note: number | undefined
  readonly sourceIds: readonly string[]
}
