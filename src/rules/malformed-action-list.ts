import {defineRule, type Rule} from './define.ts'
import {replacement} from './parts/stretch.ts'
import {hasTypedJoins, plainForm} from './parts/typed-formula.ts'

/** Joins of resolved clauses that are typed otherwise than the template has them. */
export const malformedActionList: Rule = defineRule(
  {
    id: 'malformed-action-list',
    severity: 'warning',
    summary: 'Where the joins of resolved clauses are typed, they are those of the template.'
  },
  ({resolution, template}, report) => {
    const {file, resolved} = resolution
    const {words} = template
    if (!hasTypedJoins(resolved)) return
    for (const [index, {typed}] of resolved.entries()) {
      const {join} = typed
      const left = resolved.length - 1 - index
      const expected = left === 0 ? words.actionEnd : left === 1 ? words.lastActionJoin : words.actionJoin
      if (!join || plainForm(join.value).toLowerCase() === plainForm(expected).toLowerCase()) continue
      report({
        message: `“${plainForm(join.value)}” ends the resolved clause, expected “${expected}”`,
        place: join.place,
        note: 'the template prints what joins the clauses: it need not be typed',
        ...replacement(file, join, [0, join.value.length], expected, `write “${expected}”`)
      })
    }
  }
)
