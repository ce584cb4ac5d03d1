import type {Fix} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'
import {noteSequence} from './parts/note-sequence.ts'
import {renumberingFixes} from './parts/renumbering.ts'

/** Numbers that no note has, between two that there are. */
export const noteGap: Rule = defineRule(
  {id: 'note-gap', severity: 'error', summary: 'Hand-numbered notes leave no number out.'},
  (resolved, report) => {
    const {firsts, others} = noteSequence(resolved)
    const known = [...new Set([...others, ...firsts.map(use => use.number)])].sort((a, b) => a - b)
    const before = new Map(known.map((number, index) => [number, known[index - 1]] as const))
    let fixes: readonly Fix[] | undefined
    for (const {number, place} of firsts) {
      const last = before.get(number)
      if (last === undefined || last === number - 1) continue
      const missing = last + 2 === number ? `note ${last + 1}` : `notes ${last + 1} to ${number - 1}`
      fixes ??= renumberingFixes(resolved)
      report({
        message: `note ${number} follows note ${last}, expected ${missing} between them`,
        place,
        note: 'number the notes anew, or cite by `[@id]`: such notes are numbered automatically',
        ...(fixes.length > 0 ? {fixes} : {})
      })
    }
  }
)
