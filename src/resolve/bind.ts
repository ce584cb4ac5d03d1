import {
  type BlockQuotation,
  type CitationItem,
  type Clause,
  type Inline,
  type Quotation,
  type Resolution,
  visitInlines
} from '../tree/index.ts'
import {type Numbering, noteCitations} from './number.ts'

/** A quotation with the citation that it belongs to. */
export interface BoundQuotation {
  readonly quotation: Quotation | BlockQuotation
  readonly clause: Clause
  /** `whereas[2]`, `resolved[0]`: 0-based. */
  readonly clausePath: string
  readonly note: number | undefined
  readonly sourceIds: readonly string[]
  /** What its citation names, with locators as typed; empty for citations in the sentence. */
  readonly items: readonly CitationItem[]
  /** Whether the citation stands right behind it, so that it is plainly attributed. */
  readonly isCitedAtOnce: boolean
}

/** A citation of a clause that a quotation may belong to. */
interface Anchor {
  readonly offset: number
  readonly note: number | undefined
  readonly sourceIds: readonly string[]
  readonly items: readonly CitationItem[]
}

/**
 * Binds each quotation to its citation: the first one after it in its clause, or else the only in-sentence citation
 * of the clause. A quotation inside another goes with it.
 */
export function bindQuotations(resolution: Resolution, numbering: Numbering): BoundQuotation[] {
  const bodies = new Map(numbering.notes.map(note => [note.number, note.body] as const))
  const bound = (clauses: readonly Clause[], name: string): BoundQuotation[] =>
    clauses.flatMap((clause, index) => bindClause(clause, `${name}[${index}]`, numbering, bodies))
  return [...bound(resolution.whereas, 'whereas'), ...bound(resolution.resolved, 'resolved')]
}

type Bodies = ReadonlyMap<number, Parameters<typeof noteCitations>[0]>

function bindClause(clause: Clause, clausePath: string, numbering: Numbering, bodies: Bodies): BoundQuotation[] {
  const {quotations, anchors, sentences} = survey(clause, numbering, bodies)
  let ahead = 0
  return quotations.map((quotation, index) => {
    // Both stand in reading order: what lies before this quotation lies before the next ones too.
    while ((anchors[ahead]?.offset ?? Number.POSITIVE_INFINITY) < quotation.place.start.offset) ahead++
    const after = anchors[ahead]
    const anchor = after ?? (sentences.length === 1 ? sentences[0] : undefined)
    const next = quotations[index + 1]?.place.start.offset ?? Number.POSITIVE_INFINITY
    const gap = (after?.offset ?? Number.POSITIVE_INFINITY) - quotation.place.end.offset
    return {
      quotation,
      clause,
      clausePath,
      note: anchor?.note,
      sourceIds: anchor?.sourceIds ?? [],
      items: anchor?.items ?? [],
      isCitedAtOnce: after !== undefined && after.offset < next && gap <= nearby
    }
  })
}

/** A citation at most so many units behind the closing mark stands right behind it. */
const nearby = 4

interface Survey {
  readonly quotations: readonly (Quotation | BlockQuotation)[]
  /** Every citation, notes and sentence citations alike, in reading order. */
  readonly anchors: readonly Anchor[]
  readonly sentences: readonly Anchor[]
}

function survey(clause: Clause, numbering: Numbering, bodies: Bodies): Survey {
  const quotations: (Quotation | BlockQuotation)[] = []
  const anchors: Anchor[] = []
  const sentences: Anchor[] = []
  const look = (node: Inline): void => {
    const offset = 'place' in node ? node.place.start.offset : 0
    if (node.type === 'quotation' && offset >= (quotations.at(-1)?.place.end.offset ?? 0)) quotations.push(node)
    if (node.type === 'sentenceCitation') {
      const anchor = {offset, note: undefined, sourceIds: [node.id.value], items: []}
      anchors.push(anchor)
      sentences.push(anchor)
    }
    if (node.type !== 'citation' && node.type !== 'inlineNote' && node.type !== 'noteReference') return
    const note = numbering.marks.get(node)?.number
    const items = noteCitations(note === undefined ? undefined : bodies.get(note)).flatMap(citation => citation.items)
    anchors.push({offset, note, sourceIds: [...new Set(items.map(item => item.id.value))], items})
  }
  for (const block of clause.children) {
    if (block.type === 'blockQuotation') quotations.push(block)
    visitInlines(block.children, look)
  }
  return {quotations, anchors, sentences}
}
