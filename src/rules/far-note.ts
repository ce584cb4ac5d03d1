import type {Clause, ResolvedQuotation} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'
import {marksByClause, type NoteMark, noteMarks, quotationsOf, type Stretch, stretchOf} from './parts/note-marks.ts'

/** So many words, other quotations aside, may stand between a quotation and its note. */
const near = 20

/** The end of a sentence, not of an abbreviation. */
const sentenceEnd = /[a-zß-öø-ÿα-ωа-я]{3,}[.!?]["”’)\]]*\s+["“]?[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]|\S;\s/

/** A quotation whose note stands in another sentence, or many words behind it. */
export const farNote: Rule = defineRule(
  {id: 'far-note', severity: 'info', summary: 'The note of a quotation stands close behind it.'},
  ({quotations, resolution}, report) => {
    const marks = marksByClause(noteMarks(resolution))
    const others = new Map<Clause, readonly Stretch[]>()
    const told = new Set<NoteMark>()
    for (const quotation of quotations) {
      const {clause} = quotation
      const mark = noteOf(quotation, marks.get(clause) ?? [])
      if (!mark || told.has(mark)) continue
      const around = others.get(clause) ?? quotationsOf(clause)
      others.set(clause, around)
      if (!isFar(quotation, mark, around)) continue
      told.add(mark)
      report({
        message: 'the note is far from its quotation, expected it right behind the closing mark',
        place: mark.node.place,
        related: [{message: 'the quotation', path: resolution.file.path, place: quotation.quotation.place}]
      })
    }
  }
)

/** The mark that a quotation is bound to: the first behind it in its clause. */
function noteOf({quotation, note}: ResolvedQuotation, marks: readonly NoteMark[]): NoteMark | undefined {
  if (note === undefined || quotation.type !== 'quotation') return undefined
  return marks[firstIndex(marks, ({node}) => node.place.start.offset >= quotation.place.end.offset)]
}

/** More units than these are far, whatever they are. */
const longest = 4000

/** Whether too many words stand between, each of the other quotations for one word. */
function isFar({quotation, clause}: ResolvedQuotation, mark: NoteMark, others: readonly Stretch[]): boolean {
  const {end} = stretchOf(clause.text, quotation)
  let words = ''
  let at = end
  for (let index = firstIndex(others, ({start}) => start >= end); index < others.length; index++) {
    const other = others[index]
    if (!other || other.end > mark.start) break
    words += `${clause.text.value.slice(at, other.start)}“”`
    at = other.end
    // Looked at on the way, so that a clause of many quotations costs no more than it is long.
    if (words.length > longest || words.split(/\s+/).length > near) return true
  }
  words += clause.text.value.slice(at, mark.start)
  return sentenceEnd.test(words) || words.split(/\s+/).length > near
}

/** Where in a list the first one is for which `isBehind` holds, as it does for all after it; found by bisection. */
function firstIndex<Each>(list: readonly Each[], isBehind: (each: Each) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const each = list[middle]
    if (each !== undefined && isBehind(each)) high = middle
    else low = middle + 1
  }
  return low
}
