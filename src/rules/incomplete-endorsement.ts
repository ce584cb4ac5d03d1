import {defineRule, type Rule} from './define.ts'

/** An endorsement of which it is not known when it was given. */
export const incompleteEndorsement: Rule = defineRule(
  {id: 'incomplete-endorsement', severity: 'info', summary: 'An endorsement has its date.'},
  ({resolution}, report) => {
    for (const {unit, name, date} of resolution.endorsers) {
      const who = unit ?? name
      if (date || !who) continue
      report({message: `the endorsement of “${who.value}” has no date, expected \`date\``, place: who.place})
    }
  }
)
