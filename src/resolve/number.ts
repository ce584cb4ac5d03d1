import {
  type Block,
  type Citation,
  type Inline,
  type InlineNote,
  type NoteBody,
  type NoteNumbering,
  type NoteReference,
  type Place,
  type Resolution,
  visitBlocks,
  visitInlines
} from '../tree/index.ts'

/** A node of a clause that prints the mark of a note. */
export type NoteMark = Citation | InlineNote | NoteReference

/** Where a mark stands in the numbering. */
export interface MarkNumber {
  readonly number: number
  readonly isFirst: boolean
  /** 1 for the first mark of a note, 2 for the next one … */
  readonly key: number
}

/** A note with its number and what it says, not yet rendered. */
export interface NumberedNote {
  readonly number: number
  readonly kind: 'hand' | 'citation' | 'inline'
  readonly label: string | undefined
  readonly places: readonly Place[]
  readonly body: readonly Block[] | Citation | undefined
}

export interface Numbering {
  readonly marks: ReadonlyMap<NoteMark, MarkNumber>
  /** In order of number. */
  readonly notes: readonly NumberedNote[]
}

interface Draft {
  readonly number: number
  readonly kind: NumberedNote['kind']
  readonly label: string | undefined
  readonly places: Place[]
  readonly body: NumberedNote['body']
}

/**
 * Numbers the notes of a resolution in reading order.
 *
 * References typed by hand keep their numbers; automatic notes take the next number that no hand-numbered one has.
 * Where the template numbers references, a citation repeated word for word gets its first number again.
 */
export function numberNotes(resolution: Resolution, numbering: NoteNumbering): Numbering {
  const marks = new Map<NoteMark, MarkNumber>()
  const drafts = new Map<string, Draft>()
  const bodies = new Map(resolution.notes.map(body => [body.label.value, body] as const))
  const found = findMarks(resolution)
  const taken = new Set(found.flatMap(mark => handNumber(mark) ?? []))
  let last = 0
  found.forEach((mark, index) => {
    const key = markKey(mark, index, numbering)
    const known = drafts.get(key)
    if (known) {
      known.places.push(mark.place)
      marks.set(mark, {number: known.number, isFirst: false, key: known.places.length})
      return
    }
    last = handNumber(mark) ?? nextFree(last, taken)
    taken.add(last)
    drafts.set(key, {number: last, places: [mark.place], ...bodyOf(mark, bodies)})
    marks.set(mark, {number: last, isFirst: true, key: 1})
  })
  const notes = [...drafts.values()].sort((a, b) => a.number - b.number)
  return {marks, notes}
}

function findMarks(resolution: Resolution): NoteMark[] {
  const marks: NoteMark[] = []
  const collect = (node: Inline): void => {
    if (node.type === 'citation' || node.type === 'inlineNote' || node.type === 'noteReference') marks.push(node)
  }
  for (const clause of [...resolution.whereas, ...resolution.resolved]) visitBlocks(clause.children, collect)
  return marks
}

/** The number of a hand-numbered reference; undefined for other marks and for labels that are no numbers. */
function handNumber(mark: NoteMark): number | undefined {
  if (mark.type !== 'noteReference' || !/^[1-9]\d{0,5}$/.test(mark.label.value)) return undefined
  return Number(mark.label.value)
}

/** Marks with the same key share a note. */
function markKey(mark: NoteMark, index: number, numbering: NoteNumbering): string {
  if (mark.type === 'noteReference') return `hand ${mark.label.value}`
  if (mark.type === 'citation' && numbering === 'references')
    return `cite ${JSON.stringify(mark.items.map(item => [item.prefix, item.id.value, item.rest]))}`
  return `note ${index}`
}

function nextFree(last: number, taken: ReadonlySet<number>): number {
  let next = last + 1
  while (taken.has(next)) next++
  return next
}

function bodyOf(mark: NoteMark, bodies: ReadonlyMap<string, NoteBody>): Pick<NumberedNote, 'kind' | 'label' | 'body'> {
  if (mark.type === 'citation') return {kind: 'citation', label: undefined, body: mark}
  if (mark.type === 'inlineNote')
    return {
      kind: 'inline',
      label: undefined,
      body: [{type: 'paragraph', children: mark.children, place: mark.place}]
    }
  return {kind: 'hand', label: mark.label.value, body: bodies.get(mark.label.value)?.children}
}

/** The citations a note holds, in reading order. */
export function noteCitations(body: NumberedNote['body']): Citation[] {
  if (!body) return []
  if ('items' in body) return [body]
  const citations: Citation[] = []
  for (const block of body)
    visitInlines(block.children, node => {
      if (node.type === 'citation') citations.push(node)
    })
  return citations
}
