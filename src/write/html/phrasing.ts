import type {PrintedInline} from '../../tree/index.ts'
import {isLinkable} from '../addresses.ts'
import {type Handlers, handle} from '../handlers.ts'
import {attributes, escapeText} from './escape.ts'

/** The anchor of a note. */
export function noteAnchor(number: number): string {
  return `note-${number}`
}

/** The anchor of a mark in the text; the first of a note has the plain name. */
export function referenceAnchor(number: number, key: number): string {
  return key === 1 ? `note-${number}-ref` : `note-${number}-ref-${key}`
}

const element = (name: string, node: {readonly children: readonly PrintedInline[]}, within: Within): string =>
  `<${name}>${convert(node.children, within)}</${name.split(' ')[0]}>`

/** A link holds no link: a mark inside one stays a number. */
interface Within {
  readonly isLink: boolean
}

const handlers: Handlers<PrintedInline, string, Within> = {
  text: node => escapeText(node.value),
  leadIn: node => `<b class="lead-in">${escapeText(node.value)}</b>`,
  emphasis: (node, within) => element('em', node, within),
  strong: (node, within) => element('strong', node, within),
  link: (node, within) => {
    if (within.isLink || !isLinkable(node.url)) return convert(node.children, within)
    return `<a${attributes({href: node.url})}>${convert(node.children, {isLink: true})}</a>`
  },
  quotation: (node, within) => escapeText(node.open) + convert(node.children, within) + escapeText(node.close),
  alteration: (node, within) => `[${convert(node.children, within)}]`,
  omission: node => escapeText(node.value),
  noteReference: ({number, key}, within) => {
    if (within.isLink) return `<sup>${number}</sup>`
    const link = {href: `#${noteAnchor(number)}`, id: referenceAnchor(number, key), role: 'doc-noteref'}
    return `<sup><a${attributes(link)}>${number}</a></sup>`
  },
  smallCaps: (node, within) => element('span class="small-caps"', node, within),
  superscript: (node, within) => element('sup', node, within),
  subscript: (node, within) => element('sub', node, within),
  underline: (node, within) => element('span class="underline"', node, within)
}

function convert(nodes: readonly PrintedInline[], within: Within): string {
  return nodes.map(node => handle(handlers, node, within)).join('')
}

/** Printed nodes as the inside of an element. */
export function phrasing(nodes: readonly PrintedInline[]): string {
  return convert(nodes, {isLink: false})
}
