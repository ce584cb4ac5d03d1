import type {DossierMark, DossierParagraph, DossierRun} from '../tree/index.ts'

/** What no format can carry: control characters, halves of pairs, noncharacters (XML 1.0, 2.2; Unicode, 23.7). */
const unprintable = /(?![\t\n\f\r])[\p{Cc}\p{Surrogate}]|\p{Noncharacter_Code_Point}/gu
const blanks = /[ \t\n\v\f\r]+/g

/** Words for one line: blanks become one space (no-break spaces stay), what cannot be printed becomes U+FFFD. */
export function oneLine(words: string): string {
  return words.replace(blanks, ' ').replace(unprintable, '\ufffd')
}

/** Words as they are. */
export function plain(words: string): DossierRun {
  return {text: oneLine(words)}
}

/** A message of ours: what stands in backticks are ids and paths. */
export function said(message: string): readonly DossierRun[] {
  return oneLine(message)
    .split(/`([^`]+)`/)
    .map((words, index) => (index % 2 === 0 ? plain(words) : code(words)))
}

export function strong(words: string): DossierRun {
  return {text: oneLine(words), style: 'strong'}
}

/** An id, a path or a hash, every sign of which counts. */
export function code(words: string): DossierRun {
  return {text: oneLine(words).trim(), style: 'code'}
}

export function marked(mark: DossierMark, words: string): DossierRun {
  return {text: oneLine(words), style: mark}
}

/** Words that lead to a heading of the document. */
export function leadingTo(id: string, words: string): DossierRun {
  return {text: oneLine(words), link: `#${id}`}
}

/** Words that lead to an address; words alone where it is none that a reader may safely follow. */
export function linked(address: string, words: string): DossierRun {
  return isWebAddress(address) ? {text: oneLine(words), link: address} : plain(words)
}

export function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^\s\p{Cc}]+$/iu.test(address) && !/\p{Surrogate}/u.test(address)
}

export function paragraph(...runs: readonly DossierRun[]): DossierParagraph {
  return {type: 'paragraph', role: 'text', runs: withWords(runs)}
}

/** A label on a line of its own, before what it names. */
export function label(words: string): DossierParagraph {
  return {type: 'paragraph', role: 'label', runs: [strong(words)]}
}

/** The runs that have a word to say. */
export function withWords(runs: readonly DossierRun[]): readonly DossierRun[] {
  return runs.filter(({text}) => text !== '')
}

/** `“Title” (id)`; the id alone where there is no title. */
export function nameOf(source: {readonly id: string; readonly title: string}): readonly DossierRun[] {
  const title = oneLine(source.title).trim()
  return title === '' ? [code(source.id)] : [plain(`“${title}” (`), code(source.id), plain(')')]
}
