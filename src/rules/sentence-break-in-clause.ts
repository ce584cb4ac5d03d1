import {defineRule, type Rule} from './define.ts'
import {endsWithAbbreviation} from './parts/abbreviation.ts'
import {clausesOf, wordsOf} from './parts/clause-words.ts'
import {placeIn} from './parts/stretch.ts'

/** A full stop inside a clause: the whole resolution is one sentence. */
export const sentenceBreakInClause: Rule = defineRule(
  {
    id: 'sentence-break-in-clause',
    severity: 'warning',
    summary: 'A clause is one sentence: no full stop stands inside it.'
  },
  ({resolution}, report) => {
    for (const clause of clausesOf(resolution))
      for (const words of wordsOf(clause.children))
        for (const {index} of words.value.matchAll(stop)) {
          if (endsWithAbbreviation(words.value.slice(Math.max(0, index - 40), index + 1))) continue
          report({
            message: 'a full stop ends a sentence inside the clause, expected one sentence',
            place: placeIn(resolution.file, words, index, index + 1),
            note: 'join the two with a semicolon or “and”, or make two clauses'
          })
        }
  }
)

/** A full stop behind a word, a closing mark perhaps, and a capital after a blank. */
const stop = /(?<=[a-zß-öø-ÿα-ωа-я0-9)”"’\ufffc]|[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]{2})\.(?=[”"’)]?\ufffc*\s+[“"]?[A-ZÀ-ÖØ-ÞΑ-ΩА-Я])/g
