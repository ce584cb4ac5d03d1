import {defineRule, type Rule} from './define.ts'
import {latestDay} from './future-date.ts'
import {citedSources, placeOf} from './parts/cited-sources.ts'
import {daysOf} from './parts/days.ts'

/** Nobody can have read it then. */
export const accessedBeforeIssued: Rule = defineRule(
  {id: 'accessed-before-issued', severity: 'warning', summary: 'A source was read after it had appeared.'},
  (resolved, report, options) => {
    const latest = latestDay(resolved, options)
    for (const source of citedSources(resolved)) {
      const issued = daysOf(source.item, 'issued')?.first
      const accessed = daysOf(source.item, 'accessed')?.last
      // Of a source from the future `future-date` speaks.
      if (issued === undefined || accessed === undefined || accessed >= issued) continue
      if (latest !== undefined && issued > latest) continue
      const {path} = source
      report({
        message: `\`accessed\` is before \`issued\`, expected ${issued} or a later day`,
        path,
        place: placeOf(source, 'accessed'),
        ...(source.source ? {related: [{message: '`issued` is here', path, place: placeOf(source, 'issued')}]} : {}),
        note: 'where the page has changed since it was read, read it again'
      })
    }
  }
)
