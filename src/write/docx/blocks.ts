import {Bookmark, type IParagraphOptions, Paragraph} from 'docx'
import type {
  PrintedBlock,
  PrintedClause,
  PrintedInline,
  PrintedMover,
  PrintedNote,
  PrintedParagraph,
  PrintedSignature
} from '../../tree/index.ts'
import {type Handlers, handle} from '../handlers.ts'
import {type Piece, piecesOf} from './pieces.ts'
import type {NumberPlan} from './plan.ts'
import {type Marks, runsOf} from './runs.ts'
import {type Direction, directionOfText} from './scripts.ts'

/** What the paragraphs of a document share. */
export interface Setting {
  readonly marks: Marks
  readonly numbers: NumberPlan
  readonly bookmarks: ReadonlyMap<PrintedClause, string>
  /** Of the language of the resolution, for paragraphs without a letter. */
  readonly direction: Direction
}

interface Around {
  readonly setting: Setting
  /** The block after this one, which it may have to stay with. */
  readonly next: PrintedBlock | undefined
}

const handlers: Handlers<PrintedBlock, readonly Paragraph[], Around> = {
  title: (block, {setting}) => [inlineParagraph('Title', block.children, setting)],
  whereasClause: clauseParagraphs,
  resolvedClause: clauseParagraphs,
  resolvedLead: (block, {setting}) => [inlineParagraph('ResolvedLead', block.children, setting)],
  mover: moverParagraphs,
  status: (block, {setting}) => [inlineParagraph('StatusLine', block.children, setting)],
  adoption: (block, {setting}) => [inlineParagraph('AdoptionLine', block.children, setting)],
  signature: signatureParagraphs
}

/** The paragraphs of a block; `next` is the block after it. */
export function paragraphsOf(
  block: PrintedBlock,
  setting: Setting,
  next: PrintedBlock | undefined
): readonly Paragraph[] {
  return handle(handlers, block, {setting, next})
}

/** The paragraphs of a note. Word puts the mark of the note before the first one; the space after it is ours. */
export function noteParagraphs(note: PrintedNote, setting: Setting): readonly Paragraph[] {
  const paragraphs: readonly PrintedParagraph[] =
    note.paragraphs.length > 0 ? note.paragraphs : [{type: 'paragraph', children: []}]
  return paragraphs.map((paragraph, index) => {
    const style = paragraph.type === 'blockQuotation' ? 'FootnoteQuote' : 'FootnoteText'
    return inlineParagraph(style, index === 0 ? spaced(paragraph.children) : paragraph.children, setting)
  })
}

function clauseParagraphs(clause: PrintedClause, {setting, next}: Around): readonly Paragraph[] {
  return clause.paragraphs.map((paragraph, index) => {
    const isLast = index === clause.paragraphs.length - 1
    const options: IParagraphOptions = {
      ...(index === 0 ? numbering(clause, setting) : {}),
      ...(isLast && isClosing(next) ? {keepNext: true} : {})
    }
    const style = clauseStyle(clause, paragraph, index)
    const bookmark = index === 0 ? setting.bookmarks.get(clause) : undefined
    return inlineParagraph(style, paragraph.children, setting, options, bookmark)
  })
}

function clauseStyle(clause: PrintedClause, paragraph: PrintedParagraph, index: number): string {
  const isNumbered = clause.number !== undefined
  if (paragraph.type === 'blockQuotation' && !(index === 0 && isNumbered)) return 'Quote'
  if (index > 0) return isNumbered ? 'ResolvedContinuation' : 'ClauseContinuation'
  if (clause.type === 'whereasClause') return 'WhereasClause'
  return isNumbered ? 'ResolvedClause' : 'SingleResolvedClause'
}

/** A clause with a number of its own overrides the list of its style; the others need nothing. */
function numbering(clause: PrintedClause, setting: Setting): IParagraphOptions {
  const reference = setting.numbers.literals.get(clause)
  return reference === undefined ? {} : {numbering: {reference, level: 0, custom: true}}
}

/** A label that fits before the tab of its style is followed by the tab, so that names stand below each other. */
function moverParagraphs(block: PrintedMover, {setting}: Around): readonly Paragraph[] {
  const label = piecesOf([{type: 'text', value: block.label}], ['blockLabel'])
  const isShort = block.label.length <= 12 // about 0.9 inch in bold 12 point
  const pieces = piecesOf(isShort ? block.children : spaced(block.children))
  const tab: readonly Piece[] = isShort ? [{type: 'tab'}] : []
  return [piecesParagraph('MoverLine', [...label, ...tab, ...pieces], setting)]
}

/** Without a name the office stands on the rule, so that no paragraph is empty. */
function signatureParagraphs(block: PrintedSignature, {setting, next}: Around): readonly Paragraph[] {
  const {name, role} = block
  const line = (style: string, value: string, options: IParagraphOptions = {}): Paragraph =>
    inlineParagraph(style, [{type: 'text', value}], setting, options)
  if (name === '' || role === '') return [line('SignatureLine', name === '' ? role : name)]
  return [line('SignatureLine', name), line('SignatureTitle', role, isClosing(next) ? {keepNext: true} : {})]
}

function isClosing(block: PrintedBlock | undefined): boolean {
  return block?.type === 'mover' || block?.type === 'adoption' || block?.type === 'signature'
}

function spaced(children: readonly PrintedInline[]): readonly PrintedInline[] {
  return [{type: 'text', value: ' '}, ...children]
}

function inlineParagraph(
  style: string,
  children: readonly PrintedInline[],
  setting: Setting,
  options: IParagraphOptions = {},
  bookmark?: string
): Paragraph {
  return piecesParagraph(style, piecesOf(children), setting, options, bookmark)
}

function piecesParagraph(
  style: string,
  pieces: readonly Piece[],
  setting: Setting,
  options: IParagraphOptions = {},
  bookmark?: string
): Paragraph {
  const direction = directionOfText(textOf(pieces), setting.direction)
  const runs = runsOf(pieces, direction, setting.marks)
  const children = bookmark === undefined ? runs : [new Bookmark({id: bookmark, children: [...runs]})]
  return new Paragraph({style, ...options, ...bidi(pieces, setting.direction), children})
}

function bidi(pieces: readonly Piece[], otherwise: Direction): {bidirectional?: true} {
  return directionOfText(textOf(pieces), otherwise) === 'rightToLeft' ? {bidirectional: true} : {}
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(piece => (piece.type === 'text' ? piece.value : '')).join('')
}
