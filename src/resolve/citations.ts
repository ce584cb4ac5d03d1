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

/** The ids of all sources that a clause cites, in its words or in the notes it refers to; made for any number of clauses. */
export function citedBy(citations: readonly BoundCitation[], numbering: Numbering): (clause: Clause) => string[] {
  const bound = citations.filter(({source}) => source !== undefined)
  const ofNotes = new Map<number, BoundCitation[]>()
  for (const citation of bound) {
    const {note} = citation
    if (note === undefined) continue
    const held = ofNotes.get(note)
    if (held) held.push(citation)
    else ofNotes.set(note, [citation])
  }
  const byPlace = bound.toSorted((a, b) => a.item.place.start.offset - b.item.place.start.offset)
  return clause => {
    const found = new Set(citationsWithin(byPlace, clause))
    for (const note of notesIn(clause, numbering)) for (const citation of ofNotes.get(note) ?? []) found.add(citation)
    // In reading order, whichever way they were found.
    const inOrder = [...found].sort((a, b) => a.item.place.start.offset - b.item.place.start.offset)
    return [...new Set(inOrder.flatMap(({source}) => source?.id ?? []))]
  }
}

function notesIn(clause: Clause, numbering: Numbering): ReadonlySet<number> {
  const notes = new Set<number>()
  visitBlocks(clause.children, node => {
    if (node.type !== 'citation' && node.type !== 'inlineNote' && node.type !== 'noteReference') return
    const number = numbering.marks.get(node)?.number
    if (number !== undefined) notes.add(number)
  })
  return notes
}

/** The citations that stand in a clause, found by bisection. */
function citationsWithin(byPlace: readonly BoundCitation[], {place}: Clause): readonly BoundCitation[] {
  const first = firstFrom(byPlace, place.start.offset)
  return byPlace.slice(first, firstFrom(byPlace, place.end.offset))
}

function firstFrom(byPlace: readonly BoundCitation[], offset: number): number {
  let low = 0
  let high = byPlace.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((byPlace[middle]?.item.place.start.offset ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
