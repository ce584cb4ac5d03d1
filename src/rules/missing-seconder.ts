import {defineRule, type Rule} from './define.ts'
import {headOf, isOpen, isUnit, severityOf} from './parts/people.ts'

/** Nobody seconds the resolution of a person. */
export const missingSeconder: Rule = defineRule(
  {
    id: 'missing-seconder',
    severity: 'warning',
    summary: 'A resolution names who seconds it, unless a committee moves it.'
  },
  ({resolution}, report) => {
    const {mover, seconder} = resolution
    if (seconder || !isOpen(resolution) || (mover && isUnit(mover))) return
    report({
      severity: severityOf(resolution),
      message: 'nobody seconds the resolution, expected `seconder` with a name',
      place: mover?.place ?? headOf(resolution),
      note: 'the resolution of a committee, `mover: {unit: …}`, needs no seconder'
    })
  }
)
