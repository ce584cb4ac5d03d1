import {defineRule, type Rule} from './define.ts'
import {actionVerb} from './parts/action-verbs.ts'
import {placeIn} from './parts/stretch.ts'

/** "urge" for "urges": who resolves is printed before it. */
export const bareActionVerb: Rule = defineRule(
  {
    id: 'bare-action-verb',
    severity: 'warning',
    summary: 'The verb of a resolved clause stands in the third person.'
  },
  ({resolution, template}, report) => {
    for (const clause of resolution.resolved) {
      const verb = actionVerb(clause, template)
      if (!verb?.isBare) continue
      report({
        message: `“${verb.word}” is not in the third person, expected “${verb.expected}”`,
        place: placeIn(resolution.file, verb.words, verb.start, verb.end),
        note: `it is printed after “${template.words.actor}”`
      })
    }
  }
)
