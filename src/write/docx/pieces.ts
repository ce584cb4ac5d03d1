import type {Link, PrintedInline} from '../../tree/index.ts'
import {isLinkable} from '../addresses.ts'
import {type Handlers, handle} from '../handlers.ts'

/** Looks of a run that a character style stands for. */
export type Look =
  | 'leadIn'
  | 'blockLabel'
  | 'draftMark'
  | 'link'
  | 'emphasis'
  | 'strong'
  | 'smallCaps'
  | 'superscript'
  | 'subscript'
  | 'underline'
  | 'code'
  | 'quoted'
  | 'removed'
  | 'added'

/** Words of one look. Pieces of one link share its node; a `url` of `#name` leads to the bookmark of that name. */
export interface TextPiece {
  readonly type: 'text'
  readonly value: string
  readonly looks: readonly Look[]
  readonly link: {readonly url: string} | undefined
}

/** The mark of a note; inside a link it parts the link in two, for it leads elsewhere. */
export interface MarkPiece {
  readonly type: 'mark'
  readonly number: number
}

/** A jump to the next tab stop. */
export interface TabPiece {
  readonly type: 'tab'
}

export type Piece = TextPiece | MarkPiece | TabPiece

/** What surrounds a node. */
interface Around {
  readonly looks: readonly Look[]
  readonly link: Link<PrintedInline> | undefined
}

const handlers: Handlers<PrintedInline, readonly Piece[], Around> = {
  text: (node, around) => textPieces(node.value, around),
  leadIn: (node, around) => textPieces(node.value, withLook(around, 'leadIn')),
  emphasis: (node, around) => piecesIn(node.children, withLook(around, 'emphasis')),
  strong: (node, around) => piecesIn(node.children, withLook(around, 'strong')),
  link: (node, around) =>
    // A link inside a link is words of the outer one; and Word calls a file damaged when a target is no address.
    around.link === undefined && isLinkable(node.url) && URL.canParse(node.url)
      ? piecesIn(node.children, {...withLook(around, 'link'), link: node})
      : piecesIn(node.children, around),
  quotation: (node, around) => [
    ...textPieces(node.open, around),
    ...piecesIn(node.children, around),
    ...textPieces(node.close, around)
  ],
  alteration: (node, around) => [
    ...textPieces('[', around),
    ...piecesIn(node.children, around),
    ...textPieces(']', around)
  ],
  omission: (node, around) => textPieces(node.value, around),
  noteReference: node => [{type: 'mark', number: node.number}],
  smallCaps: (node, around) => piecesIn(node.children, withLook(around, 'smallCaps')),
  superscript: (node, around) => piecesIn(node.children, withLook(around, 'superscript')),
  subscript: (node, around) => piecesIn(node.children, withLook(around, 'subscript')),
  underline: (node, around) => piecesIn(node.children, withLook(around, 'underline'))
}

/** Lays inline nodes flat: words with their looks and marks of notes, neighbours of one look joined. */
export function piecesOf(nodes: readonly PrintedInline[], looks: readonly Look[] = []): readonly Piece[] {
  const pieces: Piece[] = []
  for (const piece of piecesIn(nodes, {looks, link: undefined})) {
    const last = pieces.at(-1)
    if (last?.type === 'text' && piece.type === 'text' && isSameRun(last, piece))
      pieces[pieces.length - 1] = {...last, value: last.value + piece.value}
    else pieces.push(piece)
  }
  return pieces
}

function piecesIn(nodes: readonly PrintedInline[], around: Around): readonly Piece[] {
  return nodes.flatMap(node => handle(handlers, node, around))
}

function textPieces(value: string, around: Around): readonly Piece[] {
  return value === '' ? [] : [{type: 'text', value, looks: around.looks, link: around.link}]
}

function withLook(around: Around, look: Look): Around {
  return around.looks.includes(look) ? around : {...around, looks: [...around.looks, look]}
}

function isSameRun(one: TextPiece, other: TextPiece): boolean {
  return (
    one.link === other.link &&
    one.looks.length === other.looks.length &&
    one.looks.every(look => other.looks.includes(look))
  )
}
