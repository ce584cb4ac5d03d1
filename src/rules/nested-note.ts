import {type Inline, visitBlocks, visitInlines} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'
import {clausesOf} from './parts/note-marks.ts'

/** A note that has a note: its mark would be printed as typed. */
export const nestedNote: Rule = defineRule(
  {id: 'nested-note', severity: 'error', summary: 'A note has no note of its own.'},
  ({resolution}, report) => {
    const look = (node: Inline): void => {
      if (node.type !== 'noteReference' && node.type !== 'inlineNote') return
      const name = node.type === 'noteReference' ? `note ${node.label.value}` : 'a note'
      report({
        message: `${name} stands inside a note, expected it in a clause`,
        place: node.place,
        note: 'its mark would be printed as it is typed; write its words into this note, or cite by `[@id]`'
      })
    }
    for (const clause of clausesOf(resolution))
      visitBlocks(clause.children, node => {
        if (node.type === 'inlineNote') visitInlines(node.children, look)
      })
    for (const body of resolution.notes) visitBlocks(body.children, look)
  }
)
