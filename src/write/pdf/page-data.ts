import type {PrintedBlock, PrintedParagraph, PrintedResolution} from '../../tree/index.ts'
import {type NotePiece, type Piece, type TextPiece, toPieces} from './pieces.ts'

/** Families that come with the package and with Typst, in the order in which they are tried after the template's own. */
const shippedFonts = [
  'Tinos',
  'Libertinus Serif',
  'New Computer Modern',
  'New Computer Modern Math',
  'DejaVu Sans Mono'
]

/** Tinos has no small capitals. */
const smallCapsFont = 'Libertinus Serif'

interface ParagraphData {
  readonly 'is-quotation': boolean
  readonly inlines: readonly Piece[]
}

/** The data of `page.typ`, described at its head. */
export interface PageData {
  readonly blocks: readonly BlockData[]
  readonly notes: Readonly<Record<string, readonly ParagraphData[]>>
  readonly [key: string]: unknown
}

interface BlockData {
  readonly type: string
  readonly 'keeps-with-next': boolean
  readonly [key: string]: unknown
}

/** Turns a printed resolution into what the page template reads. `date` is year, month, day. */
export function toPageData(printed: PrintedResolution, date: readonly number[], hasFallback: boolean): PageData {
  const {page, properties} = printed
  const {blocks, notes} = layOut(printed)
  return {
    ...splitLanguage(printed.language),
    fonts: [...new Set([page.pdfFont, ...shippedFonts])].filter(font => font !== ''),
    'has-fallback': hasFallback,
    'small-caps-font': smallCapsFont,
    paper: page.paper,
    margin: page.margin,
    size: page.size,
    'note-size': page.noteSize,
    'hanging-indent': page.hangingIndent,
    'has-line-numbers': page.hasLineNumbers,
    properties: {title: properties.title, authors: properties.authors, keywords: properties.keywords, date},
    header: printed.header,
    mark: printed.mark ?? null,
    'page-of': printed.labels.pageOf,
    blocks,
    notes
  }
}

/** The parts of a BCP 47 tag that Typst knows; a tag that is none becomes `und`, undetermined. */
function splitLanguage(tag: string): {readonly language: string; readonly region: string | null} {
  const [, language = 'und', region = null] = /^([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}))?(?:-|$)/i.exec(tag) ?? []
  return {language: language.toLowerCase(), region: region?.toUpperCase() ?? null}
}

/**
 * Blocks and the notes that they refer to. The first reference to a number carries the note, wherever it stands,
 * since Typst prints a note from its first reference; a reference inside a note is a number only.
 */
function layOut({blocks, notes}: PrintedResolution): Pick<PageData, 'blocks' | 'notes'> {
  const bodies = new Map(notes.map(note => [note.number, note.paragraphs]))
  const seen = new Set<number>()
  const showNote = (number: number): NotePiece | TextPiece => {
    if (!bodies.has(number)) return showNumber(number)
    const isFirst = !seen.has(number)
    seen.add(number)
    return {type: 'note', number: String(number), 'is-first': isFirst}
  }
  const keeping = findKeeping(blocks)
  const blockData = blocks.map((block, index) => ({
    ...blockHandlers[block.type](block as never, showNote), // the table pairs each type with its handler
    'keeps-with-next': keeping.has(index)
  }))
  const noteData = notes.map(note => [String(note.number), note.paragraphs.map(toParagraph(showNumber))] as const)
  return {blocks: blockData, notes: Object.fromEntries(noteData)}
}

type ShowNote = (number: number) => NotePiece | TextPiece

function showNumber(number: number): TextPiece {
  return {type: 'text', value: String(number), superscript: true}
}

/** Title, status and lead stay with what follows; the last clause stays with the names and the signature after it. */
function findKeeping(blocks: readonly PrintedBlock[]): ReadonlySet<number> {
  const isClause = ({type}: PrintedBlock) => type === 'whereasClause' || type === 'resolvedClause'
  const lastClause = blocks.findLastIndex(isClause)
  const opening = new Set<PrintedBlock['type']>(['title', 'status', 'resolvedLead'])
  const indexes = blocks.flatMap(({type}, index) => (index >= lastClause || opening.has(type) ? [index] : []))
  return new Set(indexes.filter(index => index < blocks.length - 1))
}

type BlockHandlers = {
  readonly [Type in PrintedBlock['type']]: (
    block: Extract<PrintedBlock, {type: Type}>,
    showNote: ShowNote
  ) => Omit<BlockData, 'keeps-with-next'> & {readonly type: string}
}

const blockHandlers: BlockHandlers = {
  title: ({children}, showNote) => ({type: 'title', inlines: toPieces(children, showNote)}),
  status: ({children}, showNote) => ({type: 'status', inlines: toPieces(children, showNote)}),
  adoption: ({children}, showNote) => ({type: 'adoption', inlines: toPieces(children, showNote)}),
  resolvedLead: ({children}, showNote) => ({type: 'resolved-lead', inlines: toPieces(children, showNote)}),
  whereasClause: ({paragraphs}, showNote) => toClause('whereas-clause', undefined, paragraphs, showNote),
  resolvedClause: ({number, paragraphs}, showNote) => toClause('resolved-clause', number, paragraphs, showNote),
  mover: ({label, children}, showNote) => ({type: 'mover', label, inlines: toPieces(children, showNote)}),
  signature: ({name, role}) => ({type: 'signature', name, role})
}

function toClause(
  type: string,
  number: string | undefined,
  paragraphs: readonly PrintedParagraph[],
  showNote: ShowNote
): {readonly type: string; readonly [key: string]: unknown} {
  return {type, number: number ?? null, paragraphs: paragraphs.map(toParagraph(showNote))}
}

function toParagraph(showNote: ShowNote): (paragraph: PrintedParagraph) => ParagraphData {
  return ({type, children}) => ({'is-quotation': type === 'blockQuotation', inlines: toPieces(children, showNote)})
}
