import {decodeSource} from '../charset.ts'
import type {SourceProblem, SourceText} from '../types.ts'
import {createPen} from './pen.ts'
import {createReferences, parsePlaced} from './placed-text.ts'
import type {WalkOptions} from './walk.ts'
import {walk} from './walk.ts'

export interface HtmlOptions extends WalkOptions {
  /** What the server said the page is encoded in. */
  readonly charset?: string
  /** The page is XHTML: `<p/>` is a whole element there. */
  readonly isXml?: boolean
}

/** The words of a page, and for each UTF-16 unit of them its offset in the page; the last offset is the page's end. */
export interface HtmlText {
  readonly text: string
  readonly offsets: Uint32Array
}

/** The words that a reader of a page sees. */
export function readHtml(bytes: Uint8Array, options: HtmlOptions = {}): SourceText | SourceProblem {
  const decoded = decodeSource(bytes, {charset: options.charset, isMarkup: true})
  if ('problem' in decoded) return decoded
  const {text: fileText, warnings} = decoded
  const problem = tooMuch(fileText)
  if (problem !== undefined) return {problem}
  return {...readHtmlText(fileText, options), format: 'text', fileText, stretches: [], warnings}
}

/** Far more than pages have that somebody wrote: a Bible on one page has 5 MB and 70,000 tags. */
const limits = {units: 20_000_000, tags: 500_000}

function tooMuch(html: string): string | undefined {
  if (html.length > limits.units)
    return `the page is too large, expected ${limits.units / 1e6} million characters at most`
  let tags = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) tags++
  return tags > limits.tags ? `the page has ${tags} tags, expected ${limits.tags} at most` : undefined
}

/** The same from a page that is text already. */
export function readHtmlText(html: string, options: HtmlOptions = {}): HtmlText {
  const page = options.isXml === true ? withoutEmptyElements(html) : html
  const pen = createPen(html.length >> 1)
  walk(page, parsePlaced(page), createReferences(), pen, options)
  return pen.finish(html.length)
}

const emptyElement =
  /<(?!(?:br|hr|img|wbr|input)[\s/])[a-z][\w:.-]*(?:[^<>"']|"[^"]{0,2000}"|'[^']{0,2000}'){0,200}\/>/gi

/** HTML has no empty elements but its own: `<script/>` would hide the rest of the page. Blanks keep all places. */
function withoutEmptyElements(html: string): string {
  return html.replace(emptyElement, tag => ' '.repeat(tag.length))
}
