import {defineRule, type Rule} from './define.ts'
import {isGiven, lawTypes, readableSources} from './parts/cited-sources.ts'
import {needsAccess} from './undated-access.ts'

const dates = ['issued', 'accessed', 'submitted', 'event-date', 'original-date', 'available-date', 'status', 'year']

/** A source of which the note cannot say when it appeared. Of web sources `undated-access` speaks. */
export const undatedSource: Rule = defineRule(
  {id: 'undated-source', severity: 'warning', summary: 'Every source that is cited has a date.'},
  (resolved, report, options) => {
    const {accessDates} = resolved.template.sources
    for (const source of readableSources(resolved, options)) {
      const {id, item, path, place} = source
      if ((lawTypes.has(item.type) && item.type !== 'legal_case') || isGiven(source, ...dates)) continue
      if (needsAccess(source, accessDates)) continue
      report({
        message: `source \`${id}\` has no date, expected \`issued\``,
        path,
        place,
        note: 'where no date is known, say so: `issued: n.d.`'
      })
    }
  }
)
