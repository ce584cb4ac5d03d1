import {relatedPassage} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'

/** Words of a cited source that stand in the clause as if they were its own. */
export const unquotedWords: Rule = defineRule(
  {id: 'unquoted-words', severity: 'warning', summary: 'Words taken from a source stand between quotation marks.'},
  ({repeatedWords}, report) => {
    for (const {place, text, sourceId, passage} of repeatedWords)
      report({
        message: `${text.trim().split(/\s+/).length} words of \`${sourceId}\` are repeated without quotation marks`,
        place,
        note: 'set them in quotation marks, or say it in other words',
        related: [relatedPassage('they stand here', passage)]
      })
  }
)
