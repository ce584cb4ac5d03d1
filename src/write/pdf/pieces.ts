import type {PrintedInline} from '../../tree/index.ts'
import {isLinkable} from '../addresses.ts'
import {type Handlers, handle} from '../handlers.ts'

/** Words of one look; a look is there only when it holds, so that the data stays small. */
export interface TextPiece {
  readonly type: 'text'
  readonly value: string
  readonly bold?: true
  readonly italic?: true
  readonly underline?: true
  readonly 'small-caps'?: true
  readonly superscript?: true
  readonly subscript?: true
}

/** A place where a word too long for a line may be cut. */
export interface BreakPiece {
  readonly type: 'break'
}

type WordPiece = TextPiece | BreakPiece

export interface LinkPiece {
  readonly type: 'link'
  readonly url: string
  readonly inlines: readonly WordPiece[]
}

export interface NotePiece {
  readonly type: 'note'
  readonly number: string
  readonly 'is-first': boolean
}

export type Piece = TextPiece | BreakPiece | LinkPiece | NotePiece

type Look = Omit<TextPiece, 'type' | 'value'>

interface Walk {
  readonly pieces: Piece[]
  readonly look: Look
  /** The address of the link that we are in; a note reference inside parts it in two, for it leads elsewhere. */
  readonly url: string | undefined
  readonly showNote: (number: number) => NotePiece | TextPiece
}

/**
 * Lays nested inline nodes out flat: the page template needs no recursion, which Typst ends at a depth of 80.
 * `showNote` decides what a note reference becomes.
 */
export function toPieces(
  inlines: readonly PrintedInline[],
  showNote: (number: number) => NotePiece | TextPiece
): readonly Piece[] {
  const pieces: Piece[] = []
  walkAll(inlines, {pieces, look: {}, url: undefined, showNote})
  return pieces
}

const handlers: Handlers<PrintedInline, void, Walk> = {
  text: ({value}, walk) => addText(value, walk),
  leadIn: ({value}, walk) => addText(value, {...walk, look: {...walk.look, bold: true}}),
  omission: ({value}, walk) => addText(value, walk),
  emphasis: withLook({italic: true}),
  strong: withLook({bold: true}),
  smallCaps: withLook({'small-caps': true}),
  superscript: withLook({superscript: true}),
  subscript: withLook({subscript: true}),
  underline: withLook({underline: true}),
  quotation: ({open, close, children}, walk) => addWrapped(open, children, close, walk),
  alteration: ({children}, walk) => addWrapped('[', children, ']', walk),
  noteReference: ({number}, walk) => {
    const note = walk.showNote(number)
    if (note.type === 'text') add({...walk.look, ...note}, walk)
    else walk.pieces.push(note)
  },
  link: ({url, children}, walk) => {
    const isLink = walk.url === undefined && isLinkable(url) && Buffer.byteLength(url) <= longestUrl
    walkAll(children, isLink ? {...walk, url} : walk)
  }
}

/** Bytes; Typst refuses a longer address. */
const longestUrl = 8000

function walkAll(inlines: readonly PrintedInline[], walk: Walk): void {
  for (const inline of inlines) {
    handle(handlers, inline, walk)
  }
}

function withLook(look: Look): (node: {readonly children: readonly PrintedInline[]}, walk: Walk) => void {
  return ({children}, walk) => walkAll(children, {...walk, look: {...walk.look, ...look}})
}

function addWrapped(open: string, children: readonly PrintedInline[], close: string, walk: Walk): void {
  addText(open, walk)
  walkAll(children, walk)
  addText(close, walk)
}

function addText(value: string, walk: Walk): void {
  splitLongWords(value).forEach((part, index) => {
    if (index > 0) add({type: 'break'}, walk)
    if (part !== '') add({type: 'text', value: part, ...walk.look}, walk)
  })
}

function add(piece: WordPiece, {pieces, url}: Walk): void {
  const last = pieces.at(-1)
  if (url === undefined) pieces.splice(-1, 1, ...join(last, piece))
  else if (last?.type === 'link' && last.url === url) {
    const inlines = [...last.inlines.slice(0, -1), ...join(last.inlines.at(-1), piece)]
    pieces.splice(-1, 1, {...last, inlines})
  } else pieces.push({type: 'link', url, inlines: [piece]})
}

/** Words of the same look become one piece, so that Typst sees whole words and letters with their accents. */
function join<Last extends Piece>(last: Last | undefined, piece: WordPiece): readonly (Last | WordPiece)[] {
  if (last === undefined) return [piece]
  if (last.type !== 'text' || piece.type !== 'text' || !haveSameLook(last, piece)) return [last, piece]
  return [{...last, value: last.value + piece.value}]
}

function haveSameLook(a: TextPiece, b: TextPiece): boolean {
  return looks.every(look => a[look] === b[look])
}

const looks: readonly (keyof Look)[] = ['bold', 'italic', 'underline', 'small-caps', 'superscript', 'subscript']

/** Signs in a row that no rule of line breaking would cut, longer than half a line. */
const longWord =
  /[^ \t\r\n\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}/?-]{41,}|[/?-]{41,}/gu

/** Punctuation that holds to its neighbours whatever stands between, but for a zero-width space. */
const clinging = /^[^\P{P}_]+$/u

/**
 * Cuts what may be wider than the page into parts of ten characters; the parts joined are the value, but for zero-width
 * spaces. Such a space is a part of its own: Typst would take the sign before it for a blank when it measures the line.
 */
function splitLongWords(value: string): readonly string[] {
  const parts: string[] = []
  let start = 0
  for (const {0: word, index} of value.matchAll(longWord)) {
    for (const ten of word.matchAll(/.{10}\p{M}*/gsu)) {
      const end = index + ten.index + ten[0].length
      parts.push(value.slice(start, end), ...(clinging.test(ten[0]) ? ['\u200b'] : []))
      start = end
    }
  }
  return start < value.length ? [...parts, value.slice(start)] : parts
}
