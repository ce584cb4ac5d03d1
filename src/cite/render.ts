import type {CslItem, PrintedInline} from '../tree/index.ts'
import {engineItem, hasWords} from './engine-item.ts'
import type {CitationStyles, RawCluster, RawEngine} from './load.ts'
import {loadStyles} from './load.ts'
import {parseLocator} from './locator.ts'
import {hideBrackets, hideTags, mark} from './marks.ts'
import type {CiteProblem} from './problem.ts'
import {ticked} from './problem.ts'
import {mapRich, plainFromRich, richFromMarkdown} from './rich-text.ts'
import type {Run} from './runs.ts'
import {nodesFrom, runsFormat, runsFrom, runsFromRich} from './runs.ts'
import {shortTitle} from './short-title.ts'
import type {PreparedStyle, StyleFacts} from './style.ts'
import {inspectStyle, prepareStyle, styleName} from './style.ts'
import {clean, collapse} from './text.ts'

/** One source of a cluster; `prefix` and `rest` as typed (Markdown), `rest` with the comma or blank that joins it. */
export interface ClusterItem {
  readonly id: string
  readonly prefix: string
  readonly rest: string
  /** The address of the archived copy. */
  readonly archive?: string
}

/** The sources cited together at one place of a note. */
export interface Cluster {
  readonly noteNumber: number
  readonly items: readonly ClusterItem[]
  /** Whether no words stand before it in its note: it then begins with a capital. The first cluster of a number unless given. */
  readonly opensNote?: boolean
  /** Whether no words stand after it in its note: it then ends with the point of the style. True unless given. */
  readonly endsNote?: boolean
}

export interface NoteRequest {
  readonly items: readonly CslItem[]
  /** In reading order. */
  readonly clusters: readonly Cluster[]
  readonly styleXml: string
  /** BCP 47; en, es, de, fr and nl are known, others are printed as en-US. */
  readonly language: string
}

export type NoteProblem = CiteProblem & {
  /** The index of the cluster at fault. */
  readonly cluster?: number
}

export interface RenderedNotes {
  /** The printed words of each cluster. */
  readonly clusters: PrintedInline[][]
  readonly problems: readonly NoteProblem[]
}

/** Keeps what was loaded between documents: a second document takes milliseconds. Documents do not see one another. */
export interface CitationEngine {
  /** What a style is like, or why it cannot be used. */
  readonly inspect: (styleXml: string) => StyleFacts | CiteProblem
  readonly render: (request: NoteRequest) => RenderedNotes
}

/** Renders the citations of a document in one pass; without an engine everything is loaded anew. */
export function renderNotes(request: NoteRequest, engine: CitationEngine = createCitationEngine()): RenderedNotes {
  return engine.render(request)
}

interface ReadyStyle {
  readonly facts: StyleFacts
  readonly prepared: PreparedStyle
}

/** An engine to hold on to while several documents are printed. */
export function createCitationEngine(): CitationEngine {
  let loaded: CitationStyles | undefined
  const inspected = new Map<string, StyleFacts | CiteProblem>()
  const ready = new Map<string, ReadyStyle>()
  const inspect = (xml: string): StyleFacts | CiteProblem => {
    const facts = inspected.get(xml) ?? inspectStyle(xml)
    inspected.set(xml, facts)
    return facts
  }
  const render = (request: NoteRequest): RenderedNotes => {
    const {clusters, styleXml} = request
    if (clusters.length === 0) return {clusters: [], problems: []}
    const facts = inspect(styleXml)
    if ('rule' in facts) return {clusters: clusters.map(cluster => bareNodes(cluster, request)), problems: [facts]}
    const style = ready.get(styleXml) ?? {facts, prepared: prepareStyle(styleXml, facts)}
    ready.set(styleXml, style)
    loaded ??= loadStyles()
    return renderWith(loaded, style, request)
  }
  return {inspect, render}
}

/** What is printed when no style can be had: short titles. */
function bareNodes(cluster: Cluster, request: NoteRequest): PrintedInline[] {
  const words = cluster.items.map(({id, prefix, rest}) => {
    const item = request.items.find(one => one.id === id)
    return `${prefix === '' ? '' : `${prefix.trim()} `}${item === undefined ? `@${id}` : shortTitle(item)}${rest}`
  })
  return [{type: 'text', value: collapse(words.join('; '))}]
}

