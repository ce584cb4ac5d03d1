import {createHash} from 'node:crypto'
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
  readonly root: {readonly name: string; readonly attributes: string} | undefined
  readonly elements: ReadonlySet<string>
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
  if (!outline.elements.has('citation')) return withoutCitation(xml)
  const named = attribute(root.attributes, 'class')
  if (named !== 'note' && named !== 'in-text') {
    return fault('the citation style has no `class`, expected one of `note`, `in-text`')
  }
  const isNumeric =
    /<category\s[^>]*citation-format\s*=\s*["']numeric["']/.test(xml) || /variable="citation-number"/.test(xml)
  const title = decodeEntities(/<title(?:\s[^>]*)?>([^<]*)<\/title>/.exec(xml)?.[1] ?? '').trim()
  return {class: named, isNumeric, hasBibliography: outline.elements.has('bibliography'), title}
}

function withoutCitation(xml: string): CiteProblem {
  for (const [link] of xml.matchAll(/<link\s[^>]*>/g)) {
    if (attribute(link, 'rel') !== 'independent-parent') continue
    const parent = decodeEntities(attribute(link, 'href')).replace(/^.*\//, '')
    return fault(
      `the citation style is dependent and has no words of its own, expected its parent ${ticked(parent)}`,
      'Most names of journals are dependent styles; the parent holds the rules.'
    )
  }
  return fault('the citation style has no `<citation>`, expected a complete CSL style')
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

// Comments, CDATA, declarations and tags; quoted values of a tag may hold `>`.
const markup = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[?!][^>]*>|<(\/?)([\w:.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g

/** Walks the tags and says where they do not pair; time linear in the length. */
function outlineOf(xml: string): Outline {
  const open: string[] = []
  const elements = new Set<string>()
  let root: Outline['root']
  for (const found of xml.matchAll(markup)) {
    const [, slash, name, attributes = ''] = found
    if (name === undefined) continue
    elements.add(name)
    root ??= {name, attributes: ` ${attributes}`}
    if (slash === '/') {
      const last = open.pop()
      if (last !== name)
        return {
          root,
          elements,
          fault: `the citation style closes ${ticked(`<${name}>`)}, expected ${ticked(`</${last ?? '…'}>`)}`
        }
    } else if (!attributes.endsWith('/')) open.push(name)
  }
  const last = open.at(-1)
  const cut =
    last === undefined ? undefined : `the citation style ends inside ${ticked(`<${last}>`)}, expected \`</${last}>\``
  return {root, elements, fault: cut}
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
          .replace(/<(?:text|number)\s[^<>]*variable="citation-number"[^<>]*\/>/g, '')
          .replace(
            /\s(?:subsequent-author-substitute(?:-rule)?|disambiguate-add-year-suffix|second-field-align)="[^"]*"/g,
            ''
          )
  const punctuation = /\spunctuation-in-quote\s*=\s*["'](true|false)["']/.exec(ready)?.[1]
  return {
    name: `whereas-${createHash('sha256').update(ready).digest('hex').slice(0, 32)}`,
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
