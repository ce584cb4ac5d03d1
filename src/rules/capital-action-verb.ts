import {defineRule, type Rule} from './define.ts'
import {actionVerb} from './parts/action-verbs.ts'
import {placeIn, replacement} from './parts/stretch.ts'

/** "Urges" in a list that goes on after "on behalf of its members". */
export const capitalActionVerb: Rule = defineRule(
  {
    id: 'capital-action-verb',
    severity: 'warning',
    summary: 'The verb of a resolved clause begins with a small letter.'
  },
  ({resolution, template}, report) => {
    for (const clause of resolution.resolved) {
      const verb = actionVerb(clause, template)
      if (!verb || verb.isBare || verb.word === verb.expected) continue
      const {words, start, end, word, expected} = verb
      report({
        message: `“${word}” has a capital, expected “${expected}”`,
        place: placeIn(resolution.file, words, start, end),
        note: 'the clause goes on after who resolves, in one sentence',
        ...replacement(resolution.file, words, [start, end], expected, `write “${expected}”`)
      })
    }
  }
)
