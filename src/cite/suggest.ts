import {editDistance} from '../tree/index.ts'

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
    .map(name => ({name, distance: editDistance(word, plain(name))}))
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
