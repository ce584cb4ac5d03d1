import type {DefaultTreeAdapterTypes} from 'parse5'
import {collapse} from './clean-text.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element
type Document = DefaultTreeAdapterTypes.Document

/** What a page says of itself, as it stands there: nothing is trusted or cleaned yet, but white space is collapsed. */
export interface PageFacts {
  /** `content` of the `<meta>` by `name`, `property` or `http-equiv` in small letters, in order. */
  readonly metas: ReadonlyMap<string, readonly string[]>
  /** Values of microdata properties, likewise. */
  readonly properties: ReadonlyMap<string, readonly string[]>
  /** Scripts of JSON-LD. */
  readonly linkedData: readonly string[]
  /** `<title>`, the first `<h1>`, the author links; empty when there is none. */
  readonly title: string
  readonly heading: string
  readonly authorLinks: readonly string[]
  /** `datetime` of the `<time>` elements; those that are marked as the day of publication first. */
  readonly times: readonly string[]
  readonly language: string
  /** `href` of `<link rel="canonical">`. */
  readonly canonical: string
  /** The first words that a reader sees. */
  readonly opening: string
}

/** Longer pages are cut, in UTF-16 units: what a page says of itself stands at its head. */
const longestPage = 5_000_000
/** Markup can make a parser copy elements without bound; then what was read until there counts. */
const mostElements = 300_000
/** For one value, and for the opening, in UTF-16 units. */
const longestValue = 2_000
const longestOpening = 4_000
/** Of one name; an article of a large experiment has thousands of authors, of whom nobody prints more. */
const mostValues = 100
/** For the text of all values together, in nodes. */
const mostSteps = 200_000
/** The properties of microdata that are looked at. */
const usedProperties: readonly string[] = ['author', 'datepublished', 'isbn']

/** Reads the facts from the text of an HTML page. */
export async function readPageFacts(html: string): Promise<PageFacts> {
  return collect(await parsePage(html.slice(0, longestPage)))
}

async function parsePage(html: string): Promise<Document> {
  const {parse, defaultTreeAdapter} = await import('parse5')
  const document = defaultTreeAdapter.createDocument()
  let count = 0
  const tooMany = new Error('too many elements')
  const treeAdapter = {
    ...defaultTreeAdapter,
    createDocument: (): Document => document,
    createElement: (...parts: Parameters<typeof defaultTreeAdapter.createElement>): Element => {
      if (++count > mostElements) throw tooMany
      return defaultTreeAdapter.createElement(...parts)
    }
  }
  try {
    parse(html, {treeAdapter})
  } catch (failure) {
    if (failure !== tooMany) throw failure
  }
  return document
}

/** What is filled while the page is walked. */
interface Draft {
  readonly metas: Map<string, string[]>
  readonly properties: Map<string, string[]>
  readonly linkedData: string[]
  readonly authorLinks: string[]
  readonly publishedTimes: string[]
  readonly otherTimes: string[]
  readonly opening: {text: string}
  /** How many nodes may still be looked into for text: properties may stand in each other. */
  readonly steps: {left: number}
  readonly first: Partial<Record<'title' | 'heading' | 'language' | 'canonical', string | undefined>>
}

/** What is not for reading, or not about this page. */
const skipped: ReadonlySet<string> = new Set(['style', 'svg', 'math', 'template', 'noscript', 'iframe', 'select'])

/** Walks with a stack of its own: pages nest deeper than calls can. */
function collect(document: Document): PageFacts {
  const draft: Draft = {
    metas: new Map(),
    properties: new Map(),
    linkedData: [],
    authorLinks: [],
    publishedTimes: [],
    otherTimes: [],
    opening: {text: ''},
    steps: {left: mostSteps},
    first: {}
  }
  const waiting: Node[] = [document]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('value' in node && node.nodeName === '#text') readText(node.value, draft)
    if ('tagName' in node) readElement(node, draft)
    const isClosed = skipped.has(node.nodeName) || node.nodeName === 'script' || node.nodeName === 'title'
    if ('childNodes' in node && !isClosed) waiting.push(...node.childNodes.slice(0, mostElements).reverse())
  }
  const {first, metas, properties, linkedData, authorLinks, opening} = draft
  return {
    metas,
    properties,
    linkedData,
    authorLinks,
    times: [...draft.publishedTimes, ...(draft.publishedTimes.length > 0 ? [] : draft.otherTimes)],
    title: first.title ?? '',
    heading: first.heading ?? '',
    language: first.language ?? '',
    canonical: first.canonical ?? '',
    opening: collapse(opening.text)
  }
}

