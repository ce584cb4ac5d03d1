import {defineRule, type Rule} from './define.ts'
import {wordsOf} from './parts/clause-words.ts'
import {opensList} from './parts/inner-list.ts'
import {placeIn, replacement} from './parts/stretch.ts'

/** "1." typed before the only resolved clause. */
export const loneNumberedAction: Rule = defineRule(
  {
    id: 'lone-numbered-action',
    severity: 'warning',
    summary: 'A lone resolved clause has no number typed before it.'
  },
  ({resolution}, report) => {
    const {file, resolved} = resolution
    const [only, ...others] = resolved
    const [words] = only && others.length === 0 ? wordsOf(only.children) : []
    const found = /^\s*(\(?\d{1,3}[.)])\s+(?=[A-Za-zÀ-ʯͰ-῿])/.exec(words?.value ?? '')
    const number = found?.[1]
    if (!words || !found || number === undefined || opensList(words.value, number)) return
    const start = found[0].indexOf(number)
    report({
      message: `“${number}” numbers the only resolved clause, expected no number`,
      place: placeIn(file, words, start, start + number.length),
      note: 'it would be printed after “Resolved, that” and who resolves',
      ...replacement(file, words, [start, found[0].length], '', 'take the number away')
    })
  }
)
