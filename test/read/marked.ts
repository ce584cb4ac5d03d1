import {expect} from 'vitest'
import type {Diagnostic} from '../../src/tree/index.ts'

/** A text with `«…»` round the places where something is expected, and those places as offsets of the text without the marks. */
export interface Marked {
  readonly text: string
  readonly places: readonly (readonly [number, number])[]
}

/** Takes the marks out of a text; they may be nested. */
export function unmark(marked: string): Marked {
  const places: [number, number][] = []
  const open: [number, number][] = []
  let text = ''
  for (const character of marked) {
    if (character === '«') {
      const place: [number, number] = [text.length, text.length]
      places.push(place)
      open.push(place)
    } else if (character === '»') open.pop()![1] = text.length
    else text += character
  }
  return {text, places}
}

/** The diagnostics as `rule: message`, after it was asserted that each stands where the text is marked, and nowhere else. */
export function atMarks(
  marked: string,
  read: (text: string) => {readonly diagnostics: readonly Diagnostic[]}
): string[] {
  const {text, places} = unmark(marked)
  const {diagnostics} = read(text)
  const found = diagnostics.map(({place}) => [place.start.offset, place.end.offset])
  const shown = diagnostics.map(
    ({rule, severity, message}) => `${severity === 'error' ? '' : `${severity} `}${rule}: ${message}`
  )
  expect(found, `${shown.join('\n')}\nin\n${text}`).toEqual(places)
  for (const {place} of diagnostics) {
    const before = text.slice(0, place.start.offset)
    expect(place.start.line).toBe(before.split('\n').length)
    expect(place.start.column).toBe(place.start.offset - before.lastIndexOf('\n'))
  }
  return shown
}
