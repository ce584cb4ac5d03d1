import {visitBlocks} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'
import {labelsIn} from './note-in-title.ts'
import {typedNoteMarks} from './parts/typed-note-marks.ts'

/** A note that no clause refers to: it would not be printed. */
export const unreferencedNote: Rule = defineRule(
  {id: 'unreferenced-note', severity: 'error', summary: 'Every entry under `notes` is referred to by a clause.'},
  (resolved, report) => {
    const {notes, resolution} = resolved
    const used = new Set(notes.map(note => note.label))
    // References at the wrong place or in the wrong form have rules of their own.
    for (const label of labelsIn(resolution.title?.value ?? '')) used.add(label)
    for (const {numbers} of typedNoteMarks(resolved)) for (const number of numbers) used.add(`${number}`)
    for (const {children} of resolution.notes)
      visitBlocks(children, node => {
        if (node.type === 'noteReference') used.add(node.label.value)
      })
    for (const {label} of resolution.notes) {
      if (used.has(label.value)) continue
      report({
        message: `note ${label.value} is not referred to, expected \`[^${label.value}]\` in a clause`,
        place: label.place,
        note: 'a note without a reference is not printed'
      })
    }
  }
)
