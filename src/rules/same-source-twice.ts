import {type Place, type ResolvedResolution, visitBlocks} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'
import {addressKey, sourceKeys} from './parts/source-keys.ts'

/** Something that stands for a source, and by what it can be known. */
interface Entry {
  readonly name: string
  readonly place: Place
  readonly keys: readonly string[]
}

/** A source that is written down twice: under two ids, or in two notes. */
export const sameSourceTwice: Rule = defineRule(
  {id: 'same-source-twice', severity: 'warning', summary: 'Each source is written down once.'},
  (resolved, report) => {
    const {path} = resolved.resolution.file
    for (const [entries, remedy] of [
      [entriesOfSources(resolved), 'keep one entry and cite it by its id'],
      [entriesOfNotes(resolved), 'write it once under `sources` and cite it by `[@id]`: later notes get its short form']
    ] as const) {
      const known = new Map<string, Entry>()
      for (const entry of entries) {
        const first = entry.keys.map(key => known.get(key)).find(other => other !== undefined)
        for (const key of entry.keys) if (!known.has(key)) known.set(key, entry)
        if (!first) continue
        report({
          message: `${entry.name} is the same source as ${first.name}, expected it once`,
          place: entry.place,
          note: remedy,
          related: [{message: `${first.name} stands here`, path, place: first.place}]
        })
      }
    }
  }
)

function entriesOfSources({sources}: ResolvedResolution): Entry[] {
  return sources.flatMap(({id, source, item}) =>
    source ? [{name: `\`${id}\``, place: source.id.place, keys: sourceKeys(item)}] : []
  )
}

/** Notes whose words hold an address; those that cite by id are not asked. */
function entriesOfNotes({resolution}: ResolvedResolution): Entry[] {
  return resolution.notes.map(({label, children}) => {
    const keys: string[] = []
    visitBlocks(children, node => {
      const key = node.type === 'link' ? addressKey(node.url) : undefined
      if (key !== undefined) keys.push(key)
    })
    return {name: `note ${label.value}`, place: label.place, keys}
  })
}
