/** Letters that the file puts on a page in one go. Lengths are in points; `y` grows downwards, whatever way the text runs. */
export interface Piece {
  readonly text: string
  readonly left: number
  readonly right: number
  /** The base line. */
  readonly y: number
  readonly size: number
  readonly isRightToLeft: boolean
  /** The file, or pdf.js by the gap before it, writes a space there. */
  readonly isSpaced: boolean
}

/** What pdf.js says of an item of text; marked content has no `str`. */
export interface TextItem {
  readonly str?: string
  readonly dir?: string
  /** a, b, c, d, e, f of the matrix from letters to the page. */
  readonly transform?: readonly number[]
  readonly width?: number
  readonly height?: number
  readonly fontName?: string
}

/** The pieces of a page that run one way, in the order of the file. */
export interface Direction {
  readonly degrees: number
  readonly pieces: Piece[]
}

/**
 * The letters of a page by the way they run: the most first, so that a page set sideways is read like any other and a
 * watermark across it comes last. Vertical writing is read as text turned by a right angle.
 */
export function piecesOf(items: readonly TextItem[], isVertical: (font: string) => boolean): Direction[] {
  const directions = new Map<number, Direction>()
  let isSpaced = false
  for (const item of items) {
    const {str = '', transform: [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = [], fontName = ''} = item
    const size = Math.hypot(c, d)
    if (str !== '' && str.trim() === '') isSpaced = true
    if (str.trim() === '' || !Number.isFinite(a + b + c + d + e + f) || size === 0) continue
    const vertical = isVertical(fontName)
    const degrees = (Math.round((Math.atan2(b, a) * 180) / Math.PI) + (vertical ? 270 : 360)) % 360
    const direction = directions.get(degrees) ?? {degrees, pieces: []}
    directions.set(degrees, direction)
    direction.pieces.push({...placed(item, str, e, f, size, degrees, vertical), isSpaced: isSpaced || /^\s/u.test(str)})
    isSpaced = /\s$/u.test(str)
  }
  return [...directions.values()].sort((one, other) => lettersIn(other) - lettersIn(one))
}

function placed(
  item: TextItem,
  str: string,
  e: number,
  f: number,
  size: number,
  degrees: number,
  vertical: boolean
): Omit<Piece, 'isSpaced'> {
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const length = (vertical ? item.height : item.width) ?? 0
  const start = e * cos + f * sin
  // An item may hold blanks at its ends: they count as much as the other letters, nearly enough.
  const blank = length / str.length
  const left = start + blank * (str.length - str.trimStart().length)
  const right = start + length - blank * (str.length - str.trimEnd().length)
  return {text: str.trim(), left, right, y: e * sin - f * cos, size, isRightToLeft: item.dir === 'rtl'}
}

function lettersIn({pieces}: Direction): number {
  return pieces.reduce((sum, piece) => sum + piece.text.length, 0)
}
