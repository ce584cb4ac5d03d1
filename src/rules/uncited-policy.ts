import {type Clause, visitBlocks} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'
import {wordsOf} from './parts/clause-words.ts'
import {letter} from './parts/letter.ts'
import {policyMentions} from './parts/policy-mention.ts'
import {placeIn} from './parts/stretch.ts'

/** A policy of the body without its title and section in parentheses. */
export const uncitedPolicy: Rule = defineRule(
  {
    id: 'uncited-policy',
    severity: 'error',
    summary: 'A whereas clause that relates to a policy gives its title and section in parentheses.'
  },
  (resolved, report) => {
    const {resolution, template} = resolved
    const [part = 'B'] = template.policies.parts.slice(-1)
    for (const [clause, {words, start, end, name}] of policyMentions(resolved)) {
      if (hasSection(clause, template.policies.parts)) continue
      report({
        message: `“${name.replace(/\s+/g, ' ')}” is named without its section, expected “(title, ${part}.2.1)” with it`,
        place: placeIn(resolution.file, words, start, end),
        note: 'give title and section of the policy in parentheses; a citation in the sentence does: `(@id, B.2.1)`'
      })
    }
  }
)

/** Whether the clause, or a citation in it, has the number of a section: "B.2.1", or one that is nearly so. */
function hasSection(clause: Clause, parts: readonly string[]): boolean {
  const section = new RegExp(
    `(?<![${letter}0-9.])(?:[${parts.join('')}][. ]{0,2}\\d+(?:\\.\\d+)*|(?<=(?:policy|manual|section|number|no\\.|,|\\()\\s*)\\d{1,2}(?:\\.\\d{1,2})+)(?![${letter}0-9])`,
    'i'
  )
  let isFound = wordsOf(clause.children).some(({value}) => section.test(value))
  visitBlocks(clause.children, node => {
    if (node.type === 'citation') isFound ||= node.items.some(({rest}) => section.test(rest))
  })
  return isFound
}
