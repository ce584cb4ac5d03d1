import type {ResolvedResolution} from '../tree/index.ts'
import {type CheckOptions, defineRule, type Rule} from './define.ts'
import {citedSources, placeOf} from './parts/cited-sources.ts'
import {daysOf} from './parts/days.ts'

/** A date of a source that had not come when the resolution was written. */
export const futureDate: Rule = defineRule(
  {
    id: 'future-date',
    severity: 'warning',
    summary: 'No source appeared or was read after the day of the resolution, or after today.'
  },
  (resolved, report, options) => {
    const latest = latestDay(resolved, options)
    if (latest === undefined) return
    const {resolution} = resolved
    for (const source of citedSources(resolved))
      for (const name of ['issued', 'accessed']) {
        const days = daysOf(source.item, name)
        if (days === undefined || days.first <= latest) continue
        const isOfFile = resolution.date !== undefined && resolution.date.value === latest
        report({
          message: `\`${name}\` is after ${isOfFile ? 'the resolution' : 'today'}, expected ${latest} or an earlier day`,
          path: source.path,
          place: placeOf(source, name),
          ...(isOfFile && resolution.date
            ? {
                related: [
                  {message: 'the day of the resolution', path: resolution.file.path, place: resolution.date.place}
                ]
              }
            : {})
        })
      }
  }
)

/** The day of the resolution, else that of the check: no source that it cites is younger. */
export function latestDay({resolution}: ResolvedResolution, {today}: CheckOptions): string | undefined {
  const day = resolution.date?.value
  return day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : today
}
