import {parseLocator} from '../cite/index.ts'
import {type CitationItem, type CitedPage, type Passage, placeAt, type TextFile} from '../tree/index.ts'

/**
 * The page that the citation of a source names, if the passage stands on none of them. A page is known by the number
 * printed on it, by its label in the file, or by its count: whichever fits. What is no plain page number is not judged.
 */
export function citedPage(
  items: readonly CitationItem[],
  id: string,
  {where}: Passage,
  file: TextFile
): CitedPage | undefined {
  const cited = items.filter(item => item.id.value === id)
  if (where?.kind !== 'page' || cited.length === 0) return undefined
  const pages = cited.map(({rest}) => pagesOf(rest))
  const names = where.names.flat().map(name => name.toLowerCase())
  if (pages.some(page => page === undefined || names.some(page))) return undefined
  const [{rest, place} = {rest: '', place: undefined}] = cited
  const {locator = ''} = parseLocator(rest)
  const from = rest.search(/[^\s,]/)
  const until = rest.indexOf(locator) + locator.length
  if (!place || from < 0 || until <= from) return undefined
  // The item ends with what was typed behind the id.
  const start = place.end.offset - rest.length
  return {words: rest.slice(from, until), place: placeAt(file, start + from, start + until)}
}

/** Whether a page of this name is among those of a locator; undefined when it names no pages. */
function pagesOf(rest: string): ((name: string) => boolean) | undefined {
  const {label, locator = ''} = parseLocator(rest)
  if (label !== 'page') return undefined
  const ranges = locator
    .toLowerCase()
    .split(/\s*(?:,|&|\band\b)\s*/)
    .filter(range => range !== '')
    .map(range => rangeOf(range))
  if (ranges.some(range => range === undefined)) return undefined
  return name => ranges.some(range => range?.(name))
}

const rangeForm = /^([a-z]?\d+|[ivxlc]+)(?:\s*[-–—]\s*([a-z]?\d+|[ivxlc]+)|\s*(ff?|et seq)\.?)?$/

function rangeOf(range: string): ((name: string) => boolean) | undefined {
  const [, from = '', until, isOpen] = rangeForm.exec(range) ?? []
  if (from === '') return undefined
  const first = numberOf(from)
  const last = until === undefined ? (isOpen === undefined ? first : undefined) : wholeEnd(from, until)
  return name => {
    if (name === from || name === until) return true
    const page = numberOf(name)
    if (first === undefined || page === undefined || page.isRoman !== first.isRoman) return false
    return page.value >= first.value && (last === undefined || page.value <= last.value)
  }
}

interface PageNumber {
  readonly value: number
  readonly isRoman: boolean
}

/** `171–78` is 171 to 178. */
function wholeEnd(from: string, until: string): PageNumber | undefined {
  const isShort = /^\d+$/.test(until) && /^\d+$/.test(from) && until.length < from.length
  return numberOf(isShort ? from.slice(0, from.length - until.length) + until : until)
}

const romanDigits: Readonly<Record<string, number>> = {i: 1, v: 5, x: 10, l: 50, c: 100}

function numberOf(name: string): PageNumber | undefined {
  if (/^\d+$/.test(name)) return {value: Number(name), isRoman: false}
  if (!/^[ivxlc]+$/.test(name)) return undefined
  const digits = Array.from(name, letter => romanDigits[letter] ?? 0)
  const value = digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0)
  return {value, isRoman: true}
}
