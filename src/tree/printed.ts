import type {Emphasis, Link, Strong} from './nodes.ts'

/**
 * The printed tree: a resolution as it will stand on paper, every word and number decided.
 * Writers walk it and look nothing up. Blanks inside texts are single spaces (no-break spaces are kept).
 */
export interface PrintedResolution {
  readonly type: 'printedResolution'
  /** BCP 47, such as `en-US`. */
  readonly language: string
  readonly page: PrintedPage
  readonly properties: PrintedProperties
  /** Lines at the head: document number, meeting. On every page where there are pages, once elsewhere. */
  readonly header: readonly string[]
  /** A mark for every page, such as DRAFT. */
  readonly mark: string | undefined
  readonly blocks: readonly PrintedBlock[]
  /** In order of number. */
  readonly notes: readonly PrintedNote[]
  readonly labels: PrintedLabels
}

/** Lengths in inches, sizes in points. */
export interface PrintedPage {
  readonly paper: 'us-letter' | 'a4'
  readonly margin: number
  readonly font: string
  readonly pdfFont: string
  readonly size: number
  readonly noteSize: number
  readonly hangingIndent: number
  readonly hasLineNumbers: boolean
}

/** What goes into the properties of a file, not on the page. */
export interface PrintedProperties {
  readonly title: string
  readonly organisation: string
  readonly number: string | undefined
  readonly meeting: string | undefined
  /** `YYYY-MM-DD`; the one date of every output. Undefined when the file has none. */
  readonly date: string | undefined
  readonly status: string
  readonly authors: readonly string[]
  readonly keywords: readonly string[]
}

export interface PrintedLabels {
  /** Such as `Page {page} of {pages}`. */
  readonly pageOf: string
  readonly notes: string
  readonly backToText: string
}

export type PrintedBlock =
  | PrintedTitle
  | PrintedClause
  | PrintedResolvedLead
  | PrintedMover
  | PrintedLine
  | PrintedSignature

export interface PrintedTitle {
  readonly type: 'title'
  readonly children: readonly PrintedInline[]
}

/** A whereas clause, or a resolved clause; the first paragraph begins with the lead-in where there is one. */
export interface PrintedClause {
  readonly type: 'whereasClause' | 'resolvedClause'
  /** `1.`, `2.` … for a numbered resolved clause; undefined for others. */
  readonly number: string | undefined
  /** The `id` of the clause in the file, for anchors. */
  readonly id: string | undefined
  readonly paragraphs: readonly PrintedParagraph[]
}

export interface PrintedParagraph {
  readonly type: 'paragraph' | 'blockQuotation'
  readonly children: readonly PrintedInline[]
}

/** "Resolved, that …:" before a list of resolved clauses. */
export interface PrintedResolvedLead {
  readonly type: 'resolvedLead'
  readonly children: readonly PrintedInline[]
}

/** "Mover: name, role" (also Seconder, Contact, Endorsed by). */
export interface PrintedMover {
  readonly type: 'mover'
  readonly label: string
  readonly children: readonly PrintedInline[]
}

/** A sentence on its own: status before the title, adoption after the clauses. */
export interface PrintedLine {
  readonly type: 'status' | 'adoption'
  readonly children: readonly PrintedInline[]
}

/** A rule to sign on, with the name (may be empty) and office under it. */
export interface PrintedSignature {
  readonly type: 'signature'
  readonly name: string
  readonly role: string
}

export interface PrintedNote {
  readonly number: number
  readonly paragraphs: readonly PrintedParagraph[]
}

export interface PrintedText {
  readonly type: 'text'
  readonly value: string
}

/** "Whereas", "Resolved": the keyword that opens a clause. */
export interface PrintedLeadIn {
  readonly type: 'leadIn'
  readonly value: string
}

export interface PrintedQuotation {
  readonly type: 'quotation'
  readonly open: string
  readonly close: string
  readonly children: readonly PrintedInline[]
}

/** Printed as `[` children `]`. */
export interface PrintedAlteration {
  readonly type: 'alteration'
  readonly children: readonly PrintedInline[]
}

export interface PrintedOmission {
  readonly type: 'omission'
  readonly value: string
}

/** The mark of a note. `isFirst` is false when the same number is printed again. `key` tells several marks of one note apart (1, 2, …). */
export interface PrintedNoteReference {
  readonly type: 'noteReference'
  readonly number: number
  readonly isFirst: boolean
  readonly key: number
}

/** Looks that a citation style may ask for. */
export interface PrintedLook {
  readonly type: 'smallCaps' | 'superscript' | 'subscript' | 'underline'
  readonly children: readonly PrintedInline[]
}

export type PrintedInline =
  | PrintedText
  | PrintedLeadIn
  | Emphasis<PrintedInline>
  | Strong<PrintedInline>
  | Link<PrintedInline>
  | PrintedQuotation
  | PrintedAlteration
  | PrintedOmission
  | PrintedNoteReference
  | PrintedLook
