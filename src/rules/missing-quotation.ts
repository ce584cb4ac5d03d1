import {relatedPassage} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'

/** Nothing like the quoted words is in the source. */
export const missingQuotation: Rule = defineRule(
  {id: 'missing-quotation', severity: 'error', summary: 'A quotation is found in the source that is cited.'},
  ({quotations}, report) => {
    for (const {verdict, quotation, sourceIds, elsewhere, text, isAttributed} of quotations) {
      if (verdict !== 'missing') continue
      const cited = sourceIds.map(id => `\`${id}\``).join(', ')
      const isShort = text.trim().split(/\s+/).length <= 3 && !isAttributed
      report({
        ...(isShort ? {severity: 'info' as const} : {}),
        message: elsewhere
          ? `these words are in \`${elsewhere.id}\`, the clause cites ${cited}`
          : `the quotation is not in ${cited}, and nothing like it`,
        place: quotation.place,
        note: elsewhere
          ? `cite \`[@${elsewhere.id}]\` for them`
          : 'check the words and the source; if they stand on another page, add that file to `text` of the source',
        ...(elsewhere ? {related: [relatedPassage('they stand here', elsewhere.passage)]} : {})
      })
    }
  }
)
