import {defineRule, type Rule} from './define.ts'
import {isOpen, isUnit} from './parts/people.ts'

/** A mover or seconder of whom nothing but the name is known. */
export const missingRole: Rule = defineRule(
  {id: 'missing-role', severity: 'warning', summary: 'Mover and seconder are named with their office.'},
  ({resolution}, report) => {
    if (!isOpen(resolution)) return
    for (const person of [resolution.mover, resolution.seconder]) {
      if (!person?.name || person.role || person.unit || isUnit(person)) continue
      report({
        message: `“${person.name.value}” has no role, expected \`role\` such as “Councilor-at-Large”`,
        place: person.name.place
      })
    }
  }
)
