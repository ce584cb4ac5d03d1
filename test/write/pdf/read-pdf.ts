import {getDocumentProxy} from 'unpdf'

/** A stretch of text where it stands on its page, in points from the lower left corner. */
export interface PdfText {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly size: number
  /** Whether it runs across the page, as the mark of a draft does. */
  readonly isSlanted: boolean
}

export interface PdfPage {
  readonly texts: readonly PdfText[]
  /** Every word of the page, blanks left out: Typst sets gaps where the text has blanks. */
  readonly words: string
  /** The roles of the tags from the root to each leaf, such as `Root Document L LI Lbl`. */
  readonly tags: readonly string[]
}

/** The pages of a PDF as a reader finds them. */
export async function readPdf(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {verbosity: 0})
  const pages: PdfPage[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const texts = (await page.getTextContent()).items.flatMap(item => ('str' in item ? [toText(item)] : []))
    const tags = rolesOf(((await page.getStructTree()) ?? {}) as Tag)
    pages.push({texts, words: bare(texts.map(({text}) => text).join('')), tags})
  }
  return pages
}

/** NFKC undoes what fonts join; blanks, zero-width spaces and soft hyphens are no words. */
export function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad\u200b]+/gu, '')
}

function toText(item: {str: string; transform: number[]; width: number}): PdfText {
  const [a = 0, b = 0, , d = 0, left = 0, bottom = 0] = item.transform
  const isSlanted = Math.abs(b) > 0.01
  return {text: item.str, left, right: left + item.width, bottom, size: Math.abs(d) || Math.abs(a), isSlanted}
}

interface Tag {
  readonly role?: string
  readonly children?: readonly Tag[]
}

function rolesOf(tag: Tag, above: readonly string[] = []): string[] {
  const path = tag.role === undefined ? above : [...above, tag.role]
  const children = tag.children ?? []
  return children.length === 0 ? [path.join(' ')] : children.flatMap(child => rolesOf(child, path))
}
