import type {
  Citation,
  Clause,
  Inline,
  InlineNote,
  NoteReference,
  Quotation,
  Resolution,
  ResolvedResolution,
  Text
} from '../../tree/index.ts'

/** A stretch of the words of a clause, in UTF-16 units of `clause.text.value`. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A mark of a note in a clause: where it stands in the words, and the outermost closed quotation round it. */
export interface NoteMark extends Stretch {
  readonly clause: Clause
  readonly node: Citation | InlineNote | NoteReference
  /** From the opening mark to behind the closing one. */
  readonly quotation: Stretch | undefined
}

/** All clauses, in reading order. */
export function clausesOf({whereas, resolved}: Resolution): readonly Clause[] {
  return [...whereas, ...resolved]
}

/** The marks of all notes in the clauses, in reading order. */
export function noteMarks(resolution: Resolution): NoteMark[] {
  return clausesOf(resolution).flatMap(clause => {
    const marks: NoteMark[] = []
    for (const block of clause.children) collect(clause, block.children, undefined, marks)
    return marks
  })
}

function collect(clause: Clause, nodes: readonly Inline[], quotation: Stretch | undefined, marks: NoteMark[]): void {
  for (const node of nodes) {
    if (node.type === 'citation' || node.type === 'inlineNote' || node.type === 'noteReference')
      marks.push({clause, node, quotation, ...stretchOf(clause.text, node)})
    else if (node.type === 'quotation') collect(clause, node.children, quotation ?? closed(clause.text, node), marks)
    else if ('children' in node) collect(clause, node.children, quotation, marks)
  }
}

function closed(text: Text, quotation: Quotation): Stretch | undefined {
  return quotation.close && stretchOf(text, quotation)
}

/** The outermost closed quotations of a clause. */
export function quotationsOf(clause: Clause): Stretch[] {
  const found: Stretch[] = []
  const look = (nodes: readonly Inline[]): void => {
    for (const node of nodes) {
      if (node.type === 'quotation' && node.close) found.push(stretchOf(clause.text, node))
      else if ('children' in node && node.type !== 'inlineNote') look(node.children)
    }
  }
  for (const block of clause.children) look(block.children)
  return found
}

/** Where a node stands in the words of its clause. */
export function stretchOf(text: Text, {place}: Pick<Quotation, 'place'>): Stretch {
  return {start: unitAt(text, place.start.offset), end: unitAt(text, place.end.offset)}
}

/** The first unit that lies at an offset of the file or behind it. Offsets rise: found by bisection. */
export function unitAt({offsets, value}: Text, offset: number): number {
  let low = 0
  let high = value.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether the number of a mark was typed by its drafter. */
export function isHandNumbered(mark: NoteMark): mark is NoteMark & {readonly node: NoteReference} {
  return mark.node.type === 'noteReference'
}

/** The numbers of automatic notes by the offset of their mark. */
export function automaticNumbers({notes}: ResolvedResolution): Map<number, number> {
  const numbers = new Map<number, number>()
  for (const {kind, number, places} of notes)
    if (kind !== 'hand') for (const place of places) numbers.set(place.start.offset, number)
  return numbers
}

/** The marks of each clause that has any, in reading order. */
export function marksByClause(marks: readonly NoteMark[]): ReadonlyMap<Clause, readonly NoteMark[]> {
  const held = new Map<Clause, NoteMark[]>()
  for (const mark of marks) {
    const own = held.get(mark.clause)
    if (own) own.push(mark)
    else held.set(mark.clause, [mark])
  }
  return held
}
