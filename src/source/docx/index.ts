import {orProblem} from '../refusal.ts'
import type {SourceProblem, SourceText, Stretch} from '../types.ts'
import type {NamedNote} from './notes.ts'
import {notesInOrder} from './notes.ts'
import type {Story} from './reading.ts'
import type {WordFile} from './word-file.ts'
import {readWordFile} from './word-file.ts'

export type {CoreProperties, DocxDetails} from './details.ts'
export {readDocxDetails} from './details.ts'

/** Between paragraphs: *quote* takes an empty line for the end of one, and looks there for labels and headings. */
const between = '\n\n'

/**
 * The words of a Word file as it prints: its paragraphs, then its footnotes, then its endnotes; heads, feet, comments
 * and hidden words are left out. Tracked changes count as accepted, which is said.
 */
export function readDocx(bytes: Uint8Array): SourceText | SourceProblem {
  return orProblem(() => {
    const file = readWordFile(bytes)
    const {text, stretches} = joined(file.body.paragraphs, notesOf(file))
    return {text, format: 'text', fileText: undefined, offsets: undefined, stretches, warnings: warningsOf(file)}
  })
}

function notesOf({body, footnotes, endnotes, numberings}: WordFile): NamedNote[] {
  const none: Story['notes'] = new Map()
  return [
    ...notesInOrder('footnote', body.references, footnotes?.notes ?? none, numberings.footnote),
    ...notesInOrder('endnote', body.references, endnotes?.notes ?? none, numberings.endnote)
  ]
}

/** Only paragraphs with words are counted, as a person counts them. */
function joined(
  paragraphs: readonly string[],
  notes: readonly NamedNote[]
): {readonly text: string; readonly stretches: readonly Stretch[]} {
  const texts: string[] = []
  const stretches: Stretch[] = []
  let start = 0
  const add = (text: string): void => {
    texts.push(text)
    start += text.length + between.length
  }
  for (const paragraph of paragraphs) {
    if (/[\p{L}\p{N}]/u.test(paragraph))
      stretches.push({kind: 'paragraph', start, names: [String(stretches.length + 1)]})
    add(paragraph)
  }
  for (const {kind, names, text} of notes) {
    stretches.push({kind, start, names})
    add(text)
  }
  return {text: texts.join(between), stretches}
}

function warningsOf({body, footnotes, endnotes}: WordFile): string[] {
  const stories = [body, footnotes, endnotes].filter(story => story !== undefined)
  const sum = (of: (story: Story) => number): number => stories.reduce((total, story) => total + of(story), 0)
  const [insertions, deletions, moves] = [sum(s => s.insertions), sum(s => s.deletions), sum(s => s.moves)]
  const warnings: string[] = []
  if (insertions + deletions + moves > 0) {
    const counts = [counted(insertions, 'insertion'), counted(deletions, 'deletion')]
    if (moves > 0) counts.push(counted(moves, 'move'))
    warnings.push(`tracked changes are read as accepted: ${counts.join(', ')}`)
  }
  if (stories.some(story => story.hasBrokenField)) warnings.push('a field has no end, so words after it may be missing')
  if (stories.some(story => story.hasOtherFile)) warnings.push('a file that was put into it is not read')
  return warnings
}

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`
}
