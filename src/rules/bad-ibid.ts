import {defineRule, type Rule} from './define.ts'
import {type NoteWords, noteBodies, placeOfWords} from './parts/note-bodies.ts'

/** "Ibid.", "See id." at the start of a note: the source of the note before. */
const same =
  /^\s*(?:see\s+|cf\.\s+|see,\s+e\.g\.,\s+)?(ibid(?![A-Za-zÀ-ʯͰ-῿0-9])\.?|ibidem(?![A-Za-zÀ-ʯͰ-῿0-9])|id\.|idem(?![A-Za-zÀ-ʯͰ-῿0-9]))/i
/** "op. cit.", "loc. cit.", "supra note 3": a source of an earlier note. */
const earlier =
  /(?<![A-Za-zÀ-ʯͰ-῿0-9])((?:op|loc)\.\s?cit\.|supra\s+(?:note|n\.)\s*(\d{1,4})|(?<=,\s)supra(?=\s*(?:[.,;]|at\s|$)))/i

/** A short reference that does not lead to one source. */
export const badIbid: Rule = defineRule(
  {id: 'bad-ibid', severity: 'error', summary: '“Ibid.” and its like point at one source of an earlier note.'},
  (resolved, report) => {
    const bodies = noteBodies(resolved)
    for (const [index, {number, words}] of bodies.entries()) {
      const found = same.exec(words.value) ?? earlier.exec(words.value)
      const typed = found?.[1]
      if (!found || typed === undefined) continue
      const flaw = flawOf(typed, found[2], number, bodies, bodies[index - 1])
      if (flaw === undefined) continue
      const start = found.index + found[0].lastIndexOf(typed)
      report({
        message: `“${typed}” ${flaw}`,
        place: placeOfWords(resolved.resolution.file, words, start, start + typed.length),
        note: 'notes move when a draft changes; `[@id]` gets its short form by itself'
      })
    }
  }
)

function flawOf(
  typed: string,
  target: string | undefined,
  number: number,
  bodies: readonly NoteWords[],
  before: NoteWords | undefined
): string | undefined {
  if (!before) return 'is in the first note, expected the source in full'
  if (target !== undefined) {
    const isEarlier = Number(target) < number && bodies.some(body => body.number === Number(target))
    return isEarlier ? undefined : `points at note ${target}, expected the number of an earlier note`
  }
  const count = sourceCount(before)
  if (!/^i/i.test(typed) || count < 2) return undefined
  return `follows note ${before.number} with its ${count} sources, expected the source by name`
}

/** How many sources a note names: its citations, or the parts of its words that have a year or an address. */
function sourceCount({sourceIds, words}: NoteWords): number {
  const parts = words.value.split(/;\s+|,?\s+and\s+(?=[A-ZÀ-ÖØ-ÞΑ-ΩА-Я])/)
  const named = parts.filter(
    part => /\b(?:1[5-9]|20)\d\d\b|https?:\/\//.test(part) && !/^(?:accessed|archived)/i.test(part)
  )
  return Math.max(sourceIds.length, named.length)
}
