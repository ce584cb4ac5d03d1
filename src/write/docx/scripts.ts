/** What Word must be told of a stretch of text: right-to-left runs and East Asian runs carry a mark of their own. */
export type Script = 'plain' | 'rightToLeft' | 'eastAsian'

export type Direction = 'leftToRight' | 'rightToLeft'

/** Part of a text, `end` exclusive; the stretches of a text follow one another without a gap. */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly script: Script
}

/** Blocks of Hebrew, Arabic, Syriac, Thaana, NKo and their neighbours, presentation forms included. */
const rightToLeftLetter = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const eastAsianLetter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u
const letter = /\p{L}/u
const combining = /\p{M}/u
const rightToLeftLanguages: ReadonlySet<string> = new Set([
  ...['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'iw', 'ji', 'nqo', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']
])

/** The direction in which a language is written, from its BCP 47 tag. */
export function directionOfLanguage(language: string): Direction {
  const primary = language.toLowerCase().split('-')[0] ?? ''
  return rightToLeftLanguages.has(primary) ? 'rightToLeft' : 'leftToRight'
}

/** The direction of a paragraph: that of its first letter (Unicode Bidirectional Algorithm, P2 and P3), else `otherwise`. */
export function directionOfText(text: string, otherwise: Direction): Direction {
  for (const character of text) {
    if (!letter.test(character)) continue
    return rightToLeftLetter.test(character) ? 'rightToLeft' : 'leftToRight'
  }
  return otherwise
}

/**
 * Cuts a paragraph by script. Blanks, digits and punctuation belong to the script on both sides of them,
 * or where the sides differ to the direction of the paragraph, as in rule N1 and N2 of the Unicode algorithm.
 */
export function stretchesOf(text: string, direction: Direction): readonly Stretch[] {
  const base: Script = direction === 'rightToLeft' ? 'rightToLeft' : 'plain'
  const stretches: Stretch[] = []
  let [start, lettersEnd, offset] = [0, 0, 0]
  let script: Script = base
  const push = (end: number): void => {
    if (end > start) stretches.push({start, end, script})
    start = end
  }
  const turn = (next: Script): void => {
    if (script !== base) push(lettersEnd) // the neutral characters since then stand between two scripts
    script = base
    if (next !== base) push(offset)
    script = next
  }
  for (const character of text) {
    const own: Script | undefined =
      scriptOf(character) ?? (combining.test(character) && lettersEnd === offset ? script : undefined)
    if (own !== undefined && own !== script) turn(own)
    offset += character.length
    if (own !== undefined) lettersEnd = offset
  }
  turn(base)
  push(offset)
  return stretches
}

/** The script of a letter; undefined for what has none of its own. */
function scriptOf(character: string): Script | undefined {
  if (rightToLeftLetter.test(character)) return 'rightToLeft'
  if (eastAsianLetter.test(character)) return 'eastAsian'
  return letter.test(character) ? 'plain' : undefined
}
