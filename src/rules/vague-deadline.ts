import {defineRule, type Rule} from './define.ts'
import {wordsOf} from './parts/clause-words.ts'
import {placeIn} from './parts/stretch.ts'

/** "As soon as possible": nobody can tell whether it was done. */
export const vagueDeadline: Rule = defineRule(
  {id: 'vague-deadline', severity: 'info', summary: 'A resolved clause that sets a time names it.'},
  ({resolution}, report) => {
    for (const {children} of resolution.resolved)
      for (const words of wordsOf(children))
        for (const {0: found, index} of words.value.matchAll(vague))
          report({
            message: `“${found}” is no date, expected a day or a meeting`,
            place: placeIn(resolution.file, words, index, index + found.length)
          })
  }
)

const vague =
  /(?<![A-Za-zÀ-ʯͰ-῿-])(?:as soon as (?:possible|practicable|practical|feasible|it can)|(?<!as )soon(?=[,;.]|$| and )|in the near future|at the earliest (?:opportunity|convenience)|in a timely (?:manner|fashion|way)|in due (?:time|course)|when (?:possible|feasible|practicable)|promptly|without delay|expeditiously)(?![A-Za-zÀ-ʯͰ-῿])/gi
