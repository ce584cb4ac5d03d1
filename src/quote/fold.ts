/** What a UTF-16 unit is to the comparison of words. */
export const UNKNOWN = 0
/** A letter or digit. */
export const LETTER = 1
/** A word by itself: a character of a script without spaces, a currency or percent sign. */
export const ALONE = 2
export const APOSTROPHE = 3
/** Soft hyphens, joiners and the like: not there at all. */
export const INVISIBLE = 4
/** One unit that is several letters, such as a ligature. */
export const SEVERAL = 5
/** A combining mark. */
export const MARK = 6
/** A full stop or comma: a word break, or a part of a number. */
export const POINT = 7
/** A half of a surrogate pair. */
export const PAIR = 8
/** May open markup. */
export const MARKUP = 9
export const BREAK = 10

/** Tables over all UTF-16 units, filled a page of 128 at a time when a text first needs it. */
export interface Fold {
  /** For each unit its kind, shifted left by 16, and the unit that it is compared as: one look-up a unit. */
  readonly table: Uint32Array
  readonly several: Map<number, string>
}

const letter = (): RegExp => /[\p{L}\p{N}]/u
const latinLetter =
  /[A-Za-z0-9\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]/
const mark = (): RegExp => /\p{M}/u
const unspaced = (): RegExp =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3005\u3006\u30fc]/u
const sign = (): RegExp => /[\p{Sc}%‰‱&°]/u
const latinSign = /[$%&\u00a2-\u00a5\u00b0]/

const apostrophes = "'’‘ʼ′`´‛＇ʹ"
// biome-ignore lint/suspicious/noMisleadingCharacterClass: variation selectors are meant as they are
const invisibles = /[\u00ad\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]/u
/** Vowel points of Arabic and Hebrew, which quoters leave out. */
const points = /[\u064b-\u0652\u0670\u0591-\u05c7]/u
/** Raised digits: note marks nearly always, so no words. */
const raised = /[\u2070-\u209f\u00b9\u00b2\u00b3]/u

/** Letters that writers treat as one, beyond Unicode's own compatibility forms. */
const alike: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ё: 'е',
  ς: 'σ',
  ı: 'i',
  '％': '%',
  '＆': '&',
  '﹪': '%',
  '٪': '%'
}

/**
 * The tables that source and quotation share: both must go through the very same folding. They hold nothing but
 * facts of Unicode, filled in page by page when a text needs them: one for all texts, since a page takes milliseconds.
 */
export const fold: Fold = {table: new Uint32Array(65536), several: new Map()}

/** Fills the page of a unit that no text held before. */
export function learnPage(fold: Fold, unit: number): void {
  const first = unit & 0xff80
  for (let code = first; code < first + 128; code++) learnUnit(fold, code)
}

/** Latin 1 and common punctuation are told without classes of Unicode, which take long to compile: see `isPlain`. */
const isCommon = (character: string): boolean => character < '\u0100' || isPunctuation(character)
const isPunctuation = (character: string): boolean => character >= '\u2000' && character < '\u2070'

function isLetter(character: string): boolean {
  return character < '\u0100' ? latinLetter.test(character) : !isPunctuation(character) && letter().test(character)
}

/** Whether a character is a combining mark. */
export function isMark(character: string): boolean {
  return character >= '\u0300' && !isPunctuation(character) && mark().test(character)
}

/** Whether a character is a sign of currency, percent or degrees, or “&”: with or without a space, it is a word. */
function isSign(character: string): boolean {
  if (character < '\u0100') return latinSign.test(character)
  return isPunctuation(character) ? character === '‰' || character === '‱' : sign().test(character)
}

/** The letters that one character, perhaps a surrogate pair, is compared as. */
export function foldCharacter(character: string): string {
  const plain = character.normalize('NFKC').toLowerCase().normalize('NFC')
  let folded = ''
  for (const each of plain) {
    const other = alike[each] ?? each
    if (isLetter(other) || isMark(other) || isSign(other)) folded += other
  }
  return folded
}

/** Whether a character is a word by itself because its script has no spaces. */
export function isUnspaced(character: string): boolean {
  const isOther = character < '\u0e00' || (character >= '\u2000' && character < '\u2e80')
  return !isOther && unspaced().test(character)
}

function learnUnit(fold: Fold, code: number): void {
  const character = String.fromCharCode(code)
  const kind = kindOf(code, character)
  fold.table[code] = kind << 16
  if (kind !== LETTER && kind !== ALONE && kind !== MARK) return
  const folded = kind === MARK ? character : foldCharacter(character)
  if (folded.length === 1) fold.table[code] = (kind << 16) | folded.charCodeAt(0)
  else if (folded.length === 0) fold.table[code] = BREAK << 16
  else {
    fold.table[code] = SEVERAL << 16
    fold.several.set(code, folded)
  }
}

/** Whether a character is another form of a sign, such as the wide one of the dollar. */
function hasSign(character: string): boolean {
  return [...foldCharacter(character)].some(isSign)
}

function kindOf(code: number, character: string): number {
  if (code >= 0xd800 && code <= 0xdfff) return PAIR
  if ('<&[]!\\'.includes(character)) return MARKUP
  if (character === '.' || character === ',') return POINT
  if (apostrophes.includes(character)) return APOSTROPHE
  if (invisibles.test(character) || points.test(character)) return INVISIBLE
  if (raised.test(character)) return BREAK
  if (isSign(character)) return ALONE
  if (isMark(character)) return MARK
  if (!isLetter(character)) return isCommon(character) || !hasSign(character) ? BREAK : ALONE
  return isUnspaced(character) ? ALONE : LETTER
}
