import type {Clause, Edit, Fix, NotePlacement, TextFile} from '../../tree/index.ts'
import {editOf} from './note-edit.ts'
import type {Stretch} from './note-marks.ts'

/** What is wrong with the spot of a mark; a mark has one such flaw at most. */
export type SpotFlaw = 'inside' | 'misplaced' | 'space'

/** A mark, or several that stand together. */
export interface Spotted extends Stretch {
  readonly clause: Clause
  readonly quotation: Stretch | undefined
}

/** Where a mark should stand. */
export interface Spot {
  readonly flaw: SpotFlaw | undefined
  /** What is taken away: the mark with the blanks before it. */
  readonly cut: Stretch
  /** Where it is put, in units of the words. */
  readonly target: number
  /** The punctuation that it stands on the wrong side of. */
  readonly punctuation: string
}

/** Which punctuation stands before a mark, and which after it. */
const goesFirst: Readonly<Record<NotePlacement, RegExp>> = {ama: /[,.]/, chicago: /[,.;:]/, before: /(?!)/}
const goesLast: Readonly<Record<NotePlacement, RegExp>> = {ama: /[;:—]/, chicago: /—/, before: /[,;:—]/}

/** Finds the right spot of a mark: behind the closing quotation mark, on its side of the punctuation, no blank before it. */
export function spotOf(mark: Spotted, placement: NotePlacement): Spot {
  const {clause, start, end, quotation} = mark
  const {value} = clause.text
  let from = start
  while (from > 0 && /[ \t\r\n]/.test(value[from - 1] ?? '')) from--
  const cut = from > 0 ? {start: from, end} : {start, end}
  const right = quotation ? quotation.end : end
  const after = value[right] ?? ''
  const before = value[cut.start - 1] ?? ''
  const isMovedOver = goesFirst[placement].test(after) && value[right + 1] !== '.' && !isInJoin(clause, right)
  if (quotation) return {flaw: 'inside', cut, target: isMovedOver ? right + 1 : right, punctuation: ''}
  if (isMovedOver) return {flaw: 'misplaced', cut, target: right + 1, punctuation: after}
  if (goesLast[placement].test(before) && cut.start === start && cut.start > 1 && !isInJoin(clause, start - 1))
    return {flaw: 'misplaced', cut, target: start - 1, punctuation: before}
  const isSpaced = cut.start < start && !isInJoin(clause, cut.start - 1)
  return {flaw: isSpaced ? 'space' : undefined, cut, target: cut.start, punctuation: ''}
}

/** Whether a unit is of what joins the clause to the next one: the template sets it, and the mark beside it. */
function isInJoin({typed: {join}, text}: Clause, unit: number): boolean {
  const offset = text.offsets[unit] ?? 0
  return join !== undefined && join.place.start.offset <= offset && offset < join.place.end.offset
}

/** Puts a mark, as `words`, where it should stand; no fix where the YAML does not allow it. */
export function fixesOfSpot(
  file: TextFile,
  {clause}: Spotted,
  {cut, target}: Spot,
  words: string,
  title: string
): Fix[] {
  const {text} = clause
  const edits =
    target >= cut.end && target - cut.end <= 1
      ? [editOf(file, text, cut.start, target, text.value.slice(cut.end, target) + words)]
      : target < cut.start
        ? [editOf(file, text, target, cut.end, words + text.value.slice(target, cut.start))]
        : target === cut.start
          ? [editOf(file, text, cut.start, cut.end, words)]
          : [editOf(file, text, cut.start, cut.end, ''), editOf(file, text, target, target, words)]
  const made = edits.filter((edit): edit is Edit => edit !== undefined)
  return made.length === edits.length ? [{title, isOfQuotation: false, edits: made}] : []
}
