import {editDistance} from '../tree/index.ts'

/** At most this many right answers are listed in a message. */
const most = 8
/** Words whose lengths differ by more are not compared. */
const longestGap = 4

/**
 * What a message lists as expected: the known words that are spelt much like `word`, nearest first; all of them when none is.
 */
export function suggestions(word: string, known: readonly string[]): string[] {
  const near = nearest(word, known)
  return (near.length > 0 ? near : known).slice(0, most)
}

/** The known words that are spelt much like `word`, nearest first. */
export function nearest(word: string, known: readonly string[]): string[] {
  return known
    .filter(candidate => Math.abs(candidate.length - word.length) <= longestGap)
    .map(candidate => ({candidate, distance: editDistance(plain(word), plain(candidate))}))
    .filter(({candidate, distance}) => distance <= Math.max(1, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.distance - b.distance)
    .map(({candidate}) => candidate)
}

/** "`a`", or "one of `a`, `b`". */
export function listed(words: readonly string[]): string {
  const names = words.map(word => `\`${word}\``).join(', ')
  return words.length === 1 ? names : `one of ${names}`
}

const plain = (word: string): string => word.toLowerCase().replace(/[_ ]/g, '-')
