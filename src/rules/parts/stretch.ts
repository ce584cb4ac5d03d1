import {type Fix, type Place, placeAt, type Text, type TextFile} from '../../tree/index.ts'

/** The place of the units `start` to `end` of a text. */
export function placeIn(file: TextFile, text: Text, start: number, end: number): Place {
  const from = text.offsets[start] ?? text.place.end.offset
  if (end <= start) return placeAt(file, from, from)
  const last = text.offsets[end - 1] ?? from
  const isAsTyped = file.text[last] === text.value[end - 1]
  return placeAt(file, from, isAsTyped ? last + 1 : (text.offsets[end] ?? text.place.end.offset))
}

/** What YAML would read as something else than words. */
const unsafe = /: |:$| #|^#|["\\\n]/

/**
 * A fix that puts other words for the units `start` to `end` of a text; none where the file spells them otherwise
 * (escapes, a line break between them), or where YAML would not read the new words as they stand.
 */
export function replacement(
  file: TextFile,
  text: Text,
  [start, end]: readonly [number, number],
  by: string,
  title: string
): {readonly fixes?: readonly Fix[]} {
  const place = placeIn(file, text, start, end)
  const typed = file.text.slice(place.start.offset, place.end.offset)
  if (typed !== text.value.slice(start, end) || typed.includes('\n') || unsafe.test(by)) return {}
  const isOpening = by === '' && !/[A-Za-zÀ-ʯͰ-῿0-9]/.test(file.text[place.start.offset - 1] ?? '')
  // What comes to stand at the start of a value must not be a sign of YAML.
  if (isOpening && !/[A-Za-zÀ-ʯͰ-῿0-9 ]/.test(file.text[place.end.offset] ?? '')) {
    if (/[-?:,[\]{}#&*!|>'"%@`]/.test(file.text[place.end.offset] ?? '')) return {}
  }
  return {fixes: [{title, isOfQuotation: false, edits: [{place, text: by}]}]}
}
