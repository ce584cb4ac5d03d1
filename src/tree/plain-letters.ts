/** Latin 1 without its letters and digits beyond ASCII, and common punctuation. */
const plain = /^[\0-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u2000-\u206f]*$/

/**
 * Whether a text holds no letter, digit or combining mark but `A-Za-z0-9`. A class such as \p{L} takes V8 up to a
 * millisecond to compile, each expression anew; where only such texts turn up it is never needed.
 */
export function hasPlainLetters(text: string): boolean {
  return plain.test(text)
}
