import {readBlocks} from '../../src/read/clause-text.ts'
import {type Block, type Inline, placeAt, type Text, type TextFile, textFile} from '../../src/tree/index.ts'

/** A text that is a file of its own: each unit lies at its own offset. */
export function wholeFile(value: string): {readonly file: TextFile; readonly text: Text} {
  const file = textFile('clause.txt', value)
  const offsets = Uint32Array.from({length: value.length + 1}, (_, at) => at)
  return {file, text: {type: 'text', value, offsets, place: placeAt(file, 0, value.length)}}
}

type Shown = {[Type in Inline['type']]: (node: Extract<Inline, {type: Type}>) => string}

const shown: Shown = {
  text: node => node.value,
  emphasis: node => `{emphasis ${show(node.children)}}`,
  strong: node => `{strong ${show(node.children)}}`,
  link: node => `{link ${node.url} | ${show(node.children)}}`,
  quotation: node => `{quotation ${node.open.value}|${show(node.children)}|${node.close?.value ?? ''}}`,
  alteration: node => `{alteration ${show(node.children)}}`,
  omission: node => `{omission ${node.text.value}}`,
  citation: node => `{citation ${node.items.map(item => `${item.prefix}|${item.id.value}|${item.rest}`).join(' + ')}}`,
  sentenceCitation: node => `{in-sentence ${node.id.value}}`,
  noteReference: node => `{reference ${node.label.value}}`,
  inlineNote: node => `{note ${show(node.children)}}`
}

/** Nodes as one line that a clerk can read; `test/read/clauses.md` tells the notation. */
export function show(nodes: readonly Inline[]): string {
  return nodes.map(node => (shown[node.type] as (node: Inline) => string)(node)).join('')
}

/** Paragraphs, parted by ¶; one that is set off begins with `>`. */
export function showBlocks(blocks: readonly Block[]): string {
  return blocks
    .map(({type, children}) => (type === 'blockQuotation' ? `> ${show(children)}` : show(children)))
    .join(' ¶ ')
}

/** What a clause or note typed so is read as. */
export function readAs(typed: string): string {
  const {file, text} = wholeFile(typed)
  return showBlocks(readBlocks(file, text).blocks)
}
