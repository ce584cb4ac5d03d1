import {
  type Inline,
  type Place,
  type PlainText,
  placeAt,
  plainText,
  type ResolvedResolution,
  type TextFile
} from '../../tree/index.ts'
import {noteMarks} from './note-marks.ts'

/** A note with its words. */
export interface NoteWords {
  readonly number: number
  /** Empty for an automatic citation and for a reference without a note. */
  readonly nodes: readonly Inline[]
  readonly words: PlainText
  readonly sourceIds: readonly string[]
}

/** The notes in order of number, each with the words that were typed for it. */
export function noteBodies({notes, resolution}: ResolvedResolution): NoteWords[] {
  const bodies = new Map(resolution.notes.map(({label, children}) => [label.value, children] as const))
  const inline = new Map<number, readonly Inline[]>()
  for (const {node} of noteMarks(resolution))
    if (node.type === 'inlineNote') inline.set(node.place.start.offset, node.children)
  return notes.map(({number, kind, label, places, sourceIds}) => {
    const nodes =
      kind === 'hand'
        ? (bodies.get(label ?? '') ?? []).flatMap(block => block.children)
        : (inline.get(places[0]?.start.offset ?? -1) ?? [])
    return {number, nodes, words: plainText(nodes), sourceIds}
  })
}

/** Where a stretch of plain words stands in the file. */
export function placeOfWords(file: TextFile, {offsets}: PlainText, start: number, end: number): Place {
  return placeAt(file, offsets[start] ?? 0, (offsets[end - 1] ?? 0) + 1)
}
