import type {CitationEngine, Cluster} from '../cite/index.ts'
import {
  type BoundSource,
  type Citation,
  type CslItem,
  type Diagnostic,
  type InlineNote,
  type Note,
  type NoteReference,
  type PrintedInline,
  type PrintedParagraph,
  placeAt,
  type Resolution,
  textFile
} from '../tree/index.ts'
import {type NumberedNote, noteCitations} from './number.ts'
import {type PrintContext, printBlocks} from './print-inline.ts'
import {ofProblem} from './sources.ts'

/** What the notes say, and what went wrong saying it. */
export interface RenderedNotes {
  readonly notes: readonly Note[]
  readonly diagnostics: readonly Diagnostic[]
}

export interface NoteStyle {
  /** The text of a CSL file. */
  readonly xml: string
  /** Where findings about it are placed. */
  readonly path: string
}

/** The notes with their numbers and sources but no words: all that the checks need. */
export function plainNotes(numbered: readonly NumberedNote[]): Note[] {
  return numbered.map(note => ({
    number: note.number,
    kind: note.kind,
    label: note.label,
    places: note.places,
    sourceIds: [...new Set(noteCitations(note.body).flatMap(citation => citation.items.map(item => item.id.value)))],
    paragraphs: []
  }))
}

/** What the words of the notes depend on. */
export interface NotesToRender {
  readonly resolution: Resolution
  readonly numbered: readonly NumberedNote[]
  readonly sources: ReadonlyMap<string, BoundSource>
  readonly style: NoteStyle
  readonly language: string
  readonly engine: CitationEngine
  readonly shortTitle: PrintContext['shortTitle']
}

/** Renders all notes of a resolution in one pass, so that a source cited again gets its short form. */
export function renderedNotes(all: NotesToRender): RenderedNotes {
  const {resolution, numbered, sources, style, language, engine, shortTitle} = all
  const inspected = engine.inspect(style.xml)
  if ('rule' in inspected) {
    const file = textFile(style.path, style.xml)
    return {notes: plainNotes(numbered), diagnostics: [ofProblem(inspected, style.path, placeAt(file, 0, 0))]}
  }
  const cited = numbered.flatMap(note => noteCitations(note.body).map(citation => ({note, citation})))
  const clusters = cited.map(({note, citation}) => clusterOf(note, citation, sources))
  const used = new Set(clusters.flatMap(cluster => cluster.items.map(item => item.id)))
  const items: CslItem[] = [...sources.values()].filter(source => used.has(source.id)).map(source => source.item)
  const rendered = engine.render({items, clusters, styleXml: style.xml, language})
  const words = new Map(cited.map(({citation}, index) => [citation, rendered.clusters[index] ?? []] as const))
  const diagnostics = rendered.problems.map(problem => {
    const place = cited[problem.cluster ?? -1]?.citation.place ?? resolution.place
    return ofProblem({...problem, place}, resolution.file.path, place)
  })
  const plain = plainNotes(numbered)
  const notes = plain.map((note, index) => ({...note, paragraphs: printBody(numbered[index]?.body, words, shortTitle)}))
  return {notes, diagnostics}
}

function clusterOf(note: NumberedNote, citation: Citation, sources: ReadonlyMap<string, BoundSource>): Cluster {
  const items = citation.items.flatMap(item => {
    const source = sources.get(item.id.value)
    if (!source) return []
    const archive = source.source?.archive?.value
    return [{id: source.id, prefix: item.prefix, rest: item.rest, ...(archive === undefined ? {} : {archive})}]
  })
  return {noteNumber: note.number, items, ...edgesOf(citation, note.body)}
}

type Words = ReadonlyMap<Citation, readonly PrintedInline[]>

function printBody(
  body: NumberedNote['body'],
  words: Words,
  shortTitle: PrintContext['shortTitle']
): PrintedParagraph[] {
  if (!body) return []
  if ('items' in body) return [{type: 'paragraph', children: citationWords(body, words)}]
  return printBlocks(body, {
    mark: node => (node.type === 'citation' ? citationWords(node, words) : typedMark(node)),
    placement: undefined,
    shortTitle
  })
}

/** The style's words for a citation; a citation whose sources are all unknown is printed as it was typed. */
function citationWords(citation: Citation, words: Words): PrintedInline[] {
  const rendered = words.get(citation) ?? []
  if (rendered.length > 0) return [...rendered]
  return [{type: 'text', value: `[${citation.items.map(item => `@${item.id.value}`).join('; ')}]`}]
}

/** A note cannot have a note: its mark is printed as typed. */
function typedMark(node: NoteReference | InlineNote): PrintedInline[] {
  return [{type: 'text', value: node.type === 'noteReference' ? `[^${node.label.value}]` : '^[…]'}]
}

/** Whether typed words stand before or after a citation in its note: they bring the capital and the full stop with them. */
function edgesOf(citation: Citation, body: NumberedNote['body']): {opensNote: boolean; endsNote: boolean} {
  const blocks = body === undefined || 'items' in body ? [] : body
  const block = blocks.find(({children}) => children.includes(citation))
  const index = block?.children.indexOf(citation) ?? -1
  const before = block?.children.slice(0, Math.max(0, index)) ?? []
  const next = block?.children[index + 1]
  // A new sentence after the citation leaves it its full stop.
  const goesOn = next !== undefined && !(next.type === 'text' && /^\s+[\p{Lu}\p{Lt}]/u.test(next.value))
  return {opensNote: before.length === 0, endsNote: !goesOn}
}
