/** An object of JSON-LD. */
export type LinkedNode = Readonly<Record<string, unknown>>

/** The objects of a page's JSON-LD. */
export interface LinkedData {
  readonly nodes: readonly LinkedNode[]
  /** Those with an `@id`, which others refer to. */
  readonly byId: ReadonlyMap<string, LinkedNode>
}

/** For one page; what comes after is not looked at. */
const mostNodes = 500

/** Reads the scripts of a page; one that is not JSON is left out. `clean` is applied to each text in them. */
export function readLinkedData(scripts: readonly string[], clean: (text: string) => string): LinkedData {
  const nodes = scripts.flatMap(script => nodesIn(parse(script, clean), 0)).slice(0, mostNodes)
  const byId = new Map<string, LinkedNode>()
  for (const node of nodes) {
    const id = node['@id']
    if (typeof id === 'string' && !byId.has(id)) byId.set(id, node)
  }
  return {nodes, byId}
}

/** Some pages wrap the JSON in a comment or CDATA section, and break texts over lines. */
function parse(script: string, clean: (text: string) => string): unknown {
  const revive = (_: string, value: unknown): unknown => (typeof value === 'string' ? clean(value) : value)
  const bare = script.replace(/<!--|-->|(?:\/\/|\/\*)?\s{0,9}(?:<!\[CDATA\[|\]\]>)\s{0,9}(?:\*\/)?/g, ' ').trim()
  for (const attempt of [script, bare, bare.replace(/\p{Cc}/gu, ' '), bare.replace(/;$/, '')]) {
    try {
      return JSON.parse(attempt, revive)
    } catch {}
  }
  return undefined
}

/** The objects at the top, in lists and in `@graph`, and what a page says it is mainly about. */
function nodesIn(value: unknown, depth: number): readonly LinkedNode[] {
  if (depth > 5) return []
  if (Array.isArray(value)) return value.slice(0, mostNodes).flatMap(item => nodesIn(item, depth + 1))
  if (!isNode(value)) return []
  const inside = [...nodesIn(value['@graph'], depth + 1), ...nodesIn(value.mainEntity, depth + 1)]
  return value['@type'] === undefined && value['@id'] === undefined ? inside : [value, ...inside]
}

/** The types of an object without their vocabulary: `http://schema.org/Report` is `Report`. */
export function typesOf(node: LinkedNode): readonly string[] {
  return listOf(node['@type']).flatMap(type => (typeof type === 'string' ? [type.replace(/^.*[/#:]/, '')] : []))
}

/** The first text of a field that has one; numbers count. */
export function textIn(data: LinkedData, node: LinkedNode | undefined, ...fields: readonly string[]): string {
  for (const field of fields) {
    for (const value of listOf(node?.[field])) {
      const text = textOf(data, value)
      if (text !== '') return text
    }
  }
  return ''
}

/** The objects of a field; references to others of the page are followed. */
export function nodesOf(data: LinkedData, node: LinkedNode | undefined, field: string): readonly LinkedNode[] {
  return listOf(node?.[field]).flatMap(value => (isNode(value) ? [followed(data, value)] : []))
}

/** The values of a field: one alone is a list of one. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value.slice(0, mostNodes) : [value]
}

export function isNode(value: unknown): value is LinkedNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object that a value refers to by its `@id`, if the page has it. */
export function followed(data: LinkedData, value: LinkedNode): LinkedNode {
  const id = value['@id']
  const other = typeof id === 'string' ? data.byId.get(id) : undefined
  return other === undefined ? value : {...other, ...value}
}

function textOf(data: LinkedData, value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number') return String(value)
  if (!isNode(value)) return ''
  const node = followed(data, value)
  const inside = node['@value'] ?? node.name ?? node.value
  return typeof inside === 'string' ? inside.trim() : ''
}
