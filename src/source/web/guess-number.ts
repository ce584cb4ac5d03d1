/** A DOI: a prefix, then what the registrant likes (the pattern that Crossref recommends, and a few more marks). */
const doi = /\b10\.\d{4,9}\/[-._;()/:a-z0-9<>[\]]+/gi

/** The DOI that a field holds, with or without `doi:` or the address of a resolver. */
export function readDoi(text: string): string | undefined {
  return doisIn(text)[0]
}

/** The DOI that a page shows at its head as its own, when it shows one only: `DOI: 10…`, `https://doi.org/10…`. */
export function shownDoi(opening: string): string | undefined {
  const all = doisIn(opening)
  const [only] = all
  const isShown = /(?:\bdoi: ?|\/\/(?:dx\.)?doi\.org\/)10\./i.test(opening)
  return all.length === 1 && isShown ? only : undefined
}

/** Each DOI of a text once. The case of a DOI does not matter; what closes a sentence is not part of it. */
function doisIn(text: string): readonly string[] {
  const found = new Map<string, string>()
  for (const [match] of decoded(text.slice(0, 20_000)).matchAll(doi)) {
    const trimmed = trimEnd(match)
    if (!found.has(trimmed.toLowerCase())) found.set(trimmed.toLowerCase(), trimmed)
  }
  return [...found.values()]
}

function trimEnd(match: string): string {
  let end = match.length
  while (end > 0) {
    const last = match[end - 1] ?? ''
    const isClosing = last === ')' && !match.slice(0, end).includes('(')
    if (!/[.,;:>\]<[]/.test(last) && !isClosing) break
    end--
  }
  return match.slice(0, end)
}

function decoded(text: string): string {
  return text.replace(/%2f/gi, '/')
}

/** An ISBN of ten or thirteen signs with the right check digit, without its hyphens. */
export function readIsbn(text: string): string | undefined {
  const compact = text
    .replace(/^\s*(?:urn:)?isbn(?:-1[03])?:?/i, '')
    .replace(/[\s\u2010-\u2013-]/g, '')
    .toUpperCase()
  return isIsbn10(compact) || isIsbn13(compact) ? compact : undefined
}

/** The sum of the digits by weights of ten down to one is a multiple of eleven; `X` is ten. */
function isIsbn10(text: string): boolean {
  if (!/^\d{9}[\dX]$/.test(text)) return false
  const sum = [...text].reduce((total, sign, index) => total + (10 - index) * (sign === 'X' ? 10 : Number(sign)), 0)
  return sum % 11 === 0
}

/** The sum of the digits by weights of one and three in turn is a multiple of ten. */
function isIsbn13(text: string): boolean {
  if (!/^97[89]\d{10}$/.test(text)) return false
  return [...text].reduce((total, sign, index) => total + (index % 2 === 0 ? 1 : 3) * Number(sign), 0) % 10 === 0
}
