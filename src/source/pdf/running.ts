import type {Segment} from './lines.ts'
import {lineOf, rowsOf, widestGapIn} from './lines.ts'
import type {PageText, TrimmedPage} from './page.ts'

/** Rows at the top and at the bottom of a page that may be its running head or foot. */
const deepest = 3

/** A row at the edge of a page. */
interface Edge {
  readonly page: number
  readonly row: Segment
  readonly text: string
  /** The text with its numbers masked; nothing when it is a note. */
  readonly key: string
  /** Numbers that may be that of the page. */
  readonly numbers: readonly PageNumber[]
  readonly isNumberOnly: boolean
  /** The distance to the next row inwards, in sizes of its letters. */
  readonly gap: number
}

interface PageNumber {
  readonly text: string
  /** What it counts less the count of the page: the same on all pages of one numbering. */
  readonly offset: number
  readonly isRoman: boolean
}

/** What is known of the edges of all pages together. */
interface Evidence {
  /** For each row that comes back, on how many pages near it. */
  readonly repeated: ReadonlyMap<Edge, number>
  /** Numberings that at least two pages share, and how many do. */
  readonly numbering: ReadonlyMap<string, number>
}

/** Takes away what stands at the top or foot of several pages but for its numbers, and page numbers that count on. */
export function trimPages(pages: readonly PageText[]): TrimmedPage[] {
  const tops = pages.map(page => edgesOf(page, 'top'))
  const bottoms = pages.map(page => edgesOf(page, 'bottom'))
  const all = [...tops.flat(), ...bottoms.flat()]
  const evidence: Evidence = {repeated: repeatedIn(all), numbering: numberingOf(all)}
  return pages.map((page, i) => {
    const removed = [...outerOf(tops[i] ?? [], evidence, true), ...outerOf(bottoms[i] ?? [], evidence, false)]
    const gone = new Set(removed.flatMap(({row}) => row.pieces))
    const main = page.main.filter(segment => !segment.pieces.some(piece => gone.has(piece)))
    return {...page, main, printed: printedNumber(removed, evidence)}
  })
}

function edgesOf(page: PageText, side: 'top' | 'bottom'): Edge[] {
  const rows = rowsOf(page.main)
  if (side === 'bottom') rows.reverse()
  return rows.slice(0, deepest).map((row, i) => {
    const {text, mark} = lineOf(row)
    const next = rows[i + 1]
    const gap = next === undefined ? Number.POSITIVE_INFINITY : Math.abs(row.y - next.y) / Math.max(row.size, next.size)
    const numbers = numbersIn(text, page.count)
    return {
      page: page.count,
      row,
      text,
      key: mark !== '' || note.test(text) ? '' : text.replace(/\d+/g, '#'),
      numbers,
      isNumberOnly: isNumber(text),
      gap
    }
  })
}

/** Notes may say the same on every page, and be numbered like the pages. */
const note = /^\d{1,3}(?:[\])]?\p{L}|[.)]?\s*(?:ibid|id\.|op\. ?cit|see|cf|supra|infra)(?!\p{L}))/iu
const lone =
  /^[-–—\s[(|·•]*(?:(?:page|p\.|seite|s\.|página|pág\.|стр\.|trang|第)\s*)?(?:\d{1,5}|[ivxlc]{1,8}|[A-Z]-?\d{1,4})(?:\s*(?:of|\/|von|de|sur|из|頁|页|ページ)\s*\d{0,5})?[-–—\s\])|·•]*$/iu

function isNumber(text: string): boolean {
  return text.length < 40 && lone.test(text)
}

/** Numbers at the ends of a row, or anywhere in a row that says nothing else. */
function numbersIn(text: string, page: number): PageNumber[] {
  const found: PageNumber[] = []
  const digits = isNumber(text) ? /\d{1,5}/g : /^\d{1,5}(?!\S)|(?<!\S)\d{1,5}$/g
  for (const number of text.match(digits) ?? [])
    found.push({text: number, offset: Number(number) - page, isRoman: false})
  for (const letters of text.match(/(?<!\S)[ivxlc]{1,8}$|^[ivxlc]{1,8}(?!\S)/giu) ?? [])
    found.push({text: letters, offset: valueOfRoman(letters) - page, isRoman: true})
  return found
}

