/** What was typed after the id of a citation, taken apart. */
export interface Locator {
  /** A locator label of CSL 1.0.2; absent when the words are printed as typed. */
  readonly label?: string
  readonly locator?: string
  /** What follows, with the comma or blank that joins it. */
  readonly suffix?: string
}

/** A stretch of the typed words that is a place in a source. */
interface Segment {
  readonly label: string | undefined
  readonly locator: string
  readonly end: number
}

const labels: Readonly<Record<string, readonly string[]>> = {
  appendix: ['appendix', 'appendices', 'app.', 'apps.'],
  'article-locator': ['article', 'articles', 'art.', 'arts.'],
  book: ['book', 'books', 'bk.', 'bks.'],
  canon: ['canon', 'canons'],
  chapter: ['chapter', 'chapters', 'chap.', 'chaps.', 'ch.', 'chs.'],
  column: ['column', 'columns', 'col.', 'cols.'],
  equation: ['equation', 'equations', 'eq.', 'eqs.'],
  figure: ['figure', 'figures', 'fig.', 'figs.'],
  folio: ['folio', 'folios', 'fol.', 'fols.'],
  line: ['line', 'lines', 'l.', 'll.'],
  note: ['note', 'notes', 'n.', 'nn.'],
  page: ['page', 'pages', 'p.', 'pp.'],
  paragraph: ['paragraph', 'paragraphs', 'para.', 'paras.', 'par.', 'pars.', '¶', '¶¶'],
  part: ['part', 'parts', 'pt.', 'pts.'],
  rule: ['rule', 'rules', 'r.', 'rr.'],
  section: ['section', 'sections', 'sec.', 'secs.', '§', '§§'],
  table: ['table', 'tables', 'tbl.', 'tbls.'],
  'title-locator': ['title', 'titles', 'tit.'],
  verse: ['verse', 'verses', 'v.', 'vv.'],
  volume: ['volume', 'volumes', 'vol.', 'vols.']
}

