import type {UncheckedReason} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'
import {isUnsourced} from './unsourced-quotation.ts'

/** A quotation that was not compared with anything. */
export const uncheckedQuotation: Rule = defineRule(
  {
    id: 'unchecked-quotation',
    severity: 'warning',
    summary: 'Every quotation can be compared with the words of its source.'
  },
  ({quotations}, report) => {
    for (const quotation of quotations) {
      if (quotation.verdict !== 'unchecked' || !quotation.reason || isUnsourced(quotation)) continue
      const {message, note} = wordsOf(quotation.reason)
      const isShort = quotation.reason.kind === 'no-citation' && quotation.text.trim().split(/\s+/).length <= 3
      report({...(isShort ? {severity: 'info' as const} : {}), message, place: quotation.quotation.place, note})
    }
  }
)

function wordsOf(reason: UncheckedReason): {readonly message: string; readonly note: string} {
  switch (reason.kind) {
    case 'no-citation':
      return {
        message: 'the quotation is not checked: no citation follows it',
        note: 'cite its source behind it, `[@id]`, or in the sentence, `@id`'
      }
    case 'unknown-source':
      return {
        message: `the quotation is not checked: there is no source \`${reason.id}\``,
        note: 'add the source, with `text:` and the path of a file that holds its words'
      }
    case 'no-words':
      return {
        message: `the quotation is not checked: the words of ${reason.ids.map(id => `\`${id}\``).join(', ')} are not on file`,
        note: 'save them beside the resolution (.txt, .md or .html) and name the file under `text` of the source'
      }
    case 'unreadable':
      return {
        message: `the quotation is not checked: \`${reason.path}\` of \`${reason.id}\` cannot be read`,
        note: reason.problem
      }
  }
}
