import {
  type PrintedBlock,
  type PrintedInline,
  type PrintedParagraph,
  type PrintedResolution,
  printedWords
} from '../../tree/index.ts'
import {type Handlers, handle} from '../handlers.ts'
import {writeWhichRead} from './which-read.ts'

export interface TextOptions {
  /** `resolved`: the "which read" text for minutes, the resolved clauses alone and without note marks. */
  readonly only?: 'resolved' | undefined
  /** False for the clean copy, which publications print: no note marks and no notes. */
  readonly hasNotes?: boolean | undefined
}

/** Prints note references: `[1]`, or nothing. */
type Mark = (number: number) => string

/** A resolution as plain text: one paragraph a line, however long, and an empty line between paragraphs; note marks are `[1]`. */
export function writeText(printed: PrintedResolution, options: TextOptions = {}): string {
  if (options.only === 'resolved') return writeWhichRead(printed)
  const hasNotes = options.hasNotes ?? true
  const mark: Mark = hasNotes ? number => `[${number}]` : () => ''
  const head = [...(printed.mark ? [printed.mark] : []), ...printed.header]
  const body = printed.blocks.flatMap(block => handle(handlers, block, mark))
  const notes =
    hasNotes && printed.notes.length > 0
      ? [printed.labels.notes, ...printed.notes.flatMap(note => numbered(`[${note.number}]`, note.paragraphs, mark))]
      : []
  return `${[...head, ...body, ...notes].filter(line => line !== '').join('\n\n')}\n`
}

const sentence = (block: {readonly children: readonly PrintedInline[]}, mark: Mark): readonly string[] => [
  printedWords(block.children, mark)
]

const handlers: Handlers<PrintedBlock, readonly string[], Mark> = {
  title: sentence,
  status: sentence,
  whereasClause: (clause, mark) => numbered(clause.number, clause.paragraphs, mark),
  resolvedLead: sentence,
  resolvedClause: (clause, mark) => numbered(clause.number, clause.paragraphs, mark),
  mover: (block, mark) => [`${block.label} ${printedWords(block.children, mark)}`],
  adoption: sentence,
  signature: block => ['_'.repeat(40), block.name, block.role]
}

/** The lines of a clause or note; a number stands before the first, and a quotation set off is indented. */
function numbered(number: string | undefined, paragraphs: readonly PrintedParagraph[], mark: Mark): readonly string[] {
  const lines = paragraphs.map(paragraph => {
    const words = printedWords(paragraph.children, mark)
    return paragraph.type === 'blockQuotation' && words !== '' ? `    ${words}` : words
  })
  const [first, ...rest] = lines
  return number === undefined ? lines : [`${number} ${(first ?? '').trimStart()}`, ...rest]
}
