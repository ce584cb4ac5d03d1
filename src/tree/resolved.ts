import type {Diagnostic} from './diagnostic.ts'
import type {CitationItem, Clause, Quotation, Resolution, SentenceCitation, Source} from './nodes.ts'
import type {Place} from './place.ts'
import type {PrintedParagraph, PrintedResolution} from './printed.ts'
import type {Template} from './template.ts'

/** A resolution with everything bound: citations to sources, notes to numbers, the template's words in place. */
export interface ResolvedResolution {
  readonly type: 'resolvedResolution'
  readonly resolution: Resolution
  readonly template: Template
  readonly sources: readonly BoundSource[]
  /** Every citation of clauses and notes, in reading order. */
  readonly citations: readonly BoundCitation[]
  /** In order of number. */
  readonly notes: readonly Note[]
  readonly quotations: readonly ResolvedQuotation[]
  readonly printed: PrintedResolution
  /** The text of the template's `page.typ`; undefined unless the notes were rendered. */
  readonly pageTemplate: string | undefined
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

/** A citation with the source it names; `source` is undefined when there is none of that id. */
export interface BoundCitation {
  readonly item: CitationItem | SentenceCitation
  readonly source: BoundSource | undefined
  /** The number of its note; undefined for a citation in the sentence. */
  readonly note: number | undefined
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
  /** As typed, for hand-numbered notes. */
  readonly label: string | undefined
  /** Each reference to it, in reading order; the first one carries the note. */
  readonly places: readonly Place[]
  readonly sourceIds: readonly string[]
  /** Empty unless the notes were rendered, and for a reference without a body. */
  readonly paragraphs: readonly PrintedParagraph[]
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
