import {defineRule, type Rule} from './define.ts'
import {nearest} from './parts/nearest.ts'

/** A citation names a source that is not there. */
export const unknownSource: Rule = defineRule(
  {id: 'unknown-source', severity: 'error', summary: 'A citation names a source of the file or of its bibliography.'},
  ({citations, sources}, report) => {
    const known = sources.map(source => source.id)
    for (const {item, source} of citations) {
      if (source) continue
      const offered = nearest(item.id.value, known).map(id => `\`${id}\``)
      const expected =
        offered.length > 1 ? `one of ${offered.join(', ')}` : (offered[0] ?? 'an entry of that name there')
      report({
        message: `\`${item.id.value}\` is not under \`sources\`, expected ${expected}`,
        place: item.id.place,
        note: 'if it is no citation, type `\\@` and it is printed as it stands'
      })
    }
  }
)
