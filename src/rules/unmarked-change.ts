import {defineRule, type Rule} from './define.ts'
import {quotationWarnings} from './parts/quotation-warnings.ts'

const small: ReadonlySet<string> = new Set(['punctuation', 'apostrophe', 'spacing', 'round-brackets'])
const capitals: ReadonlySet<string> = new Set(['capitals'])

/** A small change of the source's letters that nothing marks. */
export const unmarkedChange: Rule = defineRule(
  {
    id: 'unmarked-change',
    severity: 'warning',
    summary: 'A changed capital or mark of punctuation is marked as a change.'
  },
  ({quotations, template}, report) => {
    const note = 'write the source’s own, or set the changed letter in brackets'
    for (const finding of quotationWarnings(quotations, small)) report({...finding, note})
    if (template.quotations.silentCapitals === 'allowed') return
    for (const finding of quotationWarnings(quotations, capitals)) report({...finding, note})
  }
)
