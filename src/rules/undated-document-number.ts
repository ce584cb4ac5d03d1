import {defineRule, type Rule} from './define.ts'
import {clausesOf, wordsOf} from './parts/clause-words.ts'
import {letter} from './parts/letter.ts'
import {placeIn} from './parts/stretch.ts'

/** "CD#20.6" without its year: every year has a document of that number. */
export const undatedDocumentNumber: Rule = defineRule(
  {
    id: 'undated-document-number',
    severity: 'info',
    summary: 'A document that is cited by its number is cited with its year.'
  },
  ({resolution, template}, report) => {
    const {series} = template.documents
    if (series.length === 0) return
    const number = new RegExp(`(?<![${letter}])(?:${series.join('|')})\\s?#\\s?\\d+(?:\\.\\d+)*`, 'g')
    for (const clause of clausesOf(resolution))
      for (const words of wordsOf(clause.children))
        for (const {0: found, index} of words.value.matchAll(number)) {
          const end = index + found.length
          if (/(?:19|20)\d\d/.test(words.value.slice(Math.max(0, index - 30), end + 30))) continue
          report({
            message: `“${found}” has no year, expected it as in “2005 ${found}”`,
            place: placeIn(resolution.file, words, index, end)
          })
        }
  }
)
