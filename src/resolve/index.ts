import {shortTitle} from '../cite/index.ts'
import type {
  BoundSource,
  Diagnostic,
  Library,
  PrintedNote,
  Resolution,
  ResolvedResolution,
  Template
} from '../tree/index.ts'
import {bindCitations} from './citations.ts'
import {compose} from './compose.ts'
import {readText} from './files.ts'
import {type NoteStyle, plainNotes, type RenderedNotes, renderedNotes} from './notes.ts'
import {numberNotes} from './number.ts'
import {bindQuotations} from './quotations.ts'
import {findSources} from './sources.ts'
import {findTemplate, readTemplateFile} from './template.ts'

export {besideFile, decodeText, reasonOf} from './files.ts'

export interface ResolveOptions {
  readonly library: Library
  /** Whether the notes are put into words, for which the citation processor is loaded; the checks need no words. */
  readonly rendersNotes?: boolean
  /** The path of a CSL file that replaces the template's. */
  readonly style?: string
  /** The date of the outputs when the file has none, `YYYY-MM-DD`. */
  readonly fallbackDate?: string
  /** Whether every page is marked as a draft. */
  readonly isMarkedDraft?: boolean
}

/**
 * Binds a resolution: citations to sources, notes to numbers, the template's words to its clauses.
 * The only step that waits. What cannot be bound is a value in the tree, never an exception;
 * rejects only when the package itself is broken.
 */
export async function resolve(resolution: Resolution, options: ResolveOptions): Promise<ResolvedResolution> {
  const {library} = options
  const {template, diagnostics: ofTemplate} = await findTemplate(resolution, library)
  const {sources: found, diagnostics: ofSources} = await findSources(resolution, library)
  const byId = new Map(found.map(source => [source.id, source] as const))
  const numbering = numberNotes(resolution, template.notes.numbering)
  const citations = bindCitations(resolution, numbering, byId)
  const used = new Set(citations.flatMap(citation => citation.source?.id ?? []))
  const sources = found.map(source => ({...source, isUsed: used.has(source.id)}))
  const words = shortTitleOf(byId)
  const {notes, diagnostics: ofNotes} = await putIntoWords()

  async function putIntoWords(): Promise<RenderedNotes> {
    if (!options.rendersNotes) return {notes: plainNotes(numbering.notes), diagnostics: []}
    const style = await readStyle(options.style, template, resolution, library)
    if ('rule' in style) return {notes: plainNotes(numbering.notes), diagnostics: [style]}
    const language = resolution.language?.value ?? template.language
    return renderedNotes(resolution, numbering.notes, byId, style, language, words)
  }

  const printed = compose({
    resolution,
    template,
    context: {
      mark: node => {
        const mark = numbering.marks.get(node)
        return mark ? [{type: 'noteReference', ...mark}] : []
      },
      placement: template.notes.placement,
      shortTitle: words
    },
    notes: notes.map((note): PrintedNote => ({number: note.number, paragraphs: note.paragraphs})),
    fallbackDate: options.fallbackDate,
    isMarkedDraft: options.isMarkedDraft ?? false
  })
  return {
    type: 'resolvedResolution',
    resolution,
    template,
    sources,
    citations: citations.map(citation => ({
      ...citation,
      source: citation.source && {...citation.source, isUsed: true}
    })),
    notes,
    quotations: bindQuotations(resolution, numbering),
    printed,
    pageTemplate: options.rendersNotes ? await readPage(template, library) : undefined,
    diagnostics: [...ofTemplate, ...ofSources, ...ofNotes]
  }
}

async function readPage(template: Template, library: Library): Promise<string | undefined> {
  const file = await readTemplateFile(template, 'page.typ', library)
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
  path: string | undefined,
  template: Template,
  resolution: Resolution,
  library: Library
): Promise<NoteStyle | Diagnostic> {
  const name = path ?? template.notes.style
  const file = path === undefined ? await readTemplateFile(template, name, library) : await readText(library, path)
  if ('text' in file) return {xml: file.text, path: name}
  return {
    rule: 'unusable-style',
    severity: 'error',
    message: `citation style \`${name}\` cannot be read: ${file.problem}`,
    path: resolution.file.path,
    place: (resolution.template ?? resolution.title)?.place ?? resolution.place,
    note: 'give `--csl` the path of a CSL file'
  }
}
