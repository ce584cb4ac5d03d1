import {defineRule, type Rule} from './define.ts'
import {noteSequence} from './parts/note-sequence.ts'
import {renumberingFixes} from './parts/renumbering.ts'

/** Notes that begin with another number than 1. */
export const noteStart: Rule = defineRule(
  {id: 'note-start', severity: 'error', summary: 'Hand-numbered notes begin with 1.'},
  (resolved, report) => {
    const {firsts, others} = noteSequence(resolved)
    const numbers = [...others, ...firsts.map(use => use.number)]
    const lowest = numbers.reduce((least, number) => Math.min(least, number), Number.POSITIVE_INFINITY)
    const first = firsts.find(use => use.number === lowest)
    if (!first || lowest === 1) return
    const fixes = renumberingFixes(resolved)
    report({
      message: `the notes begin with note ${lowest}, expected note 1`,
      place: first.place,
      note: 'number the notes anew, or cite by `[@id]`: such notes are numbered automatically',
      ...(fixes.length > 0 ? {fixes} : {})
    })
  }
)
