import {defineRule, type Rule} from './define.ts'
import {quotationWarnings} from './parts/quotation-warnings.ts'

const kinds: ReadonlySet<string> = new Set([
  'omitted-negation',
  'omitted-condition',
  'omitted-qualifier',
  'cut-negation',
  'cut-condition',
  'cut-qualifier',
  'inserted-negation',
  'changed-modal',
  'far-apart',
  'long-replacement'
])

/** Lawful in form, but it may turn the sense of the source. */
export const deceptiveQuotation: Rule = defineRule(
  {
    id: 'deceptive-quotation',
    severity: 'warning',
    summary: 'A shortened or altered quotation keeps the sense of its source.'
  },
  ({quotations}, report) => {
    for (const finding of quotationWarnings(quotations, kinds))
      report({...finding, note: 'read the passage again: does the quotation still say what it says?'})
  }
)
