import {shortTitle} from '../cite/index.ts'
import type {
  BoundCitation,
  BoundSource,
  Diagnostic,
  Library,
  PrintedResolution,
  Resolution,
  ResolvedResolution,
  Template
} from '../tree/index.ts'
import {bindQuotations} from './bind.ts'
import {bindCitations, citedBy} from './citations.ts'
import {compose} from './compose.ts'
import {createDesk, type Desk} from './desk.ts'
import {fencedLibrary, findOutside} from './fence.ts'
import {besideFile} from './files.ts'
import {findKeptFiles} from './kept-files.ts'
import {type NoteStyle, plainNotes, type RenderedNotes, renderedNotes} from './notes.ts'
import {type Numbering, numberNotes} from './number.ts'
import {findSources} from './sources.ts'
import {findTemplate, readTemplateFile} from './template.ts'
import {findUnquoted, verifyQuotations} from './verify.ts'

export {shortTitle} from '../cite/index.ts'
export {decodeText, encodeLike} from '../source/index.ts'
export {createDesk, type Desk} from './desk.ts'
export {fencedLibrary, type Project} from './fence.ts'
export {besideFile, reasonOf} from './files.ts'
export {createShelf, keptListPath, passageOf, type Shelf, type ShelvedWords} from './shelf.ts'

export interface ResolveOptions {
  readonly library: Library
  /** The folder outside which nothing is read that the resolution names, and is an error; without it all is read. */
  readonly project?: string
  /** Whether the notes are put into words, for which the citation processor is loaded; the checks need no words. */
  readonly rendersNotes?: boolean
  /** The template of resolutions that name none: a name, or the path of a folder with a slash or a leading dot. */
  readonly template?: string
  /** The path of a CSL file that replaces the template's. */
  readonly style?: string
  /** The date of the outputs when the file has none, `YYYY-MM-DD`. */
  readonly fallbackDate?: string
  /** What is read and made once for several resolutions; without it everything is read anew. */
  readonly desk?: Desk
  /** Whether every page is marked as a draft. */
  readonly isMarkedDraft?: boolean
}

/**
 * Binds a resolution: citations to sources, notes to numbers, the template's words to its clauses.
 * The only step that waits. What cannot be bound is a value in the tree, never an exception;
 * rejects only when the package itself is broken.
 */
export async function resolve(resolution: Resolution, given: ResolveOptions): Promise<ResolvedResolution> {
  const options = withFence(given)
  const {library, rendersNotes = false, desk = createDesk(library)} = options
  const ofPaths = await findOutside(resolution, library)
  const {template, diagnostics: ofTemplate} = await findTemplate(resolution, library, desk, options.template)
  const {sources, diagnostics: ofSources, ofEntries} = await findSources(resolution, library)
  const byId = new Map(sources.map(source => [source.id, source] as const))
  const numbering = numberNotes(resolution, template.notes.numbering)
  const citations = bindCitations(resolution, numbering, byId)
  const used = new Set(citations.flatMap(({source}) => source?.id ?? []))
  const binding: Binding = {resolution, template, sources: byId, numbering, citations, desk}
  const {notes, diagnostics: ofNotes} = await putIntoWords(binding, options)
  return {
    type: 'resolvedResolution',
    resolution,
    template,
    sources: sources.map(source => ({...source, isUsed: used.has(source.id)})),
    citations,
    notes,
    ...(await compareWords(binding)),
    printed: print(binding, notes, options),
    pageTemplate: rendersNotes ? await readPage(template, library, desk) : undefined,
    diagnostics: [
      ...ofPaths,
      ...ofTemplate,
      ...ofSources,
      ...[...used].flatMap(id => ofEntries.get(id) ?? []),
      ...ofNotes
    ]
  }
}

/** The style and the template of the options are the caller's choice: they may stand anywhere. */
function withFence(options: ResolveOptions): ResolveOptions {
  const {library, project, style, template} = options
  if (project === undefined) return options
  return {
    ...options,
    library: fencedLibrary(
      library,
      {folder: project},
      [style, template].flatMap(path => path ?? [])
    )
  }
}

/** A resolution with what its parts are bound to. */
interface Binding {
  readonly resolution: Resolution
  readonly template: Template
  readonly sources: ReadonlyMap<string, BoundSource>
  readonly numbering: Numbering
  readonly citations: readonly BoundCitation[]
  readonly desk: Desk
}

async function putIntoWords(binding: Binding, options: ResolveOptions): Promise<RenderedNotes> {
  const {resolution, template, sources, numbering, desk} = binding
  if (!options.rendersNotes) return {notes: plainNotes(numbering.notes), diagnostics: []}
  const style = await readStyle(binding, options)
  if ('rule' in style) return {notes: plainNotes(numbering.notes), diagnostics: [style]}
  const language = resolution.language?.value ?? template.language
  return renderedNotes({
    resolution,
    numbered: numbering.notes,
    sources,
    style,
    language,
    engine: desk.citations,
    shortTitle: shortTitleOf(sources)
  })
}

/** Holds the quotations, and the words outside them, against the words of the sources. */
async function compareWords(
  binding: Binding
): Promise<Pick<ResolvedResolution, 'quotations' | 'repeatedWords' | 'keptFiles'>> {
  const {resolution, template, sources, numbering, citations, desk} = binding
  const {shelf} = desk
  const verification = {resolution, template, sources, shelf}
  const clauses = [...resolution.whereas, ...resolution.resolved]
  const quotations = await verifyQuotations(bindQuotations(resolution, numbering), verification)
  const repeatedWords = await findUnquoted(clauses, citedBy(citations, numbering), verification)
  // Last: what the readers had to guess is known once they have read.
  return {quotations, repeatedWords, keptFiles: await findKeptFiles(resolution, shelf)}
}

function print(binding: Binding, notes: RenderedNotes['notes'], options: ResolveOptions): PrintedResolution {
  const {resolution, template, sources, numbering} = binding
  return compose({
    resolution,
    template,
    context: {
      mark: node => {
        const mark = numbering.marks.get(node)
        return mark ? [{type: 'noteReference', ...mark}] : []
      },
      placement: template.notes.placement,
      shortTitle: shortTitleOf(sources)
    },
    notes: notes.map(({number, paragraphs}) => ({number, paragraphs})),
    fallbackDate: options.fallbackDate,
    isMarkedDraft: options.isMarkedDraft ?? false
  })
}

async function readPage(template: Template, library: Library, desk: Desk): Promise<string | undefined> {
  const file = await readTemplateFile(template, 'page.typ', library, desk)
  return 'text' in file ? file.text : undefined
}

function shortTitleOf(sources: ReadonlyMap<string, BoundSource>): (id: string) => string | undefined {
  return id => {
    const source = sources.get(id)
    return source && shortTitle(source.item)
  }
}

/** The CSL text of the notes: a file of the user's, else the template's. */
async function readStyle(
  {resolution, template, desk}: Binding,
  {style: path, library}: ResolveOptions
): Promise<NoteStyle | Diagnostic> {
  const name = path ?? template.notes.style
  const file = path === undefined ? await readTemplateFile(template, name, library, desk) : await desk.texts.ask(path)
  if ('text' in file) return {xml: file.text, path: path ?? besideFile(`${template.folder}/template.yaml`, name)}
  return {
    rule: 'unusable-style',
    severity: 'error',
    message: `citation style \`${name}\` cannot be read: ${file.problem}`,
    path: resolution.file.path,
    place: (resolution.template ?? resolution.title)?.place ?? resolution.place
  }
}
