import type {DiffPart} from './diagnostic.ts'
import type {Verdict} from './resolved.ts'

/** What can be laid on the table when quotations of a resolution are challenged; `evidence --to json` prints it. */
export interface Evidence {
  readonly path: string
  readonly title: string
  readonly number: string | undefined
  readonly language: string
  /** In reading order. */
  readonly quotations: readonly QuotationEvidence[]
}

/** A quotation beside its passage. */
export interface QuotationEvidence {
  /** Counted from 1 in reading order. */
  readonly ordinal: number
  readonly text: string
  /** The clause it stands in: its name ("Whereas clause 3") and its words around the quotation, marks included. */
  readonly clause: {readonly name: string; readonly before: string; readonly after: string}
  /** Where the quotation begins in the resolution file, counted from 1. */
  readonly line: number
  readonly column: number
  readonly note: {readonly number: number; readonly text: string} | undefined
  readonly verdict: Verdict
  /** For `unchecked`: why, as a sentence without full stop. */
  readonly reason: string | undefined
  readonly warnings: readonly string[]
  /** Empty unless `misquoted`. */
  readonly diff: readonly DiffPart[]
  readonly source: SourceEvidence | undefined
  readonly passage: PassageEvidence | undefined
  /** Another source of the file that has the words. */
  readonly elsewhere: {readonly id: string; readonly title: string} | undefined
}

/** The source that a quotation was compared with, or the cited one when it could not be. */
export interface SourceEvidence {
  readonly id: string
  readonly title: string
  readonly address: string | undefined
  readonly archive: string | undefined
  /** Days as in the file, year first. */
  readonly accessed: string | undefined
  /** The file with the words, as named in the resolution. */
  readonly file: string | undefined
  /** Of the file, in hexadecimal. */
  readonly sha256: string | undefined
  readonly mediaType: string | undefined
}

/** A passage with what stands around it. */
export interface PassageEvidence {
  /** "p. 4", "line 12", "paragraph 7". */
  readonly where: string
  /** Up to two sentences before and after it. */
  readonly before: string
  readonly text: string
  readonly after: string
  /** The address with a fragment that shows the passage in a browser: its words, or the page of a PDF. */
  readonly fragment: string | undefined
}
