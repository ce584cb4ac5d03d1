import type {Diagnostic, DiffPart} from './diagnostic.ts'
import type {BlockQuotation, CitationItem, Clause, Quotation, Resolution, SentenceCitation, Source} from './nodes.ts'
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
  readonly repeatedWords: readonly RepeatedWords[]
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

/** How a quotation stands to its source; nothing is a pass that was not compared. */
export type Verdict = 'verbatim' | 'altered' | 'misquoted' | 'missing' | 'unchecked'

/** Why a quotation was not compared. */
export type UncheckedReason =
  | {readonly kind: 'no-citation'}
  | {readonly kind: 'unknown-source'; readonly id: string}
  | {readonly kind: 'no-words'; readonly ids: readonly string[]}
  | {readonly kind: 'unreadable'; readonly id: string; readonly path: string; readonly problem: string}

/** A stretch of a source's file; `start` and `end` are UTF-16 offsets of its text. */
export interface Passage {
  readonly path: string
  readonly place: Place
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A lawful change that may still mislead. */
export interface QuotationWarning {
  readonly kind: string
  readonly message: string
  /** In the resolution file. */
  readonly place: Place
  readonly passage: Passage | undefined
}

/** Wrong words of a quotation: where they stand in it (UTF-16 offsets of `ResolvedQuotation.text`) and in the file. */
export interface WrongWords {
  readonly start: number
  readonly end: number
  readonly place: Place
}

/** A quotation of a clause, what it is bound to and how it stands to it. */
export interface ResolvedQuotation {
  readonly quotation: Quotation | BlockQuotation
  readonly clause: Clause
  /** `whereas[2]`, `resolved[0]`: 0-based. */
  readonly clausePath: string
  /** What stands between the marks, as printed. */
  readonly text: string
  readonly note: number | undefined
  /** All that its citation names. */
  readonly sourceIds: readonly string[]
  readonly verdict: Verdict
  readonly reason: UncheckedReason | undefined
  /** Of the sources the one that it was found in, or whose passage is nearest. */
  readonly sourceId: string | undefined
  readonly passage: Passage | undefined
  readonly errors: readonly WrongWords[]
  readonly warnings: readonly QuotationWarning[]
  readonly diff: readonly DiffPart[]
  /** Another source of the file in which the words stand, when the cited one does not have them. */
  readonly elsewhere: {readonly id: string; readonly passage: Passage} | undefined
  /** Whether the clause says in its own words whose they are: "X has stated that", a parenthesis after them. */
  readonly isAttributed: boolean
}

/** Words of a clause, outside quotation marks, that stand in a source it cites. */
export interface RepeatedWords {
  readonly place: Place
  readonly text: string
  readonly sourceId: string
  readonly passage: Passage
}
