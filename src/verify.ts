import {type Finding, prepareSource, verifyQuotation} from './quote/index.ts'
import {reasonOf} from './resolve/index.ts'
import {readSource} from './source/index.ts'
import {type Library, type Passage, placeAt, textFile} from './tree/index.ts'

/** One quotation held against one file. */
export interface Verified {
  readonly finding: Finding
  readonly passage: Passage | undefined
  /** The words of the source before and after the passage, to read it in. */
  readonly context: {readonly before: string; readonly after: string}
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
  const source = await library.readFile(path).then(
    bytes => readSource(bytes, path),
    error => ({problem: reasonOf(error)})
  )
  if ('problem' in source) return source
  const {language, ...others} = options
  const prepared = prepareSource(source.text, {format: source.format, ...(language === undefined ? {} : {language})})
  const finding = verifyQuotation(prepared, quotation, others)
  if (!finding.passage) return {finding, passage: undefined, context: {before: '', after: ''}}
  const {start, end} = finding.passage
  const file = textFile(path, source.text)
  return {
    finding,
    passage: {path, place: placeAt(file, start, end), start, end, text: source.text.slice(start, end)},
    context: {before: wordsBefore(source.text, start), after: wordsAfter(source.text, end)}
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
