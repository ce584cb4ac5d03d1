import type {Block, Clause, Inline, Resolution, Text} from '../../tree/index.ts'

/** Stands for each character between quotation marks: those words are not the drafter's. */
export const quotedMark = '\ue000'

/** Stands for a citation, or for the reference of a note. */
export const noteMark = '\ufffc'

/** Every clause, in reading order. */
export function clausesOf({whereas, resolved}: Resolution): Clause[] {
  return [...whereas, ...resolved]
}

/** The title, the clauses and the notes: all that a drafter words, a text for each paragraph. */
export function proseOf(resolution: Resolution): Text[] {
  const blocks = [...clausesOf(resolution), ...resolution.notes].flatMap(({children}) => children)
  return [...(resolution.title ? [resolution.title] : []), ...wordsOf(blocks)]
}

/** The words of each paragraph as printed, what is quoted and what is a note masked. Quotations that are set off are left out. */
export function wordsOf(blocks: readonly Block[]): Text[] {
  return blocks.flatMap(block => (block.type === 'paragraph' ? wordsIn(block) : []))
}

/** A stretch of words, or of what is masked: as many marks as the file has units there. */
type Piece = Text | {readonly type: 'mask'; readonly value: string; readonly start: number}

function wordsIn({children, place}: Block): Text {
  const pieces: Piece[] = []
  gather(children, pieces)
  const value = pieces.map(piece => piece.value).join('')
  const offsets = new Uint32Array(value.length + 1)
  let at = 0
  for (const piece of pieces) {
    const {length} = piece.value
    if (piece.type === 'text') offsets.set(piece.offsets.subarray(0, length), at)
    else for (let unit = 0; unit < length; unit++) offsets[at + unit] = piece.start + unit
    at += length
  }
  offsets[at] = place.end.offset
  return {type: 'text', value, offsets, place}
}

function gather(nodes: readonly Inline[], pieces: Piece[]): void {
  for (const node of nodes) {
    if (node.type === 'text') pieces.push(node)
    else if (node.type === 'quotation') {
      const start = node.open.place.end.offset
      const end = node.close?.place.start.offset ?? node.place.end.offset
      pieces.push(node.open, {type: 'mask', value: quotedMark.repeat(Math.max(0, end - start)), start})
      if (node.close) pieces.push(node.close)
    } else if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'link') gather(node.children, pieces)
    else pieces.push({type: 'mask', value: noteMark, start: node.place.start.offset})
  }
}
