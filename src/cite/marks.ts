/**
 * Marks that travel through citeproc inside its strings. They are Unicode noncharacters: citeproc takes them for letters
 * without case, and `clean` takes them out of everything that comes from a file.
 */
export const mark = {
  /** `open kind words-follow … close`: words that are to look somehow. */
  open: '\uFDD0',
  words: '\uFDD1',
  close: '\uFDD2',
  /** `keyStart key keyEnd` before an address: the item it belongs to. */
  keyStart: '\uFDD3',
  keyEnd: '\uFDD4',
  /** Stands before the closing point of the style where the note goes on. */
  guard: '\uFDD5',
  /** Stands before a typed suffix that begins with a comma. */
  join: '\uFDD9',
  less: '\uFDD6',
  openBracket: '\uFDD7',
  closeBracket: '\uFDD8'
} as const

/** A typed `<`, which citeproc might take for a tag. */
export function hideTags(text: string): string {
  return text.replace(/</g, mark.less)
}

/** Brackets of typed words, which citeproc would turn into square ones inside others. */
export function hideBrackets(text: string): string {
  return text.replace(/\(/g, mark.openBracket).replace(/\)/g, mark.closeBracket)
}

/** The typed signs again. */
export function unhide(text: string): string {
  return text
    .replace(/\uFDD6/g, '<')
    .replace(/\uFDD7/g, '(')
    .replace(/\uFDD8/g, ')')
}
