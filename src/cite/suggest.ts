/**
 * The known names nearest to a mistyped one, best first, at most eight.
 * `aliases` gives the right name for words that people use instead. Cost: names × length², lengths cut at 40.
 */
export function suggest(
  typed: string,
  known: readonly string[],
  aliases: Readonly<Record<string, string>> = {}
): readonly string[] {
  const word = plain(typed)
  const alias = Object.hasOwn(aliases, word) ? aliases[word] : undefined
  const limit = Math.max(1, Math.floor(word.length / 3))
  const near = known
    .map(name => ({name, distance: distance(word, plain(name))}))
    .filter(({name, distance}) => distance <= limit || (word.length > 3 && plain(name).includes(word)))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .map(({name}) => name)
  return [...new Set(alias === undefined ? near : [alias, ...near])].slice(0, 8)
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
    .slice(0, 40)
}

/** Edit distance with swaps of neighbours (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({length: b.length + 1}, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let best = Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}
