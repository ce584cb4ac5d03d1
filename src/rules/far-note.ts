import type {Clause, ResolvedQuotation} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'
import {marksByClause, type NoteMark, noteMarks, quotationsOf, stretchOf} from './parts/note-marks.ts'

/** So many words, other quotations aside, may stand between a quotation and its note. */
const near = 20

/** The end of a sentence, not of an abbreviation. */
const sentenceEnd = /[a-zß-öø-ÿα-ωа-я]{3,}[.!?]["”’)\]]*\s+["“]?[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]|\S;\s/

/** A quotation whose note stands in another sentence, or many words behind it. */
export const farNote: Rule = defineRule(
  {id: 'far-note', severity: 'info', summary: 'The note of a quotation stands close behind it.'},
  ({quotations, resolution}, report) => {
    const marks = marksByClause(noteMarks(resolution))
    const told = new Set<NoteMark>()
    for (const quotation of quotations) {
      const mark = noteOf(quotation, marks)
      if (!mark || told.has(mark) || !isFar(quotation, mark)) continue
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
function noteOf(
  {quotation, clause, note}: ResolvedQuotation,
  marks: ReadonlyMap<Clause, readonly NoteMark[]>
): NoteMark | undefined {
  if (note === undefined || quotation.type !== 'quotation') return undefined
  return marks.get(clause)?.find(mark => mark.node.place.start.offset >= quotation.place.end.offset)
}

function isFar({quotation, clause}: ResolvedQuotation, mark: NoteMark): boolean {
  const {end} = stretchOf(clause.text, quotation)
  let words = clause.text.value.slice(end, mark.start)
  for (const other of quotationsOf(clause).toReversed())
    if (other.start >= end && other.end <= mark.start)
      words = `${words.slice(0, other.start - end)}“”${words.slice(other.end - end)}`
  return sentenceEnd.test(words) || words.split(/\s+/).length > near
}
