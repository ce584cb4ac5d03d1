import type {Diagnostic, DiffPart} from './diagnostic.ts'
import type {KeptFile} from './kept.ts'
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
  /** The files with the words of its sources, in file order. */
  readonly keptFiles: readonly KeptFile[]
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

/**
 * A stretch of a source's file. `start` and `end` are UTF-16 offsets of the file's text,
 * for Word and PDF of the text that was read out of it; `text` has no markup of web pages.
 */
export interface Passage {
  readonly path: string
  readonly place: Place
  readonly start: number
  readonly end: number
  readonly text: string
  /** The unit at which it starts in the text that was compared; `start` but for web pages. */
  readonly unit: number
  /** For files that a person does not open by lines: Word and PDF. */
  readonly where: Whereabouts | undefined
}

/** The page, paragraph or note on which a passage stands. */
export interface Whereabouts {
  readonly kind: 'page' | 'paragraph' | 'footnote' | 'endnote'
  /** For each that it touches, in order, what people may call it, the best name first. */
  readonly names: readonly (readonly string[])[]
  /** The count of the first of them in the file, from 1. */
  readonly ordinal: number
}

/** The page that a citation names, when the passage stands on another. */
export interface CitedPage {
  /** As typed: `p. 12`. */
  readonly words: string
  readonly place: Place
}

/** The copy of a page that has the words, when the copy that was fetched since has not. */
export interface Vanished {
  /** The earlier copy. */
  readonly path: string
  readonly accessed: string
  /** The copy that is cited now. */
  readonly currentPath: string
  readonly currentAccessed: string
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
  readonly citedPage: CitedPage | undefined
  /** Set when the verdict is that of an earlier copy. */
  readonly vanished: Vanished | undefined
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
