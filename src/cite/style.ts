import type {CiteProblem} from './problem.ts'
import {quoted, ticked} from './problem.ts'

/** What a CSL style is, as far as printing notes goes. */
export interface StyleFacts {
  readonly class: 'note' | 'in-text'
  /** The style numbers its references. */
  readonly isNumeric: boolean
  readonly hasBibliography: boolean
  readonly title: string
}

/** What the tags of a style show; `fault` is in words of the messages. */
interface Outline {
  readonly root: Tag | undefined
  /** The last tag of each name; of some names all. */
  readonly elements: ReadonlyMap<string, readonly Tag[]>
  readonly fault: string | undefined
}

/** Whether a CSL file can print notes, and how; a dependent, damaged or foreign file comes back with a message. */
export function inspectStyle(xml: string): StyleFacts | CiteProblem {
  if (xml.trim() === '') return fault('the citation style is empty, expected a CSL style')
  const outline = outlineOf(xml)
  const {root} = outline
  if (root === undefined) return fault('the citation style is not XML, expected a CSL style')
  if (root.name !== 'style') {
    return fault(`the citation style begins with ${ticked(`<${root.name}>`)}, expected \`<style>\` of CSL`)
  }
  if (outline.fault !== undefined) return fault(outline.fault)
  if (!outline.elements.has('citation')) return withoutCitation(outline)
  const named = attribute(root.attributes, 'class')
  if (named !== 'note' && named !== 'in-text') {
    return fault('the citation style has no `class`, expected one of `note`, `in-text`')
  }
  const formats = (outline.elements.get('category') ?? []).map(tag => attribute(tag.attributes, 'citation-format'))
  const isNumeric = formats.includes('numeric') || xml.includes('variable="citation-number"')
  const title = titleOf(xml, outline.elements.get('title')?.[0]?.end)
  return {class: named, isNumeric, hasBibliography: outline.elements.has('bibliography'), title}
}

function withoutCitation(outline: Outline): CiteProblem {
  const parents = (outline.elements.get('link') ?? []).filter(
    link => attribute(link.attributes, 'rel') === 'independent-parent'
  )
  const [link] = parents
  if (link === undefined) return fault('the citation style has no `<citation>`, expected a complete CSL style')
  const parent = decodeEntities(attribute(link.attributes, 'href')).split('/').at(-1) ?? ''
  return fault(
    `the citation style is dependent and has no words of its own, expected its parent ${ticked(parent)}`,
    'Most styles named after a journal are dependent; the parent holds the rules.'
  )
}

function titleOf(xml: string, start: number | undefined): string {
  if (start === undefined) return ''
  const end = xml.indexOf('<', start)
  return decodeEntities(xml.slice(start, end < 0 ? start : end)).trim()
}

function fault(message: string, note?: string): CiteProblem {
  const problem: CiteProblem = {rule: 'unusable-style', severity: 'error', message}
  return note === undefined ? problem : {...problem, note}
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? ''
}

function decodeEntities(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}

/** A tag of the style; `end` is the offset after its `>`. */
interface Tag {
  readonly name: string
  readonly isClosing: boolean
  readonly isEmpty: boolean
  readonly attributes: string
  readonly end: number
}

/** Walks the tags and says where they do not pair; time linear in the length. */
function outlineOf(xml: string): Outline {
  const open: string[] = []
  const elements = new Map<string, Tag[]>()
  let root: Tag | undefined
  for (const tag of tagsOf(xml)) {
    root ??= tag
    if (tag.isClosing) {
      const last = open.pop()
      if (last !== tag.name) {
        const fault = `the citation style closes ${ticked(`<${tag.name}>`)}, expected ${ticked(`</${last ?? '…'}>`)}`
        return {root, elements, fault}
      }
      continue
    }
    elements.set(tag.name, [...(keptTags.has(tag.name) ? (elements.get(tag.name) ?? []) : []), tag])
    if (!tag.isEmpty) open.push(tag.name)
  }
  const last = open.at(-1)
  const fault =
    last === undefined ? undefined : `the citation style ends inside ${ticked(`<${last}>`)}, expected \`</${last}>\``
  return {root, elements, fault}
}

