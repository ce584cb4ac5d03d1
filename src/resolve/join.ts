import type {NotePlacement, PrintedInline, PrintedParagraph} from '../tree/index.ts'
import {isNoteReference, markGoesFirst} from './print-inline.ts'

/**
 * Appends what the template puts after a clause ("; and", ".") to its last paragraph.
 *
 * Note references at the very end stand before or after the first mark of the join as the placement says:
 * AMA style sets them before ; and : and after , and . – Chicago after every mark – `before` before every mark.
 * A full stop is not set twice: not after "U.S.", nor after a quotation that ends with one.
 */
export function appendJoin(
  paragraphs: readonly PrintedParagraph[],
  join: string,
  placement: NotePlacement
): PrintedParagraph[] {
  const last = paragraphs.at(-1)
  if (!last) return [{type: 'paragraph', children: text(join)}]
  const cut = last.children.findLastIndex(node => !isNoteReference(node)) + 1
  const words = last.children.slice(0, cut)
  const marks = last.children.slice(cut)
  const needed = join.startsWith('.') && endsSentence(words) ? join.slice(1) : join
  const before = marks.length > 0 && markGoesFirst(needed, placement) ? needed.slice(0, 1) : ''
  const children = [...words, ...text(before), ...marks, ...text(needed.slice(before.length))]
  return [...paragraphs.slice(0, -1), {...last, children}]
}

/** Whether words end with a full stop, question or exclamation mark, closing marks aside. */
function endsSentence(words: readonly PrintedInline[]): boolean {
  return /[.!?…]["'”’»›)\]]*$/.test(lastWords(words))
}

function lastWords(nodes: readonly PrintedInline[]): string {
  const node = nodes.at(-1)
  if (!node) return ''
  if (node.type === 'quotation') return lastWords(node.children) + node.close
  if (node.type === 'alteration') return `${lastWords(node.children)}]`
  if ('children' in node) return lastWords(node.children)
  return 'value' in node ? node.value : ''
}

/** A text node, or none for no words. */
export function text(value: string): PrintedInline[] {
  return value === '' ? [] : [{type: 'text', value}]
}
