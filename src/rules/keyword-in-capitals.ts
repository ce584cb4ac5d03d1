import type {Text} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'
import {clausesOf} from './parts/clause-words.ts'
import {placeIn, replacement} from './parts/stretch.ts'

/** "WHEREAS" typed where the template prints "Whereas". */
export const keywordInCapitals: Rule = defineRule(
  {
    id: 'keyword-in-capitals',
    severity: 'warning',
    summary: 'A keyword that is typed has the capitals of the template.'
  },
  ({resolution, template}, report) => {
    for (const clause of clausesOf(resolution)) {
      const {leadIn} = clause.typed
      const expected = clause.type === 'whereasClause' ? template.words.whereas : template.words.resolved
      const stretch = leadIn && keywordIn(leadIn, expected)
      if (!leadIn || !stretch) continue
      const typed = leadIn.value.slice(...stretch)
      report({
        message: `“${typed}” is not written as the template writes it, expected “${expected}”`,
        place: placeIn(resolution.file, leadIn, ...stretch),
        note: 'the template prints the keyword: it need not be typed',
        ...replacement(resolution.file, leadIn, stretch, expected, `write “${expected}”`)
      })
    }
  }
)

/** Where the keyword stands with other capitals than expected; all capitals, or a small letter where it begins. */
function keywordIn({value}: Text, expected: string): readonly [number, number] | undefined {
  const start = value.toLowerCase().indexOf(expected.toLowerCase())
  const typed = start < 0 ? expected : value.slice(start, start + expected.length)
  if (typed === expected) return undefined
  const isFirst = /^\P{L}*$/u.test(value.slice(0, start))
  const isInCapitals = /^.+[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]/.test(typed)
  return isInCapitals || isFirst ? [start, start + expected.length] : undefined
}
