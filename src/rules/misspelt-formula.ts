import type {Clause, Text} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'
import {clausesOf, wordsOf} from './parts/clause-words.ts'
import {isSlipOf} from './parts/slip.ts'
import {placeIn, replacement} from './parts/stretch.ts'

/** "Wheras" and "therefor": a set phrase that is typed, and wrong. */
export const misspeltFormula: Rule = defineRule(
  {id: 'misspelt-formula', severity: 'error', summary: 'A set phrase that is typed is spelt rightly.'},
  ({resolution}, report) => {
    for (const clause of clausesOf(resolution))
      for (const {text, start, end, expected} of slipsIn(clause))
        report({
          // What is known for a set phrase all the same is printed as the template has it.
          ...(text === clause.typed.leadIn || text === clause.typed.join ? {severity: 'warning' as const} : {}),
          message: `“${text.value.slice(start, end)}” is misspelt, expected “${expected}”`,
          place: placeIn(resolution.file, text, start, end),
          note: 'the template prints the set phrases: they need not be typed',
          ...replacement(resolution.file, text, [start, end], expected, `write “${expected}”`)
        })
  }
)

interface Slip {
  readonly text: Text
  readonly start: number
  readonly end: number
  readonly expected: string
}

function slipsIn({type, typed, children}: Clause): Slip[] {
  const paragraphs = wordsOf(children)
  const texts = (text: Text | undefined): Text[] => (text ? [text] : [])
  const keyword = type === 'whereasClause' ? 'Whereas' : 'Resolved'
  // What is not known as a set phrase stands among the words.
  const opening = [...texts(typed.leadIn), ...(typed.leadIn ? [] : paragraphs.slice(0, 1))]
  const endings = [...texts(typed.join), ...paragraphs.slice(-1)]
  return [
    ...opening.flatMap(text => slipAt(text, type === 'whereasClause' ? whereasStart : resolvedStart, keyword)),
    ...endings.flatMap(text => [...slipAt(text, beforeBeIt, 'therefore'), ...slipAt(text, withoutIt, 'be it further')])
  ]
}

const whereasStart = /^\s*[*_]*(?:and\s+)?(where\s+as|[A-ZÀ-ÖØ-ÞΑ-ΩА-Я][A-Za-zÀ-ʯͰ-῿]+)/i
const resolvedStart = /^\s*[*_]*(?:be it\s+)?([A-ZÀ-ÖØ-ÞΑ-ΩА-Я][A-Za-zÀ-ʯͰ-῿]+)\s*,?\s*that\s/
const beforeBeIt = /(?:^|[;,:.\s])([A-Za-zÀ-ʯͰ-῿]{6,11}),?\s+be\s+it(?:\s+(?:further|resolved)\b.*)?[\s;:,.]*$/i
const withoutIt = /[;,.]?\s*and,?\s+(be\s+further)[\s;:,.]*$/iu

function slipAt(text: Text, pattern: RegExp, expected: string): Slip[] {
  const from = pattern.source.endsWith('$') ? Math.max(0, text.value.length - 80) : 0
  const found = pattern.exec(text.value.slice(from, from + 80))
  const word = found?.[1] ?? ''
  if (!found || !isSlipOf(word, expected)) return []
  const start = from + found.index + found[0].indexOf(word)
  return [{text, start, end: start + word.length, expected}]
}
