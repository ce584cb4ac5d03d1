import {defineRule, type Rule} from './define.ts'

/** A note that no clause refers to: it would not be printed. */
export const unreferencedNote: Rule = defineRule(
  {id: 'unreferenced-note', severity: 'error', summary: 'Every entry under `notes` is referred to by a clause.'},
  ({notes, resolution}, report) => {
    const used = new Set(notes.map(note => note.label))
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
