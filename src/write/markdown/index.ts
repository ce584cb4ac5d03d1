import type {BlockContent, List, ListItem, Paragraph, PhrasingContent, RootContent} from 'mdast'
import type {PrintedBlock, PrintedClause, PrintedInline, PrintedParagraph, PrintedResolution} from '../../tree/index.ts'
import {type Handlers, handle} from '../handlers.ts'
import {gatherLists, listNumber, type PrintedList} from '../lists.ts'
import {compile} from './compile.ts'
import {phrasing} from './phrasing.ts'

/** A resolution in GitHub-flavoured Markdown: a paragraph a line, notes as `[^1]`. */
export function writeMarkdown(printed: PrintedResolution): string {
  const head = [...(printed.mark ? [strongLine(printed.mark)] : []), ...printed.header.flatMap(line => wordsLine(line))]
  const blocks = gatherLists(printed.blocks).flatMap(block => handle(handlers, block, undefined))
  const notes = printed.notes.map(
    (note): RootContent => ({
      type: 'footnoteDefinition',
      identifier: `${note.number}`,
      label: `${note.number}`,
      children: note.paragraphs.flatMap(paragraph)
    })
  )
  return compile({type: 'root', children: [...head, ...blocks, ...notes]})
}

const handlers: Handlers<PrintedBlock | PrintedList, readonly RootContent[]> = {
  title: block => line(block.children).map(({children}): RootContent => ({type: 'heading', depth: 1, children})),
  status: block => line(block.children),
  whereasClause: clause => clause.paragraphs.flatMap(paragraph),
  resolvedLead: block => line(block.children),
  resolvedClause: clause => numberedParagraphs(clause),
  resolvedList: list => resolvedList(list.clauses),
  mover: block => line([{type: 'text', value: `${block.label} `}, ...block.children]),
  adoption: block => line(block.children),
  signature: block => [{type: 'thematicBreak'}, ...wordsLine(block.name), ...wordsLine(block.role)]
}

/** A paragraph, unless there are no words for it. */
function line(nodes: readonly PrintedInline[]): Paragraph[] {
  const children = phrasing(nodes)
  return children.length > 0 ? [{type: 'paragraph', children}] : []
}

function wordsLine(value: string): Paragraph[] {
  return line([{type: 'text', value}])
}

function strongLine(value: string): Paragraph {
  const children: PhrasingContent[] = [{type: 'text', value}]
  return {type: 'paragraph', children: [{type: 'strong', children}]}
}

function paragraph(printed: PrintedParagraph): BlockContent[] {
  const children = line(printed.children)
  return printed.type === 'paragraph' || children.length === 0 ? children : [{type: 'blockquote', children}]
}

/** Markdown counts for itself from the first number on, so only numbers that do the same become a list; others are words. */
function resolvedList(clauses: readonly PrintedClause[]): RootContent[] {
  const start = clauses[0] ? listNumber(clauses[0]) : undefined
  const isCounting =
    start !== undefined && clauses.every((clause, index) => clause.number === `${start + index}.` && hasWords(clause))
  if (!isCounting) return clauses.flatMap(numberedParagraphs)
  const spread = clauses.some(clause => clause.paragraphs.length > 1)
  const children = clauses.map(
    (clause): ListItem => ({type: 'listItem', spread, children: clause.paragraphs.flatMap(paragraph)})
  )
  const list: List = {type: 'list', ordered: true, start, spread, children}
  return [list]
}

/** An empty item could not hold its place in a list. */
function hasWords(clause: PrintedClause): boolean {
  return clause.paragraphs.some(one => one.children.length > 0)
}

function numberedParagraphs(clause: PrintedClause): BlockContent[] {
  if (clause.number === undefined) return clause.paragraphs.flatMap(paragraph)
  const [first, ...rest] = clause.paragraphs
  const isPlain = first?.type === 'paragraph'
  const number: PrintedInline = {type: 'text', value: isPlain ? `${clause.number} ` : clause.number}
  const opening = line(isPlain ? [number, ...first.children] : [number])
  return [...opening, ...(isPlain ? rest : clause.paragraphs).flatMap(paragraph)]
}
