import {defineRule, type Rule} from './define.ts'
import {wordsOf} from './parts/clause-words.ts'
import {opensList} from './parts/inner-list.ts'
import {placeIn, replacement} from './parts/stretch.ts'

/** "3." typed before the second resolved clause: the template prints its number too. */
export const actionNumberGap: Rule = defineRule(
  {
    id: 'action-number-gap',
    severity: 'error',
    summary: 'Resolved clauses that are numbered by hand have the numbers 1, 2, 3 and so on.'
  },
  ({resolution, template}, report) => {
    const {file, resolved} = resolution
    if (resolved.length < 2) return
    for (const [index, {children}] of resolved.entries()) {
      const [words] = wordsOf(children)
      const found = /^\s*(\(?\d{1,3}[.)])\s+(?=[A-Za-zÀ-ʯͰ-῿])/.exec(words?.value ?? '')
      const number = found?.[1]
      if (!words || !found || number === undefined || opensList(words.value, number)) continue
      const start = found[0].indexOf(number)
      const stretch = [start, start + number.length] as const
      const expected = template.words.actionNumber.replace('{n}', String(index + 1))
      report({
        message: `“${number}” numbers the resolved clause, expected “${expected}”`,
        place: placeIn(file, words, ...stretch),
        note: 'the template prints the numbers: they need not be typed',
        ...replacement(file, words, stretch, expected, `write “${expected}”`)
      })
    }
  }
)
