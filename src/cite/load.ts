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

interface Register {
  has(name: string): boolean
  add(name: string, value: unknown): void
  list(): readonly string[]
}

interface CslConfig {
  /** `templates` in 0.7, `styles` from 0.8 on. */
  readonly templates?: Register
  readonly styles?: Register
  readonly locales: Register
  readonly engine: (items: readonly object[], style: string, language: string, format: string) => RawEngine
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
}

export interface CitationStyles {
  readonly styles: Register
  readonly locales: Register
  readonly engine: CslConfig['engine']
  readonly formats: Record<string, RawFormat>
}

// The parts of citation-js are reached through it, so that its pinned versions are used and nothing else is loaded:
// without plugin-doi, plugin-wikidata and plugin-url no text can make it open a connection or start a process.
function requireOfCitationJs(): NodeJS.Require {
  return createRequire(createRequire(import.meta.url).resolve('citation-js'))
}

/** citeproc and what citation-js keeps for it; loading takes about 70 ms, so it is left until notes are printed. */
export function loadStyles(): CitationStyles {
  const load = requireOfCitationJs()
  const core = load('@citation-js/core') as Core // The package has no types.
  load('@citation-js/plugin-csl')
  const config = core.plugins.config.get('@csl') as CslConfig // As plugin-csl registers it.
  const citeproc = createRequire(load.resolve('@citation-js/plugin-csl'))('citeproc') as Citeproc // No types either.
  // It would write on stdout, which belongs to reports.
  citeproc.debug = () => undefined
  const styles = config.styles ?? config.templates
  if (styles === undefined) throw new Error('citation-js has no register of styles')
  return {styles, locales: config.locales, engine: config.engine, formats: citeproc.Output.Formats}
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
