/**
 * How many letters part two words, in UTF-16 units: put in, left out, changed, or two neighbours turned round.
 * Wagner and Fischer (1974) with transpositions ("optimal string alignment"); time is the product of the lengths.
 */
export function editDistance(a: string, b: string): number {
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({length: b.length + 1}, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isTurned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const turn = isTurned ? (before[j - 2] ?? 0) + 1 : change
      next.push(Math.min(change, turn, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
