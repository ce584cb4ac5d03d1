import type {PrintedInline} from '../../tree/index.ts'

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

export interface LinkPiece {
  readonly type: 'link'
  readonly url: string
  readonly inlines: readonly (TextPiece | BreakPiece)[]
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
  /** The pieces of the link that we are in. */
  readonly link: (TextPiece | BreakPiece)[] | undefined
  readonly showNote: (number: number) => NotePiece | TextPiece
}

type Handler<Node> = (node: Node, walk: Walk) => void

/**
 * Lays nested inline nodes out flat: the page template needs no recursion, which Typst ends at a depth of 80.
 * `showNote` decides what a note reference becomes.
 */
export function toPieces(
  inlines: readonly PrintedInline[],
  showNote: (number: number) => NotePiece | TextPiece
): readonly Piece[] {
  const pieces: Piece[] = []
  walkAll(inlines, {pieces, look: {}, link: undefined, showNote})
  return pieces
}

const handlers: {readonly [Type in PrintedInline['type']]: Handler<Extract<PrintedInline, {type: Type}>>} = {
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
    if (note.type === 'note') walk.pieces.push(note)
    else add({...walk.look, ...note}, walk)
  },
  link: ({url, children}, walk) => {
    if (walk.link !== undefined || !isSafe(url)) return walkAll(children, walk)
    const inlines: (TextPiece | BreakPiece)[] = []
    walkAll(children, {...walk, link: inlines})
    if (inlines.length > 0) walk.pieces.push({type: 'link', url, inlines})
  }
}

function walkAll(inlines: readonly PrintedInline[], walk: Walk): void {
  for (const inline of inlines) {
    const handle = handlers[inline.type] as Handler<PrintedInline> // the table pairs each type with its handler
    handle(inline, walk)
  }
}

function withLook(look: Look): Handler<{readonly children: readonly PrintedInline[]}> {
  return ({children}, walk) => walkAll(children, {...walk, look: {...walk.look, ...look}})
}

function addWrapped(open: string, children: readonly PrintedInline[], close: string, walk: Walk): void {
  addText(open, walk)
  walkAll(children, walk)
  addText(close, walk)
}

function addText(value: string, walk: Walk): void {
  const words = value.replace(loneSurrogate, '\ufffd')
  splitLongWords(words).forEach((part, index) => {
    if (index > 0) add({type: 'break'}, walk)
    if (part !== '') add({type: 'text', value: part, ...walk.look}, walk)
  })
}

/** Joins words of the same look, so that Typst sees whole words and letters with their accents. */
function add(piece: TextPiece | BreakPiece, walk: Walk): void {
  const pieces: (Piece | undefined)[] = walk.link ?? walk.pieces
  const last = pieces.at(-1)
  if (last?.type === 'text' && piece.type === 'text' && haveSameLook(last, piece)) {
    pieces[pieces.length - 1] = {...last, value: last.value + piece.value}
  } else pieces.push(piece)
}

function haveSameLook(a: TextPiece, b: TextPiece): boolean {
  return looks.every(look => a[look] === b[look])
}

const looks: readonly (keyof Look)[] = ['bold', 'italic', 'underline', 'small-caps', 'superscript', 'subscript']

/** Half of a character, which JSON for Typst cannot hold. */
const loneSurrogate = /\p{Surrogate}/gu

/** What Typst takes for an address: not empty and at most 8000 bytes. */
function isSafe(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s\p{Cc}\p{Surrogate}]+$/iu.test(url) && Buffer.byteLength(url) <= 8000
}

/** Letters, digits and signs in a row that no rule of line breaking would cut, longer than half a line. */
const longWord = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{M}_=+*#~^<>|&$@%.:;,'"-]{41,}/gu

/** Cuts a word that may be wider than the page; the parts joined are the word. */
function splitLongWords(value: string): readonly string[] {
  return value.replace(longWord, word => word.replace(/(.{10})(?!\p{M}|$)/gsu, `$1${cut}`)).split(cut)
}

/** A noncharacter, never part of a text that a reader lets through. */
const cut = '\ufdd0'
