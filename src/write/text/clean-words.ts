import {type PrintedInline, printedWords} from '../../tree/index.ts'

/** Stands for a note mark until it is taken out; a noncharacter, which no resolution can hold. */
const mark = '\uffff'
/** Marks with the blanks between them and the one before them. */
const marks = / ?\uffff(?: ?\uffff)*/g
/** What no blank stands before. */
const closing = /^(?:$|[\s,.;:!?)\]"'”’»])/

/** The words without note marks, and without the blank that a mark numbered by hand leaves: `noted [^4]; and`. */
export function cleanWords(nodes: readonly PrintedInline[]): string {
  return printedWords(nodes, () => mark)
    .replace(marks, (found, at: number, words: string) => {
      const isNeeded = found.startsWith(' ') && !closing.test(words.slice(at + found.length, at + found.length + 1))
      return isNeeded ? ' ' : ''
    })
    .replace(/^ /, '')
}
