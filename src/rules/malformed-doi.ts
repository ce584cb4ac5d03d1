import {defineRule, type Rule} from './define.ts'
import {citedSources, placeOf, wordsOf} from './parts/cited-sources.ts'
import {isPlaceholder} from './parts/placeholder.ts'

const prefix = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i
const doi = /^10\.\d{4,9}(?:\.\d{1,9}){0,4}\/\S{1,500}$/

/** A DOI that leads nowhere. */
export const malformedDoi: Rule = defineRule(
  {id: 'malformed-doi', severity: 'error', summary: 'A DOI has the form `10.1234/abc`.'},
  (resolved, report) => {
    for (const source of citedSources(resolved)) {
      const value = wordsOf(source.item, 'DOI')
      if (value === undefined || doi.test(value.replace(prefix, ''))) continue
      if (isPlaceholder(value)) continue
      report({
        message: '`DOI` is not of the form of one, expected `10.`, a number, a slash and a name',
        path: source.path,
        place: placeOf(source, 'DOI'),
        note: 'such as `10.1017/S0140525X00005756`; the note would link to a page that is not there'
      })
    }
  }
)
