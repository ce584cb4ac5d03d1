/** What stands raised in a text, and what stands before it on the same line. */
export interface Raised {
  readonly text: string
  /** The last dozen or so characters before it; they need not begin at a word. */
  readonly before: string
  /** It is a link, or its maker calls it a reference to a note. */
  readonly isReference: boolean
}

const number = '\\d{1,3}(?:\\s?[,;–-]\\s?\\d{1,3}){0,9}'
const name = '(?:note|n\\.?|nb|fn\\.?|lower-alpha)\\s?\\d{1,3}'
const remark = 'citation needed|clarification needed|who\\?|when\\?|by whom\\?|better source needed|dubious|sic'
/** Signs that nobody raises for another reason, and numbers or letters between brackets. */
const plainMark = new RegExp(
  `^(?:[*†‡§¶#]{1,4}|(?:[[(](?:${number}|${name}|${remark}|[a-z]{1,4}|[*†‡§]{1,3})[\\])],?\\s?)+)$`,
  'iu'
)
const bareMark = new RegExp(`^(?:${number}|${name}|[a-z]|[ivx]{1,4}|[*†‡§¶#]{1,4})[)\\],.]?$`, 'iu')

const units = /(?:^|[^\p{L}])(?:mc|[kcdmnµμ]m|ft|yd|mi)$/u
const inches = /\d\s?in$/u
const smallLetter = /(?:^|[^\p{L}\p{N}'’])\p{Ll}$/u
const capitalLetter = /(?:^|[^\p{L}\p{N}'’])\p{Lu}$/u
/** "Article 10" with a raised 3 is a note; "about 10" with a raised 6 is a million. */
const ten = /(?:^|[^\p{L}\p{N}.,])10$/u
const numberedThing = /\p{Lu}[\p{L}.]*\s10$/u
const two = /(?:^|[^\p{L}\p{N}.,])2$/u
const closingBracket = /[)\]]$/u
const figureOrNumeral = /(?:\p{N}|(?:^|[^\p{L}])[IVXLCDM]+)$/u

/** Whether something raised is the mark of a note, and not an exponent, an ordinal or the end of an abbreviation. */
export function isNoteMark({text, before, isReference}: Raised): boolean {
  const mark = text.trim()
  if (plainMark.test(mark)) return true
  if (!bareMark.test(mark)) return false
  if (isReference) return true
  return /^\d/u.test(mark) ? !isExponent(mark, before) : !endsWord(before)
}

function isExponent(mark: string, before: string): boolean {
  if (!/^\d{1,3}$/u.test(mark)) return false
  if (smallLetter.test(before) || units.test(before) || inches.test(before)) return true
  if (capitalLetter.test(before)) return mark === '2' || mark === '3'
  if (ten.test(before)) return !numberedThing.test(before)
  if (two.test(before)) return mark.length > 1
  return closingBracket.test(before) && /[=+×^]/u.test(before)
}

/** A raised letter ends "1o", "XIXe", "Mr", and is the exponent of a lone letter. */
function endsWord(before: string): boolean {
  return figureOrNumeral.test(before) || smallLetter.test(before) || capitalLetter.test(before)
}
