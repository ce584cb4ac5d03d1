import {defineRule, type Rule} from './define.ts'
import {exampleOf, patternOf} from './parts/document-form.ts'
import {placeIn} from './parts/stretch.ts'

/** A document number that is not of the body's form, or whose years do not follow on each other. */
export const malformedDocumentNumber: Rule = defineRule(
  {
    id: 'malformed-document-number',
    severity: 'warning',
    summary: 'The number of a resolution has the form that its body uses.'
  },
  ({resolution, template}, report) => {
    const {number} = resolution
    const {number: form, series} = template.documents
    if (!number || form === '') return
    const found = patternOf(form, series).exec(number.value)
    const [first = '', second = ''] = found?.groups?.years?.split(/\s*[-–/]\s*/) ?? []
    const start = number.value.indexOf(found?.groups?.years ?? '')
    const next = String(Number(first) + 1)
    if (!found)
      report({
        message: `“${number.value}” is no document number, expected one such as “${exampleOf(form, series)}”`,
        place: number.place,
        note: 'a draft has no number: leave the key out until one is given'
      })
    else if (first !== '' && second !== next && second !== next.slice(-2))
      report({
        message: `“${found.groups?.years}” is no year of the association, expected “${first}-${next}”`,
        place: placeIn(resolution.file, number, start, start + (found.groups?.years?.length ?? 0))
      })
  }
)