/** Elements of which every tag is wanted. */
const keptTags: ReadonlySet<string> = new Set(['link', 'category'])

function* tagsOf(xml: string): Generator<Tag> {
  const nameAt = /[\w:.-]{1,100}/y
  let at = xml.indexOf('<')
  while (at >= 0) {
    const end = endOfMarkup(xml, at)
    if (end === undefined) return
    const isClosing = xml[at + 1] === '/'
    nameAt.lastIndex = at + (isClosing ? 2 : 1)
    const name = nameAt.exec(xml)?.[0]
    if (name !== undefined && end > 0) {
      const attributes = ` ${xml.slice(nameAt.lastIndex, end - 1)}`
      yield {name, isClosing, isEmpty: attributes.endsWith('/'), attributes, end}
    }
    at = xml.indexOf('<', end > 0 ? end : at + 1)
  }
}

/** The offset after the markup that begins at `at`; 0 when it is none, undefined when the text ends before it does. */
function endOfMarkup(xml: string, at: number): number | undefined {
  const closing = xml.startsWith('<!--', at)
    ? '-->'
    : xml.startsWith('<![CDATA[', at)
      ? ']]>'
      : xml[at + 1] === '?'
        ? '?>'
        : ''
  if (closing !== '') {
    const end = xml.indexOf(closing, at + 2)
    return end < 0 ? undefined : end + closing.length
  }
  let quote = ''
  let depth = 0
  const isDeclaration = xml[at + 1] === '!'
  for (let i = at + 1; i < xml.length; i++) {
    const char = xml[i] ?? ''
    if (quote !== '') quote = char === quote ? '' : quote
    else if (char === '"' || char === "'") quote = char
    else if (isDeclaration && char === '[') depth++
    else if (isDeclaration && char === ']') depth--
    else if (char === '>' && depth <= 0) return i + 1
    else if (char === '<' && !isDeclaration) return 0
  }
  return undefined
}

/** A style made ready for the engine. */
export interface PreparedStyle {
  /** The same for the same rules: citation-js keeps one engine a name. */
  readonly name: string
  readonly xml: string
  /** Notes come from the `<citation>` of the style, or are its bibliography entries. */
  readonly route: 'citation' | 'entry'
  /** Whether a comma moves inside closing quotation marks; undefined when the language decides. */
  readonly punctuationInQuote: boolean | undefined
}

/**
 * Notes of a note style need no `<bibliography>` (without it the engine is built up to ten times faster, same notes).
 * For other styles the entry is the note: its number, "———" for a repeated author and letters after years fall away.
 */
export function prepareStyle(xml: string, facts: StyleFacts): PreparedStyle {
  const route = facts.class === 'note' || !facts.hasBibliography ? 'citation' : 'entry'
  const text = xml.replace(/^\uFEFF/, '')
  const ready =
    route === 'citation'
      ? withoutElement(text, 'bibliography')
      : text
          .replace(/<(?:text|number)\s[^<>]*\/>/g, tag => (tag.includes('variable="citation-number"') ? '' : tag))
          .replace(
            /\s(?:subsequent-author-substitute(?:-rule)?|disambiguate-add-year-suffix|second-field-align)="[^"]*"/g,
            ''
          )
  const punctuation = /\spunctuation-in-quote\s*=\s*["'](true|false)["']/.exec(ready)?.[1]
  return {
    // One name for one text; a hash of it would load Node's cryptography, which takes 3 ms.
    name: ready,
    xml: ready,
    route,
    punctuationInQuote: punctuation === undefined ? undefined : punctuation === 'true'
  }
}

function withoutElement(xml: string, name: string): string {
  const start = xml.search(new RegExp(`<${name}[\\s>]`))
  const close = `</${name}>`
  const end = xml.lastIndexOf(close)
  return start < 0 || end < start ? xml : xml.slice(0, start) + xml.slice(end + close.length)
}

/** The name of a style for messages. */
export function styleName(facts: StyleFacts): string {
  return facts.title === '' ? 'the citation style' : quoted(facts.title)
}