/** The sources of the document under the keys that the engine knows them by. */
interface Keyed {
  readonly keys: ReadonlyMap<string, string>
  readonly items: readonly Readonly<Record<string, unknown>>[]
  readonly archives: ReadonlyMap<string, string>
}

function renderWith(loaded: CitationStyles, style: ReadyStyle, request: NoteRequest): RenderedNotes {
  const {locale, problems} = localeOf(request.language)
  const {keyed, problems: sourceProblems} = keyItems(request)
  for (const each of sourceProblems) problems.push(each)
  try {
    const engine = freshEngine(loaded, style.prepared, keyed, locale)
    const runs =
      style.prepared.route === 'citation'
        ? citationRuns(engine, request, keyed, style.prepared.punctuationInQuote ?? locale === 'en-US')
        : entryRuns(engine, request, keyed)
    const clusters = runs.map((all, index) => {
      if (!isErrorMark(all, request.clusters[index])) return nodesFrom(opened(all, request, index))
      problems.push(...unprinted(style.facts, request, index))
      return nodesFrom(withoutErrorMark(all))
    })
    return {clusters, problems}
  } catch (error) {
    // What it was about to do when it failed must not stay for the next document.
    loaded.forget(style.prepared.name, locale)
    const note = error instanceof Error ? error.message : String(error)
    const message = `${styleName(style.facts)} cannot print these sources, expected a style that citeproc can run`
    problems.push({rule: 'unusable-style', severity: 'error', message, note})
    return {clusters: request.clusters.map(cluster => bareNodes(cluster, request)), problems}
  }
}

function freshEngine(loaded: CitationStyles, style: PreparedStyle, keyed: Keyed, locale: string): RawEngine {
  const {styles, formats} = loaded
  if (!styles.has(style.name)) styles.add(style.name, style.xml)
  formats.whereas ??= runsFormat(formats.text ?? {})
  const engine = loaded.engine(keyed.items, style.name, locale, 'whereas')
  Object.assign(engine.opt.development_extensions, {
    wrap_url_and_doi: true,
    // Else "type: book" in a note of the source would change the source.
    field_hack: false
  })
  // Else the document before this one decides how names are told apart.
  engine.restoreProcessorState([])
  return engine
}

const locales = ['en-US', 'es-ES', 'de-DE', 'fr-FR', 'nl-NL']

function localeOf(language: string): {readonly locale: string; readonly problems: NoteProblem[]} {
  const wanted = language.replace(/_/g, '-').toLowerCase()
  const exact = locales.find(locale => locale.toLowerCase() === wanted || locale.slice(0, 2) === wanted)
  if (exact !== undefined) return {locale: exact, problems: []}
  const locale = locales.find(one => one.slice(0, 2) === wanted.split('-')[0]) ?? 'en-US'
  const message = `notes cannot be printed in ${ticked(language)}, expected one of ${locales.map(ticked).join(', ')}`
  const note = `The words that the style supplies are those of \`${locale}\`.`
  return {locale, problems: [{rule: 'unsupported-language', severity: 'info', message, note}]}
}

function keyItems(request: NoteRequest): {readonly keyed: Keyed; readonly problems: readonly NoteProblem[]} {
  const known = new Map(request.items.map(item => [item.id, item]))
  const keys = new Map<string, string>()
  const archives = new Map<string, string>()
  const used: CslItem[] = []
  const problems: NoteProblem[] = []
  request.clusters.forEach((cluster, index) => {
    for (const {id, archive} of cluster.items) {
      const item = known.get(id)
      if (item === undefined) problems.push(unknownSource(id, index))
      else if (!keys.has(id) && !hasWords(item)) problems.push(nothingToPrint(id, index))
      const key = keys.get(id) ?? `k${used.length}`
      if (!keys.has(id)) used.push(item ?? {id, type: 'document', author: [{literal: `@${id}`}]})
      keys.set(id, key)
      if (archive !== undefined && collapse(archive) !== '' && !archives.has(key)) archives.set(key, collapse(archive))
    }
  })
  const items = used.map((item, index) => engineItem(item, `k${index}`, archives.get(`k${index}`)))
  return {keyed: {keys, items, archives}, problems}
}

