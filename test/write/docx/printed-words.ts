import type {PrintedBlock, PrintedInline, PrintedParagraph, PrintedResolution} from '../../../src/tree/index.ts'

/** The words of a printed tree, written down without looking at any writer. */
export interface PrintedWords {
  readonly header: readonly string[]
  readonly paragraphs: readonly {readonly number: string | undefined; readonly text: string}[]
  readonly notes: readonly {readonly number: number; readonly paragraphs: readonly string[]}[]
}

/** Notes come in the order of their first marks; a note that nothing refers to is not printed. */
export function printedWords(printed: PrintedResolution): PrintedWords {
  const order = [...new Set(printed.blocks.flatMap(block => marksIn(inlinesOf(block).flat())))]
  return {
    header: printed.header,
    paragraphs: printed.blocks.flatMap(block => {
      const texts = inlinesOf(block).map(wordsOf)
      const number = 'number' in block ? block.number : undefined
      return texts.map((text, index) => ({number: index === 0 ? number : undefined, text}))
    }),
    notes: order.flatMap(number => {
      const note = printed.notes.find(note => note.number === number)
      return note === undefined ? [] : [{number, paragraphs: note.paragraphs.map(({children}) => wordsOf(children))}]
    })
  }
}

/** The words of inline nodes, marks of notes as `[^3]`. */
export function wordsOf(nodes: readonly PrintedInline[]): string {
  return nodes
    .map(node => {
      if (node.type === 'noteReference') return `[^${node.number}]`
      if (node.type === 'alteration') return `[${wordsOf(node.children)}]`
      if (node.type === 'quotation') return node.open + wordsOf(node.children) + node.close
      return 'value' in node ? node.value : wordsOf(node.children)
    })
    .join('')
}

function inlinesOf(block: PrintedBlock): readonly (readonly PrintedInline[])[] {
  const text = (value: string): PrintedInline => ({type: 'text', value})
  if (block.type === 'signature') return [block.name, block.role].filter(line => line !== '').map(line => [text(line)])
  if (block.type === 'mover') return [[text(`${block.label} `), ...block.children]]
  return 'paragraphs' in block ? block.paragraphs.map((one: PrintedParagraph) => one.children) : [block.children]
}

function marksIn(nodes: readonly PrintedInline[]): readonly number[] {
  return nodes.flatMap(node => {
    if (node.type === 'noteReference') return [node.number]
    return 'children' in node ? marksIn(node.children) : []
  })
}
