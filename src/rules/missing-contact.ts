import {defineRule, type Rule} from './define.ts'
import {isOpen} from './parts/people.ts'

/** Nobody can be asked about the resolution. */
export const missingContact: Rule = defineRule(
  {
    id: 'missing-contact',
    severity: 'warning',
    summary: 'An e-mail address or a telephone number is given for questions on the resolution.'
  },
  ({resolution}, report) => {
    const {mover, seconder, submission} = resolution
    const isReachable =
      [mover, seconder].some(person => person?.email || person?.phone) ||
      submission.some(({key}) => key.value === 'email')
    const name = mover?.name ?? mover?.unit
    if (!name || isReachable || !isOpen(resolution)) return
    report({
      message: `“${name.value}” has no address, expected \`email\` or \`phone\``,
      place: name.place,
      note: 'one address is enough, of the mover or of the seconder'
    })
  }
)
