import type {Clause, Inline, Text} from '../tree/index.ts'

/** What is left of a clause, and whether a typed lead-in is followed by somebody else, who must not be given our actor. */
export interface CutClause {
  readonly clause: Clause
  readonly isOtherActor: boolean
}

/**
 * Makes a function that takes away the actor that a drafter typed after "Resolved, that", since the template prints it.
 *
 * Only the template's own words are cut (blanks may differ), with the comma or colon after them.
 * With a `number` the clause's own number typed behind them goes too: "… members: 1. urges".
 */
export function actorCutter(actor: string): (clause: Clause, number?: number) => CutClause {
  const words = actor.split(/\s+/).map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  // Made once for all clauses: it takes longer to compile than to run.
  const opening = new RegExp(`^\\s*${words.join('\\s+')}(?!${letterOrDigit})\\s*[,:]?\\s*`, 'iu')
  return (clause, number) => {
    const [block, ...others] = clause.children
    const [first, ...rest] = block?.children ?? []
    const end = first?.type === 'text' ? actorEnd(first.value, opening, number) : 0
    if (first?.type !== 'text' || !block || end === 0) return {clause, isOtherActor: clause.typed.leadIn !== undefined}
    const children: Inline[] = end < first.value.length ? [cutStart(first, end), ...rest] : rest
    return {clause: {...clause, children: [{...block, children}, ...others]}, isOtherActor: false}
  }
}

/** Ranges of letters, since a class of Unicode takes a millisecond to compile. */
const letterOrDigit = '[A-Za-z0-9\\u00c0-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff]'

/** A number of an action as typed: `(1) `, `1. ` or `1) `. */
const typedNumber = /(?:\((\d+)\)|(\d+)[.)])\s+/y

/** How many units of `value` are the actor and what joins it to the action; 0 when it does not open with the actor. */
function actorEnd(value: string, opening: RegExp, number: number | undefined): number {
  const end = opening.exec(value)?.[0].length ?? 0
  if (end === 0) return 0
  typedNumber.lastIndex = end
  const found = typedNumber.exec(value)
  const isOwn = found !== null && (found[1] ?? found[2]) === String(number)
  return isOwn ? end + found[0].length : end
}

function cutStart(text: Text, start: number): Text {
  const offsets = text.offsets.subarray(start)
  const first = offsets[0] ?? text.place.start.offset
  const shift = first - text.place.start.offset
  // The cut is inside one typed stretch; a line break in it moves the place only where nobody looks at it again.
  const begin = {...text.place.start, column: text.place.start.column + shift, offset: first}
  return {...text, value: text.value.slice(start), offsets, place: {...text.place, start: begin}}
}
