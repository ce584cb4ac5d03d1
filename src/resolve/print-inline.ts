import type {
  Block,
  Inline,
  NotePlacement,
  PrintedInline,
  PrintedNoteReference,
  PrintedParagraph,
  Text
} from '../tree/index.ts'
import type {NoteMark} from './number.ts'

/** What a clause's nodes turn into where the answer depends on the whole resolution. */
export interface PrintContext {
  /** The mark of a note in a clause; the words of a citation inside a note. */
  readonly mark: (node: NoteMark) => readonly PrintedInline[]
  /** Where the mark of an automatic citation stands beside the punctuation typed after it; undefined inside notes. */
  readonly placement: NotePlacement | undefined
  /** The words of `@id` in a sentence; undefined prints the citation as typed. */
  readonly shortTitle: (id: string) => string | undefined
}

type Printer = {
  [Type in Inline['type']]: (node: Extract<Inline, {type: Type}>, context: PrintContext) => readonly PrintedInline[]
}

const printers: Printer = {
  text: node => printText(node.value),
  emphasis: (node, context) => [{type: 'emphasis', children: printInlines(node.children, context)}],
  strong: (node, context) => [{type: 'strong', children: printInlines(node.children, context)}],
  link: (node, context) => [{type: 'link', url: node.url, children: printInlines(node.children, context)}],
  quotation: (node, context) => [
    {
      type: 'quotation',
      open: node.open.value,
      close: node.close?.value ?? '',
      children: printInlines(node.children, context)
    }
  ],
  alteration: (node, context) => [{type: 'alteration', children: printInlines(node.children, context)}],
  omission: node => [{type: 'omission', value: oneBlank(node.text.value)}],
  citation: (node, context) => context.mark(node),
  noteReference: (node, context) => context.mark(node),
  inlineNote: (node, context) => context.mark(node),
  sentenceCitation: (node, context) => printText(context.shortTitle(node.id.value) ?? `@${node.id.value}`)
}

/** Turns the nodes of a paragraph into what is printed. */
export function printInlines(nodes: readonly Inline[], context: PrintContext): PrintedInline[] {
  const placed = context.placement === undefined ? nodes : placeMarks(nodes, context.placement)
  // The table is typed over all node types; TypeScript cannot follow the type of one member through it.
  return placed.flatMap(node =>
    (printers[node.type] as (node: Inline, context: PrintContext) => PrintedInline[])(node, context)
  )
}

/**
 * Sets the marks of automatic citations: tight, without the blank that was typed before them,
 * and after the mark of punctuation that follows where the placement asks for it (`”[@a], and` in AMA style: `”,¹ and`).
 * A reference numbered by hand stands where it was typed.
 */
function placeMarks(nodes: readonly Inline[], placement: NotePlacement): readonly Inline[] {
  const first = nodes.findIndex(isAutomatic)
  if (first < 0) return nodes
  const out: Inline[] = []
  for (const node of nodes) {
    const before = out.at(-1)
    const isAfterMark = before !== undefined && isAutomatic(before)
    if (isAutomatic(node) && before?.type === 'text')
      out.splice(-1, 1, ...shortened(before, 0, before.value.trimEnd().length))
    if (node.type !== 'text' || !isAfterMark || !goesBeforeMark(node.value, placement)) out.push(node)
    else {
      const marks = out.splice(out.findLastIndex(other => !isAutomatic(other)) + 1)
      out.push(...shortened(node, 0, 1), ...marks, ...shortened(node, 1, node.value.length))
    }
  }
  return out
}

function isAutomatic(node: Inline): boolean {
  return node.type === 'citation' || node.type === 'inlineNote'
}

function goesBeforeMark(value: string, placement: NotePlacement): boolean {
  return !value.startsWith('..') && markGoesFirst(value, placement)
}

/** The words alone are printed: their offsets are not looked at again. */
function shortened(text: Text, start: number, end: number): Text[] {
  return start < end ? [{...text, value: text.value.slice(start, end)}] : []
}

/** The same for paragraphs. */
export function printBlocks(blocks: readonly Block[], context: PrintContext): PrintedParagraph[] {
  return blocks.map(block => ({type: block.type, children: printInlines(block.children, context)}))
}

function printText(value: string): PrintedInline[] {
  return value === '' ? [] : [{type: 'text', value: oneBlank(value)}]
}

/** Blanks that typing and folding left print as one space; no-break spaces are characters and stay. */
export function oneBlank(value: string): string {
  return value.replace(/[ \t\r\n]+/g, ' ')
}

/** Whether the punctuation mark that a text opens with stands before the note references next to it. */
export function markGoesFirst(text: string, placement: NotePlacement): boolean {
  if (!/^[,.;:]/.test(text)) return false
  if (placement === 'ama') return /^[,.]/.test(text)
  return placement === 'chicago'
}

export function isNoteReference(node: PrintedInline): node is PrintedNoteReference {
  return node.type === 'noteReference'
}
