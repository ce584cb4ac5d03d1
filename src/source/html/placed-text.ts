import type {DefaultTreeAdapterMap, DefaultTreeAdapterTypes, TreeAdapter} from 'parse5'
import {defaultTreeAdapter, parse, parseFragment} from 'parse5'

export type TextNode = DefaultTreeAdapterTypes.TextNode

/**
 * Where the text of a node was typed: three numbers for each stretch that was typed in one go, its first unit in the
 * node's value and its first and last-but-one offset in the file.
 */
export type Pieces = readonly number[]

export interface PlacedTree {
  readonly document: DefaultTreeAdapterTypes.Document
  piecesOf(node: TextNode): Pieces
}

/**
 * Parses a page and remembers where each text was typed. The parser joins texts that it finds in several places (beside
 * an ignored tag, before a table) and keeps only the place of the whole; since it asks whether a node has a place before
 * it gives one, saying no each time makes it tell the place of each part.
 */
export function parsePlaced(html: string): PlacedTree {
  const pieces = new Map<unknown, number[]>()
  const treeAdapter: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    getNodeSourceCodeLocation: () => null,
    updateNodeSourceCodeLocation: () => undefined,
    setNodeSourceCodeLocation: (node, location) => {
      if (!location || !defaultTreeAdapter.isTextNode(node)) return
      const known = pieces.get(node)
      if (known === undefined) pieces.set(node, [0, location.startOffset, location.endOffset, node.value.length])
      else addPiece(known, location.startOffset, location.endOffset, node.value.length)
    }
  }
  const document = parse(html, {treeAdapter, sourceCodeLocationInfo: true})
  return {document, piecesOf: node => pieces.get(node) ?? []}
}

/** The last number of the list is the length of the value so far: where the next piece begins. */
function addPiece(known: number[], start: number, end: number, length: number): void {
  const last = known.length - 1
  if (known[last - 1] === start) known[last - 1] = end
  else known.splice(last, 1, known[last] ?? 0, start, end, 0)
  known[known.length - 1] = length
}

/** Takes each unit of a node's value with its offset in the file. */
export type Take = (unit: number, offset: number) => void

/** Lays the value of a text node over what was typed: linear. All units of a character reference stand at its `&`. */
export function eachUnit(raw: string, node: TextNode, pieces: Pieces, references: References, take: Take): void {
  for (let p = 0; p + 3 < pieces.length; p += 3) alignPiece(raw, node.value, pieces.slice(p, p + 4), references, take)
}

function alignPiece(raw: string, value: string, piece: Pieces, references: References, take: Take): void {
  const [from = 0, start = 0, end = 0, to = 0] = piece
  let at = references.startOf(raw, start)
  for (let i = from; i < to; ) {
    const unit = value.charCodeAt(i)
    const typed = at < end ? raw.charCodeAt(at) : unit
    const reference = typed === 38 && at < end ? references.at(raw, at) : undefined
    if (reference !== undefined) {
      const isRead = value.startsWith(reference.letters, i)
      for (let k = 0; isRead && k < reference.letters.length; k++) take(value.charCodeAt(i++), at)
      at += reference.length
    } else if (typed === unit || (typed === 0 && unit === 0xfffd) || (typed === 13 && unit === 10)) {
      take(unit, Math.min(at, end - 1))
      i++
      at += typed === 13 && raw.charCodeAt(at + 1) === 10 ? 2 : 1
    } else at++ // a NUL, or the first line break of a `pre`: the parser drops them
  }
}

export interface Reference {
  /** Units that were typed. */
  readonly length: number
  readonly letters: string
}

/** Knows the character references of a text; asks the parser once for each. */
export interface References {
  at(raw: string, at: number): Reference | undefined
  /** Where a text begins that the parser places in the midst of its first reference: it does so after white space. */
  startOf(raw: string, at: number): number
}

/** Longer numbers are no characters. */
const longestReference = 50
const pattern = /&(?:#(?:\d{1,40}|[xX][\da-fA-F]{1,40})|[a-zA-Z][a-zA-Z\d]{0,40});?/y

export function createReferences(): References {
  const known = new Map<string, Reference | undefined>()
  const referenceAt = (raw: string, at: number): Reference | undefined => {
    pattern.lastIndex = at
    if (!pattern.test(raw)) return undefined
    const typed = raw.slice(at, pattern.lastIndex)
    if (!known.has(typed)) known.set(typed, decode(typed))
    return known.get(typed)
  }
  return {
    at: referenceAt,
    startOf: (raw, at) => {
      const back = raw.slice(Math.max(0, at - longestReference), at)
      if (!back.includes('&')) return at
      const before = at - back.length + back.lastIndexOf('&')
      const reference = referenceAt(raw, before)
      return reference !== undefined && before + reference.length > at ? before : at
    }
  }
}

/** A name without a semicolon may stand for a reference and letters after it: `&ampere` is `&ere`. */
function decode(typed: string): Reference | undefined {
  const [node] = parseFragment(typed).childNodes
  const value = node !== undefined && defaultTreeAdapter.isTextNode(node) ? node.value : typed
  if (value === typed) return undefined
  const isWhole = typed.charAt(1) === '#' || (typed.endsWith(';') && (value === ';' || !value.endsWith(';')))
  if (isWhole) return {length: typed.length, letters: value}
  return {length: typed.length - value.length + 1, letters: value.charAt(0)}
}
