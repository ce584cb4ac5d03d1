import {defineRule, type Rule} from './define.ts'

/** Reading the words of a source took a guess. */
export const doubtfulSource: Rule = defineRule(
  {
    id: 'doubtful-source',
    severity: 'warning',
    summary: 'The words of a source can be read without a guess.'
  },
  ({keptFiles}, report) => {
    for (const {name, warnings} of keptFiles)
      for (const warning of warnings) report({message: `\`${name.value}\`: ${warning}`, place: name.place})
  }
)
