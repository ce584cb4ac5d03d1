import {defineRule, type Rule} from './define.ts'
import {proseOf} from './parts/clause-words.ts'
import {placeIn, replacement} from './parts/stretch.ts'

/** "the the". */
export const doubledWord: Rule = defineRule(
  {id: 'doubled-word', severity: 'warning', summary: 'No word is typed twice in a row.'},
  ({resolution}, report) => {
    for (const words of proseOf(resolution))
      for (const found of words.value.matchAll(twice)) {
        const [whole, first = '', , second = ''] = found
        if (
          lawful.has(first.toLowerCase()) ||
          (isCapital(first) && isCapital(second) && !small.has(first.toLowerCase()))
        )
          continue
        const start = found.index + whole.length - second.length
        const end = found.index + whole.length
        report({
          message: `“${second}” is typed twice, expected it once`,
          place: placeIn(resolution.file, words, start, end),
          ...replacement(resolution.file, words, [found.index + first.length, end], '', 'take the second one away')
        })
      }
  }
)

const twice = /(?<![A-Za-zÀ-ʯͰ-῿0-9’'.-])([A-Za-zÀ-ʯͰ-῿]+)(\s+)(\1)(?![A-Za-zÀ-ʯͰ-῿0-9’'-])/gi

/** Words that a sentence may have twice in a row. */
const lawful = new Set('had that very so no long far many really much do is who her you more'.split(' '))

/** Two capitals make a name, "Walla Walla", unless the word is one of these. */
const small = new Set('the a an of to in on and or for by with from at as be are was it this which'.split(' '))

const isCapital = (word: string): boolean => /^[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]/.test(word)
