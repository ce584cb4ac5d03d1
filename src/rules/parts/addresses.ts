import {type Place, placeAt, type ResolvedResolution, type Text} from '../../tree/index.ts'
import {citedSources, textOf, wordsOf} from './cited-sources.ts'

/** An address of a cited source, or one that was typed into a note. */
export interface Address {
  readonly value: string
  readonly path: string
  readonly place: Place
  /** The place of a stretch of it; undefined where the file does not hold it letter by letter. */
  readonly part: (start: number, end: number) => Place | undefined
}

/** The addresses of the cited sources, then those of the notes. */
export function addressesIn(resolved: ResolvedResolution): Address[] {
  const {file, notes} = resolved.resolution
  const found: Address[] = []
  for (const source of citedSources(resolved)) {
    const value = wordsOf(source.item, 'URL')
    const typed = textOf(source, 'URL')
    if (typed) found.push(addressOf(resolved, typed.value, typed.place))
    else if (value !== undefined) found.push({value, path: source.path, place: source.place, part: () => undefined})
  }
  for (const {place} of notes) {
    const words = file.text.slice(place.start.offset, place.end.offset)
    for (const {0: value, index} of words.matchAll(/https?:\/\/[^\s<>"'“”’)\]]{1,2000}/g)) {
      const start = place.start.offset + index
      const address = value.replace(/[.,;:]+$/, '')
      found.push(addressOf(resolved, address, placeAt(file, start, start + address.length)))
    }
  }
  return found
}

function addressOf({resolution: {file}}: ResolvedResolution, value: string, place: Place): Address {
  return {value, path: file.path, place, part: (start, end) => partOf(file, {value, place}, start, end)}
}

/** The place of a stretch of words; undefined where the file does not hold them letter by letter. */
export function partOf(
  file: ResolvedResolution['resolution']['file'],
  {value, place}: Pick<Text, 'value' | 'place'>,
  start: number,
  end: number
): Place | undefined {
  const from = place.start.offset
  return file.text.slice(from, place.end.offset) === value ? placeAt(file, from + start, from + end) : undefined
}
