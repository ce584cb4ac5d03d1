import {defineRule, type Rule} from './define.ts'

/** A question of the form that accompanies a resolution is not answered. */
export const incompleteEForm: Rule = defineRule(
  {
    id: 'incomplete-e-form',
    severity: 'warning',
    summary: 'Every question of the form that accompanies a resolution is answered.'
  },
  ({resolution, template}, report) => {
    const [first] = resolution.submission
    const answered = new Set(
      resolution.submission.filter(({values}) => values.some(({value}) => value !== '')).map(({key}) => key.value)
    )
    const missing = template.submission.answers.filter(name => !answered.has(name))
    if (!first || missing.length === 0) return
    const names = missing.map(name => `\`${name}\``).join(', ')
    report({
      message: `the submission does not answer ${names}, expected an answer to each`,
      place: first.key.place,
      note: '`none` is an answer'
    })
  }
)
