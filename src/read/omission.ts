/** The forms of words left out: a character, points with or without blanks, either in brackets, asterisks. */
const forms: readonly RegExp[] = [
  /^\[\s?(?:[…⋯]|\.{3,}|\.(?:[ \t\r\n\u00a0\u2009\u202f]\.){2,})\s?\]/,
  /^\((?:[…⋯]|\.{3,}|\.(?:[ \t\r\n\u00a0\u2009\u202f]\.){2,})\)/,
  /^[…⋯]{1,2}/,
  /^\.(?:[ \t\r\n\u00a0\u2009\u202f]\.){2,}/,
  /^\.{3,}/,
  /^\*[ \u00a0]\*[ \u00a0]\*/
]

/**
 * How many UTF-16 units of the start of a text are an omission; 0 for none.
 * Of four points all belong to the omission: which of them ends the sentence cannot be seen.
 */
export function omissionAt(text: string): number {
  if (!/^[.…⋯[(*]/.test(text)) return 0
  for (const form of forms) {
    const found = form.exec(text)
    if (found) return found[0].length
  }
  return 0
}
