import {letter} from './letter.ts'

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The pattern of a form such as `{years} ALA {series}#{n}`; blanks may be left out or put in. */
export function patternOf(form: string, series: readonly string[]): RegExp {
  const parts: Readonly<Record<string, string>> = {
    '{years}': '(?<years>\\d{4}\\s*[-–/]\\s*\\d{2,4})',
    '{year}': '(?<year>\\d{4})',
    '{series}': series.length > 0 ? `(?:${series.map(escaped).join('|')})` : `[${letter}]+`,
    '{n}': '\\d+(?:\\.\\d+)*',
    '{name}': '[A-ZÀ-ÖØ-ÞΑ-ΩА-Я].*'
  }
  const pieces = form
    .split(/(\{\w+\})/)
    .map(piece => parts[piece] ?? escaped(piece).replace(/\s+/g, '\\s*').replace(/#/g, '\\s*#?\\s*'))
  // A date of action or other remarks may follow a number: "_62118_ACT", "(Revised)".
  return new RegExp(`^${pieces.join('')}${form.endsWith('{n}') ? '(?:[\\s_-].*|\\(.*)?' : ''}$`, 'iu')
}

/** The form filled in, for "expected …". */
export function exampleOf(form: string, series: readonly string[]): string {
  return form
    .replace('{years}', '2025-2026')
    .replace('{year}', '2026')
    .replace('{series}', series[0] ?? 'Resolution')
    .replace('{n}', '23')
    .replace('{name}', 'Annual Conference')
}
