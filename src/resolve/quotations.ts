import {
  type Citation,
  type Clause,
  type Inline,
  type Quotation,
  type Resolution,
  type ResolvedQuotation,
  visitBlocks
} from '../tree/index.ts'
import type {Numbering} from './number.ts'
import {noteCitations} from './number.ts'

/** A citation of a clause that a quotation may belong to. */
interface Anchor {
  readonly offset: number
  readonly note: number | undefined
  readonly sourceIds: readonly string[]
}

/**
 * Binds each quotation to its citation: the first one after it in its clause,
 * or else the only in-sentence citation of the clause. Nested quotations go with the outer one.
 */
export function bindQuotations(resolution: Resolution, numbering: Numbering): ResolvedQuotation[] {
  const bound = (clauses: readonly Clause[], name: string): ResolvedQuotation[] =>
    clauses.flatMap((clause, index) => bindClause(clause, `${name}[${index}]`, numbering))
  return [...bound(resolution.whereas, 'whereas'), ...bound(resolution.resolved, 'resolved')]
}

function bindClause(clause: Clause, clausePath: string, numbering: Numbering): ResolvedQuotation[] {
  const {quotations, anchors, sentences} = survey(clause, numbering)
  return quotations.map(quotation => {
    const after = anchors.find(anchor => anchor.offset >= quotation.place.start.offset)
    const anchor = after ?? (sentences.length === 1 ? sentences[0] : undefined)
    return {quotation, clause, clausePath, note: anchor?.note, sourceIds: anchor?.sourceIds ?? []}
  })
}

interface Survey {
  readonly quotations: readonly Quotation[]
  /** Every citation, notes and sentence citations alike, in reading order. */
  readonly anchors: readonly Anchor[]
  readonly sentences: readonly Anchor[]
}

function survey(clause: Clause, numbering: Numbering): Survey {
  const quotations: Quotation[] = []
  const anchors: Anchor[] = []
  const sentences: Anchor[] = []
  const bodies = new Map(numbering.notes.map(note => [note.number, note.body] as const))
  visitBlocks(clause.children, node => {
    if (node.type === 'quotation' && !isNested(node, quotations)) quotations.push(node)
    if (node.type === 'sentenceCitation') {
      const anchor = {offset: node.place.start.offset, note: undefined, sourceIds: [node.id.value]}
      anchors.push(anchor)
      sentences.push(anchor)
    }
    if (node.type !== 'citation' && node.type !== 'inlineNote' && node.type !== 'noteReference') return
    const note = numbering.marks.get(node)?.number
    const citations = noteCitations(note === undefined ? undefined : bodies.get(note))
    anchors.push({offset: node.place.start.offset, note, sourceIds: idsOf(citations)})
  })
  return {quotations, anchors, sentences}
}

function isNested(node: Quotation & Inline, quotations: readonly Quotation[]): boolean {
  const outer = quotations.at(-1)
  return outer !== undefined && node.place.end.offset <= outer.place.end.offset
}

function idsOf(citations: readonly Citation[]): string[] {
  return [...new Set(citations.flatMap(citation => citation.items.map(item => item.id.value)))]
}
