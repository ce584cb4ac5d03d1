import {escapable} from '../../src/read/tokens.ts'
import type {Block, Inline, Place, Text} from '../../src/tree/index.ts'

/**
 * Says how often each unit of a file is held by the nodes, after it was made sure that they stand in order,
 * inside their parents, and that each holds the very characters of its place. The text must be the whole file.
 */
export function coverage(file: string, blocks: readonly Block[]): Uint8Array {
  const seen = new Uint8Array(file.length)
  let end = 0
  for (const block of blocks) {
    holds(block.place.start.offset >= end, 'a paragraph begins before the last one ends')
    end = block.place.end.offset
    coverAll(file, block.children, block.place, seen)
  }
  return seen
}

function holds(condition: boolean, message: string): void {
  if (!condition) throw new Error(message)
}

function range({start, end}: Place): readonly [number, number] {
  return [start.offset, end.offset]
}

function fill(seen: Uint8Array, start: number, end: number): void {
  for (let at = start; at < end; at++) seen[at]!++
}

/** Children one behind the other, inside a place. */
function coverAll(file: string, nodes: readonly Inline[], place: Place, seen: Uint8Array): void {
  const [start, end] = range(place)
  let at = start
  for (const node of nodes) {
    const [from, until] = range(node.place)
    holds(from >= at && until <= end, `${node.type} lies outside: ${from}-${until} in ${at}-${end}`)
    at = until
    cover(file, node, seen)
  }
}

function cover(file: string, node: Inline, seen: Uint8Array): void {
  const [start, end] = range(node.place)
  const typed = file.slice(start, end)
  switch (node.type) {
    case 'text':
      coverText(file, node, seen)
      break
    case 'omission':
      holds(node.text.value === typed, 'an omission is not as typed')
      coverText(file, node.text, seen)
      break
    case 'quotation':
    case 'alteration':
      coverText(file, node.open, seen)
      if (node.close) coverText(file, node.close, seen)
      holds(node.open.place.start.offset === start, 'a mark does not begin its words')
      holds(!node.close || node.close.place.end.offset === end, 'a mark does not end its words')
      coverAll(file, node.children, node.place, seen)
      break
    case 'emphasis':
    case 'strong': {
      const mark = node.type === 'strong' ? 2 : 1
      holds(typed.length > 2 * mark && /^[*_]+$/.test(typed.slice(0, mark) + typed.slice(-mark)), 'no emphasis')
      fill(seen, start, start + mark)
      fill(seen, end - mark, end)
      coverAll(file, node.children, node.place, seen)
      break
    }
    case 'link': {
      const before = typed.startsWith('<') || typed.startsWith('[') ? 1 : 0
      const after = typed.startsWith('[') ? (/\]\([^[\]]*\)$/.exec(typed)?.[0].length ?? Number.NaN) : before
      holds(typed.includes(node.url) || typed.includes('\\') || node.url === `mailto:${typed.slice(1, -1)}`, node.url)
      fill(seen, start, start + before)
      fill(seen, end - after, end)
      coverAll(file, node.children, node.place, seen)
      break
    }
    case 'inlineNote':
      holds(typed.startsWith('^[') && typed.endsWith(']'), 'no note')
      fill(seen, start, start + 2)
      fill(seen, end - 1, end)
      coverAll(file, node.children, node.place, seen)
      break
    case 'noteReference':
      holds(typed === `[^${node.label.value}]`, 'no note reference')
      fill(seen, start, end)
      break
    case 'sentenceCitation':
      holds(typed === `@${node.id.value}` || typed === `@{${node.id.value}}`, 'no citation in the sentence')
      fill(seen, start, end)
      break
    case 'citation':
      holds(typed.startsWith('[') && typed.endsWith(']'), 'no citation')
      for (const {id, prefix, rest, place} of node.items) {
        const item = file.slice(...range(place))
        holds(file.slice(...range(id.place)) === id.value, 'no id')
        holds(item.includes(prefix) && item.includes(rest) && item.includes(`${id.value}`), 'no item')
      }
      fill(seen, start, end)
      break
  }
}

/** Each unit of a text is the character at its offset, or the one behind the backslash there. */
function coverText(file: string, {value, offsets, place}: Text, seen: Uint8Array): void {
  holds(offsets.length === value.length + 1, 'a text has not an offset for each unit')
  holds(value === '' || offsets[0] === place.start.offset, 'a text does not begin at its place')
  holds(offsets[value.length] === place.end.offset, 'a text does not end at its place')
  for (let index = 0; index < value.length; index++) {
    const at = offsets[index]!
    const next = offsets[index + 1]!
    const isEscape = file[at] === '\\' && escapable.test(file[at + 1] ?? '') && next >= at + 2
    const width = isEscape ? 2 : 1
    holds(file[at + width - 1] === value[index], `unit ${index} of “${value}” is not at ${at}`)
    holds(next >= at + width, `unit ${index} of “${value}” runs into the next`)
    fill(seen, at, at + width)
  }
}
