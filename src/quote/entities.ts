/** Named character references that pages really use; others stay as they are typed. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  zwnj: '\u200c',
  zwj: '\u200d',
  lrm: '\u200e',
  rlm: '\u200f',
  ndash: '–',
  mdash: '—',
  horbar: '―',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  lsaquo: '‹',
  rsaquo: '›',
  hellip: '…',
  bull: '•',
  middot: '·',
  prime: '′',
  Prime: '″',
  dagger: '†',
  Dagger: '‡',
  sect: '§',
  para: '¶',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  permil: '‰',
  cent: '¢',
  pound: '£',
  curren: '¤',
  yen: '¥',
  euro: '€',
  dollar: '$',
  percnt: '%',
  ordf: 'ª',
  ordm: 'º',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  times: '×',
  divide: '÷',
  minus: '−',
  plusmn: '±',
  micro: 'µ',
  iexcl: '¡',
  iquest: '¿',
  sup1: '¹',
  sup2: '²',
  sup3: '³',
  szlig: 'ß',
  lbrack: '[',
  lsqb: '[',
  rbrack: ']',
  rsqb: ']',
  aelig: 'æ',
  AElig: 'Æ',
  oelig: 'œ',
  OElig: 'Œ',
  oslash: 'ø',
  Oslash: 'Ø',
  eth: 'ð',
  ETH: 'Ð',
  thorn: 'þ',
  THORN: 'Þ',
  lstrok: 'ł',
  Lstrok: 'Ł',
  inodot: 'ı',
  fflig: 'ff',
  filig: 'fi',
  fllig: 'fl',
  ffilig: 'ffi',
  ffllig: 'ffl'
}

const accents: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  macr: '\u0304',
  breve: '\u0306',
  dot: '\u0307',
  uml: '\u0308',
  ring: '\u030a',
  dblac: '\u030b',
  caron: '\u030c',
  cedil: '\u0327',
  ogon: '\u0328'
}

const reference = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}[0-9]{0,2}));/y

/** The character reference at a place, with what it stands for. */
export function entityAt(text: string, at: number): {readonly end: number; readonly letters: string} | undefined {
  reference.lastIndex = at
  const match = reference.exec(text)
  if (match === null) return undefined
  const [whole, decimal, hexadecimal, name] = match
  const letters = name === undefined ? fromNumber(decimal, hexadecimal) : fromName(name)
  return letters === undefined ? undefined : {end: at + whole.length, letters}
}

function fromNumber(decimal: string | undefined, hexadecimal: string | undefined): string | undefined {
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}

function fromName(name: string): string | undefined {
  if (Object.hasOwn(named, name)) return named[name]
  const accent = accents[name.slice(1)]
  if (accent === undefined || !Object.hasOwn(accents, name.slice(1))) return undefined
  const letters = (name.charAt(0) + accent).normalize('NFC')
  return letters.length === 1 ? letters : undefined
}
