import {type Edit, placeAt, type Text, type TextFile} from '../../tree/index.ts'

/**
 * An edit of the words of a scalar, `start` to `end` in units of its value, that is safe in every YAML style;
 * undefined where it is not: the stretch has a line break or an escape in it, or the new text would be read as YAML.
 */
export function editOf(file: TextFile, text: Text, start: number, end: number, replacement: string): Edit | undefined {
  const from = offsetAt(text, start)
  const until = offsetAt(text, end)
  const typed = file.text.slice(from, until)
  if (typed !== text.value.slice(start, end) || typed.includes('\n')) return undefined
  const before = file.text[from - 1] ?? ''
  const after = file.text[until] ?? '\n'
  if (yamlMarks(before + replacement + after) > yamlMarks(before + typed + after)) return undefined
  if (/[[\]]/.test(replacement) && isInFlow(file, text.place.start.offset)) return undefined
  return {place: placeAt(file, from, until), text: replacement}
}

function offsetAt({offsets, value, place}: Text, unit: number): number {
  return unit < value.length ? (offsets[unit] ?? place.end.offset) : place.end.offset
}

/** How often a stretch holds what ends a plain scalar. */
function yamlMarks(stretch: string): number {
  return [...stretch.matchAll(/:(?=\s)|\s#/g)].length
}

/** What may stand before a scalar on its line, or end the line before it, outside `[…]` and `{…}`. */
const blockLine = /^\s*(?:-\s+|[\w-]+:\s+)*["']?$/
const headerLine = /(?:[|>][-+\d]{0,2}|-|:)[ \t]*(?:#[^\n]*)?$/

/** Whether a scalar may be a plain one inside `[…]`, where brackets have a meaning. When in doubt it is. */
function isInFlow({text}: TextFile, start: number): boolean {
  const line = text.lastIndexOf('\n', start - 1) + 1
  const before = text.slice(line, start)
  if (/["']$/.test(before)) return false
  if (!blockLine.test(before)) return true
  return before.trim() === '' && !headerLine.test(wordsBefore(text, line))
}

/** The nearest line before an offset with anything on it: cost does not grow with the file. */
function wordsBefore(text: string, offset: number): string {
  let end = offset
  while (end > 0 && /\s/.test(text[end - 1] ?? '')) end--
  return end === 0 ? '' : text.slice(text.lastIndexOf('\n', end - 1) + 1, end)
}
