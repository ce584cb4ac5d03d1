import {defineRule, type Rule} from './define.ts'
import {noteRuns} from './parts/note-runs.ts'
import {fixesOfSpot} from './parts/note-spot.ts'

/** A mark between quotation marks: it would seem to be the quoted author's note. */
export const noteInsideQuotation: Rule = defineRule(
  {
    id: 'note-inside-quotation',
    severity: 'warning',
    summary: 'A note reference stands behind the closing quotation mark.'
  },
  (resolved, report) => {
    for (const run of noteRuns(resolved)) {
      if (run.spot.flaw !== 'inside') continue
      const fixes = fixesOfSpot(resolved.resolution.file, run, run.spot, run.words, 'move it behind the closing mark')
      report({
        message: `${run.name} stands inside the quotation, expected it behind the closing mark`,
        place: run.place,
        note: 'between the marks it would seem to be a note of the one who is quoted',
        ...(fixes.length > 0 ? {fixes} : {})
      })
    }
  }
)
