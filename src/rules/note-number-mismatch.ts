import {placeAt, plainText} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** `3.`, `3)`, `[3]`, `(3)`, `^3`, `³`, `note 3:` at the start of a note; "18 U.S.C." and "403 U.S." are no such number. */
const opening =
  /^\s*(?:(?:(?:end|foot)?note\s+)?(\d{1,3})[.):](?=\s|$)|\[(\d{1,3})\]|\((\d{1,3})\)(?=\s)|\^\{?(\d{1,3})[}^]?|<sup>(\d{1,3})<\/sup>|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))/iu

/** A note whose words begin with the number of another. */
export const noteNumberMismatch: Rule = defineRule(
  {
    id: 'note-number-mismatch',
    severity: 'error',
    summary: 'The words of a note do not begin with the number of another.'
  },
  ({resolution}, report) => {
    for (const {label, children} of resolution.notes) {
      const words = plainText(children[0]?.children ?? [])
      const found = opening.exec(words.value)
      const typed = found?.slice(1).find(group => group !== undefined) ?? label.value
      const number = [...typed].map(figure => Math.max(superscripts.indexOf(figure), Number(figure) || 0)).join('')
      if (!found || Number(number) === Number(label.value)) continue
      const start = found[0].search(/\S/)
      const last = words.offsets[found[0].length - 1] ?? 0
      report({
        message: `note ${label.value} begins with “${found[0].trim()}”, expected its words without a number`,
        place: placeAt(resolution.file, words.offsets[start] ?? 0, last + 1),
        note: 'either the note stands under the wrong number, or the number is a leftover'
      })
    }
  }
)
