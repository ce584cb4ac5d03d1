import type {ResolvedQuotation} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'
import {typedNoteMarks} from './parts/typed-note-marks.ts'

/** So many words without a source are a phrase, not a quotation. */
const phrase = 3

/** A quotation that neither a citation nor the sentence gives to anybody. */
export const unsourcedQuotation: Rule = defineRule(
  {id: 'unsourced-quotation', severity: 'error', summary: 'Every quotation has a source.'},
  (resolved, report) => {
    const typed = typedNoteMarks(resolved)
    for (const quotation of resolved.quotations) {
      if (!isUnsourced(quotation)) continue
      // A note number typed otherwise than `[^4]` has a rule of its own.
      const {start} = quotation.quotation.place
      if (typed.some(mark => mark.clause === quotation.clause && mark.place.start.offset > start.offset)) continue
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
