/** What takes two columns: wide and full-width characters by Unicode's East Asian Width, in coarse ranges, and emoji. */
const wide = (): RegExp =>
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u

/** Asks for the emoji of a character that has two looks. */
const emojiLook = '\ufe0f'

/** What takes none: marks that are set over the character before, and characters that only join or direct. */
const narrowest = (): RegExp => /^[\p{Mn}\p{Me}\p{Cf}]+$/u

/** Latin, Greek, Cyrillic and Hebrew letters and the usual marks: a column each. Most words are made of these, and graphemes take long to find. */
const oneEach = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u05d0-\u05ea\u2010-\u2027\u2030-\u203b]*$/

/** A character as readers see it: a letter with its accents, an emoji of several code points. */
export interface Grapheme {
  /** In UTF-16 units. */
  readonly at: number
  readonly text: string
  readonly columns: number
}

/** The graphemes of a text, after Unicode's Annex 29, with the columns they take on a terminal. */
export function graphemesOf(text: string): Grapheme[] {
  if (oneEach.test(text)) return Array.from(text, (unit, at) => ({at, text: unit, columns: 1}))
  const segmenter = new Intl.Segmenter('en', {granularity: 'grapheme'})
  return Array.from(segmenter.segment(text), ({index, segment}) => ({
    at: index,
    text: segment,
    columns: narrowest().test(segment) ? 0 : wide().test(segment) || segment.includes(emojiLook) ? 2 : 1
  }))
}

/** How many columns of a terminal a text takes. */
export function columnsOf(text: string): number {
  if (oneEach.test(text)) return text.length
  return graphemesOf(text).reduce((sum, {columns}) => sum + columns, 0)
}

/** Tabs apart, what moves the cursor, turns the direction of writing or cannot be seen at all. */
const unprintable = (): RegExp => /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** A text of which nothing moves the cursor: tabs become two spaces, controls and hidden characters a dot. */
export function printable(text: string): string {
  return text.replace(/\t/g, '  ').replace(unprintable(), '·')
}

/** Breaks words into lines of at most `room` columns; a word that is longer stands alone. */
export function wrap(text: string, room: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && columnsOf(longer) > room) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}
