import {defineRule, type Rule} from './define.ts'

/** A hand-numbered reference without a body under `notes`. */
export const undefinedNote: Rule = defineRule(
  {id: 'undefined-note', severity: 'error', summary: 'Every hand-numbered note reference has its note under `notes`.'},
  ({notes, resolution}, report) => {
    const labels = new Set(resolution.notes.map(body => body.label.value))
    for (const {kind, label, places} of notes) {
      const [place] = places
      if (kind !== 'hand' || label === undefined || labels.has(label) || !place) continue
      report({
        message: `note ${label} is not under \`notes\`, expected an entry \`${label}:\` with its text`,
        place,
        note: 'a citation such as `[@id]` needs no number: its note is made from the source'
      })
    }
  }
)
