import type {Edit, Fix, ResolvedResolution} from '../../tree/index.ts'
import {labelsIn} from '../note-in-title.ts'
import {clausesOf, isHandNumbered, noteMarks} from './note-marks.ts'
import {typedNoteMarks} from './typed-note-marks.ts'

/** Words that speak of notes by number or by their order: they would have to be mended by hand. */
const mention = /\b(?:notes?|n\.|fn\.?)\s*\d|\bibid|\bid\.|\bidem\b/i

/**
 * Numbers the hand-numbered notes 1, 2, 3 … in the order of first use, references and entries alike.
 * Only where each reference has its note and each note its reference, and nothing else speaks of their numbers.
 */
export function renumberingFixes(resolved: ResolvedResolution): Fix[] {
  const {resolution} = resolved
  const marks = noteMarks(resolution)
  const hand = marks.filter(isHandNumbered).map(({node}) => node.label)
  const numbers = new Map<string, string>()
  for (const {value} of hand) if (!numbers.has(value)) numbers.set(value, `${numbers.size + 1}`)
  const labels = resolution.notes.map(({label}) => label)
  const words = [resolution.notes, clausesOf(resolution)]
    .flat()
    .map(({place: {start, end}}) => resolution.file.text.slice(start.offset, end.offset))
  const isSure =
    hand.length === marks.length &&
    labels.length === numbers.size &&
    labels.every(({value}) => numbers.has(value)) &&
    labelsIn([resolution.title?.value, ...words.slice(0, labels.length)].join(' ')).length === 0 &&
    !words.some(text => mention.test(text)) &&
    typedNoteMarks(resolved).length === 0
  const edits = [...hand, ...labels].flatMap(({value, place}): Edit[] => {
    const text = numbers.get(value) ?? value
    return text === value ? [] : [{place, text}]
  })
  const isPlain = edits.every(({place: {start, end}}) =>
    /^\d+$/.test(resolution.file.text.slice(start.offset, end.offset))
  )
  return isSure && isPlain ? [{title: 'number the notes anew', isOfQuotation: false, edits}] : []
}
