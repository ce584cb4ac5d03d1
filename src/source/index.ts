import {decodeText} from './decode.ts'

export {decodeText, encodeLike} from './decode.ts'

/** How the words of a source are marked up; the same names as those of *quote*. */
export type TextFormat = 'text' | 'html' | 'markdown'

/** The words of a source file. */
export interface SourceText {
  readonly text: string
  readonly format: TextFormat
}

/** Why a source file has no words for us. */
export interface SourceProblem {
  readonly problem: string
}

const formats: ReadonlyMap<string, TextFormat> = new Map([
  ['txt', 'text'],
  ['text', 'text'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html']
])

/** Files that are known and cannot be read; what to do about it. */
const unreadable: ReadonlyMap<string, string> = new Map([
  ['docx', 'Word files are not read yet; save its words as text'],
  ['pdf', 'PDF files are not read yet; save its words as text']
])

/**
 * The words of a source file, by the ending of its name. Text, Markdown and HTML stay as they are:
 * the quotation checker sees through their markup, so that its offsets are offsets of the file.
 */
export function readSource(bytes: Uint8Array, path: string): SourceText | SourceProblem {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  const refused = unreadable.get(ending)
  if (refused !== undefined) return {problem: refused}
  const format = formats.get(ending)
  if (!format)
    return {
      problem: `a file that ends in \`${ending === '' ? 'nothing' : `.${ending}`}\` is not known, expected one of ${[...formats.keys()].map(name => `.${name}`).join(', ')}`
    }
  const decoded = decodeText(bytes)
  if ('problem' in decoded) return decoded
  if (!/[\p{L}\p{N}]/u.test(decoded.text)) return {problem: 'there are no words in it'}
  return {text: decoded.text, format}
}
