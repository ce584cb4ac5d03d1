import type {PrintedInline} from './printed.ts'

type Words = {
  readonly [Type in PrintedInline['type']]: (node: PrintedInline & {readonly type: Type}, mark: MarkWords) => string
}
type MarkWords = (number: number) => string

const inside = (node: {readonly children: readonly PrintedInline[]}, mark: MarkWords): string =>
  printedWords(node.children, mark)

const words: Words = {
  text: node => node.value,
  leadIn: node => node.value,
  emphasis: inside,
  strong: inside,
  link: inside,
  quotation: (node, mark) => node.open + inside(node, mark) + node.close,
  alteration: (node, mark) => `[${inside(node, mark)}]`,
  omission: node => node.value,
  noteReference: (node, mark) => mark(node.number),
  smallCaps: inside,
  superscript: inside,
  subscript: inside,
  underline: inside
}

/** The plain words of printed nodes, the same in every format. `mark` prints note references; without it they are left out. */
export function printedWords(nodes: readonly PrintedInline[], mark: MarkWords = () => ''): string {
  let all = ''
  for (const node of nodes) {
    const wordsOf = words[node.type] as (node: PrintedInline, mark: MarkWords) => string // the table pairs types with nodes
    all += wordsOf(node, mark)
  }
  return all
}
