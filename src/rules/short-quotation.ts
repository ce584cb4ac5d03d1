import {defineRule, type Rule} from './define.ts'
import {quotationWarnings} from './parts/quotation-warnings.ts'

const kinds: ReadonlySet<string> = new Set(['few-words'])

/** So few words prove little: they may stand in any text. */
export const shortQuotation: Rule = defineRule(
  {id: 'short-quotation', severity: 'info', summary: 'A quotation is long enough to show where it comes from.'},
  ({quotations}, report) => {
    for (const finding of quotationWarnings(quotations, kinds)) report(finding)
  }
)
