import {placeAt} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'
import {noteRuns} from './parts/note-runs.ts'
import {fixesOfSpot} from './parts/note-spot.ts'

/** A blank before a hand-numbered reference; the one before `[@id]` is not printed. */
export const spaceBeforeNote: Rule = defineRule(
  {
    id: 'space-before-note',
    severity: 'warning',
    summary: 'A hand-numbered note reference is typed right behind its word, without a blank.'
  },
  ({resolution, template, ...rest}, report) => {
    for (const run of noteRuns({resolution, template, ...rest})) {
      const {spot, clause, place} = run
      if (spot.flaw !== 'space' || !run.isHandNumbered) continue
      const {file} = resolution
      const blank = clause.text.offsets[spot.cut.start] ?? place.start.offset
      const isOnLine = !file.text.slice(blank, place.start.offset).includes('\n')
      const fixes = fixesOfSpot(file, run, spot, run.words, 'take the blank away')
      report({
        message: `a blank stands before ${run.name}, expected \`${run.words}\` right behind the word`,
        place: isOnLine ? placeAt(file, blank, place.end.offset) : place,
        ...(fixes.length > 0 ? {fixes} : {})
      })
    }
  }
)
