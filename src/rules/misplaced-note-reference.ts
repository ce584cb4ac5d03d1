import {defineRule, type Rule} from './define.ts'
import {noteRuns} from './parts/note-runs.ts'
import {fixesOfSpot} from './parts/note-spot.ts'

const names: Readonly<Record<string, string>> = {
  ',': 'the comma',
  '.': 'the full stop',
  ';': 'the semicolon',
  ':': 'the colon',
  '—': 'the dash'
}

/** A hand-numbered reference on the wrong side of a mark of punctuation; automatic ones are set by the template. */
export const misplacedNoteReference: Rule = defineRule(
  {
    id: 'misplaced-note-reference',
    severity: 'warning',
    summary: 'A hand-numbered note reference stands beside punctuation as the template places it.'
  },
  (resolved, report) => {
    for (const run of noteRuns(resolved)) {
      const {spot} = run
      if (spot.flaw !== 'misplaced' || !run.isHandNumbered) continue
      const [is, wanted] = spot.target < run.start ? ['after', 'before'] : ['before', 'after']
      const fixes = fixesOfSpot(
        resolved.resolution.file,
        run,
        spot,
        run.words,
        `move it ${wanted} “${spot.punctuation}”`
      )
      report({
        message: `${run.name} stands ${is} ${names[spot.punctuation] ?? 'the mark'}, expected it ${wanted} “${spot.punctuation}”`,
        place: run.place,
        note: `the template \`${resolved.template.name}\` has \`notes: {placement: ${resolved.template.notes.placement}}\``,
        ...(fixes.length > 0 ? {fixes} : {})
      })
    }
  }
)
