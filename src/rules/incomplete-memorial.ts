import {plainText} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'
import {headOf} from './parts/people.ts'

/** A memorial without the day of the loss, or without one of its two actions. */
export const incompleteMemorial: Rule = defineRule(
  {
    id: 'incomplete-memorial',
    severity: 'info',
    summary: 'A memorial tells the loss and its date, recognizes the contributions and extends condolences.'
  },
  ({resolution}, report) => {
    const {title, whereas, resolved} = resolution
    if (!/(?<![A-Za-zÀ-ʯͰ-῿])memorial resolution|^memorial(?![A-Za-zÀ-ʯͰ-῿])|in memoriam/i.test(title?.value ?? ''))
      return
    const [first] = whereas
    const words = (clauses: typeof whereas): string =>
      clauses.flatMap(({children}) => children.map(block => plainText(block.children).value)).join(' ')
    if (first && !/(?<!\d)(?:19|20)\d\d(?!\d)/.test(words([first])))
      report({
        message: 'the first whereas clause has no date, expected the loss and its date',
        place: {start: first.text.place.start, end: first.text.place.start}
      })
    const actions = words(resolved)
    const missing = [
      ...(/recogni|honor|celebrat|acknowledg/i.test(actions) ? [] : ['recognizes the contributions']),
      ...(/condolence|sympath/i.test(actions) ? [] : ['extends condolences'])
    ]
    if (missing.length === 0 || resolved.length === 0) return
    report({
      message: `no resolved clause ${missing.join(' or ')}, expected one that does`,
      place: resolved[0]?.text.place ?? headOf(resolution)
    })
  }
)
