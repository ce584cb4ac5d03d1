/** At most this many right answers are listed in a message. */
const most = 8

/**
 * What a message lists as expected: the known words that are spelt much like `word`, nearest first; all of them when none is.
 * Edit distance after Wagner and Fischer (1974); its cost is the product of the lengths, and words of very different length are not compared.
 */
export function suggestions(word: string, known: readonly string[]): string[] {
  const near = nearest(word, known)
  return (near.length > 0 ? near : known).slice(0, most)
}

/** The known words that are spelt much like `word`, nearest first. */
export function nearest(word: string, known: readonly string[]): string[] {
  return known
    .map(candidate => ({candidate, distance: distance(plain(word), plain(candidate))}))
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

/** Two neighbours in the wrong order count as one change ("optimal string alignment"). */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 4) return Number.POSITIVE_INFINITY
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({length: b.length + 1}, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isTurned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const turn = isTurned ? (before[j - 2] ?? 0) + 1 : swap
      next.push(Math.min(swap, turn, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    before = row
    row = next
  }
  return row[b.length] ?? Number.POSITIVE_INFINITY
}
