import {entityAt} from './entities.ts'
import type {Skip, Skipper} from './key.ts'
import type {SourceFormat} from './types.ts'

/** Elements that may stand inside a word. */
const inline = new Set(
  'a abbr b bdi bdo big cite code del dfn em font i ins kbd mark nobr q s samp small span strike strong sub sup tt u var wbr'.split(
    ' '
  )
)
/** Elements whose content nobody reads. */
const hidden = new Set('script style head noscript template rt rp'.split(' '))
/** Tags that are taken for markup in a plain text too. */
const wellKnown = new Set([
  ...inline,
  ...'p br hr div li ul ol h1 h2 h3 h4 h5 h6 table tr td th blockquote pre'.split(' ')
])

const tagName = /<\/?([a-zA-Z][a-zA-Z0-9]{0,20})/y
const noteMark = /<sup\b[^<>]{0,300}>((?:[^<]|<(?!\/sup)){0,400})<\/sup\s*>/iy
const noteText =
  /^[\s([]*(?:\d{1,3}|[a-z]|[ivx]{1,4}|(?:note|n\.|nb|lower-alpha|citation needed|clarification needed|who\?)\s*\d{0,3}|[*†‡§]{1,3})[\s)\],]*$/iu
const bareTag = /<\/?[a-zA-Z][a-zA-Z0-9]{0,10}(?:\s+[a-z-]{2,20}="[^"<>\n]{0,300}")*\s*\/?>/y
const linkTarget = /\]\((?:[^()\n"]|\([^()\n]*\)|"[^"\n]*")*\)/y
const linkReference = /\]\[[^\][\n]{0,80}\]/y
const image = /!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)/y
const noteReference = /\[\^[^\]\s]{1,40}\]:?/y

/** The markup of a format, as the scanner asks for it. */
export function skipperOf(format: SourceFormat): Skipper {
  const skippers: Readonly<Record<SourceFormat, Skipper>> = {text: skipText, html: skipHtml, markdown: skipMarkdown}
  return skippers[format]
}

/** Character references and a few tags, left over in what should be plain text. */
export function skipText(text: string, at: number): Skip | undefined {
  const unit = text.charCodeAt(at)
  if (unit === 38) return skipEntity(text, at)
  if (unit !== 60) return undefined
  const tag = matchAt(bareTag, text, at)
  if (tag === undefined) return undefined
  const name = nameOf(text, at)
  return wellKnown.has(name) ? (skipNoteMark(text, at, name) ?? {end: tag, parts: !inline.has(name)}) : undefined
}

function skipHtml(text: string, at: number): Skip | undefined {
  const unit = text.charCodeAt(at)
  if (unit === 38) return skipEntity(text, at)
  if (unit !== 60) return undefined
  if (text.startsWith('<!--', at)) {
    const end = text.indexOf('-->', at + 4)
    return {end: end < 0 ? text.length : end + 3, parts: false}
  }
  const next = text.charCodeAt(at + 1)
  if (next !== 47 && next !== 33 && next !== 63 && !(next >= 65 && next <= 122)) return undefined
  const name = nameOf(text, at)
  const end = text.indexOf('>', at)
  if (end < 0) return {end: text.length, parts: true}
  if (hidden.has(name) && next !== 47) return {end: closingTag(text, name, end + 1), parts: true}
  return skipNoteMark(text, at, name) ?? {end: end + 1, parts: !inline.has(name)}
}

function skipMarkdown(text: string, at: number): Skip | undefined {
  const unit = text.charCodeAt(at)
  if (unit === 60) return skipAutolink(text, at) ?? skipText(text, at)
  if (unit === 38) return skipEntity(text, at)
  if (unit === 91) return asMark(matchAt(noteReference, text, at))
  if (unit === 93) return asMark(matchAt(linkTarget, text, at) ?? matchAt(linkReference, text, at))
  if (unit === 33) return asMark(matchAt(image, text, at))
  return undefined
}

function skipAutolink(text: string, at: number): Skip | undefined {
  return text.startsWith('<!--', at) ? skipHtml(text, at) : undefined
}

function asMark(end: number | undefined): Skip | undefined {
  return end === undefined ? undefined : {end, parts: false}
}

function skipEntity(text: string, at: number): Skip | undefined {
  const entity = entityAt(text, at)
  return entity === undefined ? undefined : {...entity, parts: true}
}

/** A raised number or letter is a note mark: it goes with all that is in it. */
function skipNoteMark(text: string, at: number, name: string): Skip | undefined {
  if (name !== 'sup' || text.charCodeAt(at + 1) === 47) return undefined
  noteMark.lastIndex = at
  const match = noteMark.exec(text)
  if (match === null) return undefined
  const content = (match[1] ?? '')
    .replace(/<[^<>]*>/g, '')
    .replace(/&#91;|&lsqb;/g, '[')
    .replace(/&#93;|&rsqb;/g, ']')
    .replace(/&nbsp;|&#160;/g, ' ')
  return noteText.test(content) ? {end: at + match[0].length, parts: false} : undefined
}

function closingTag(text: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}\\s*>`, 'gi')
  closing.lastIndex = from
  return closing.test(text) ? closing.lastIndex : text.length
}

/** The name of the element whose tag stands at a place, in small letters. */
export function nameOf(text: string, at: number): string {
  tagName.lastIndex = at
  return tagName.exec(text)?.[1]?.toLowerCase() ?? ''
}

function matchAt(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}
