import type {Inline, Text} from './nodes.ts'
import {placeAt, type TextFile} from './place.ts'

/** Plain words with the file offset of each UTF-16 unit; `offsets` has one more entry, for the end. */
export interface PlainText {
  readonly value: string
  readonly offsets: Uint32Array
}

/**
 * The words of inline nodes as they are printed: brackets of alterations, points of omissions and nested marks included.
 * Notes and citations give nothing: their marks are not words.
 */
export function plainText(nodes: readonly Inline[]): PlainText {
  const parts: Text[] = []
  collect(nodes, parts)
  const value = parts.map(part => part.value).join('')
  const offsets = new Uint32Array(value.length + 1)
  let at = 0
  let end = parts[0]?.place.start.offset ?? 0
  for (const part of parts) {
    offsets.set(part.offsets.subarray(0, part.value.length), at)
    at += part.value.length
    end = part.place.end.offset
  }
  offsets[at] = end
  return {value, offsets}
}

function collect(nodes: readonly Inline[], parts: Text[]): void {
  for (const node of nodes) {
    if (node.type === 'text') parts.push(node)
    else if (node.type === 'omission') parts.push(node.text)
    else if (node.type === 'quotation' || node.type === 'alteration') {
      parts.push(node.open)
      collect(node.children, parts)
      if (node.close) parts.push(node.close)
    } else if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'link') collect(node.children, parts)
  }
}

/** A stretch of a text, `start` to `end` in units of its value; its place ends with its last character, not with the blanks after it. */
export function sliceText(file: TextFile, text: Text, start: number, end: number): Text {
  const value = text.value.slice(start, end)
  const from = text.offsets[start] ?? text.place.end.offset
  if (value === '') return {type: 'text', value, offsets: Uint32Array.of(from), place: placeAt(file, from, from)}
  const last = text.offsets[end - 1] ?? from
  const following = text.offsets[end] ?? text.place.end.offset
  let until = following
  while (until > last + 1 && /\s/.test(file.text[until - 1] ?? '')) until--
  const offsets = until === following ? text.offsets.subarray(start, end + 1) : text.offsets.slice(start, end + 1)
  if (until !== following) offsets[value.length] = until
  return {type: 'text', value, offsets, place: placeAt(file, from, until)}
}
