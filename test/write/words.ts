import type {Nodes, Root} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {getDocumentProxy} from 'unpdf'
import type {PrintedResolution} from '../../src/tree/index.ts'
import {printedWords} from './docx/printed-words.ts'
import {readDocx} from './docx/read-docx.ts'
import {type Element, findAll, parseXml} from './docx/xml.ts'

/** What a reader of any format reads: lines from the head to the last signature, and the notes; marks are `[^3]`. */
export interface Words {
  readonly lines: readonly string[]
  readonly notes: readonly {readonly number: number; readonly text: string}[]
}

const asRead = (lines: readonly string[]): string[] =>
  lines.map(line => line.replace(/[ \t\r\n]+/g, ' ').trim()).filter(line => line !== '')

const words = (lines: readonly string[], notes: Words['notes']): Words => ({
  lines: asRead(lines),
  notes: notes.map(({number, text}) => ({number, text: asRead([text]).join('')})).sort((a, b) => a.number - b.number)
})

const numbered = (number: string | undefined, text: string): string => (number ? `${number} ${text}` : text)

/** The words that ought to be there, from the printed tree; without notes that nothing refers to. */
export function wordsOfTree(printed: PrintedResolution): Words {
  const {header, paragraphs, notes} = printedWords(printed)
  return words(
    [...(printed.mark ? [printed.mark] : []), ...header, ...paragraphs.map(({number, text}) => numbered(number, text))],
    notes.map(({number, paragraphs}) => ({number, text: paragraphs.join(' ')}))
  )
}

export function wordsOfDocx(bytes: Uint8Array): Words {
  const {mark, header, paragraphs, notes} = readDocx(bytes)
  return words(
    [...(mark === undefined ? [] : [mark]), ...header, ...paragraphs.map(({number, text}) => numbered(number, text))],
    notes.map(({number, paragraphs}) => ({number, text: paragraphs.join(' ')}))
  )
}

/** Plain text: a line a paragraph, marks and notes `[3]`. Typed words in brackets are told from marks by `printed`. */
export function wordsOfText(bytes: Uint8Array, printed: PrintedResolution): Words {
  const blocks = new TextDecoder().decode(bytes).trimEnd().split('\n\n')
  const heading = printed.notes.length > 0 ? blocks.lastIndexOf(printed.labels.notes) : blocks.length
  const notes: {number: number; text: string}[] = []
  for (const block of blocks.slice(heading + 1)) {
    const [, number, text = ''] = /^\[(\d+)\](?: (.*))?$/s.exec(block) ?? []
    const isNext = number !== undefined && printed.notes[notes.length]?.number === Number(number)
    const last = notes.at(-1)
    if (isNext) notes.push({number: Number(number), text})
    else if (last) last.text += ` ${block}`
  }
  return words(
    blocks.slice(0, heading).filter(line => line !== '_'.repeat(40)),
    notes
  )
}

/** `[^3]` as plain text prints it. */
export function withTextMarks({lines, notes}: Words): Words {
  return {lines: lines.map(line => line.replace(/\[\^(\d+)\]/g, '[$1]')), notes}
}

export function wordsOfMarkdown(bytes: Uint8Array): Words {
  const root: Root = unified().use(remarkParse).use(remarkGfm).parse(new TextDecoder().decode(bytes))
  const lines: string[] = []
  const notes: {number: number; text: string}[] = []
  for (const node of root.children) {
    if (node.type === 'thematicBreak') continue
    if (node.type === 'footnoteDefinition')
      notes.push({number: Number(node.identifier), text: paragraphsOf(node.children).join(' ')})
    else lines.push(...paragraphsOf([node]))
  }
  return words(lines, notes)
}

function paragraphsOf(nodes: readonly Nodes[]): string[] {
  return nodes.flatMap(node => {
    if (node.type === 'paragraph' || node.type === 'heading') return [phrasingOf(node)]
    if (node.type === 'blockquote') return paragraphsOf(node.children)
    if (node.type !== 'list') throw new Error(`Markdown was read as ${node.type}`)
    return node.children.flatMap((item, index) => {
      const [first = '', ...others] = paragraphsOf(item.children)
      return [`${(node.start ?? 1) + index}. ${first}`, ...others]
    })
  })
}

function phrasingOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'footnoteReference') return `[^${node.identifier}]`
  // Looks that Markdown has no marks for are printed as tags.
  if (node.type === 'html' && /^<\/?(?:sup|sub|u|ins|span)\b[^>]*>$/.test(node.value)) return ''
  if ('children' in node) return node.children.map(phrasingOf).join('')
  throw new Error(`Markdown was read as ${node.type}`)
}

