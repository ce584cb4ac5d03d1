import {defineRule, type Rule} from './define.ts'
import {wordsOf} from './parts/clause-words.ts'
import {policyMentions} from './parts/policy-mention.ts'
import {placeIn} from './parts/stretch.ts'

/** "B2.1", or a number of the older manual. */
export const malformedPolicyNumber: Rule = defineRule(
  {
    id: 'malformed-policy-number',
    severity: 'warning',
    summary: 'The section of a policy is a letter and numbers, with full stops between them.'
  },
  (resolved, report) => {
    const {resolution, template} = resolved
    const letters = template.policies.parts.join('')
    if (letters === '') return
    const wellFormed = new RegExp(`^[${letters}](?:\\.\\d+)+$`, 'u')
    const lettered = `[${letters}][. -]{0,2}\\d+(?:[. -]{1,2}\\d+)*`
    // Behind a word that announces a section, or alone at the end of a parenthesis.
    const number = new RegExp(
      `(?<=(?:polic(?:y|ies)|manual|section|no\\.|number|#)\\s*|\\([^()]{0,120},\\s*|\\()(${lettered}|\\d{1,2}(?:\\.\\d{1,2})+)(?=[),;:.]?(?:[\\s),]|$))`,
      'giu'
    )
    for (const clause of policyMentions(resolved).keys())
      for (const words of wordsOf(clause.children))
        for (const found of words.value.matchAll(number)) {
          const typed = found[1] ?? ''
          if (wellFormed.test(typed)) continue
          const isOld = /^\d/.test(typed)
          report({
            message: `“${typed}” is not a section of the policy manual, expected a number such as “B.2.1.17”`,
            place: placeIn(resolution.file, words, found.index, found.index + typed.length),
            ...(isOld ? {note: 'sections have had other numbers: look it up in the manual as it is now'} : {})
          })
        }
  }
)
