import {defineRule, type Rule} from './define.ts'
import {type NoteUse, noteSequence} from './parts/note-sequence.ts'
import {renumberingFixes} from './parts/renumbering.ts'

/** Numbers that do not rise in the order in which they are first used. */
export const noteOutOfOrder: Rule = defineRule(
  {id: 'note-out-of-order', severity: 'error', summary: 'Hand-numbered notes are numbered in the order of first use.'},
  (resolved, report) => {
    const {firsts} = noteSequence(resolved)
    const kept = longestRise(firsts)
    for (const [index, use] of firsts.entries()) {
      if (kept.has(use)) continue
      const later = firsts.find((other, at) => at > index && other.number < use.number)
      const other = later ?? firsts.find(({number}) => number > use.number)
      if (!other) continue
      const fixes = renumberingFixes(resolved)
      report({
        message: `note ${use.number} comes ${later ? 'before' : 'after'} note ${other.number}, expected notes in order of first use`,
        place: use.place,
        related: [
          {message: `note ${other.number} stands here`, path: resolved.resolution.file.path, place: other.place}
        ],
        ...(fixes.length > 0 ? {fixes} : {})
      })
    }
  }
)

/** The longest rising subsequence, of equal ones that which ends latest; O(n²) for the few hundred notes there are. */
function longestRise(uses: readonly NoteUse[]): ReadonlySet<NoteUse> {
  const rises: (readonly NoteUse[])[] = []
  for (const use of uses.slice(0, 1000)) {
    const before = rises.filter(rise => (rise.at(-1)?.number ?? 0) < use.number)
    rises.push([...longest(before), use])
  }
  return new Set([...longest(rises), ...uses.slice(1000)])
}

function longest(rises: readonly (readonly NoteUse[])[]): readonly NoteUse[] {
  return rises.reduce((best, rise) => (rise.length >= best.length ? rise : best), [])
}
