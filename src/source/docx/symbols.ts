/** Capital and small letters of the font Symbol, from A and a on. */
const capitals = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'
const smalls = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'
/** Signs of the font Symbol that stand amid words. */
const signs: ReadonlyMap<number, string> = new Map([
  [0xa2, '′'],
  [0xa3, '≤'],
  [0xa5, '∞'],
  [0xae, '→'],
  [0xac, '←'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb2, '″'],
  [0xb3, '≥'],
  [0xb4, '×'],
  [0xb7, '•'],
  [0xb8, '÷'],
  [0xb9, '≠'],
  [0xbb, '≈'],
  [0xbc, '…'],
  [0xbe, '—'],
  [0xd2, '®'],
  [0xd3, '©'],
  [0xd4, '™'],
  [0xd7, '⋅'],
  [0xe2, '®'],
  [0xe3, '©'],
  [0xe4, '™']
])

/** The character that `w:sym` shows. Fonts of pictures keep their private character, which no word has. */
export function symbolOf(font: string, code: string): string {
  const value = Number.parseInt(code, 16)
  if (!(value > 0 && value <= 0xffff) || (value >= 0xd800 && value <= 0xdfff)) return ''
  const low = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value
  if (/^symbol$/i.test(font)) {
    if (low >= 0x41 && low <= 0x5a) return capitals.charAt(low - 0x41)
    if (low >= 0x61 && low <= 0x7a) return smalls.charAt(low - 0x61)
    return signs.get(low) ?? String.fromCharCode(low < 0x80 ? low : value)
  }
  return String.fromCharCode(/dings|webdings|mt extra|symbol/i.test(font) ? value : low)
}
