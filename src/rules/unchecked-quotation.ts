import {type UncheckedReason, uncheckedBecause} from '../tree/index.ts'
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
      const isShort = quotation.reason.kind === 'no-citation' && quotation.text.trim().split(/\s+/).length <= 3
      report({
        ...(isShort ? {severity: 'info' as const} : {}),
        message: `the quotation is not checked: ${uncheckedBecause(quotation.reason)}`,
        place: quotation.quotation.place,
        note: noteOf(quotation.reason)
      })
    }
  }
)

type Notes = {
  readonly [Kind in UncheckedReason['kind']]: (reason: UncheckedReason & {readonly kind: Kind}) => string
}

const notes: Notes = {
  'no-citation': () => 'cite its source behind it, `[@id]`, or in the sentence, `@id`',
  'unknown-source': () => 'add the source, with `text:` and the path of a file that holds its words',
  'no-words': () => 'put them on file with `whereas source add`, or name their file under `text` of the source',
  unreadable: ({problem}) => problem
}

function noteOf(reason: UncheckedReason): string {
  const note = notes[reason.kind] as (reason: UncheckedReason) => string // the table pairs kinds with reasons
  return note(reason)
}
