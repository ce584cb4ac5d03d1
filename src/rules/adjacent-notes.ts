import type {Fix, ResolvedResolution} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'
import {editOf} from './parts/note-edit.ts'
import {type NoteMark, noteMarks} from './parts/note-marks.ts'

/** Two marks with nothing but blanks or commas between: 1 and 2 would be printed as 12. */
export const adjacentNotes: Rule = defineRule(
  {id: 'adjacent-notes', severity: 'warning', summary: 'Two note references do not run together.'},
  (resolved, report) => {
    const marks = noteMarks(resolved.resolution)
    for (const [index, mark] of marks.entries()) {
      const before = marks[index - 1]
      if (before?.clause !== mark.clause || !/^[\s,]*$/.test(mark.clause.text.value.slice(before.end, mark.start)))
        continue
      const isListed = before.node.type === 'noteReference' && mark.node.type === 'noteReference'
      // Numbers of a reference list stand together as in "1,2".
      if (isListed && resolved.template.notes.numbering === 'references') continue
      const fixes = merged(resolved, before, mark)
      report({
        message: 'two note references run together, expected one note for both sources',
        place: {start: before.node.place.start, end: mark.node.place.end},
        note: 'put both into one note, parted by a semicolon: `[@a; @b]`',
        ...(fixes.length > 0 ? {fixes} : {})
      })
    }
  }
)

/** `[@a][@b]` as `[@a; @b]`. */
function merged({resolution}: ResolvedResolution, first: NoteMark, second: NoteMark): Fix[] {
  if (first.node.type !== 'citation' || second.node.type !== 'citation') return []
  const edit = editOf(resolution.file, first.clause.text, first.end - 1, second.start + 1, '; ')
  return edit ? [{title: 'make them one note', isOfQuotation: false, edits: [edit]}] : []
}
