import {metadataCleaner, shorten} from './clean-text.ts'
import {readDate} from './guess-date.ts'
import {type GuessedName, readNames} from './guess-name.ts'
import {readDoi, readIsbn, shownDoi} from './guess-number.ts'
import {type GuessedSource, ordered} from './guessed-source.ts'
import {readLinkedData} from './linked-data.ts'
import {type GuessedType, type LinkedWork, linkedWorkOf, plainAddress} from './linked-work.ts'
import {type PageFacts, readPageFacts} from './page-facts.ts'
import {cutSiteName, siteNamesOf} from './site-name.ts'

/** What is asked of a page: its facts, its JSON-LD, and its metadata by names, the first that has a value. */
interface Page {
  readonly facts: PageFacts
  readonly work: LinkedWork | undefined
  readonly meta: (...names: readonly string[]) => string
  readonly metas: (...names: readonly string[]) => readonly string[]
  readonly address: string | undefined
}

/** Guesses what to cite from an HTML page. `address` is undefined for a file of one's own. */
export async function guessFromHtml(html: string, address: string | undefined): Promise<GuessedSource> {
  const page = await readPage(html, address)
  const type = typeOf(page)
  const container = containerOf(page, type)
  return ordered({
    type,
    title: titleOf(page),
    author: authorsOf(page),
    issued: issuedOf(page),
    'container-title': container,
    publisher: publisherOf(page, container),
    ...placeOf(page, type),
    number: page.meta('citation_technical_report_number') || page.work?.number,
    DOI: doiOf(page),
    ISBN: isbnOf(page, type),
    language: languageOf(page),
    URL: address === undefined ? absolute(page.facts.canonical, undefined) : addressOf(page.facts, address)
  })
}

async function readPage(html: string, address: string | undefined): Promise<Page> {
  const [facts, clean] = await Promise.all([readPageFacts(html), metadataCleaner()])
  // Digital Commons, which many libraries use, puts its own name before those of Highwire.
  const metas = (...names: readonly string[]): readonly string[] =>
    names
      .flatMap(name => facts.metas.get(name) ?? facts.metas.get(`bepress_${name}`) ?? [])
      .flatMap(value => clean(value) || [])
  const known = [address, absolute(facts.canonical, address), facts.metas.get('og:url')?.[0]]
  const addresses = known.flatMap(one => (one === undefined ? [] : plainAddress(one)))
  const work = linkedWorkOf(readLinkedData(facts.linkedData, clean), addresses)
  return {facts, work, metas, meta: (...names) => metas(...names)[0] ?? '', address}
}

function typeOf({meta, work}: Page): GuessedType {
  if (meta('citation_journal_title')) return 'article-journal'
  if (meta('citation_conference_title', 'citation_conference')) return 'paper-conference'
  if (meta('citation_inbook_title', 'citation_book_title')) return 'chapter'
  if (meta('citation_dissertation_institution', 'citation_dissertation_name')) return 'thesis'
  if (meta('citation_technical_report_institution', 'citation_technical_report_number')) return 'report'
  if (
    readIsbn(meta('citation_isbn')) ||
    (/^(?:books?\.)?book$/.test(meta('og:type')) && readIsbn(meta('book:isbn', 'books:isbn')))
  )
    return 'book'
  return work?.type ?? 'webpage'
}

function titleOf({facts, work, meta, address}: Page): string {
  const names = [...siteNamesOf(address), ...(work?.siteNames ?? []), meta('og:site_name'), meta('application-name')]
  const titles = [
    meta('citation_title'),
    work?.title ?? '',
    meta('dc.title', 'dcterms.title'),
    meta('og:title', 'twitter:title'),
    facts.title,
    facts.heading
  ]
  const found = titles.find(title => title !== '') ?? ''
  return shorten(cutSiteName(found, names))
}

function authorsOf({facts, work, metas}: Page): readonly GuessedName[] {
  const ways: readonly (() => readonly GuessedName[])[] = [
    () => metas('citation_author').flatMap(value => readNames(value, 'one name')),
    () => metas('citation_authors').flatMap(value => readNames(value, 'one name')),
    () => work?.authors ?? [],
    () =>
      metas('dc.creator', 'dcterms.creator', 'dc.creator.personalname').flatMap(value => readNames(value, 'one name')),
    () => metas('article:author', 'og:article:author').flatMap(value => readNames(value, 'byline')),
    () => metas('author', 'parsely-author', 'sailthru.author', 'byl').flatMap(value => readNames(value, 'byline')),
    () => (facts.properties.get('author') ?? []).flatMap(value => readNames(value, 'byline')),
    () => facts.authorLinks.flatMap(value => readNames(value, 'byline'))
  ]
  for (const way of ways) {
    const names = distinct(way())
    if (names.length > 0) return names.slice(0, 50)
  }
  return []
}

/** A page names its author at the top and at the end, and in several tags. */
function distinct(names: readonly GuessedName[]): readonly GuessedName[] {
  return [...new Map(names.map(name => [JSON.stringify(name).toLowerCase(), name])).values()]
}

