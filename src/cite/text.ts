// Unicode noncharacters: they mark up what goes through citeproc, so none may come from a file.
const reserved = /[\uFDD0-\uFDEF]/g

/** White space to single blanks (citeproc loses a word after a line break); no-break spaces are kept. */
export function collapse(text: string): string {
  return clean(text)
    .replace(/[ \t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(/^ | $/g, '')
}

/** Text without the characters that we use as marks. */
export function clean(text: string): string {
  return text.replace(reserved, '\uFFFD')
}