export function wordsOfHtml(bytes: Uint8Array): Words {
  const main = /<main>[\s\S]*<\/main>/.exec(new TextDecoder().decode(bytes))
  const article = findAll(parseXml(main![0]), 'article')[0]!
  const isNotes = (child: Element): boolean => child.attributes.class === 'notes'
  const children = article.children.filter(child => typeof child !== 'string')
  const notes = children
    .filter(isNotes)
    .flatMap(section => findAll(section, 'li'))
    .map(item => ({number: Number(item.attributes.value), text: linesOfHtml(item).join(' ')}))
  return words(
    children.filter(child => !isNotes(child)).flatMap(child => linesOfHtml(child)),
    notes
  )
}

const htmlBlocks = new Set(['p', 'h1', 'h2', 'li', 'blockquote', 'div', 'ol', 'header', 'section'])

/** A line for each element that holds words, the number of a list item before its first. */
function linesOfHtml(element: Element): string[] {
  const inner = element.children.filter(child => typeof child !== 'string' && htmlBlocks.has(child.name))
  const own = inner.length === 0
  const lines = own
    ? [phrasingOfHtml(element)]
    : element.children.flatMap(child => (typeof child === 'string' ? [child] : linesOfHtml(child)))
  const worded = lines.filter(line => line.trim() !== '')
  const {value, id} = element.attributes
  if (element.name !== 'li' || value === undefined || id?.startsWith('note-')) return worded
  return [`${value}. ${worded[0] ?? ''}`, ...worded.slice(1)]
}

function phrasingOfHtml(element: Element): string {
  const {role, href} = element.attributes
  if (role === 'doc-backlink') return ''
  if (role === 'doc-noteref') return `[^${/^#note-(\d+)$/.exec(href!)![1]}]`
  return element.children.map(child => (typeof child === 'string' ? child : phrasingOfHtml(child))).join('')
}

/** A PDF read along its tags, as a screen reader does; white space is dropped, since lines and pages break anywhere. */
export interface PdfWords {
  readonly body: string
  readonly notes: ReadonlyMap<number, string>
  /** What stands at the head and foot of each page. */
  readonly edges: readonly string[]
  readonly pages: number
}

interface Tag {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly Tag[]
}

export async function wordsOfPdf(bytes: Uint8Array): Promise<PdfWords> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {verbosity: 0})
  let body = ''
  let note = 0
  const notes = new Map<number, string>()
  const edges: string[] = []
  const isListNumber = (path: readonly string[]): boolean => path.includes('LI')
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const {marked, artifacts} = contentOf((await page.getTextContent({includeMarkedContent: true})).items)
    edges.push(tight(artifacts))
    const walk = (tag: Tag, path: readonly string[]): void => {
      const text = tight(tag.type === 'content' ? (marked.get(tag.id ?? '') ?? '') : '')
      const inNote = path.includes('Note')
      const isMark = path.includes('Lbl') && path.includes('Link') && !isListNumber(path.slice(path.lastIndexOf('Lbl')))
      if (text !== '' && inNote && isMark) note = Number(text)
      else if (text !== '' && inNote) notes.set(note, (notes.get(note) ?? '') + text)
      else if (text !== '') body += isMark ? `[^${text}]` : text
      for (const child of tag.children ?? []) walk(child, [...path, tag.role ?? ''])
    }
    walk((await page.getStructTree()) as Tag, [])
  }
  return {body, notes, edges, pages: pdf.numPages}
}

function contentOf(items: readonly object[]): {marked: Map<string, string>; artifacts: string} {
  const marked = new Map<string, string>()
  let artifacts = ''
  const open: (string | undefined)[] = []
  for (const item of items as {type?: string; id?: string | null; str?: string}[]) {
    if (item.type?.startsWith('beginMarkedContent')) open.push(item.id ?? undefined)
    else if (item.type === 'endMarkedContent') open.pop()
    else if (item.str !== undefined) {
      const id = open.findLast(one => one !== undefined)
      if (id === undefined) artifacts += item.str
      else marked.set(id, (marked.get(id) ?? '') + item.str)
    }
  }
  return {marked, artifacts}
}

/** Words without white space, as PDF readers give them back: composed, no-break spaces like others. */
export function tight(text: string): string {
  return text.normalize('NFC').replace(/[\s\p{Cc}\u00ad]+/gu, '')
}
