import type {Html, PhrasingContent} from 'mdast'
import type {PrintedInline} from '../../tree/index.ts'
import {isLinkable} from '../addresses.ts'
import {type Handlers, handle} from '../handlers.ts'

/** What the nodes stand in: Markdown cannot say the same thing twice, so an inner one is left out. */
interface Within {
  readonly isEmphasis: boolean
  readonly isStrong: boolean
  readonly isLink: boolean
}

const nowhere: Within = {isEmphasis: false, isStrong: false, isLink: false}

const text = (value: string): PhrasingContent => ({type: 'text', value})
const html = (value: string): Html => ({type: 'html', value})

/** HTML is Markdown's only way to raise or lower; without it 10² would read as 102. */
function tagged(name: 'sup' | 'sub', children: readonly PhrasingContent[]): readonly PhrasingContent[] {
  return children.length > 0 ? [html(`<${name}>`), ...children, html(`</${name}>`)] : []
}

/** Blanks at the edges of emphasis stand outside it: Markdown knows no emphasis that begins or ends with one. */
export function marked(type: 'emphasis' | 'strong', nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const children = joined(nodes)
  const before = takeBlanks(children, 0, 'trimStart')
  const after = takeBlanks(children, -1, 'trimEnd')
  return [...before, ...(children.length > 0 ? [{type, children}] : []), ...after]
}

/** Cuts the blanks off the first or the last node, and returns them. */
function takeBlanks(nodes: PhrasingContent[], place: 0 | -1, trim: 'trimStart' | 'trimEnd'): PhrasingContent[] {
  const node = nodes.at(place)
  if (node?.type !== 'text') return []
  const rest = node.value[trim]()
  const length = node.value.length - rest.length
  if (length === 0) return []
  nodes.splice(place, 1, ...(rest === '' ? [] : [text(rest)]))
  return [text(place === 0 ? node.value.slice(0, length) : node.value.slice(-length))]
}

const handlers: Handlers<PrintedInline, readonly PhrasingContent[], Within> = {
  text: node => [text(node.value)],
  leadIn: (node, within) => (within.isStrong ? [text(node.value)] : [{type: 'strong', children: [text(node.value)]}]),
  emphasis: (node, within) => {
    const children = convert(node.children, {...within, isEmphasis: true})
    return within.isEmphasis ? children : marked('emphasis', children)
  },
  strong: (node, within) => {
    const children = convert(node.children, {...within, isStrong: true})
    return within.isStrong ? children : marked('strong', children)
  },
  link: (node, within) => {
    const isLink = !within.isLink && isLinkable(node.url)
    const children = convert(node.children, {...within, isLink: within.isLink || isLink})
    return isLink ? [{type: 'link', url: node.url, children: joined(children)}] : children
  },
  quotation: (node, within) => [text(node.open), ...convert(node.children, within), text(node.close)],
  alteration: (node, within) => [text('['), ...convert(node.children, within), text(']')],
  omission: node => [text(node.value)],
  noteReference: node => [{type: 'footnoteReference', identifier: `${node.number}`, label: `${node.number}`}],
  smallCaps: (node, within) => convert(node.children, within),
  superscript: (node, within) => tagged('sup', convert(node.children, within)),
  subscript: (node, within) => tagged('sub', convert(node.children, within)),
  underline: (node, within) => convert(node.children, within)
}

function convert(nodes: readonly PrintedInline[], within: Within): readonly PhrasingContent[] {
  return nodes.flatMap(node => handle(handlers, node, within))
}

/** Makes one node of neighbours of a kind: escaping needs to see the words around, and `*a**b*` is not two emphases. */
export function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'text' && node.value === '') continue
    if (node.type === 'text' && last?.type === 'text') {
      result[result.length - 1] = {type: 'text', value: last.value + node.value}
    } else if (node.type === 'emphasis' && last?.type === 'emphasis') {
      result[result.length - 1] = {type: 'emphasis', children: joined([...last.children, ...node.children])}
    } else if (node.type === 'strong' && last?.type === 'strong') {
      result[result.length - 1] = {type: 'strong', children: joined([...last.children, ...node.children])}
    } else {
      result.push(node)
    }
  }
  return result
}

/** Printed nodes as nodes of a Markdown paragraph. */
export function phrasing(nodes: readonly PrintedInline[]): PhrasingContent[] {
  return joined(convert(nodes, nowhere))
}
