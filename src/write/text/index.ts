import {
  type PrintedBlock,
  type PrintedInline,
  type PrintedParagraph,
  type PrintedResolution,
  printedWords
} from '../../tree/index.ts'
import {type Handlers, handle} from '../handlers.ts'
import {cleanWords} from './clean-words.ts'
import {writeWhichRead} from './which-read.ts'

export interface TextOptions {
  /** `resolved`: the "which read" text for minutes, the resolved clauses alone and without note marks. */
  readonly only?: 'resolved' | undefined
  /** False for the clean copy, which publications print: no note marks and no notes. */
  readonly hasNotes?: boolean | undefined
}

/** The words of nodes, with note marks or without. */
type Say = (nodes: readonly PrintedInline[]) => string

const withMarks: Say = nodes => printedWords(nodes, number => `[${number}]`)

/** A resolution as plain text: one paragraph a line, however long, and an empty line between paragraphs; note marks are `[1]`. */
export function writeText(printed: PrintedResolution, options: TextOptions = {}): string {
  if (options.only === 'resolved') return writeWhichRead(printed)
  const hasNotes = options.hasNotes ?? true
  const say = hasNotes ? withMarks : cleanWords
  const head = [...(printed.mark ? [printed.mark] : []), ...printed.header]
  const body = printed.blocks.flatMap(block => handle(handlers, block, say))
  const notes =
    hasNotes && printed.notes.length > 0
      ? [printed.labels.notes, ...printed.notes.flatMap(note => numbered(`[${note.number}]`, note.paragraphs, say))]
      : []
  return `${[...head, ...body, ...notes].filter(line => line !== '').join('\n\n')}\n`
}

const sentence = (block: {readonly children: readonly PrintedInline[]}, say: Say): readonly string[] => [
  say(block.children)
]

const handlers: Handlers<PrintedBlock, readonly string[], Say> = {
  title: sentence,
  status: sentence,
  whereasClause: (clause, say) => numbered(clause.number, clause.paragraphs, say),
  resolvedLead: sentence,
  resolvedClause: (clause, say) => numbered(clause.number, clause.paragraphs, say),
  mover: (block, say) => [`${block.label} ${say(block.children)}`],
  adoption: sentence,
  signature: block => ['_'.repeat(40), block.name, block.role]
}

/** The lines of a clause or note; a number stands before the first, and a quotation set off is indented. */
function numbered(number: string | undefined, paragraphs: readonly PrintedParagraph[], say: Say): readonly string[] {
  const lines = paragraphs.map(paragraph => {
    const words = say(paragraph.children)
    return paragraph.type === 'blockQuotation' && words !== '' ? `    ${words}` : words
  })
  const [first, ...rest] = lines
  return number === undefined ? lines : [`${number} ${(first ?? '').trimStart()}`.trimEnd(), ...rest]
}