const romanValues: Readonly<Record<string, number>> = {i: 1, v: 5, x: 10, l: 50, c: 100}

function valueOfRoman(letters: string): number {
  const values = Array.from(letters.toLowerCase(), letter => romanValues[letter] ?? 0)
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0)
}

/** Keys that stand at one height on pages that are near each other: heads change sides and chapters, not their height. */
function repeatedIn(edges: readonly Edge[]): Map<Edge, number> {
  const byKey = new Map<string, Edge[]>()
  for (const edge of edges) {
    if (!/\p{L}/u.test(edge.key)) continue
    const same = byKey.get(edge.key)
    if (same === undefined) byKey.set(edge.key, [edge])
    else same.push(edge)
  }
  const repeated = new Map<Edge, number>()
  for (const same of byKey.values())
    for (const [i, edge] of same.entries()) {
      const others = same.slice(Math.max(0, i - 4), i + 5).filter(other => isNear(edge, other))
      if (others.length > 0) repeated.set(edge, others.length + 1)
    }
  return repeated
}

function isNear(one: Edge, other: Edge): boolean {
  const distance = Math.abs(one.page - other.page)
  return distance > 0 && distance <= 4 && Math.abs(one.row.y - other.row.y) < one.row.size * 0.6
}

/** Numberings that at least two pages share: how far they are ahead of the count, and in what figures. */
function numberingOf(edges: readonly Edge[]): ReadonlyMap<string, number> {
  const pages = new Map<string, Set<number>>()
  for (const edge of edges)
    for (const number of edge.numbers) {
      const key = keyOf(number)
      const seen = pages.get(key)
      if (seen === undefined) pages.set(key, new Set([edge.page]))
      else seen.add(edge.page)
    }
  return new Map([...pages].filter(([, seen]) => seen.size > 1).map(([key, seen]) => [key, seen.size]))
}

function keyOf({offset, isRoman}: PageNumber): string {
  return `${offset} ${isRoman}`
}

/**
 * From the edge inwards, as long as the rows are matter of the page and not of the text, up to a gap: notes at the foot
 * that say “Ibid.” on every page stand close to what is above them.
 */
function outerOf(edges: readonly Edge[], evidence: Evidence, isTop: boolean): Edge[] {
  const end = edges.findIndex(edge => !evidence.repeated.has(edge) && !isPageNumber(edge, evidence, isTop))
  const outer = edges.slice(0, end < 0 ? edges.length : end)
  while (outer.length > 0 && (outer.at(-1)?.gap ?? 0) < nearest) outer.pop()
  return outer
}

/** The text begins so many sizes of letters away from a head or foot. */
const nearest = 1.4

function isPageNumber(edge: Edge, {numbering}: Evidence, isTop: boolean): boolean {
  const counted = edge.key === '' ? [] : edge.numbers.filter(number => numbering.has(keyOf(number)))
  if (edge.isNumberOnly) return counted.length > 0 || (edge.gap > 1.6 && edge.numbers.length > 0)
  // At the foot a number may be that of a note: that of the page stands well away from its words.
  return counted.length > 0 && edge.gap >= nearest && (isTop || widestGapIn(edge.row) > nearest)
}

/** The number of the numbering that most pages share, else the only number of a row of nothing else. */
function printedNumber(edges: readonly Edge[], {numbering}: Evidence): string | undefined {
  const sharers = (number: PageNumber): number => numbering.get(keyOf(number)) ?? 0
  const numbers = edges.flatMap(edge => edge.numbers).filter(number => sharers(number) > 0)
  const counted = numbers.sort((one, other) => sharers(other) - sharers(one))[0]
  return counted?.text ?? edges.find(edge => edge.isNumberOnly)?.numbers[0]?.text
}
