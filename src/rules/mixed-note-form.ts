import {defineRule, type Rule} from './define.ts'
import {isHandNumbered, noteMarks} from './parts/note-marks.ts'

/** Notes numbered by hand beside notes that are numbered automatically. */
export const mixedNoteForm: Rule = defineRule(
  {
    id: 'mixed-note-form',
    severity: 'warning',
    summary: 'The notes of a resolution are all numbered by hand or all automatically.'
  },
  ({resolution}, report) => {
    const marks = noteMarks(resolution)
    const hand = marks.filter(isHandNumbered)
    const automatic = marks.filter(mark => !isHandNumbered(mark))
    const [first] = hand.length < automatic.length ? hand : automatic
    if (!first || hand.length === 0) return
    const typed = first.clause.text.value.slice(first.start, first.end)
    const shown = typed.length > 24 ? `${typed.slice(0, 23)}…` : typed
    report({
      message: isHandNumbered(first)
        ? `\`${shown}\` is numbered by hand among automatic notes, expected one way for all`
        : `\`${shown}\` is numbered automatically among hand-numbered notes, expected one way for all`,
      place: first.node.place,
      note: 'automatic notes take the numbers that are left: cite by `[@id]` throughout, or give each note a number and an entry under `notes`'
    })
  }
)
