import {mismatch} from './kinds.ts'
import type {SourceProblem, SourceText, TextFormat} from './types.ts'

export {decodeText, encodeLike} from './decode.ts'
export {sha256Of} from './hash.ts'
export {keptListName, printKeptList, readKeptList} from './kept-list.ts'
export type {SourceProblem, SourceText, Stretch, TextFormat} from './types.ts'

export interface ReadOptions {
  /** The charset that a server named when it sent the bytes. */
  readonly charset?: string
}

type Outcome = SourceText | SourceProblem
type Reader = (bytes: Uint8Array, options: ReadOptions) => Promise<Outcome>

const readPlain = async (bytes: Uint8Array, {charset}: ReadOptions, format: TextFormat): Promise<Outcome> => {
  const problem = mismatch(bytes, [])
  if (problem !== undefined) return {problem}
  const {decodeSource} = await import('./charset.ts')
  const decoded = decodeSource(bytes, {charset})
  if ('problem' in decoded) return decoded
  return {...decoded, format, fileText: undefined, offsets: undefined, stretches: []}
}

const readPage = async (bytes: Uint8Array, options: ReadOptions, isXml: boolean): Promise<Outcome> => {
  const problem = mismatch(bytes, ['page'])
  if (problem !== undefined) return {problem}
  const {readHtml} = await import('./html/index.ts')
  return readHtml(bytes, {...options, isXml})
}

const text: Reader = (bytes, options) => readPlain(bytes, options, 'text')
const markdown: Reader = (bytes, options) => readPlain(bytes, options, 'markdown')
const page: Reader = (bytes, options) => readPage(bytes, options, false)

const word: Reader = async bytes => {
  const problem = mismatch(bytes, ['word', 'zip'])
  if (problem !== undefined) return {problem}
  const {readDocx} = await import('./docx/index.ts')
  return readDocx(bytes)
}

const pdf: Reader = async bytes => {
  const problem = mismatch(bytes, ['pdf'])
  if (problem !== undefined) return {problem}
  const {readPdf} = await import('./pdf/read.ts')
  return readPdf(bytes)
}

/** The reader of each ending; what a reader needs is loaded when it is called. */
const readers: ReadonlyMap<string, Reader> = new Map([
  ['txt', text],
  ['text', text],
  ['md', markdown],
  ['markdown', markdown],
  ['html', page],
  ['htm', page],
  ['xhtml', (bytes: Uint8Array, options: ReadOptions) => readPage(bytes, options, true)],
  ['docx', word],
  ['pdf', pdf]
])

/** Files that are known and not read; what to do about them. */
const unread: ReadonlyMap<string, string> = new Map([
  ['docm', 'Word files with macros are not read, expected it saved as .docx'],
  ['dotx', 'Word templates are not read, expected it saved as .docx'],
  ['doc', 'files of old Word are not read, expected it saved as .docx'],
  ['odt', 'OpenDocument files are not read, expected it saved as .docx'],
  ['rtf', 'rich text files are not read, expected it saved as .docx'],
  ['pages', 'files of Pages are not read, expected it saved as .docx']
])

/**
 * The words of a source file, by the ending of its name. Text and Markdown stay as they are, so that offsets are offsets
 * of the file; from other files comes what their reader would see.
 */
export async function readSource(
  bytes: Uint8Array,
  path: string,
  options: ReadOptions = {}
): Promise<SourceText | SourceProblem> {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  const refused = unread.get(ending)
  if (refused !== undefined) return {problem: refused}
  const read = readers.get(ending)
  if (!read)
    return {
      problem: `a file that ends in \`${ending === '' ? 'nothing' : `.${ending}`}\` is not known, expected one of ${[...readers.keys()].map(name => `.${name}`).join(', ')}`
    }
  const source = await read(bytes, options)
  if ('text' in source && !hasWords(source.text)) return {problem: 'there are no words in it'}
  return source
}

/** Most texts have a plain letter, and then the classes, which take long to compile, are not needed. */
function hasWords(text: string): boolean {
  return /[A-Za-z]/.test(text) || /[\p{L}\p{N}]/u.test(text)
}
