import {
  type BoundCitation,
  type BoundSource,
  type CitationItem,
  type Clause,
  type Inline,
  type Resolution,
  type SentenceCitation,
  visitBlocks,
  visitInlines
} from '../tree/index.ts'
import type {Numbering} from './number.ts'

/**
 * Binds every citation to its source, in reading order: clauses first, with the notes that stand in them,
 * then the bodies of hand-numbered notes (also of notes that nothing refers to). An unknown id binds to nothing.
 */
export function bindCitations(
  resolution: Resolution,
  numbering: Numbering,
  sources: ReadonlyMap<string, BoundSource>
): BoundCitation[] {
  const bound: BoundCitation[] = []
  const bind = (item: CitationItem | SentenceCitation, note: number | undefined): void => {
    bound.push({item, source: sources.get(item.id.value), note})
  }
  const collect = (note: number | undefined) => (node: Inline) => {
    if (node.type === 'sentenceCitation') bind(node, note)
    if (node.type === 'citation') for (const item of node.items) bind(item, note ?? numbering.marks.get(node)?.number)
    if (node.type === 'inlineNote') visitInlines(node.children, collect(numbering.marks.get(node)?.number))
  }
  for (const clause of [...resolution.whereas, ...resolution.resolved]) visitBlocks(clause.children, collect(undefined))
  const numbers = new Map(numbering.notes.map(note => [note.label, note.number] as const))
  for (const body of resolution.notes) visitBlocks(body.children, collect(numbers.get(body.label.value)))
  return bound
}

/** The ids of all sources that a clause cites, in its words or in the notes it refers to. */
export function citedIn(clause: Clause, citations: readonly BoundCitation[], numbering: Numbering): string[] {
  const notes = new Set<number>()
  visitBlocks(clause.children, node => {
    if (node.type !== 'citation' && node.type !== 'inlineNote' && node.type !== 'noteReference') return
    const number = numbering.marks.get(node)?.number
    if (number !== undefined) notes.add(number)
  })
  const ids = citations.flatMap(({item, note, source}) => {
    const {offset} = item.place.start
    const isInside = clause.place.start.offset <= offset && offset < clause.place.end.offset
    return source && (isInside || (note !== undefined && notes.has(note))) ? source.id : []
  })
  return [...new Set(ids)]
}
