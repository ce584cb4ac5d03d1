import {SaxesParser} from 'saxes'
import {refuse} from '../refusal.ts'

/** Far more than any Word file has; each keeps the parser from running for more than some seconds. */
const limits = {depth: 200, elements: 2_000_000, attributes: 500}

/** An element by its name without prefix: strict and transitional files differ in their namespaces alone. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

export interface XmlHandlers {
  /** Returns true when the element and all in it are to be left out; `close` is not called then. */
  open(element: XmlElement, parent: string): boolean
  text?(text: string, parent: string): void
  close?(element: XmlElement, parent: string): void
}

/**
 * Reads a part of a Word file: no document types, so no entities of its own. The parser does not resolve namespaces,
 * since saxes then takes time that grows with the square of the depth.
 */
export function readXml(xml: string, part: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser()
  const stack: XmlElement[] = []
  let left = 0
  let elements = 0
  let attributes = 0
  parser.on('error', () => refuse(`\`${part}\` in it is not well-formed XML`))
  parser.on('doctype', () => refuse(`\`${part}\` in it has a document type, which no Word file has`))
  parser.on('attribute', () => {
    if (++attributes > limits.attributes) refuse(`\`${part}\` in it has an element of ${limits.attributes} attributes`)
  })
  parser.on('opentag', tag => {
    attributes = 0
    if (++elements > limits.elements) refuse(`\`${part}\` in it has more than ${limits.elements} elements`)
    if (stack.length >= limits.depth) refuse(`\`${part}\` in it is nested more than ${limits.depth} deep`)
    const element = {name: localName(tag.name), attributes: localAttributes(tag.attributes)}
    const parent = stack.at(-1)?.name ?? ''
    stack.push(element)
    if (left > 0 || handlers.open(element, parent)) left++
  })
  parser.on('closetag', () => {
    const element = stack.pop()
    if (left > 0) left--
    else if (element !== undefined) handlers.close?.(element, stack.at(-1)?.name ?? '')
  })
  const take = (text: string): void => {
    if (left === 0) handlers.text?.(text, stack.at(-1)?.name ?? '')
  }
  parser.on('text', take)
  parser.on('cdata', take)
  parser.write(xml).close()
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function localAttributes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const local: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) local[localName(name)] = value
  return local
}

/** Whether a property such as `w:vanish` is on: it is when it has no value. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off)$/i.test(value)
}
