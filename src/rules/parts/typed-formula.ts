import type {Clause, Text} from '../../tree/index.ts'

/** Words to compare: blanks as one, emphasis left out. */
export function plainForm(words: string): string {
  return words
    .replace(/[*_\ufffc]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether a join leads over to the operative part. */
export function isBridge(join: string): boolean {
  return /therefore|\bbe\s+it\b|;\s*then\b/i.test(join)
}

/** Whether the drafter ends clauses with semicolons of their own, so that one without is a slip. */
export function hasTypedJoins(clauses: readonly Clause[]): boolean {
  return clauses.some(({typed}) => typed.join?.value.includes(';'))
}

/** The stretch of a word in a text: `start` and `end` in units; undefined where it is not there. */
export function stretchOf(text: Text, word: RegExp): readonly [number, number] | undefined {
  const found = word.exec(text.value)
  return found ? [found.index, found.index + found[0].length] : undefined
}

/** The stretch of the last word of a text. */
export function lastWord({value}: Text): readonly [number, number] {
  const end = value.trimEnd().length
  const before = value.slice(0, end)
  return [Math.max(before.lastIndexOf(' '), before.lastIndexOf('\n')) + 1, end]
}
