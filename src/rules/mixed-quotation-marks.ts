import type {Fix, Resolution} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'
import {type TypedMark, typedMarks} from './parts/typed-marks.ts'

/** A curly mark among straight ones, or a straight one among curly ones. */
export const mixedQuotationMarks: Rule = defineRule(
  {
    id: 'mixed-quotation-marks',
    severity: 'warning',
    summary: 'Quotation marks and apostrophes are all straight or all curly.'
  },
  ({resolution}, report) => {
    const marks = typedMarks(resolution)
    const curly = marks.filter(({isCurly}) => isCurly)
    const straight = marks.filter(({isCurly}) => !isCurly)
    // Where both are as many, the first one sets the form.
    const isCurlyRare = curly.length < straight.length || (curly.length === straight.length && !marks[0]?.isCurly)
    const [rare, usual] = isCurlyRare ? [curly, straight] : [straight, curly]
    const [first, ...others] = rare
    if (!first || usual.length === 0) return
    const form = isCurlyRare ? ['curly', 'straight'] : ['straight', 'curly']
    const count = `${rare.length} of ${marks.length} marks ${rare.length === 1 ? 'is' : 'are'} ${form[0]}`
    report({
      message: `the mark ${first.mark} is ${form[0]}, expected ${first.other} as elsewhere: ${count}`,
      place: first.place,
      ...(others.length > 0
        ? {related: others.slice(0, 8).map(({place}) => ({message: 'another', path: resolution.file.path, place}))}
        : {}),
      ...fixesOf(resolution, rare, form[1] ?? '')
    })
  }
)

/** All of them or none: a mark of the source's own is not ours to change, nor one that would end a scalar of YAML. */
function fixesOf({file}: Resolution, rare: readonly TypedMark[], form: string): {readonly fixes?: readonly Fix[]} {
  const isUnsafe = ({other, place, isQuoted}: TypedMark): boolean => {
    const line = file.text.slice(file.text.lastIndexOf('\n', place.start.offset - 1) + 1, place.start.offset)
    // A straight mark is safe only on a line that is words alone, such as those of a folded scalar.
    return (
      isQuoted ||
      (/["']/.test(other) && !/^\s+[A-Za-zÀ-ʯͰ-῿“(]/.test(line.replace(/^(\s*)- (?=[A-Za-zÀ-ʯͰ-῿])/, '$1  ')))
    )
  }
  // So many are no slip.
  if (rare.length > 200 || rare.some(isUnsafe)) return {}
  return {
    fixes: [
      {title: `make them ${form}`, isOfQuotation: false, edits: rare.map(({place, other}) => ({place, text: other}))}
    ]
  }
}