function readText(value: string, {opening}: Draft): void {
  if (opening.text.length < longestOpening) opening.text += value.slice(0, longestOpening)
}

const readers: Readonly<Record<string, (element: Element, draft: Draft) => void>> = {
  html: (element, {first}) => {
    first.language ??= attribute(element, 'lang') ?? attribute(element, 'xml:lang')
  },
  title: (element, draft) => {
    draft.first.title ??= textOf(element, draft)
  },
  h1: (element, draft) => {
    draft.first.heading ??= textOf(element, draft)
  },
  meta: (element, {metas}) => {
    const name = attribute(element, 'name') ?? attribute(element, 'property') ?? attribute(element, 'http-equiv')
    const content = attribute(element, 'content')
    if (name && content) add(metas, name.toLowerCase(), content)
  },
  link: (element, {first}) => {
    if (relationsOf(element).includes('canonical')) first.canonical ??= attribute(element, 'href')
  },
  a: (element, draft) => {
    const {authorLinks} = draft
    if (relationsOf(element).includes('author') && authorLinks.length < mostValues)
      authorLinks.push(textOf(element, draft))
  },
  time: (element, draft) => {
    const {publishedTimes, otherTimes} = draft
    const isPublished =
      attribute(element, 'pubdate') !== undefined || attribute(element, 'itemprop') === 'datePublished'
    const moment = attribute(element, 'datetime') ?? textOf(element, draft)
    if (moment !== '') (isPublished ? publishedTimes : otherTimes).push(moment)
  },
  script: (element, {linkedData}) => {
    const [child] = element.childNodes
    const isLinkedData = /^application\/ld\+json\b/i.test(attribute(element, 'type') ?? '')
    if (isLinkedData && child && 'value' in child) linkedData.push(child.value)
  }
}

function readElement(element: Element, draft: Draft): void {
  const property = attribute(element, 'itemprop')
  const names = property?.toLowerCase().split(' ') ?? []
  for (const name of names.filter(one => usedProperties.includes(one))) {
    if ((draft.properties.get(name)?.length ?? 0) >= mostValues) continue
    add(
      draft.properties,
      name,
      attribute(element, 'content') ?? attribute(element, 'datetime') ?? textOf(element, draft)
    )
  }
  const read = Object.hasOwn(readers, element.tagName) ? readers[element.tagName] : undefined
  read?.(element, draft)
}

function add(map: Map<string, string[]>, name: string, value: string): void {
  if (value === '') return
  const values = map.get(name)
  if (values === undefined) map.set(name, [value])
  else if (values.length < mostValues) values.push(value)
}

function relationsOf(element: Element): readonly string[] {
  return (attribute(element, 'rel') ?? '').toLowerCase().split(' ')
}

function attribute(element: Element, name: string): string | undefined {
  const found = element.attrs.find(attr => attr.name === name)
  return found && collapse(found.value.slice(0, longestValue))
}

/** The words of an element, up to the longest value; what is not for reading is left out. */
function textOf(element: Element, {steps}: Draft): string {
  let text = ''
  const waiting: Node[] = [element]
  for (let node = waiting.pop(); node && text.length < longestValue && steps.left > 0; node = waiting.pop()) {
    steps.left--
    if ('value' in node) text += node.value.slice(0, longestValue)
    else if (node.nodeName === 'br') text += ' '
    else if ('childNodes' in node && !skipped.has(node.nodeName) && node.nodeName !== 'script')
      waiting.push(...node.childNodes.slice(0, longestValue).reverse())
  }
  return collapse(text.slice(0, longestValue))
}
