import type {ResolvedQuotation} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'

/** So many words without a source are a phrase, not a quotation. */
const phrase = 3

/** A quotation that neither a citation nor the sentence gives to anybody. */
export const unsourcedQuotation: Rule = defineRule(
  {id: 'unsourced-quotation', severity: 'error', summary: 'Every quotation has a source.'},
  ({quotations}, report) => {
    for (const quotation of quotations) {
      if (!isUnsourced(quotation)) continue
      report({
        message: 'the quotation has no source, expected a citation such as `[@id]` after it',
        place: quotation.quotation.place,
        note:
          quotation.quotation.type === 'quotation'
            ? 'if it is nobody’s words, take the quotation marks away'
            : 'if it is nobody’s words, take the `>` away'
      })
    }
  }
)

/** Whether nothing says whose words they are; up to three words may be a phrase set off. */
export function isUnsourced({reason, isAttributed, text}: ResolvedQuotation): boolean {
  return reason?.kind === 'no-citation' && !isAttributed && text.trim().split(/\s+/).length > phrase
}
