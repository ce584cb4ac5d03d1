import {createRequire} from 'node:module'

/** What we use of citeproc's engine. */
export interface RawEngine {
  readonly opt: {readonly development_extensions: Record<string, boolean>}
  restoreProcessorState(clusters: readonly RawCluster[]): readonly (readonly unknown[])[]
  rebuildProcessorState(clusters: readonly RawCluster[], mode: string, uncited: readonly string[]): unknown
  updateItems(ids: readonly string[], isUnsorted: boolean): void
  makeBibliography(): readonly [{readonly entry_ids: readonly (readonly string[])[]}, readonly string[]] | false
}

/** A citation as citeproc wants it; `index` and `unsorted` are needed by `restoreProcessorState`. */
export interface RawCluster {
  readonly citationID: string
  readonly citationItems: readonly Readonly<Record<string, string>>[]
  readonly properties: {readonly noteIndex: number; readonly index: number; readonly unsorted: true}
}

/** An output format of citeproc: `@font-style/italic` and the like to what they print. */
export type RawFormat = Record<string, unknown>

/** Styles by name; a name stands for one text. */
interface Register {
  has(name: string): boolean
  add(name: string, xml: string): void
}

interface Core {
  readonly plugins: {
    readonly config: {get(name: string): unknown}
    readonly input: {chain(data: unknown, options: object): unknown}
  }
}

interface Citeproc {
  debug: (message: string) => void
  readonly Output: {readonly Formats: Record<string, RawFormat>}
  readonly Engine: new (system: System, style: string, locale: string, isForced: boolean) => LoadedEngine
}

/** How citeproc asks for what it needs; it may be given other sources for the next document. */
interface System {
  retrieveItem: (id: string) => object
  readonly retrieveLocale: (name: string) => unknown
}

interface LoadedEngine extends RawEngine {
  readonly sys: System
  setOutputFormat(name: string): void
}

export interface CitationStyles {
  readonly styles: Register
  readonly engine: (items: readonly object[], style: string, locale: string, format: string) => RawEngine
  /** The next document with this style and locale gets an engine of its own. */
  readonly forget: (style: string, locale: string) => void
  readonly formats: Record<string, RawFormat>
}

// The parts of citation-js are reached through it, so that its pinned versions are used and nothing else is loaded:
// without plugin-doi, plugin-wikidata and plugin-url no text can make it open a connection or start a process.
function requireOfCitationJs(): NodeJS.Require {
  return createRequire(createRequire(import.meta.url).resolve('citation-js'))
}

/**
 * citeproc and the locales that citation-js brings for it; left until notes are printed.
 * Engines are made as citation-js makes them, but without its core, which reading would need and printing does not:
 * that saves 40 ms of 110 and keeps its registers, which are one for the whole process, out of the way.
 */
export function loadStyles(): CitationStyles {
  const load = requireOfCitationJs()
  const citeproc = createRequire(load.resolve('@citation-js/plugin-csl'))('citeproc') as Citeproc // The package has no types.
  const locales = load('@citation-js/plugin-csl/lib/locales.json') as Readonly<Record<string, unknown>> // XML by language.
  // It would write on stdout, which belongs to reports.
  citeproc.debug = () => undefined
  const styles = new Map<string, string>()
  const engines = new Map<string, LoadedEngine>()
  return {
    styles: {has: name => styles.has(name), add: (name, xml) => void styles.set(name, xml)},
    formats: citeproc.Output.Formats,
    forget: (style, locale) => void engines.delete(`${style} ${locale}`),
    engine: (items, style, locale, format) => {
      const byId = new Map(items.map(item => [(item as {readonly id: string}).id, item])) // Every item has its key.
      const retrieveItem = (id: string): object => byId.get(id) ?? {}
      const key = `${style} ${locale}`
      const known = engines.get(key)
      if (known) known.sys.retrieveItem = retrieveItem
      const system: System = {retrieveItem, retrieveLocale: name => locales[name] ?? locales[name.replace('-', '_')]}
      const engine = known ?? new citeproc.Engine(system, styles.get(style) ?? '', locale, true)
      engines.set(key, engine)
      engine.updateItems([], true)
      engine.setOutputFormat(format)
      return engine
    }
  }
}

/** An entry of a BibTeX file: fields as typed, TeX and all. */
export interface BibtexEntry {
  readonly type: string
  readonly label: string
  readonly properties: Readonly<Record<string, string>>
}

export interface BibtexReader {
  /** The entry types that it knows. */
  readonly types: ReadonlySet<string>
  /** Entries of a text; throws where the text cannot be read. */
  readonly entries: (text: string) => readonly BibtexEntry[]
  /** The entries as CSL-JSON, values of parents filled in. */
  readonly items: (entries: readonly BibtexEntry[]) => readonly Readonly<Record<string, unknown>>[]
}

/** The BibTeX reader of citation-js; forced types keep it from guessing what a text is. */
export function loadBibtex(): BibtexReader {
  const load = requireOfCitationJs()
  const core = load('@citation-js/core') as Core // The package has no types.
  load('@citation-js/plugin-bibtex')
  const chain = (data: unknown, forceType: string, target: string): unknown =>
    core.plugins.input.chain(data, {forceType, target, generateGraph: false})
  const config = core.plugins.config.get('@bibtex') as {types: {biblatex: {source: object}}} // As plugin-bibtex has it.
  return {
    types: new Set(Object.keys(config.types.biblatex.source)),
    entries: text => chain(text, '@bibtex/text', '@bibtex/entries+list') as readonly BibtexEntry[], // Its own format.
    items: entries =>
      chain(entries, '@biblatex/entries+list', '@csl/list+object') as readonly Readonly<Record<string, unknown>>[] // CSL-JSON.
  }
}

/** A program whose work is in the notes, for credit lines. */
export interface Credit {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly url: string
}

/** Who renders the notes; the author of citeproc asks for visible credit. */
export function citeCredits(): readonly Credit[] {
  const load = requireOfCitationJs()
  const versionOf = (name: string): string => (load(`${name}/package.json`) as {version: string}).version // package.json
  return [
    {name: 'Citation.js', version: versionOf('citation-js'), licence: 'MIT', url: 'https://citation.js.org'},
    {
      name: 'citeproc-js',
      version: versionOf('citeproc'),
      licence: 'CPAL-1.0 or AGPL-3.0',
      url: 'https://github.com/Juris-M/citeproc-js'
    },
    {name: 'Citation Style Language', version: '1.0.2', licence: 'MIT', url: 'https://citationstyles.org'}
  ]
}
