import {defineRule, type Rule} from './define.ts'
import {partOf} from './parts/addresses.ts'
import {citedSources, placeOf, textOf, wordsOf} from './parts/cited-sources.ts'
import {isPlaceholder} from './parts/placeholder.ts'

// One number: digits with single hyphens or blanks between them; an entry may give several, with words such as “(pbk.)”.
const numbers = /\d(?:[-‐‑– ]?[\dX]){4,24}/gi

/** A digit of an ISBN that is wrong, missing or too many. */
export const malformedIsbn: Rule = defineRule(
  {
    id: 'malformed-isbn',
    severity: 'warning',
    summary: 'An ISBN has 10 or 13 digits, the last of which fits the others.'
  },
  (resolved, report) => {
    const {file} = resolved.resolution
    for (const source of citedSources(resolved)) {
      const value = wordsOf(source.item, 'ISBN')
      if (value === undefined || isPlaceholder(value)) continue
      const typed = textOf(source, 'ISBN')
      const given = [...value.matchAll(numbers)]
      const found = given.find(({0: number}) => problemOf(number) !== undefined)
      if (given.length > 0 && !found) continue
      const place = found && typed ? partOf(file, typed, found.index, found.index + found[0].length) : undefined
      report({
        message: `\`ISBN\` ${found ? problemOf(found[0]) : 'is not a number, expected 10 or 13 digits'}`,
        path: source.path,
        place: place ?? placeOf(source, 'ISBN')
      })
    }
  }
)

/** What is wrong with a number; several that stand side by side without a comma are tried as such. */
function problemOf(number: string): string | undefined {
  const digits = number.replace(/[^\dX]/gi, '').toUpperCase()
  if (number.includes(' ') && number.split(' ').every(part => problemOf(part) === undefined)) return undefined
  if (digits.length !== 10 && digits.length !== 13) return `has ${digits.length} digits, expected 10 or 13`
  const last = digits.at(-1) ?? ''
  const right = digits.length === 10 ? lastOfTen(digits) : lastOfThirteen(digits)
  return last === right ? undefined : `ends in ${last}, expected ${right} after these digits`
}

function lastOfTen(digits: string): string {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? 'X' : String(check)
}

function lastOfThirteen(digits: string): string {
  const sum = [...digits.slice(0, 12)].reduce((total, digit, index) => total + Number(digit) * (index % 2 ? 3 : 1), 0)
  return String((10 - (sum % 10)) % 10)
}
