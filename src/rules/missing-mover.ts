import {defineRule, type Rule} from './define.ts'
import {headOf, isOpen, severityOf} from './parts/people.ts'

/** Nobody moves the resolution. */
export const missingMover: Rule = defineRule(
  {id: 'missing-mover', severity: 'warning', summary: 'A resolution names who moves it.'},
  ({resolution}, report) => {
    if (resolution.mover || !isOpen(resolution)) return
    report({
      severity: severityOf(resolution),
      message: 'nobody moves the resolution, expected `mover` with a name or a unit',
      place: headOf(resolution),
      note: 'a committee is `mover: {unit: …}`'
    })
  }
)
