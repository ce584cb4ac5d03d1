import {type GuessedName, personOf, readName, readNames} from './guess-name.ts'
import {followed, isNode, type LinkedData, type LinkedNode, listOf, nodesOf, textIn, typesOf} from './linked-data.ts'

/** The types of source that are guessed; a person chooses among the others. */
export type GuessedType =
  | 'article-journal'
  | 'article-magazine'
  | 'article-newspaper'
  | 'book'
  | 'chapter'
  | 'document'
  | 'legislation'
  | 'paper-conference'
  | 'post-weblog'
  | 'report'
  | 'thesis'
  | 'webpage'

/** What JSON-LD says of the work that a page is; a text that is not there is empty. */
export interface LinkedWork {
  readonly type: GuessedType | undefined
  readonly title: string
  readonly authors: readonly GuessedName[]
  readonly published: string
  readonly publisher: string
  /** The journal or site it is part of. */
  readonly container: string
  readonly volume: string
  readonly issue: string
  readonly page: string
  readonly number: string
  readonly isbn: string
  readonly language: string
  /** What may hold a DOI. */
  readonly identifiers: readonly string[]
  /** Names that the site goes by, to cut off the title. */
  readonly siteNames: readonly string[]
}

/** Types of schema.org, those that say most first, and what they are in CSL. */
const kinds: readonly (readonly [pattern: RegExp, type: GuessedType])[] = [
  [/^(?:Medical)?ScholarlyArticle$/, 'article-journal'],
  [/^Legislation(?:Object)?$/, 'legislation'],
  [/^Report$/, 'report'],
  [/^Thesis$/, 'thesis'],
  [/^Chapter$/, 'chapter'],
  [/^Book$/, 'book'],
  [/NewsArticle$/, 'article-newspaper'],
  [/^(?:BlogPosting|LiveBlogPosting)$/, 'post-weblog'],
  [/^(?:Article|TechArticle|AdvertiserContentArticle|SatiricalArticle|SocialMediaPosting)$/, 'webpage'],
  [/^(?:DigitalDocument|TextDigitalDocument|CreativeWork)$/, 'webpage'],
  [/^(?:\w+Page|WebPageElement)$/, 'webpage']
]

/**
 * The work that a page is, from its JSON-LD: the object whose type says most. When there are several of that type,
 * as on a page that lists articles, the one that names this address counts, and without such a one none.
 */
export function linkedWorkOf(data: LinkedData, addresses: readonly string[]): LinkedWork | undefined {
  const sites = data.nodes.filter(node => typesOf(node).includes('WebSite'))
  const site = textIn(data, sites[0], 'name', 'alternateName')
  for (const [pattern, type] of kinds) {
    const nodes = data.nodes.filter(node => typesOf(node).some(name => pattern.test(name)))
    const own = nodes.filter(node => isAbout(node, addresses))
    const [chosen] = own.length > 0 ? own : nodes.length === 1 ? nodes : []
    if (chosen) return workFrom(data, chosen, type, site)
  }
  return site === '' ? undefined : workFrom(data, {}, undefined, site)
}

function isAbout(node: LinkedNode, addresses: readonly string[]): boolean {
  const page = node.mainEntityOfPage
  const named = [node.url, node['@id'], isNode(page) ? (page['@id'] ?? page.url) : page]
  return named.some(name => typeof name === 'string' && addresses.includes(plainAddress(name)))
}

/** An address by which two spellings of one page can be told to be the same. */
export function plainAddress(address: string): string {
  return address
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/, '')
    .replace(/\/$/, '')
    .toLowerCase()
}

function workFrom(data: LinkedData, work: LinkedNode, kind: GuessedType | undefined, site: string): LinkedWork {
  const containers = containersOf(data, work)
  const publisher = textIn(data, work, 'publisher', 'sourceOrganization')
  const periodical = containers.find(node => typesOf(node).some(type => /^(?:Periodical|Newspaper)$/.test(type)))
  const named = containers.filter(node => !typesOf(node).some(type => /^Publication|Page$/.test(type)))
  const container = textIn(data, periodical, 'name') || textIn(data, named[0], 'name') || site
  return {
    // A scholarly article that is in no journal is cited as the page it is.
    type: kind === 'article-journal' && !periodical ? 'webpage' : kind,
    title: textIn(data, work, 'headline', 'name', 'title'),
    authors: [...authorsOf(data, work, 'author'), ...authorsOf(data, work, 'creator')].slice(0, 50),
    published: textIn(data, work, 'datePublished', 'legislationDate', 'dateCreated'),
    publisher,
    container,
    volume: textInAny(data, [work, ...containers], 'volumeNumber'),
    issue: textInAny(data, [work, ...containers], 'issueNumber'),
    page: textIn(data, work, 'pagination') || range(textIn(data, work, 'pageStart'), textIn(data, work, 'pageEnd')),
    number: textIn(data, work, 'reportNumber', 'legislationIdentifier'),
    isbn: textIn(data, work, 'isbn'),
    language: languageOf(data, work),
    identifiers: identifiersOf(data, work),
    siteNames: [site, publisher, ...containers.map(node => textIn(data, node, 'name'))].filter(name => name !== '')
  }
}

/** What the work is part of, what that is part of, and so on: issue, volume, journal. */
function containersOf(data: LinkedData, work: LinkedNode): readonly LinkedNode[] {
  const found: LinkedNode[] = []
  let level: readonly LinkedNode[] = nodesOf(data, work, 'isPartOf')
  for (let depth = 0; depth < 4 && level.length > 0; depth++) {
    found.push(...level)
    level = level.flatMap(node => nodesOf(data, node, 'isPartOf')).slice(0, 10)
  }
  return found
}

function authorsOf(data: LinkedData, work: LinkedNode, field: 'author' | 'creator'): readonly GuessedName[] {
  if (field === 'creator' && work.author !== undefined) return []
  return listOf(work[field]).flatMap(value => {
    if (typeof value === 'string') return readNames(value, 'byline')
    if (!isNode(value)) return []
    const node = followed(data, value)
    const name = textIn(data, node, 'name')
    if (/Organization|Corporation|Agency|Office|Periodical|Newspaper/.test(typesOf(node).join(' '))) return name || []
    const [family, given] = [textIn(data, node, 'familyName'), textIn(data, node, 'givenName')]
    return (family === '' ? readName(name) : personOf(family, given)) ?? []
  })
}

function identifiersOf(data: LinkedData, work: LinkedNode): readonly string[] {
  const fields = [work['@id'], work.url, ...listOf(work.sameAs), ...listOf(work.identifier)]
  return fields.flatMap(value => {
    const text = isNode(value) ? textIn(data, value, 'value', '@id', 'name') : value
    return typeof text === 'string' && /doi|^10\./i.test(text) ? [text] : []
  })
}

function languageOf(data: LinkedData, work: LinkedNode): string {
  const [value] = listOf(work.inLanguage)
  return isNode(value) ? textIn(data, value, 'alternateName', 'name') : textIn(data, work, 'inLanguage')
}

function textInAny(data: LinkedData, nodes: readonly LinkedNode[], field: string): string {
  return nodes.map(node => textIn(data, node, field)).find(text => text !== '') ?? ''
}

function range(first: string, last: string): string {
  return first !== '' && last !== '' && first !== last ? `${first}-${last}` : first
}