function issuedOf({facts, work, metas}: Page): string | undefined {
  const marked = [
    ...metas(
      'citation_publication_date',
      'citation_date',
      'citation_cover_date',
      'citation_year',
      'citation_online_date'
    ),
    work?.published ?? '',
    ...metas('dc.date.issued', 'dcterms.issued', 'dc.date', 'dcterms.date', 'dc.date.created', 'dcterms.created'),
    ...metas('article:published_time', 'og:article:published_time', 'og:published_time', 'book:release_date'),
    ...metas(
      'date',
      'pubdate',
      'publish-date',
      'publish_date',
      'publication_date',
      'parsely-pub-date',
      'sailthru.date'
    ),
    ...(facts.properties.get('datepublished') ?? [])
  ]
  for (const text of marked) {
    const date = readDate(text)
    if (date !== undefined) return date
  }
  // Several times are those of comments or of other articles; then nobody can tell.
  const days = new Set(facts.times.flatMap(text => readDate(text) ?? []))
  const [only] = days
  return days.size === 1 ? only : undefined
}

/** What the source is part of: journal, book, conference; for what stands alone nothing; else the site. */
function containerOf({meta, work}: Page, type: GuessedType): string | undefined {
  switch (type) {
    case 'article-journal':
      return meta('citation_journal_title', 'prism.publicationname') || work?.container
    case 'chapter':
      return meta('citation_inbook_title', 'citation_book_title') || work?.container
    case 'paper-conference':
      return meta('citation_conference_title', 'citation_conference')
    case 'book':
    case 'legislation':
    case 'report':
    case 'thesis':
      return undefined
    case 'article-magazine':
    case 'article-newspaper':
    case 'document':
    case 'post-weblog':
    case 'webpage':
      return meta('og:site_name') || work?.container
  }
}

function publisherOf({meta, work}: Page, container: string | undefined): string | undefined {
  const found =
    meta('citation_publisher', 'citation_technical_report_institution', 'citation_dissertation_institution') ||
    work?.publisher ||
    meta('dc.publisher', 'dcterms.publisher')
  const isAddress = /^https?:|^www\./i.test(found)
  return isAddress || found.toLowerCase() === container?.toLowerCase() ? undefined : found
}

function placeOf({meta, work}: Page, type: GuessedType): Pick<GuessedSource, 'volume' | 'issue' | 'page'> {
  if (type === 'webpage' || type === 'post-weblog') return {}
  const [first, last] = [
    meta('citation_firstpage', 'prism.startingpage'),
    meta('citation_lastpage', 'prism.endingpage')
  ]
  const pages = last !== '' && last !== first && first !== '' ? `${first}-${last}` : first
  const given = {
    volume: meta('citation_volume', 'prism.volume') || work?.volume,
    issue: meta('citation_issue', 'prism.number') || work?.issue,
    page: (pages || work?.page)?.replace(/\s?[–—]\s?/g, '-')
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

function doiOf({facts, work, metas}: Page): string | undefined {
  const fields = [
    ...metas('citation_doi', 'prism.doi', 'doi', 'dc.identifier.doi', 'dc.identifier', 'dcterms.identifier'),
    ...(work?.identifiers ?? [])
  ]
  return fields.map(readDoi).find(doi => doi !== undefined) ?? shownDoi(facts.opening)
}

function isbnOf({facts, work, metas}: Page, type: GuessedType): string | undefined {
  if (!['book', 'chapter', 'paper-conference', 'report'].includes(type)) return undefined
  const fields = [
    ...metas('citation_isbn', 'book:isbn', 'books:isbn'),
    work?.isbn ?? '',
    ...metas('dc.identifier', 'dcterms.identifier'),
    ...(facts.properties.get('isbn') ?? [])
  ]
  return fields.map(readIsbn).find(isbn => isbn !== undefined)
}

function languageOf({facts, work, metas}: Page): string | undefined {
  const named = [
    ...metas('citation_language'),
    work?.language ?? '',
    facts.language,
    ...metas('dc.language', 'dcterms.language', 'og:locale', 'content-language')
  ]
  return named.map(readLanguage).find(tag => tag !== undefined)
}

/** A language tag: `en`, `en-GB`; `en_US` is a common spelling of one. */
export function readLanguage(text: string): string | undefined {
  const tag = text.trim().replace(/_/g, '-')
  return /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i.test(tag) ? tag : undefined
}

/** The canonical address when it is one of the same site, else the one that answered. */
function addressOf({canonical}: PageFacts, address: string): string {
  const typed = absolute(canonical, address)
  if (typed === undefined) return address
  const [named, asked] = [new URL(typed), new URL(address)]
  const isSameSite = bareHost(named) === bareHost(asked)
  // A page that calls the front page its canonical address is wrong, and so is one that leads back to `http:`.
  const isFrontPage = named.pathname === '/' && named.search === '' && asked.pathname !== '/'
  const isWeaker = named.protocol === 'http:' && asked.protocol === 'https:'
  return isSameSite && !isFrontPage && !isWeaker ? typed : address
}

function bareHost({host}: URL): string {
  return host.replace(/^www\./, '')
}

function absolute(address: string, base: string | undefined): string | undefined {
  if (address === '' || !URL.canParse(address, base)) return undefined
  const url = new URL(address, base)
  url.hash = ''
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined
}
