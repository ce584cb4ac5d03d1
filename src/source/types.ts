/** How the words of a source are marked up; the same names as those of *quote*. */
export type TextFormat = 'text' | 'html' | 'markdown'

/** The words of a source file. */
export interface SourceText {
  /** The words in reading order. For Word, PDF and web pages: paragraphs and lines parted by `\n`, no markup. */
  readonly text: string
  /** How *quote* is to read `text`. */
  readonly format: TextFormat
  /**
   * For web pages: the text of the file itself, which a person can open in an editor.
   * Undefined when `text` is the file's own (text, Markdown), and when the file is no text (Word, PDF).
   */
  readonly fileText: string | undefined
  /**
   * With `fileText`: for each UTF-16 unit of `text` its offset in `fileText`, and one more for the end. They ascend but
   * where a page has text loose in a table: a browser shows that before the table. Units of one character reference
   * share the offset of its `&`, units that were added (breaks, the marks of `q`) lie just after the unit before them.
   */
  readonly offsets: Uint32Array | undefined
  /** Pages of a PDF, paragraphs and notes of a Word file, in order of `start`; empty for files that have lines. */
  readonly stretches: readonly Stretch[]
  /** What the reader did that a person should know: tracked changes taken as accepted, an encoding that was guessed. */
  readonly warnings: readonly string[]
}

/** A page, paragraph or note of a source that has no lines of its own; it ends where the next begins. */
export interface Stretch {
  readonly kind: 'page' | 'paragraph' | 'footnote' | 'endnote'
  /** The first UTF-16 unit of it in the text. */
  readonly start: number
  /** What people may call it, the best name first: the number printed on the page, its label in the file, its count from 1. */
  readonly names: readonly string[]
}

/** Why a source file has no words for us, in words that go on from "cannot be read: ". */
export interface SourceProblem {
  readonly problem: string
}
