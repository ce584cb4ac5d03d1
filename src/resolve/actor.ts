import {type Clause, hasPlainLetters, type Inline, type Text} from '../tree/index.ts'

/**
 * Takes away the actor that a drafter typed after "Resolved, that", since the template prints it.
 *
 * Only the template's own words are cut (blanks may differ), with the comma or colon after them.
 * With a `number` the clause's own number typed behind them goes too: "… members: 1. urges".
 * `isOtherActor` tells that a typed lead-in is followed by somebody else, who must not be given our actor.
 */
export function cutActor(
  clause: Clause,
  actor: string,
  number?: number
): {readonly clause: Clause; readonly isOtherActor: boolean} {
  const [block, ...others] = clause.children
  const [first, ...rest] = block?.children ?? []
  if (first?.type !== 'text' || !block) return {clause, isOtherActor: clause.typed.leadIn !== undefined}
  const end = actorEnd(first.value, actor, number)
  if (end === 0) return {clause, isOtherActor: clause.typed.leadIn !== undefined}
  const children: Inline[] = end < first.value.length ? [cutStart(first, end), ...rest] : rest
  return {clause: {...clause, children: [{...block, children}, ...others]}, isOtherActor: false}
}

/** How many units of `value` are the actor and what joins it to the action; 0 when it does not open with the actor. */
function actorEnd(value: string, actor: string, number: number | undefined): number {
  const ownNumber = number === undefined ? '' : `(?:(?:\\(${number}\\)|${number}[.)])\\s+)?`
  const words = actor.split(/\s+/).map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const letterOrDigit = hasPlainLetters(value) ? '[A-Za-z0-9]' : '[\\p{L}\\p{N}]'
  return (
    new RegExp(`^\\s*${words.join('\\s+')}(?!${letterOrDigit})\\s*[,:]?\\s*${ownNumber}`, 'iu').exec(value)?.[0]
      .length ?? 0
  )
}

function cutStart(text: Text, start: number): Text {
  const offsets = text.offsets.subarray(start)
  const first = offsets[0] ?? text.place.start.offset
  const shift = first - text.place.start.offset
  // The cut is inside one typed stretch; a line break in it moves the place only where nobody looks at it again.
  const begin = {...text.place.start, column: text.place.start.column + shift, offset: first}
  return {...text, value: text.value.slice(start), offsets, place: {...text.place, start: begin}}
}
