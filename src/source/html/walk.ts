import type {DefaultTreeAdapterTypes} from 'parse5'
import {defaultTreeAdapter} from 'parse5'
import {isNoteMark} from '../note-mark.ts'
import type {Element, Flow} from './elements.ts'
import {attributeOf, flowOf, isNoteReference, isUnseen, keepsSpace} from './elements.ts'
import type {Parting, Pen} from './pen.ts'
import {line, nothing, paragraph, space, tab} from './pen.ts'
import type {PlacedTree, References, TextNode} from './placed-text.ts'
import {eachUnit} from './placed-text.ts'

type Node = DefaultTreeAdapterTypes.ChildNode

/** An element that is being read. */
interface Frame {
  readonly children: readonly Node[]
  next: number
  readonly closing: Parting
  readonly keepsSpace: boolean
  readonly quotation: string
  readonly quotationDepth: number
}

export interface WalkOptions {
  /** Reads what stands for a picture as if it were printed there. */
  readonly altText?: boolean
}

const around: Readonly<Record<Flow, Parting>> = {
  block: paragraph,
  row: line,
  cell: tab,
  break: nothing,
  apart: space,
  inline: nothing
}
/** What a browser shows around `q`, and around a `q` within it. */
const quotationMarks: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['‘', '’']
]
/** A reference to a note is short; what is longer is the note. */
const longestMark = 60

/** Writes what a reader of a page sees. It keeps a stack of its own: elements may be nested a hundred thousand deep. */
export function walk(raw: string, tree: PlacedTree, references: References, pen: Pen, options: WalkOptions = {}): void {
  const root: Frame = {
    children: tree.document.childNodes,
    next: 0,
    closing: nothing,
    keepsSpace: false,
    quotation: '',
    quotationDepth: 0
  }
  const open: Frame[] = [root]
  for (let frame = open.at(-1); frame !== undefined; frame = open.at(-1)) {
    const node = frame.children[frame.next++]
    if (node === undefined) {
      open.pop()
      if (frame.quotation !== '') pen.add(frame.quotation)
      pen.part(frame.closing)
    } else if (defaultTreeAdapter.isTextNode(node)) writeText(raw, node, tree, references, pen, frame.keepsSpace)
    else if (defaultTreeAdapter.isElementNode(node)) {
      const inner = enter(node, frame, pen, options)
      if (inner !== undefined) open.push(inner)
    }
  }
}

/** Begins an element; nothing when its content is not to be read. */
function enter(element: Element, outer: Frame, pen: Pen, options: WalkOptions): Frame | undefined {
  const flow = flowOf(element.tagName)
  if (flow === 'break') pen.breakLine()
  pen.part(around[flow])
  if (isUnseen(element) || isMark(element, pen)) return undefined
  if (element.tagName === 'img' && options.altText === true) {
    const words = attributeOf(element, 'alt')?.trim() ?? ''
    if (words !== '') pen.add(words)
    pen.part(space)
  }
  const isQuotation = element.tagName === 'q'
  const marks = quotationMarks[outer.quotationDepth % 2]
  if (isQuotation) pen.add(marks?.[0] ?? '')
  return {
    children: element.childNodes,
    next: 0,
    closing: around[flow],
    keepsSpace: outer.keepsSpace || keepsSpace(element),
    quotation: isQuotation ? (marks?.[1] ?? '') : '',
    quotationDepth: outer.quotationDepth + (isQuotation ? 1 : 0)
  }
}

/** Whether an element is the mark of a note, which is not part of the sentence that it stands in. */
function isMark(element: Element, pen: Pen): boolean {
  const isSup = element.tagName === 'sup'
  const isReference = (isSup || element.tagName === 'a' || element.tagName === 'span') && isNoteReference(element)
  if (!isSup && !isReference) return false
  const content = contentOf(element, longestMark)
  if (content === undefined) return false
  if (isSup && isReference) return true
  return isNoteMark({text: content.text, before: pen.tail(), isReference: isReference || content.hasLink})
}

/** The words of a small element, or nothing when it is not small. */
function contentOf(element: Element, most: number): {readonly text: string; readonly hasLink: boolean} | undefined {
  let text = ''
  let hasLink = false
  const waiting: Node[] = [...element.childNodes].reverse()
  for (let seen = 0; waiting.length > 0; seen++) {
    const node = waiting.pop()
    if (node === undefined || seen > most || waiting.length > most || text.length > most) return undefined
    if (defaultTreeAdapter.isTextNode(node)) text += node.value
    else if (defaultTreeAdapter.isElementNode(node) && !isUnseen(node)) {
      hasLink ||= node.tagName === 'a' && attributeOf(node, 'href') !== undefined
      for (const child of node.childNodes.slice(0, most + 1).reverse()) waiting.push(child)
    }
  }
  return text.length > most ? undefined : {text, hasLink}
}

function writeText(
  raw: string,
  node: TextNode,
  tree: PlacedTree,
  references: References,
  pen: Pen,
  isKept: boolean
): void {
  eachUnit(raw, node, tree.piecesOf(node), references, (unit, offset) => {
    if (!isKept && (unit === 32 || (unit >= 9 && unit <= 13 && unit !== 11))) pen.part(space, offset)
    else pen.put(unit, offset)
  })
}
