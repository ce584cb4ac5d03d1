/** A stretch of words that was to be filled in: `end` is exclusive. */
export interface Placeholder {
  readonly start: number
  readonly end: number
}

// What people type for words to come. TBA, TBC and TK by itself before a name are left alone: bodies are called so;
// so is the page of a slip opinion, “569 U. S. ____ (2013)”.
const patterns: readonly RegExp[] = [
  /\b(?:TBD|TKTK|FIXME|TODO)\b/g,
  /\bTK\b(?! [A-ZÀ-ÖØ-ÞΑ-ΩА-Я])/g,
  /\?{3,20}/g,
  /\blorem ipsum\b/gi,
  /(?<![A-Za-zÀ-ʯͰ-῿0-9_])_{4,80}(?![A-Za-zÀ-ʯͰ-῿0-9_]| \(\d{4}\))/g,
  /\[(?:insert|enter|add|fill in|to come|tbd|tba|tbc|tk|citation needed|source needed)(?=[\s\]:,])[^\][]{0,60}\]/gi,
  /\[(?:date|name|number|title|source|place|year|month|url|address|\?{1,5}|_{1,40}|x{2,10}|\.{3} ?\?)\]/gi
]

// Two or more capital X, with what is glued to them: CD#XX, 20XX, XX-XX, XX%.
const crosses = /(?<![A-Za-zÀ-ʯͰ-῿])(?:[A-Za-zÀ-ʯͰ-῿]{0,8}#|[\d-]{0,9})X{2,12}(?:[-/]X{2,12})?(?![A-Za-zÀ-ʯͰ-῿0-9_])/g

// Before or after them XX and XXX are the numbers 20 and 30.
const beforeRoman =
  /(?:\b(?:art(?:icle|icles|s)?|titles?|chap(?:ter|ters|s)?|ch|parts?|pt|books?|bk|vol(?:ume|umes|s)?|annex(?:es)?|appendix|appendices|schedules?|amendments?|canto|act|scene|tables?|figures?|plates?|psalms?|protocols?|sessions?|congress|olympiads?|olympics|bowl|type|phase|orders?|divisions?|subtitles?|subchapters?|siglos?|si[eè]cles?|sections?|sec|class|corps|world war)\.?|\b[IVXLC]{1,6}(?: and| or| to|,)?|[–—-])\s?$/iu
const afterRoman =
  /^(?:th|st|e|º)?(?:[.,]?\s(?:century|centuries|c\.|cent\.|si[eè]cle|siglo|chromosomes?|olympi[A-Za-zÀ-ʯͰ-῿]{1,6}|congress|session|corps|dynasty|winter|summer|world|international|general|army|party)\b|\/XY|-rated|,? (?:and|to|or) X{1,3}[IVL])/i
const month = /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) $/

/** The placeholders of a text in order; XX and XXX as Roman numbers are none. */
export function placeholdersIn(text: string): Placeholder[] {
  const found = patterns.flatMap(pattern => [...text.matchAll(pattern)].map(stretch))
  for (const match of text.matchAll(crosses)) {
    const {start, end} = stretch(match)
    const isGlued = !/^X{2,3}$/.test(match[0])
    const before = text.slice(Math.max(0, start - 40), start)
    if (!isGlued && !month.test(before) && (beforeRoman.test(before) || afterRoman.test(text.slice(end, end + 30))))
      continue
    found.push({start, end})
  }
  const inOrder = found.toSorted((a, b) => a.start - b.start || b.end - a.end)
  return inOrder.filter(({start}, index) => !inOrder.slice(0, index).some(earlier => start < earlier.end))
}

/** Whether all of a value is a placeholder. */
export function isPlaceholder(value: string): boolean {
  return placeholdersIn(value).some(({start, end}) => start === 0 && end === value.length)
}

function stretch({0: words, index}: RegExpExecArray): Placeholder {
  return {start: index, end: index + words.length}
}
