import {type Inline, plainText} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'
import {noteMarks} from './parts/note-marks.ts'

/** A note that says nothing. */
export const emptyNote: Rule = defineRule(
  {id: 'empty-note', severity: 'error', summary: 'Every note has words.'},
  ({resolution}, report) => {
    for (const {node} of noteMarks(resolution))
      if (node.type === 'inlineNote' && isEmpty(node.children))
        report({message: 'the note is empty, expected its text between the brackets', place: node.place})
    for (const {label, children} of resolution.notes)
      if (isEmpty(children.flatMap(block => block.children)))
        report({message: `note ${label.value} is empty, expected its text`, place: label.place})
  }
)

/** Whether there is neither a letter, a figure nor a citation. */
export function isEmpty(nodes: readonly Inline[]): boolean {
  const hasCitation = nodes.some(({type}) => type === 'citation' || type === 'sentenceCitation')
  const hasMark = nodes.some(({type}) => type === 'noteReference' || type === 'inlineNote')
  return !hasCitation && !hasMark && !/[A-Za-zÀ-ʯͰ-῿0-9]/.test(plainText(nodes).value)
}
