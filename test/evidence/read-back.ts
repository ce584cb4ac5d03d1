import {readFileSync} from 'node:fs'
import {JSDOM} from 'jsdom'
import type {Nodes} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {getDocumentProxy} from 'unpdf'
import {composeDossier} from '../../src/evidence/compose.ts'
import type {Evidence} from '../../src/tree/index.ts'
import {type DossierFormat, writeDossier} from '../../src/write/dossier.ts'
import type {Written} from '../../src/write/index.ts'
import {readDocx} from '../write/docx/read-docx.ts'

export const pageTemplate = readFileSync(new URL('../../templates/evidence.typ', import.meta.url), 'utf8')

export function print(evidence: Evidence, format: DossierFormat): Promise<Written> {
  return writeDossier(composeDossier(evidence), format, {pageTemplate})
}

export async function printText(evidence: Evidence, format: 'html' | 'md'): Promise<string> {
  return new TextDecoder('utf-8', {fatal: true}).decode((await print(evidence, format)).bytes)
}

/** The words that a reader sees, as a reader of the format gets them. */
export const readers: {readonly [Format in DossierFormat]: (bytes: Uint8Array) => Promise<string>} = {
  html: async bytes => {
    const {document} = new JSDOM(new TextDecoder().decode(bytes)).window
    for (const spoken of document.querySelectorAll('.spoken')) spoken.remove()
    return document.body.textContent ?? ''
  },
  md: async bytes => wordsOf(unified().use(remarkParse).use(remarkGfm).parse(new TextDecoder().decode(bytes))),
  docx: async bytes =>
    readDocx(bytes)
      .paragraphs.map(({text}) => text)
      .join('\n'),
  pdf: async bytes => (await pagesOf(bytes)).map(page => page.replace(/Page \d+ of \d+$/, '')).join('')
}

/** The words of each page of a PDF. */
export async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {verbosity: 0})
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const {items} = await (await pdf.getPage(number)).getTextContent()
    pages.push(items.map(item => ('str' in item ? item.str : '')).join(''))
  }
  return pages
}

/** The words of Markdown; of raw HTML only the two elements for a comparison are expected. */
function wordsOf(node: Nodes): string {
  if (node.type === 'html') {
    if (!/^<\/?(?:del|ins)>$/.test(node.value)) throw new Error(`raw HTML: ${node.value}`)
    return ''
  }
  if ('value' in node) return node.value
  const isFlow = node.type === 'paragraph' || node.type === 'heading'
  return 'children' in node ? node.children.map(wordsOf).join('') + (isFlow ? '\n' : '') : ''
}

/** Words without blanks, for a PDF has gaps where a text has blanks; NFKC undoes what fonts join. */
export function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad]+/gu, '')
}
