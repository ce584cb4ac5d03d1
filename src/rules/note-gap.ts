import type {Fix} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'
import {noteSequence} from './parts/note-sequence.ts'
import {renumberingFixes} from './parts/renumbering.ts'

/** Numbers that no note has, between two that there are. */
export const noteGap: Rule = defineRule(
  {id: 'note-gap', severity: 'error', summary: 'Hand-numbered notes leave no number out.'},
  (resolved, report) => {
    const {firsts, others} = noteSequence(resolved)
    const known = new Set([...others, ...firsts.map(use => use.number)])
    let lowest = Number.POSITIVE_INFINITY
    for (const number of known) lowest = Math.min(lowest, number)
    let fixes: readonly Fix[] | undefined
    for (const {number, place} of firsts) {
      if (number === lowest || known.has(number - 1)) continue
      let before = number - 2
      while (!known.has(before)) before--
      const missing = before + 2 === number ? `note ${before + 1}` : `notes ${before + 1} to ${number - 1}`
      fixes ??= renumberingFixes(resolved)
      report({
        message: `note ${number} follows note ${before}, expected ${missing} between them`,
        place,
        note: 'number the notes anew, or cite by `[@id]`: such notes are numbered automatically',
        ...(fixes.length > 0 ? {fixes} : {})
      })
    }
  }
)
