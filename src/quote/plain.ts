/**
 * A class such as \p{L} takes V8 up to a millisecond to compile, each expression anew, and an English text of common
 * punctuation needs none: below are the characters that are settled without them. All others go to the classes.
 */

/** A text whose letters and digits are those of ASCII, and which holds no marks: all else in these ranges are signs and blanks. */
const plain = /^[\0-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u2000-\u206f]*$/

/** Whether a text holds no letter, digit or combining mark but `A-Za-z0-9`. */
export function isPlain(text: string): boolean {
  return plain.test(text)
}

/**
 * An expression for any text, and the same one for plain texts, where \p{L} is `A-Za-z`, \p{Lu} `A-Z` and \p{N} `0-9`.
 * The one with classes stands in a function, since V8 looks classes up when it first comes to an expression.
 */
export function either(ofPlain: RegExp, ofAny: () => RegExp): (text: string) => RegExp {
  return text => (plain.test(text) ? ofPlain : ofAny())
}