const labelOf: ReadonlyMap<string, string> = new Map(
  Object.entries(labels).flatMap(([label, words]) =>
    words.flatMap(word => [[word, label] as const, [word.replace(/\.$/, ''), label] as const])
  )
)
// A lone letter without its point is no label: "n 4", "v 3" stay as typed.
const bareLetter = /^[a-z]$/
const roman = /^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i
const clock = /^\d{1,2}:\d\d(?::\d\d)?$/
// A few words that end in a number, or a place that needs none.
const typedPlaceForm = (): RegExp =>
  /^(?:preamble\b|s\.v\.\s*["“][^"”]*["”]|\p{L}[\p{L}.]*(?: \p{L}[\p{L}.]*){0,3} (?:\p{L}?\d[\d.:–-]*\p{L}?|[IVX]+)(?=$|\s*[,;([]))/iu

/**
 * Reads `, p. 12 (emphasis added)`, `, § 793(e)`, ` at 717` … into the label and locator of CSL and a suffix.
 * Several places in a row (`vol. 2, p. 12`) and places without a label of CSL (`Resolved clause 2`) are locators as typed.
 */
export function parseLocator(rest: string): Locator {
  const typed = rest.trim()
  if (typed === '') return {}
  const start = /^(?:,\s*)?(?:at\s+(?=[\d§¶]|p))?/i.exec(typed)?.[0].length ?? 0
  const first = segmentAt(typed, start)
  if (first === undefined) return typedPlace(typed)
  const compound = endOfCompound(typed, first)
  const end = compound ?? first.end
  const suffix = suffixOf(typed.slice(end))
  if (compound !== undefined) return {locator: typed.slice(start, end), ...suffix}
  if (first.label === undefined && end < typed.length && !/^\s*[,;([]/.test(typed.slice(end))) return typedPlace(typed)
  return {...(first.label === undefined ? {} : {label: first.label}), locator: first.locator, ...suffix}
}

function suffixOf(text: string): Pick<Locator, 'suffix'> {
  return text.trim() === '' ? {} : {suffix: text}
}

/** After a first labelled place, further ones: `vol. 2, p. 12`, `12 n. 3`. */
function endOfCompound(typed: string, first: Segment): number | undefined {
  let end = first.end
  for (;;) {
    const gap = /^(?:,\s*|\s+)/.exec(typed.slice(end))?.[0].length ?? 0
    const next = gap === 0 ? undefined : labelledAt(typed, end + gap)
    if (next === undefined) return end === first.end ? undefined : end
    end = next.end
  }
}

function segmentAt(typed: string, start: number): Segment | undefined {
  return labelledAt(typed, start) ?? bareAt(typed, start)
}

function labelledAt(typed: string, start: number): Segment | undefined {
  const found = /^(?:[a-z]{1,12}\.?|§§?|¶¶?)/i.exec(typed.slice(start, start + 16))?.[0]
  if (found === undefined) return undefined
  const word = found.toLowerCase()
  const label = bareLetter.test(word) ? undefined : labelOf.get(word)
  if (label === undefined) return undefined
  const gap = /^\s*/.exec(typed.slice(start + found.length))?.[0].length ?? 0
  // "Part II" and "pages 3", but not "parted" or "p12ff" run together with a whole word.
  if (gap === 0 && /[a-z]$/i.test(found) && !/^\d/.test(typed.slice(start + found.length))) return undefined
  const at = start + found.length + gap
  const end = endOfNumbers(typed, at, true)
  return end === at ? undefined : {label, locator: typed.slice(at, end), end}
}

function bareAt(typed: string, start: number): Segment | undefined {
  const end = endOfNumbers(typed, start, false)
  if (end === start) return undefined
  const locator = typed.slice(start, end)
  if (clock.test(locator)) return {label: 'timestamp', locator, end}
  // Pages are figures or roman numerals; codes such as B.2.1.17 are printed as typed.
  const isPage = locator
    .split(/[-–,&\s]+/)
    .every(word => /^(?:\d+(?:ff?\.?)?|ff?\.|et|seq\.|and)$/.test(word) || isRoman(word))
  return {label: isPage ? 'page' : undefined, locator, end}
}

/** The end of a list of numbers: `12`, `12-15, 20`, `793(e)`, `4 and 6`, `12 ff.`, `B.2.1.17`. */
function endOfNumbers(typed: string, start: number, isLabelled: boolean): number {
  let end = start
  let at = start
  for (;;) {
    const word = wordAt(typed, at)
    if (word === '' || !isNumber(word, isLabelled)) return end
    const after = at + word.length
    // "12, 2019 edition": a number in front of a word belongs to what follows.
    if (end > start && /^\s+(?!and\b|et\b|ff?\.)[\p{L}]/u.test(typed.slice(after))) return end
    end = after
    const tail = /^\s+(?:ff?\.|et seq\.)/.exec(typed.slice(end))?.[0].length ?? 0
    end += tail
    const gap = /^(?:\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+|\s*[-–—]\s*)/.exec(typed.slice(end))?.[0].length ?? 0
    if (gap === 0) return end
    at = end + gap
  }
}

/** A word up to a blank, comma or semicolon; brackets glued to it belong to it; closing points do not. */
function wordAt(typed: string, start: number): string {
  let end = start
  let depth = 0
  while (end < typed.length) {
    const char = typed[end] ?? ''
    if (char === '(' || char === '[') {
      if (end === start) break
      depth++
    } else if (char === ')' || char === ']') {
      if (depth === 0) break
      depth--
    } else if (/[\s,;]/.test(char)) break
    end++
  }
  if (depth > 0) return ''
  const word = typed.slice(start, end)
  return /\d(?:ff?|n)\.$/.test(word) ? word : word.replace(/[.:!?]+$/, '')
}

function isNumber(word: string, isLabelled: boolean): boolean {
  if (/\d/.test(word)) return true
  return word.split(/[-–]/).every(part => isRoman(part) || (isLabelled && /^\p{Lu}$/u.test(part)))
}

function isRoman(word: string): boolean {
  return word !== '' && roman.test(word)
}

/** `, Resolved clause 2` and `, preamble` are places; `, emphasis added` and `(emphasis added)` are suffixes. */
function typedPlace(typed: string): Locator {
  const hasComma = typed.startsWith(',')
  const words = hasComma ? typed.slice(1).trim() : typed

  const found = hasComma ? typedPlaceForm().exec(words)?.[0] : undefined
  if (found === undefined) return {suffix: (hasComma ? ', ' : ' ') + words}
  return {locator: found, ...suffixOf(words.slice(found.length))}
}
