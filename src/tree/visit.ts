import type {Block, Inline} from './nodes.ts'

/**
 * Calls `visitor` for each inline node in reading order, parents before children.
 * What stands inside a `^[note]` is not visited: it belongs to the note, not to the clause.
 */
export function visitInlines(nodes: readonly Inline[], visitor: (node: Inline) => void): void {
  const waiting = nodes.toReversed()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    visitor(node)
    // One by one: a call takes no more than some 100,000 arguments.
    if ('children' in node && node.type !== 'inlineNote')
      for (const child of node.children.toReversed()) waiting.push(child)
  }
}

/** The same for paragraphs. */
export function visitBlocks(blocks: readonly Block[], visitor: (node: Inline) => void): void {
  for (const block of blocks) visitInlines(block.children, visitor)
}
