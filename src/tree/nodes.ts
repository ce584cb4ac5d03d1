import type {Place, TextFile} from './place.ts'

/**
 * Words as they were typed, each character tied to the file.
 * `offsets[i]` is the file offset of `value[i]`; one more entry, `offsets[value.length]`, is the offset where the words end.
 * Line breaks and escapes of YAML and of Markdown are already undone in `value`.
 */
export interface Text {
  readonly type: 'text'
  readonly value: string
  readonly offsets: Uint32Array
  readonly place: Place
}

export interface Emphasis<Child = Inline> {
  readonly type: 'emphasis'
  readonly children: readonly Child[]
}

export interface Strong<Child = Inline> {
  readonly type: 'strong'
  readonly children: readonly Child[]
}

/** A link; `url` is http, https or mailto. Anything else stays text. */
export interface Link<Child = Inline> {
  readonly type: 'link'
  readonly url: string
  readonly children: readonly Child[]
}

/** Quoted words with their marks; `close` is absent when the mark is never closed. A quotation inside is a nested quotation. */
export interface Quotation {
  readonly type: 'quotation'
  readonly open: Text
  readonly close: Text | undefined
  readonly children: readonly Inline[]
  readonly place: Place
}

/** A bracketed change inside a quotation, such as `[t]he` or `[Assange's]`; printed with its brackets. */
export interface Alteration {
  readonly type: 'alteration'
  readonly open: Text
  readonly close: Text
  readonly children: readonly Inline[]
  readonly place: Place
}

/** Words left out of a quotation: `…`, `...`, `. . .`, `[…]` and their like; printed as typed. */
export interface Omission {
  readonly type: 'omission'
  readonly text: Text
  readonly place: Place
}

/** One source of a citation. `prefix` and `rest` are as typed (Markdown); `rest` holds locator and suffix, its leading comma included. */
export interface CitationItem {
  readonly id: Text
  readonly prefix: string
  readonly rest: string
  readonly place: Place
}

/** `[@id, p. 12; see also @b]`: a numbered note at this place (inside a note: the source's words at this place). */
export interface Citation {
  readonly type: 'citation'
  readonly items: readonly CitationItem[]
  readonly place: Place
}

/** `@id` in running text: the source's short title printed in the sentence. */
export interface SentenceCitation {
  readonly type: 'sentenceCitation'
  readonly id: Text
  readonly place: Place
}

/** `[^4]`: a hand-numbered reference to a body under `notes`. */
export interface NoteReference {
  readonly type: 'noteReference'
  readonly label: Text
  readonly place: Place
}

/** `^[text]`: a note whose text stands here. */
export interface InlineNote {
  readonly type: 'inlineNote'
  readonly children: readonly Inline[]
  readonly place: Place
}

/** Everything a paragraph of a clause or note may hold. */
export type Inline =
  | Text
  | (Emphasis & Placed)
  | (Strong & Placed)
  | (Link & Placed)
  | Quotation
  | Alteration
  | Omission
  | Citation
  | SentenceCitation
  | NoteReference
  | InlineNote

/** Mixed into the nodes that printed trees share with the tree as read. */
export interface Placed {
  readonly place: Place
}

/** A paragraph of a clause or note; nearly every clause has one. */
export interface Paragraph {
  readonly type: 'paragraph'
  readonly children: readonly Inline[]
  readonly place: Place
}

/** A paragraph set off with `> ` after a blank line: a quotation without marks. */
export interface BlockQuotation {
  readonly type: 'blockQuotation'
  readonly children: readonly Inline[]
  readonly place: Place
}

export type Block = Paragraph | BlockQuotation

/** What a drafter typed although the template supplies it; kept for the rules, never printed twice. */
export interface TypedFormula {
  /** "Whereas", "WHEREAS,", "Resolved, that", "now, therefore, be it resolved that" … at the start. */
  readonly leadIn?: Text
  /** "1." before a resolved clause, when it is the clause's own number. */
  readonly number?: Text
  /** ";", "; and", ".", "; now, therefore, be it" … at the end, in the order typed; note references between them are passed over. */
  readonly join?: Text
}

export interface Clause {
  readonly type: 'whereasClause' | 'resolvedClause'
  readonly id: Text | undefined
  readonly allow: readonly Text[]
  readonly typed: TypedFormula
  /** The whole words as typed, formulas included. */
  readonly text: Text
  /** The words without what the template supplies. */
  readonly children: readonly Block[]
  readonly place: Place
}

/** The body of a hand-numbered note. */
export interface NoteBody {
  readonly type: 'noteBody'
  readonly label: Text
  readonly children: readonly Block[]
  readonly place: Place
}

/** A person behind the resolution, or a unit (committee, round table, chapter). */
export interface Person {
  readonly name: Text | undefined
  readonly unit: Text | undefined
  readonly role: Text | undefined
  readonly email: Text | undefined
  readonly phone: Text | undefined
  readonly place: Place
}

export interface Endorser extends Person {
  readonly isInPrinciple: boolean
  readonly date: Text | undefined
}

/** A value of a source: failsafe YAML, so every scalar is text. */
export type SourceValue = Text | SourceList | SourceMap

export interface SourceList {
  readonly type: 'list'
  readonly items: readonly SourceValue[]
  readonly place: Place
}

export interface SourceMap {
  readonly type: 'map'
  readonly fields: readonly SourceField[]
  readonly place: Place
}

export interface SourceField {
  readonly key: Text
  readonly value: SourceValue
}

/** An entry under `sources`: CSL variables in `fields`, and what is ours beside them. */
export interface Source {
  readonly type: 'source'
  readonly id: Text
  readonly fields: readonly SourceField[]
  /** Paths of the files that hold the words, relative to the resolution file. */
  readonly texts: readonly Text[]
  readonly archive: Text | undefined
  readonly sha256: Text | undefined
  readonly place: Place
}

/** The answers for the e-form that accompanies a resolution; an answer may be a list. */
export interface SubmissionAnswer {
  readonly key: Text
  readonly values: readonly Text[]
}

export const statuses = ['draft', 'submitted', 'adopted', 'defeated', 'withdrawn', 'referred'] as const
export type Status = (typeof statuses)[number]

/** A resolution file as read. Only what the file says is here; the template's share comes with *resolve*. */
export interface Resolution {
  readonly type: 'resolution'
  readonly file: TextFile
  readonly place: Place
  readonly template: Text | undefined
  readonly language: Text | undefined
  readonly title: Text | undefined
  readonly number: Text | undefined
  readonly meeting: Text | undefined
  readonly date: Text | undefined
  readonly status: Text | undefined
  readonly mover: Person | undefined
  readonly seconder: Person | undefined
  /** Who attests the adopted copy. */
  readonly attestedBy: Person | undefined
  readonly endorsers: readonly Endorser[]
  readonly whereas: readonly Clause[]
  readonly resolved: readonly Clause[]
  readonly notes: readonly NoteBody[]
  readonly sources: readonly Source[]
  readonly bibliography: readonly Text[]
  readonly submission: readonly SubmissionAnswer[]
  readonly hasLineNumbers: boolean | undefined
  readonly allow: readonly Text[]
}
