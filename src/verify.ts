import {type Finding, verifyQuotation} from './quote/index.ts'
import {createShelf, passageOf} from './resolve/index.ts'
import type {Library, Passage} from './tree/index.ts'

/** One quotation held against one file. */
export interface Verified {
  readonly finding: Finding
  readonly passage: Passage | undefined
  /** The words of the source before and after the passage, to read it in. */
  readonly context: {readonly before: string; readonly after: string}
  /** What the reader of the file had to guess. */
  readonly readingWarnings: readonly string[]
}

/** How much of the source is shown on each side of a passage, in UTF-16 units; cut at a word. */
const shownAround = 160

/** Compares a quotation with the words of a file; a file that cannot be read is a problem, not an exception. */
export async function verifyAgainst(
  library: Library,
  quotation: string,
  path: string,
  options: {readonly after?: string; readonly language?: string} = {}
): Promise<Verified | {readonly problem: string}> {
  const {language = 'en', ...others} = options
  const shelved = await createShelf(library).words(path, language)
  if ('problem' in shelved) return shelved
  const {text, warnings: readingWarnings} = shelved.source
  const finding = verifyQuotation(shelved.prepared, quotation, others)
  if (!finding.passage) return {finding, passage: undefined, context: {before: '', after: ''}, readingWarnings}
  const {start, end} = finding.passage
  return {
    finding,
    passage: passageOf(shelved, finding.passage),
    context: {before: wordsBefore(text, start), after: wordsAfter(text, end)},
    readingWarnings
  }
}

function wordsBefore(text: string, start: number): string {
  const from = Math.max(0, start - shownAround)
  const words = text.slice(from, start)
  return from === 0 ? words : words.replace(/^\S*\s/, '… ')
}

function wordsAfter(text: string, end: number): string {
  const until = Math.min(text.length, end + shownAround)
  const words = text.slice(end, until)
  return until === text.length ? words : words.replace(/\s\S*$/, ' …')
}
