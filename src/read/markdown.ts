import type {Link, Nodes, Root} from 'mdast'
import remarkParse from 'remark-parse'
import {type Processor, unified} from 'unified'

/** A stretch of Markdown structure; offsets are UTF-16 units of the text that was given. */
export interface Markup {
  readonly type: 'emphasis' | 'strong' | 'link'
  readonly start: number
  readonly end: number
  /** The stretch of its children, without the marks. */
  readonly innerStart: number
  readonly innerEnd: number
  /** Only of links. */
  readonly url: string
  readonly children: readonly Markup[]
}

/**
 * What of Markdown is not for clauses: all of its blocks, and every phrase but emphasis, strong emphasis and links.
 * Images are read, so that they are not taken for links, and printed as typed. The names are micromark's.
 */
const unwanted = [
  'blockQuote',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'hardBreakEscape',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'list',
  'setextUnderline',
  'thematicBreak'
]

/** Only a text with one of these can hold structure; any other needs no parser (measured: 20 times as fast). */
const possible = /[*_<]|\]\(/

/** With more marks than this a text is no prose; it is printed as typed, so that no input takes quadratic time. */
const mostMarks = 1000

/** Deeper nesting is printed as typed. */
const deepest = 50

/** Stands for each unit of what is no Markdown; for Markdown it is punctuation. An address that holds it is none. */
export const mask = '\u2042'

function phrasing(this: Processor): void {
  this.data('micromarkExtensions', [{disable: {null: unwanted}}])
}

const parser = unified().use(phrasing).use(remarkParse).freeze()

/** Finds emphasis, strong emphasis and links in one paragraph. */
export function findMarkup(paragraph: string): readonly Markup[] {
  if (!possible.test(paragraph)) return []
  if ((paragraph.match(/[*_[\]<]/g)?.length ?? 0) > mostMarks) return []
  // micromark drops a byte order mark at the start, and all offsets would be one short.
  const root: Root = parser.parse(paragraph.replace(/^\ufeff/, '\u2060'))
  return root.children.flatMap(node => (node.type === 'paragraph' ? markupOf(node, paragraph, 0) : []))
}

function markupOf(parent: Nodes, paragraph: string, depth: number): Markup[] {
  if (!('children' in parent) || depth > deepest) return []
  return parent.children.flatMap(node => {
    if (node.type !== 'emphasis' && node.type !== 'strong' && node.type !== 'link') return []
    const children = markupOf(node, paragraph, depth + 1)
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start === undefined || end === undefined) return []
    const url = node.type === 'link' ? printableUrl(node) : ''
    // A bracket before a parenthesis that is no address, such as "[t](he)", is not a link: what is in it still counts.
    if (url === undefined) return children
    const width = node.type === 'strong' ? 2 : 1
    const innerStart = node.type === 'link' ? (node.children[0]?.position?.start.offset ?? start + 1) : start + width
    const innerEnd = node.type === 'link' ? (node.children.at(-1)?.position?.end.offset ?? innerStart) : end - width
    return [{type: node.type, start, end, innerStart, innerEnd, url, children}]
  })
}

/** The address of a link of which nothing would be lost in print: it has words, and no title. */
function printableUrl({url, title, children}: Link): string | undefined {
  return title || children.length === 0 || url.includes(mask) ? undefined : safeUrl(url)
}

/** The address when it is one that may be printed as a link. */
export function safeUrl(url: string): string | undefined {
  return /^(https?:\/\/|mailto:)[^\s]+$/i.test(url) ? url : undefined
}
