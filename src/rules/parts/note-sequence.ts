import type {Place, ResolvedResolution} from '../../tree/index.ts'
import {automaticNumbers, clausesOf, isHandNumbered, noteMarks} from './note-marks.ts'
import {typedNoteMarks} from './typed-note-marks.ts'

/** A number that its drafter gave to a note reference, as `[^4]` or otherwise. */
export interface NoteUse {
  readonly number: number
  readonly place: Place
}

export interface NoteSequence {
  /** Every use, in reading order. */
  readonly uses: readonly NoteUse[]
  /** The first use of each number, in reading order. */
  readonly firsts: readonly NoteUse[]
  /** The numbers of automatic notes, and of notes without a reference: other rules speak of these. */
  readonly others: ReadonlySet<number>
}

/** The label of a note that is a number; others have names. */
const isNumber = /^[1-9]\d{0,5}$/

/** The numbers of the notes as they follow on each other. */
export function noteSequence(resolved: ResolvedResolution): NoteSequence {
  const {resolution} = resolved
  const hand = noteMarks(resolution).flatMap(mark => {
    if (!isHandNumbered(mark) || !isNumber.test(mark.node.label.value)) return []
    return [{clause: mark.clause, start: mark.start, number: Number(mark.node.label.value), place: mark.node.place}]
  })
  const typed = typedNoteMarks(resolved).flatMap(({clause, start, numbers, place}) =>
    numbers.map(number => ({clause, start, number, place}))
  )
  const order = new Map(clausesOf(resolution).map((clause, index) => [clause, index] as const))
  const uses = [...hand, ...typed].sort(
    (a, b) => (order.get(a.clause) ?? 0) - (order.get(b.clause) ?? 0) || a.start - b.start
  )
  const numbers = new Set<number>()
  const firsts = uses.filter(({number}) => !numbers.has(number) && numbers.add(number))
  const others = new Set([
    ...automaticNumbers(resolved).values(),
    ...resolution.notes
      .filter(({label}) => isNumber.test(label.value))
      .map(({label}) => Number(label.value))
      .filter(number => !numbers.has(number))
  ])
  return {uses, firsts, others}
}
