import type {Line} from './lines.ts'

/** How often each word, and each word with hyphens in it, stands within the lines of a text; in small letters. */
export type Words = ReadonlyMap<string, number>

const word = /[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*/gu

/** Counts the words of lines in their order; the halves of a word that a line end cuts count for nothing. */
export function wordsOf(lines: Iterable<string>): Words {
  const counts = new Map<string, number>()
  let isCut = false
  for (const line of lines) {
    const goesOn = /[-‐\u00ad]$/u.test(line)
    for (const match of line.matchAll(word)) {
      const isHalf =
        (isCut && match.index === 0) || (goesOn && /^\s?[-‐\u00ad]$/u.test(line.slice(match.index + match[0].length)))
      const key = match[0].toLowerCase().replaceAll('‐', '-')
      if (!isHalf) counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    isCut = goesOn
  }
  return counts
}

/**
 * Puts a soft hyphen where a justified line ends short by the width of one: Typst prints hyphens as soft ones, and pdf.js
 * leaves those out. A hyphen may hang over the edge by a half.
 */
export function markCuts(column: readonly Line[]): Line[] {
  const edge = usualRight(column)
  return column.map((line, i) => {
    const next = column[i + 1]
    const short = (edge - line.right) / line.size
    // After the last line of a column or above its notes it is seen later how the text goes on.
    const mayGoOn = next === undefined || next.size < line.size * 0.94 || /^\p{Ll}/u.test(next.text)
    const isCut = short > 0.1 && short < 0.5 && /\p{L}$/u.test(line.text) && mayGoOn
    return isCut ? {...line, text: `${line.text}\u00ad`} : line
  })
}

/**
 * The edge of a justified column: where several lines that end with a letter end farthest, since those that are cut end
 * before it and signs hang over it. Nowhere in a column that is not justified.
 */
function usualRight(column: readonly Line[]): number {
  const counts = new Map<number, number>()
  for (const {right, text} of column) {
    const rounded = Math.round(right * 2) / 2
    if (/[\p{L}\p{N}]$/u.test(text)) counts.set(rounded, (counts.get(rounded) ?? 0) + 1)
  }
  const shared = [...counts].filter(([, count]) => count > 1 && count >= column.length * 0.15)
  const edge = shared.reduce((most, [right]) => Math.max(most, right), Number.NEGATIVE_INFINITY)
  const near = column.filter(({right, size}) => right > edge - size * 0.5 && right < edge + size * 0.3).length
  return near >= column.length * 0.6 ? edge : Number.NEGATIVE_INFINITY
}

const hyphenAtEnd = /([\p{L}\p{M}\p{N}]+)(\s?)([-‐\u00ad])$/u
const wordAtStart = /^[\p{L}\p{M}\p{N}]+/u
/** A word that goes on from a hyphen left hanging: “first- and second-class”. */
const hanging = /^(?:and|or|to|nor|und|oder|bis|et|ou|y|o|e|и|или)$/u
const firstParts = new Set(
  (
    'all anti cross ex first full half high ill long low non part quasi second self semi short so third vice well ' +
    'twenty thirty forty fifty sixty seventy eighty ninety two three four five six seven eight nine ten'
  ).split(' ')
)

/**
 * What a line that a hyphen ends becomes when it takes the rest of its word from the next line: without the hyphen where
 * the halves are one word, with it where it belongs to the word. Undefined when no word runs over the end.
 */
export function mendHyphen(line: string, next: string, words: Words): {line: string; next: string} | undefined {
  const end = hyphenAtEnd.exec(line)
  const [rest] = /^\S+/u.exec(next) ?? []
  const second = wordAtStart.exec(next)?.[0]
  if (end === null || rest === undefined || second === undefined || hanging.test(second)) return undefined
  const [, first = '', space = '', hyphen = ''] = end
  const isHidden = hyphen === '\u00ad'
  const isOne = isHidden
    ? /^\p{Ll}/u.test(second) && (isKnown(first + second, words) || !isKnown(first, words) || !isKnown(second, words))
    : isOneWord(first, second, words, lastToken(line))
  if (isHidden && !isOne) return undefined
  // A dash between two words has a space before it too.
  if (space !== '' && !isHidden && (!isOne || (isKnown(first, words) && !isKnown(first + second, words))))
    return undefined
  const kept = line.slice(0, end.index) + first + (isOne ? '' : hyphen) + rest
  return {line: kept, next: next.slice(rest.length).trimStart()}
}

function lastToken(line: string): string {
  return /\S+$/u.exec(line)?.[0] ?? ''
}

function isKnown(part: string, words: Words): boolean {
  return (words.get(part.toLowerCase()) ?? 0) > 0
}

/** The text's own spelling elsewhere decides, then the look of the halves: most hyphens at line ends cut one word. */
function isOneWord(first: string, second: string, words: Words, token: string): boolean {
  if (/\d/u.test(first + second) || /:\/\/|www\.|@/u.test(token)) return false
  const whole = (first + second).toLowerCase()
  const asOne = words.get(whole) ?? 0
  const asTwo = words.get(`${first}-${second}`.toLowerCase()) ?? 0
  if (asOne + asTwo > 0) return asOne >= asTwo
  const isLoud = first.length > 1 && first === first.toUpperCase()
  if (!isLoud && second.charAt(0) !== second.charAt(0).toLowerCase()) return false
  if (firstParts.has(first.toLowerCase()) || token.slice(0, -1).includes('-')) return false
  return !(first.length > 3 && second.length > 3 && isKnown(first, words) && isKnown(second, words))
}
