import {defineRule, type Rule} from './define.ts'

/** A source that nothing cites. Entries of a bibliography are a stock to draw from and may stay unused. */
export const unusedSource: Rule = defineRule(
  {id: 'unused-source', severity: 'warning', summary: 'Every entry under `sources` is cited.'},
  ({sources}, report) => {
    for (const {source, isUsed, id} of sources) {
      if (!source || isUsed) continue
      report({
        message: `source \`${id}\` is not cited, expected \`[@${id}]\` in a clause or a note`,
        place: source.id.place,
        note: 'cite it, or take the entry away'
      })
    }
  }
)
