import type {Clause, Text, TextFile} from '../../tree/index.ts'
import type {Finding} from '../define.ts'
import {placeIn, replacement} from './stretch.ts'

/** Blanks between the words and what the template supplies: "Whereas  the", "libraries ;". */
export function blanksAroundFormula(file: TextFile, {typed, text}: Clause): Finding[] {
  const found: Finding[] = []
  const after = text.value.slice(typed.leadIn ? indexOf(text, typed.leadIn.place.end.offset) : text.value.length)
  const wide = /^(?=\t| [ \t])[ \t]+(?=\S)/.exec(after)
  const start = text.value.length - after.length
  if (wide) {
    const stretch = [start, start + wide[0].length] as const
    const fix = replacement(file, text, stretch, ' ', 'leave one blank')
    found.push({
      message: 'a tab or several blanks stand here, expected one blank',
      place: placeIn(file, text, ...stretch),
      ...fix
    })
  }
  const end = typed.join && /^[,;:.]/.test(typed.join.value) ? indexOf(text, typed.join.place.start.offset) : 0
  const blank = /(?<=[^\s\]])[ \t]+$/.exec(text.value.slice(0, end))
  const place = blank && placeIn(file, text, blank.index, end)
  if (!blank || !place || place.start.line !== place.end.line) return found
  const fix = replacement(file, text, [blank.index, end], '', 'take the blank away')
  return [...found, {message: `a blank stands before “${text.value[end]}”, expected none`, place, ...fix}]
}

function indexOf(text: Text, offset: number): number {
  const index = text.offsets.indexOf(offset)
  return index < 0 ? text.value.length : index
}
