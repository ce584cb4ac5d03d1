/**
 * The names to offer for one that is not known: the nearest first, at most eight.
 * Distance is Levenshtein's (Wagner and Fischer 1974, O(n·m)), case aside.
 */
export function nearest(name: string, known: readonly string[]): string[] {
  const wanted = name.slice(0, 80).toLowerCase()
  return known
    .map(candidate => ({candidate, far: distance(wanted, candidate.slice(0, 80).toLowerCase())}))
    .sort((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 8)
    .map(({candidate}) => candidate)
}

/** The edit distance of two words. */
export function distance(a: string, b: string): number {
  let above = Array.from({length: b.length + 1}, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    above = row
  }
  return above[b.length] ?? 0
}
