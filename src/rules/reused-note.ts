import {defineRule, type Rule} from './define.ts'
import {noteSequence} from './parts/note-sequence.ts'

/** A number that stands at two places; where the template numbers references that is as it should be. */
export const reusedNote: Rule = defineRule(
  {
    id: 'reused-note',
    severity: 'error',
    summary: 'Each note is referred to once, unless the template numbers references.'
  },
  (resolved, report) => {
    if (resolved.template.notes.numbering === 'references') return
    const {uses, firsts} = noteSequence(resolved)
    for (const use of uses) {
      const first = firsts.find(({number}) => number === use.number)
      if (!first || first === use) continue
      report({
        message: `note ${use.number} is referred to again, expected a note of its own`,
        place: use.place,
        note: 'a template with `notes: {numbering: references}` lets numbers recur',
        related: [{message: 'first referred to here', path: resolved.resolution.file.path, place: first.place}]
      })
    }
  }
)
