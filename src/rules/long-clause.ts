import {defineRule, type Rule} from './define.ts'
import {clausesOf, quotedMark, wordsOf} from './parts/clause-words.ts'
import {placeIn} from './parts/stretch.ts'

/** Many words in one clause. */
export const longClause: Rule = defineRule(
  {id: 'long-clause', severity: 'info', summary: 'A clause is short enough to be heard at one reading.'},
  ({resolution, template}, report) => {
    const most = template.limits.clauseWords
    if (most === 0) return
    for (const clause of clausesOf(resolution)) {
      const count = clause.text.value.split(/\s+/).filter(word => /[A-Za-zÀ-ʯͰ-῿0-9]/.test(word)).length
      const [words] = wordsOf(clause.children)
      const first = new RegExp(`^[^\\s${quotedMark}]+`).exec(words?.value ?? '')
      if (count <= most || !words) continue
      report({
        message: `the clause has ${count} words, expected at most ${most}`,
        place: placeIn(resolution.file, words, 0, first?.[0].length ?? 1),
        note: 'make two clauses of it, or leave out what the resolved clauses do not answer'
      })
    }
  }
)
