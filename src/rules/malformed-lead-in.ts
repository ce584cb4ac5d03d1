import {defineRule, type Rule} from './define.ts'
import {isSlipOf} from './parts/slip.ts'
import {replacement} from './parts/stretch.ts'
import {plainForm} from './parts/typed-formula.ts'

/** "Be it resolved that" typed where the template prints "Resolved, that". */
export const malformedLeadIn: Rule = defineRule(
  {
    id: 'malformed-lead-in',
    severity: 'warning',
    summary: 'The words that open the operative part, where they are typed, are those of the template.'
  },
  ({resolution, template}, report) => {
    const {resolved: keyword, afterResolved} = template.words
    const expected = plainForm(keyword + afterResolved)
    for (const {typed} of resolution.resolved) {
      const {leadIn} = typed
      const form = plainForm(leadIn?.value ?? '').replace(/,$/, '')
      const [first = ''] = form.split(/[\s,]/)
      // Half of it is enough; capitals of the keyword and slips have rules of their own.
      if (!leadIn || form === 'that' || isSlipOf(first, keyword)) continue
      if (form.replace(new RegExp(`^${keyword}`, 'i'), keyword) === expected) continue
      report({
        message: `“${form}” opens the resolved clause, expected “${expected}”`,
        place: leadIn.place,
        note: 'the template prints these words: they need not be typed',
        ...replacement(resolution.file, leadIn, [0, leadIn.value.length], expected, `write “${expected}”`)
      })
    }
  }
)
