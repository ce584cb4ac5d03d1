/** An element of an XML part; `text` children are words between tags, entities undone. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Element | string)[]
}

const token = /<!?[^>]*>|[^<]+/g
const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}

/** Parses a part of a package; throws where tags do not match, so that no test passes on half a file. */
export function parseXml(xml: string): Element {
  const root = {name: '', attributes: {}, children: [] as (Element | string)[]}
  const open = [root]
  for (const [part] of xml.matchAll(token)) {
    const top = open.at(-1)!
    if (part.startsWith('<?')) continue
    if (!part.startsWith('<')) top.children.push(undoEntities(part))
    else if (part.startsWith('</')) {
      if (part !== `</${top.name}>`) throw new Error(`${part} closes ${top.name}`)
      open.pop()
    } else {
      const element = {name: /^<([\w:]+)/.exec(part)![1]!, attributes: attributesIn(part), children: []}
      top.children.push(element)
      if (!part.endsWith('/>')) open.push(element)
    }
  }
  if (open.length !== 1) throw new Error(`${open.at(-1)!.name} is never closed`)
  return root.children.find(child => typeof child !== 'string') as Element
}

/** All elements of a name under an element, in document order; itself included. */
export function findAll(element: Element, name: string): readonly Element[] {
  const inside = element.children.flatMap(child => (typeof child === 'string' ? [] : findAll(child, name)))
  return element.name === name ? [element, ...inside] : inside
}

export function childrenOf(element: Element, name?: string): readonly Element[] {
  return element.children.filter(
    (child): child is Element => typeof child !== 'string' && (name === undefined || child.name === name)
  )
}

/** The `w:val` of the first descendant of a name. */
export function valOf(element: Element | undefined, name: string): string | undefined {
  return element && findAll(element, name)[0]?.attributes['w:val']
}

export function wordsIn(element: Element): string {
  return element.children.map(child => (typeof child === 'string' ? child : wordsIn(child))).join('')
}

function attributesIn(tag: string): Record<string, string> {
  return Object.fromEntries(
    [...tag.matchAll(/ ([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key!, undoEntities(value!)])
  )
}

function undoEntities(words: string): string {
  return words.replace(/&(#x?[\da-f]+|\w+);/gi, (_, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16))
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)))
    return entities[name] ?? `&${name};`
  })
}
