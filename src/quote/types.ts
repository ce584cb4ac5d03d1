/** A stretch of text: UTF-16 offsets, the end is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What the text of a source is written in. */
export type SourceFormat = 'text' | 'html' | 'markdown'

/** What comparing a quotation with its source came to; only the first two are faithful. */
export type QuotationVerdict = 'verbatim' | 'altered' | 'misquoted' | 'missing'

/** Something lawful that may still mislead, or that a strict house forbids. */
export type WarningKind =
  | 'capitals'
  | 'punctuation'
  | 'apostrophe'
  | 'spacing'
  | 'omitted-negation'
  | 'omitted-condition'
  | 'omitted-qualifier'
  | 'cut-negation'
  | 'cut-condition'
  | 'cut-qualifier'
  | 'inserted-negation'
  | 'changed-modal'
  | 'far-apart'
  | 'long-replacement'
  | 'round-brackets'
  | 'few-words'

/** A warning; `start` and `end` are offsets in the quotation, `passage` lies in the source text. */
export interface Warning {
  readonly kind: WarningKind
  readonly message: string
  readonly start?: number
  readonly end?: number
  readonly passage?: Span
}

/** One part of the word diff: `removed` stands only in the quotation, `added` only in the source. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
  readonly quotation?: Span
  readonly source?: Span
}

/** What is known of one quotation after it was compared with one source. */
export interface Finding {
  readonly verdict: QuotationVerdict
  readonly passage?: Span
  /** Wrong words, as offsets in the quotation; where words were dropped, the space between their neighbours. */
  readonly errors: readonly Span[]
  /** The words that should have stood there, as offsets in the source text. */
  readonly sourceErrors: readonly Span[]
  readonly warnings: readonly Warning[]
  readonly diff: readonly DiffPart[]
}

export interface SourceOptions {
  readonly format?: SourceFormat
  /** A language tag; decides the words of negation, and what a comma in a number is. */
  readonly language?: string
}

export interface QuotationOptions {
  /** What follows the closing mark, such as "(citation omitted)". */
  readonly after?: string
  /** A capital changed without brackets is an error, not a warning. */
  readonly strictCapitals?: boolean
  /** A quotation of so many words or fewer gets a warning: it would stand in many texts. None does by default. */
  readonly fewWords?: number
}

/** A stretch of some text that repeats words of a source. */
export interface Repetition extends Span {
  readonly passage: Span
}
