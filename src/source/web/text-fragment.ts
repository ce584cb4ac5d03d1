/** Passages longer than this, in UTF-16 units, are named by their first and last words. */
const longestExact = 300
const wordsAtEnds = 5
const wordsOfContext = 3
/** Shorter passages need their context. */
const wordsAlone = 6

/**
 * The address of a passage on a page: a text directive by "URL Fragment Text Directives" (WICG), which browsers scroll to.
 * The words are those of the page, with `\n` between its blocks; `before` and `after` are what stands round them there,
 * of which the nearest words go with a passage of fewer than six words: that may be found elsewhere first. A longer one
 * stands for itself, since a browser finds nothing when it does not find the context. A fragment of the address stays;
 * an older directive goes.
 */
export function textFragment(address: string, words: string, before = '', after = ''): string {
  const lines = linesOf(words)
  const [first] = lines
  const last = lines.at(-1)
  if (first === undefined || last === undefined) return address
  const whole = lines.join(' ')
  // A single text must stand within one block; a range may reach over several.
  const isRange = lines.length > 1 || whole.length > longestExact
  const match = isRange ? [startOf(first), endOf(last, whole)] : [first]
  const needsContext = whole.split(' ').length < wordsAlone && whole.length < longestExact
  const prefix = needsContext ? linesOf(before).at(-1) : undefined
  const [suffix] = needsContext ? linesOf(after) : []
  const parts = [
    ...(prefix === undefined ? [] : [`${encode(lastWords(prefix, wordsOfContext))}-`]),
    ...match.map(encode),
    ...(suffix === undefined ? [] : [`-${encode(firstWords(suffix, wordsOfContext))}`])
  ]
  return `${withoutDirective(address)}:~:text=${parts.join(',')}`
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/[\n\r\u2028\u2029]+/)
    .map(line => line.replace(/\s+/g, ' ').trim())
    .filter(line => line !== '')
}

function startOf(line: string): string {
  return firstWords(line, wordsAtEnds)
}

/** The last words; more of them while they stand earlier in the passage too, where a browser would end it. */
function endOf(line: string, whole: string): string {
  for (let count = wordsAtEnds; ; count += wordsAtEnds) {
    const end = lastWords(line, count)
    const isAlone = whole.indexOf(end) === whole.length - end.length
    if (isAlone || end === line || count > 4 * wordsAtEnds) return end
  }
}

function firstWords(line: string, count: number): string {
  const starts = wordStarts(line)
  const next = starts[count]
  return next === undefined ? line : line.slice(0, next).trim()
}

function lastWords(line: string, count: number): string {
  const start = wordStarts(line).at(-count)
  return start === undefined ? line : line.slice(start)
}

/** Where words begin. Scripts without blanks are parted as browsers part them, which match whole words only. */
function wordStarts(line: string): readonly number[] {
  if (line.length < 40 || line.split(' ').length > line.length / 40)
    return [...line.matchAll(/(?<=^| )[^ ]/g)].map(found => found.index)
  const segments = new Intl.Segmenter('und', {granularity: 'word'}).segment(line)
  return [...segments].filter(({isWordLike}) => isWordLike).map(({index}) => index)
}

/** Percent-encodes all but letters, digits and `._~`: hyphen, comma and ampersand part a directive, brackets end a Markdown link. */
function encode(text: string): string {
  const wellFormed = text.replace(/[\ud800-\udfff]/gu, '\uFFFD') // with the flag `u` these are halves of pairs only
  return encodeURIComponent(wellFormed).replace(
    /[-!'()*]/g,
    mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
  )
}

/** The address up to where `:~:` goes. */
function withoutDirective(address: string): string {
  const hash = address.indexOf('#')
  if (hash < 0) return `${address}#`
  const directive = address.indexOf(':~:', hash)
  return directive < 0 ? address : address.slice(0, directive)
}
