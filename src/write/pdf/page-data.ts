import type {
  PrintedBlock,
  PrintedClause,
  PrintedInline,
  PrintedNote,
  PrintedParagraph,
  PrintedResolution
} from '../../tree/index.ts'
import {type Handlers, handle} from '../handlers.ts'
import {shippedFonts} from './fonts.ts'
import {splitLanguage} from './language.ts'
import {type NotePiece, type Piece, type TextPiece, toPieces} from './pieces.ts'

/** Tinos has no small capitals. */
const smallCapsFont = 'Libertinus Serif'

interface ParagraphData {
  readonly 'is-quotation': boolean
  readonly inlines: readonly Piece[]
}

/** The data of `page.typ`, described at its head. */
export interface PageData {
  readonly blocks: readonly BlockData[]
  readonly closing: readonly BlockData[]
  readonly notes: Readonly<Record<string, readonly ParagraphData[]>>
  readonly [key: string]: unknown
}

interface BlockData {
  readonly type: string
  readonly [key: string]: unknown
}

interface ItemData {
  readonly number: string
  readonly paragraphs: readonly ParagraphData[]
}

/** Turns a printed resolution into what the page template reads. `date` is year, month, day. */
export function toPageData(printed: PrintedResolution, date: readonly number[], hasFallback: boolean): PageData {
  const {page, properties} = printed
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
    ...layOut(printed)
  }
}

/**
 * Blocks and the notes that they refer to. The first reference to a number carries the note, wherever it stands,
 * since Typst prints a note from its first reference; a reference inside a note is a number only.
 */
function layOut({blocks, notes}: PrintedResolution): Pick<PageData, 'blocks' | 'closing' | 'notes'> {
  const bodies = new Map(notes.map(note => [note.number, note.paragraphs]))
  const seen = new Set<number>()
  const showNote = (number: number): NotePiece | TextPiece => {
    if (!bodies.has(number)) return showNumber(number)
    const isFirst = !seen.has(number)
    seen.add(number)
    return {type: 'note', number: String(number), 'is-first': isFirst}
  }
  const end = blocks.findLastIndex(({type}) => !closingTypes.has(type)) + 1
  const toData = (block: PrintedBlock): readonly BlockData[] => handle(blockHandlers, block, showNote)
  return {
    blocks: joinLists(blocks.slice(0, end).flatMap(toData)),
    closing: blocks.slice(end).flatMap(toData),
    notes: Object.fromEntries(notes.map(note => [note.number, toNote(note)]))
  }
}

type ShowNote = (number: number) => NotePiece | TextPiece

function showNumber(number: number): TextPiece {
  return {type: 'text', value: String(number), superscript: true}
}

/** What stands after the last clause and is held together with it. */
const closingTypes: ReadonlySet<PrintedBlock['type']> = new Set(['mover', 'adoption', 'signature'])

const blockHandlers: Handlers<PrintedBlock, readonly BlockData[], ShowNote> = {
  title: lineOf('title'),
  status: lineOf('status'),
  adoption: lineOf('adoption'),
  resolvedLead: lineOf('resolved-lead'),
  whereasClause: toClause,
  resolvedClause: toClause,
  mover: ({label, children}, showNote) => [{type: 'mover', label, inlines: toPieces(children, showNote)}],
  signature: ({name, role}) => [{type: 'signature', name, role}]
}

/** A line without words is not printed: a heading without words is against the rules of PDF/UA. */
function lineOf(
  type: string
): (block: {readonly children: readonly PrintedInline[]}, showNote: ShowNote) => BlockData[] {
  return ({children}, showNote) => {
    const inlines = toPieces(children, showNote)
    return inlines.length > 0 ? [{type, inlines}] : []
  }
}

function toClause({number, paragraphs}: PrintedClause, showNote: ShowNote): readonly BlockData[] {
  const paragraphData = paragraphs.map(paragraph => toParagraph(paragraph, showNote))
  if (number === undefined) return [{type: 'clause', paragraphs: paragraphData}]
  return [{type: 'list', groups: [[{number, paragraphs: paragraphData}]]}]
}

/**
 * Joins numbered clauses to one list, in groups. A clause with notes is a group of its own: Typst decides on the notes
 * of a list before it breaks the list into pages, and would print a note on the page before its reference.
 */
function joinLists(blocks: readonly BlockData[]): readonly BlockData[] {
  const joined: BlockData[] = []
  let groups: ItemData[][] = []
  for (const block of blocks) {
    if (block.type !== 'list') joined.push(block)
    else {
      if (joined.at(-1)?.type !== 'list') {
        groups = []
        joined.push({type: 'list', groups})
      }
      for (const clause of (block.groups as readonly ItemData[][]).flat()) addToGroups(groups, clause) // as `toClause` has made it
    }
  }
  return joined
}

function addToGroups(groups: ItemData[][], clause: ItemData): void {
  const last = groups.at(-1)
  const first = last?.[0]
  if (last === undefined || first === undefined || hasNote(first) || hasNote(clause)) groups.push([clause])
  else last.push(clause)
}

function hasNote({paragraphs}: ItemData): boolean {
  return paragraphs.some(({inlines}) => inlines.some(piece => piece.type === 'note'))
}

function toParagraph({type, children}: PrintedParagraph, showNote: ShowNote): ParagraphData {
  return {'is-quotation': type === 'blockQuotation', inlines: toPieces(children, showNote)}
}

/** A space parts the number of a note from its first word. */
function toNote({paragraphs}: PrintedNote): readonly ParagraphData[] {
  const [first, ...rest] = paragraphs
  if (first === undefined) return []
  const children: readonly PrintedInline[] = [{type: 'text', value: ' '}, ...first.children]
  return [{...first, children}, ...rest].map(paragraph => toParagraph(paragraph, showNumber))
}