function unknownSource(id: string, cluster: number): NoteProblem {
  const message = `${ticked(id)} is not among the sources, expected the id of a source`
  return {rule: 'unknown-source', severity: 'error', message, id, cluster}
}

function nothingToPrint(id: string, cluster: number): NoteProblem {
  const message = `${ticked(id)} has nothing to print, expected at least a \`title\``
  return {rule: 'unprintable-source', severity: 'error', message, id, cluster}
}

/** All citations registered at once and rendered once; `rebuildProcessorState` prints the same in quadratic time. */
function citationRuns(
  engine: RawEngine,
  request: NoteRequest,
  keyed: Keyed,
  isInQuote: boolean
): readonly (readonly Run[])[] {
  const numbers = risingNumbers(request.clusters)
  const raw: RawCluster[] = []
  const indexes: number[] = []
  request.clusters.forEach((cluster, index) => {
    if (cluster.items.length === 0) return
    const properties = {noteIndex: numbers[index] ?? 0, index: raw.length, unsorted: true} as const
    raw.push({citationID: `c${index}`, citationItems: rawItems(cluster, keyed), properties})
    indexes.push(index)
  })
  const rendered = new Map<number, string>()
  const [, results = []] = engine.restoreProcessorState(raw)
  for (const result of results) {
    const [order, text] = result as [number, string] // The triple [index, text, id] of citeproc.
    rendered.set(indexes[order] ?? -1, text)
  }
  return request.clusters.map((_, index) => {
    const text = withoutEnd(rendered.get(index) ?? '')
    return runsFrom(isInQuote ? commasInQuotes(text) : text, keyed.archives)
  })
}

/** The numbers of the notes; where hand-numbered notes go back, numbers that do not, or citeproc forgets what was cited. */
function risingNumbers(clusters: readonly Cluster[]): readonly number[] {
  const given = clusters.map(cluster => cluster.noteNumber)
  if (given.every((number, index) => number >= (given[index - 1] ?? 1))) return given
  let count = 0
  return given.map((number, index) => {
    if (number !== given[index - 1]) count++
    return count
  })
}

function rawItems(cluster: Cluster, keyed: Keyed): RawCluster['citationItems'] {
  const last = cluster.items.length - 1
  return cluster.items.map((item, at) => {
    const {label, locator, suffix = ''} = parseLocator(clean(item.rest).replace(/\s+/g, ' '))
    const prefix = affix(collapse(item.prefix))
    const start = suffix.startsWith(',') ? mark.join : ''
    const end = cluster.endsNote === false && at === last ? mark.guard : ''
    return {
      id: keyed.keys.get(item.id) ?? '',
      // A label that no locale knows prints no word: the locator stands as typed.
      ...(locator === undefined ? {} : {label: label ?? 'typed', locator: hideTags(locator)}),
      ...(prefix === '' ? {} : {prefix: `${prefix} `}),
      suffix: start + affix(suffix) + end
    }
  })
}

/** `“Title”, words` as `“Title,” words`: citeproc does so within a reference, but not before a typed suffix. */
function commasInQuotes(rendered: string): string {
  return rendered.replace(/([^.,!?…])([”’]{1,2})(\uFDD2{0,9})\uFDD9,/g, '$1,$2$3')
}

function affix(markdown: string): string {
  return mapRich(richFromMarkdown(markdown), words => hideBrackets(hideTags(words)))
}

/** Where the note goes on, what the style printed after the guard falls away, but for the ends of looks. */
function withoutEnd(rendered: string): string {
  const at = rendered.lastIndexOf(mark.guard)
  return at < 0 ? rendered : rendered.slice(0, at) + rendered.slice(at).replace(/[^\uFDD2]/g, '')
}

