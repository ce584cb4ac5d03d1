import {defineRule, type Rule} from './define.ts'
import {noteRuns} from './parts/note-runs.ts'

/** A note on an action, where the body wants its actions without notes. */
export const noteInResolved: Rule = defineRule(
  {
    id: 'note-in-resolved',
    severity: 'warning',
    summary: 'A resolved clause has no note where the template wants none there.'
  },
  (resolved, report) => {
    if (resolved.template.notes.inResolved === 'allowed') return
    for (const {clause, name, place} of noteRuns(resolved)) {
      if (clause.type !== 'resolvedClause') continue
      report({
        message: `${name} is in a resolved clause, expected notes in whereas clauses only`,
        place,
        note: `the template \`${resolved.template.name}\` has \`notes: {in-resolved: warning}\``
      })
    }
  }
)
