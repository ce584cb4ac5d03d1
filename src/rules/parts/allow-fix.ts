import {type Fix, type Place, placeAt, type Text, type TextFile} from '../../tree/index.ts'

/**
 * Takes a name away from an `allow`, where it stands in one of the usual forms: `allow: name`, `allow: [name, name]`,
 * a list with one name a line. A line with a comment, or with more on it, is left to its writer.
 */
export function removalOf(name: Text, list: readonly Text[], file: TextFile): Fix | undefined {
  const place = placeOf(name, list, file)
  if (!place) return undefined
  return {title: `take \`${name.value}\` away`, isOfQuotation: false, edits: [{place, text: ''}]}
}

/** One name of an `allow`, with or without quotation marks; the lines are short and the pattern is linear. */
const lone = /^ *allow: +(?:\[ *["']?[\w-]+["']? *\]|["']?[\w-]+["']?) *\r?$/
const item = /^ *- +["']?[\w-]+["']? *\r?$/
const key = /^ *allow: *\r?$/
const several = /^ *allow: +\[[\w\-"', ]*\] *\r?$/

function placeOf(name: Text, list: readonly Text[], file: TextFile): Place | undefined {
  const {line} = name.place.start
  const words = lineAt(file, line)
  if (list.length === 1 && lone.test(words)) return linesAt(file, line, line)
  if (list.length === 1 && item.test(words) && key.test(lineAt(file, line - 1))) return linesAt(file, line - 1, line)
  if (list.length > 1 && item.test(words)) return linesAt(file, line, line)
  return list.length > 1 && several.test(words) ? betweenCommas(name, file) : undefined
}

function lineAt({text, lineStarts}: TextFile, line: number): string {
  return text.slice(lineStarts[line - 1] ?? 0, lineStarts[line] ?? text.length).replace(/\n$/, '')
}

/** Whole lines with the break behind them, or with the one before them at the end of a file. */
function linesAt(file: TextFile, first: number, last: number): Place {
  const start = file.lineStarts[first - 1] ?? 0
  const end = file.lineStarts[last]
  if (end !== undefined) return placeAt(file, start, end)
  return placeAt(file, file.text.slice(0, start).replace(/\r?\n$/, '').length, file.text.length)
}

/** A name with its quotation marks and the comma behind it; the last one with the comma before it. */
function betweenCommas({place}: Text, file: TextFile): Place {
  const isMarked = /["']/.test(file.text.charAt(place.start.offset - 1))
  const start = place.start.offset - (isMarked ? 1 : 0)
  const end = place.end.offset + (isMarked ? 1 : 0)
  const after = /^ *, */.exec(file.text.slice(end, end + 40))?.[0].length
  if (after !== undefined) return placeAt(file, start, end + after)
  const before = / *, *$/.exec(file.text.slice(Math.max(0, start - 40), start))?.[0].length ?? 0
  return placeAt(file, start - before, end)
}