/** Author-date and numeric styles: the entry of the bibliography is the note, with the typed locator after it. */
function entryRuns(engine: RawEngine, request: NoteRequest, keyed: Keyed): readonly (readonly Run[])[] {
  engine.updateItems([...keyed.keys.values()], true)
  const [meta, texts] = engine.makeBibliography() || [{entry_ids: []}, []]
  const entries = new Map<string, readonly Run[]>()
  meta.entry_ids.forEach((ids, index) => {
    const [key] = ids
    if (key !== undefined) entries.set(key, trimmed(runsFrom((texts[index] ?? '').trim(), keyed.archives)))
  })
  return request.clusters.map(cluster => {
    const runs: Run[] = []
    cluster.items.forEach((item, index) => {
      if (index > 0) runs.push(...runsFromRich('; '))
      const entry = entries.get(keyed.keys.get(item.id) ?? '') ?? []
      const isLast = index === cluster.items.length - 1
      const rest = clean(item.rest).replace(/\s+/g, ' ').trimEnd()
      const hasEnd = /\.$/.test(entry.at(-1)?.text ?? '') && entry.at(-1)?.url === undefined
      const prefix = collapse(item.prefix)
      runs.push(...runsFromRich(richFromMarkdown(prefix === '' ? '' : `${prefix} `)))
      runs.push(...(hasEnd && (rest !== '' || !isLast || cluster.endsNote === false) ? withoutPoint(entry) : entry))
      if (rest !== '') runs.push(...runsFromRich(richFromMarkdown(rest.startsWith(',') ? rest : ` ${rest.trim()}`)))
      if (rest !== '' && isLast && cluster.endsNote !== false && hasEnd && !rest.endsWith('.'))
        runs.push(...runsFromRich('.'))
    })
    return runs
  })
}

function trimmed(runs: readonly Run[]): readonly Run[] {
  return runs
    .map((run, index) => (index === 0 ? {...run, text: run.text.trimStart()} : run))
    .filter(run => run.text !== '')
}

function withoutPoint(runs: readonly Run[]): readonly Run[] {
  return runs.map((run, index) => (index === runs.length - 1 ? {...run, text: run.text.slice(0, -1)} : run))
}

const errorMark = /\[CSL STYLE ERROR: reference with no printed form\.\]|\[NO_PRINTED_FORM\]/

function isErrorMark(runs: readonly Run[], cluster: Cluster | undefined): boolean {
  const typed = cluster?.items.map(item => item.prefix + item.rest).join(' ') ?? ''
  if (runs.every(run => run.text.trim() === '')) return (cluster?.items.length ?? 0) > 0
  return runs.some(run => errorMark.test(run.text)) && !errorMark.test(typed)
}

function withoutErrorMark(runs: readonly Run[]): readonly Run[] {
  return runs.map(run => ({...run, text: run.text.replace(errorMark, '')}))
}

/** The style found no words; said once, and not again where the source was found to be empty. */
function unprinted(facts: StyleFacts, request: NoteRequest, index: number): readonly NoteProblem[] {
  const ids = request.clusters[index]?.items.map(item => item.id) ?? []
  const items = request.items.filter(item => ids.includes(item.id))
  if (items.some(item => !hasWords(item))) return []
  const message = `${styleName(facts)} prints nothing for ${ids.map(ticked).join(', ')}, expected a style that knows its type`
  return [
    {
      rule: 'unprintable-source',
      severity: 'error',
      message,
      ...(ids[0] === undefined ? {} : {id: ids[0]}),
      cluster: index
    }
  ]
}

/** A note begins with a capital, but a name or title that was typed small stays small. */
function opened(runs: readonly Run[], request: NoteRequest, index: number): readonly Run[] {
  const cluster = request.clusters[index]
  const isFirst = request.clusters.findIndex(one => one.noteNumber === cluster?.noteNumber) === index
  const [first, ...others] = runs.filter(run => run.text !== '')
  if (first === undefined || first.url !== undefined || !(cluster?.opensNote ?? isFirst)) return runs
  const word = /^\p{Ll}[\p{L}\p{M}'’-]*/u.exec(first.text)?.[0]
  const source = cluster?.items[0]
  if (word === undefined || source === undefined) return runs
  const item = request.items.find(one => one.id === source.id)
  if (collapse(source.prefix) === '' && item !== undefined && textsOf(item).some(text => text.startsWith(word)))
    return runs
  const letter = String.fromCodePoint(first.text.codePointAt(0) ?? 0)
  return [{...first, text: letter.toLocaleUpperCase('en') + first.text.slice(letter.length)}, ...others]
}

/** All texts of a source, those within names too. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [plainFromRich(value).replace(/'/g, '’')]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}
