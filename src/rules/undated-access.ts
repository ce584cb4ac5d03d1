import type {BoundSource, Template} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'
import {isGiven, lawTypes, readableSources, webTypes} from './parts/cited-sources.ts'
import {isDated} from './parts/days.ts'

/** A page may change any day: without a date nobody knows which state of it was read. */
export const undatedAccess: Rule = defineRule(
  {
    id: 'undated-access',
    severity: 'warning',
    summary: 'A web source says when it was read, where the template asks for it.'
  },
  (resolved, report, options) => {
    const {accessDates} = resolved.template.sources
    for (const source of readableSources(resolved, options)) {
      const {id, path, place} = source
      if (!needsAccess(source, accessDates) || isGiven(source, 'accessed')) continue
      const isUndated = accessDates === 'undated'
      report({
        message: isUndated
          ? `web source \`${id}\` has no date of any kind, expected \`accessed\` or \`issued\``
          : `web source \`${id}\` does not say when it was read, expected \`accessed\``,
        path,
        place,
        note: '`accessed` is the day on which the page was read, such as `2026-05-02`'
      })
    }
  }
)

/** Whether a source is one whose day of reading the template asks for. */
export function needsAccess(source: BoundSource, accessDates: Template['sources']['accessDates']): boolean {
  const {item} = source
  const isWeb = webTypes.has(item.type) || (isGiven(source, 'URL') && !isGiven(source, 'DOI'))
  if (!isWeb || accessDates === 'never') return false
  return accessDates === 'always' || (!isDated(item, 'issued') && !lawTypes.has(item.type))
}
