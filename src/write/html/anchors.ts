import type {PrintedBlock, PrintedClause, PrintedInline, PrintedResolution} from '../../tree/index.ts'
import {isLinkable} from '../addresses.ts'
import {referenceAnchor} from './phrasing.ts'

/** The anchor of each clause: its own id where it has one, else its place; no two are the same. */
export function clauseAnchors(blocks: readonly PrintedBlock[]): ReadonlyMap<PrintedClause, string> {
  const anchors = new Map<PrintedClause, string>()
  const taken = new Set<string>()
  const counts = {whereasClause: 0, resolvedClause: 0}
  for (const block of blocks) {
    if (block.type !== 'whereasClause' && block.type !== 'resolvedClause') continue
    counts[block.type] += 1
    const place = `${block.type === 'whereasClause' ? 'whereas' : 'resolved'}-${counts[block.type]}`
    const own = `clause-${(block.id ?? '').replace(/\s+/g, '-')}`
    const anchor = block.id && !taken.has(own) ? own : place
    taken.add(anchor)
    anchors.set(block, anchor)
  }
  return anchors
}

/** For each note, the anchors of the marks that lead to it, in the order in which they are printed. */
export function marksOfNotes(printed: PrintedResolution): ReadonlyMap<number, readonly string[]> {
  const marks = new Map<number, string[]>()
  const collect = (nodes: readonly PrintedInline[]): void => {
    for (const node of nodes) {
      // A mark inside a link is only a number.
      if (node.type === 'link' && isLinkable(node.url)) continue
      if ('children' in node) collect(node.children)
      if (node.type !== 'noteReference') continue
      const anchors = marks.get(node.number) ?? []
      anchors.push(referenceAnchor(node.number, node.key))
      marks.set(node.number, anchors)
    }
  }
  for (const block of printed.blocks) {
    if ('children' in block) collect(block.children)
    if ('paragraphs' in block) for (const paragraph of block.paragraphs) collect(paragraph.children)
  }
  for (const note of printed.notes) for (const paragraph of note.paragraphs) collect(paragraph.children)
  return marks
}
