import type {PrintedBlock, PrintedClause, PrintedNote, PrintedParagraph, PrintedResolution} from '../../tree/index.ts'
import {type Handlers, handle} from '../handlers.ts'
import {gatherLists, listNumber, type PrintedList} from '../lists.ts'
import {clauseAnchors, marksOfNotes} from './anchors.ts'
import {attributes, escapeText} from './escape.ts'
import {noteAnchor, phrasing} from './phrasing.ts'
import {styleSheet} from './style.ts'

/** A resolution as one page that needs nothing else: no script, no picture, no font from elsewhere. */
export function writeHtml(printed: PrintedResolution): string {
  return `<!doctype html>
<html${attributes({lang: printed.language})}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(printed.properties.title || printed.properties.organisation)}</title>
${metadata(printed)}<style>${styleSheet(printed)}</style>
</head>
<body>
<main>
<article>
${article(printed)}</article>
</main>
</body>
</html>
`
}

function metadata({properties}: PrintedResolution): string {
  const {title, organisation, number, meeting, date, authors, keywords} = properties
  const about = [title, organisation, number, meeting].filter(words => words !== undefined && words !== '')
  const entries: [name: string, content: string][] = [['description', about.join(', ')]]
  for (const author of authors) entries.push(['author', author])
  if (keywords.length > 0) entries.push(['keywords', keywords.join(', ')])
  if (date !== undefined) entries.push(['dcterms.date', date])
  return entries.map(([name, content]) => `<meta${attributes({name, content})}>\n`).join('')
}

type Anchors = ReadonlyMap<PrintedClause, string>

/** What stands before the first clause is the head, what follows the last is the ending, kept together in print. */
function article(printed: PrintedResolution): string {
  const blocks = gatherLists(printed.blocks)
  const anchors = clauseAnchors(printed.blocks)
  const print = (some: readonly (PrintedBlock | PrintedList)[]): string =>
    some.map(block => handle(handlers, block, anchors)).join('')
  const bodyStart = blocks.findIndex(isBody)
  const start = bodyStart < 0 ? blocks.length : bodyStart
  const end = blocks.findLastIndex(isBody) + 1 || blocks.length
  const mark = printed.mark ? `<p class="mark" dir="auto">${escapeText(printed.mark)}</p>\n` : ''
  const lines = printed.header.map(line => `<p dir="auto">${escapeText(line)}</p>\n`).join('')
  const head = mark + lines + print(blocks.slice(0, start))
  const ending = print(blocks.slice(end))
  return (
    (head ? `<header>\n${head}</header>\n` : '') +
    print(blocks.slice(start, end)) +
    (ending ? `<div class="ending">\n${ending}</div>\n` : '') +
    notes(printed)
  )
}

function isBody({type}: PrintedBlock | PrintedList): boolean {
  return type === 'whereasClause' || type === 'resolvedLead' || type === 'resolvedClause' || type === 'resolvedList'
}

const handlers: Handlers<PrintedBlock | PrintedList, string, Anchors> = {
  title: block => (block.children.length > 0 ? `<h1 dir="auto">${phrasing(block.children)}</h1>\n` : ''),
  status: block => `<p class="status" dir="auto">${phrasing(block.children)}</p>\n`,
  whereasClause: (clause, anchors) => wholeClause('whereas', clause, anchors),
  resolvedLead: block => `<p class="lead" dir="auto">${phrasing(block.children)}</p>\n`,
  resolvedClause: (clause, anchors) => wholeClause('resolved', clause, anchors),
  resolvedList: (list, anchors) => resolvedList(list.clauses, anchors),
  mover: block => `<p class="mover" dir="auto">${escapeText(block.label)} ${phrasing(block.children)}</p>\n`,
  adoption: block => `<p class="adoption" dir="auto">${phrasing(block.children)}</p>\n`,
  signature: block => {
    const lines = [block.name, block.role].filter(words => words !== '').map(escapeText)
    return `<div class="signature">\n${lines.map(line => `<p dir="auto">${line}</p>\n`).join('')}</div>\n`
  }
}

function wholeClause(name: 'whereas' | 'resolved', clause: PrintedClause, anchors: Anchors): string {
  const [first, ...rest] = clause.paragraphs
  const id = anchors.get(clause)
  if (first?.type === 'paragraph' && rest.length === 0) {
    return `<p${attributes({class: name, id, dir: 'auto'})}>${phrasing(first.children)}</p>\n`
  }
  return `<div${attributes({class: name, id})}>\n${clause.paragraphs.map(one => paragraph(one)).join('')}</div>\n`
}

function paragraph(printed: PrintedParagraph, before = '', after = ''): string {
  const words = `<p dir="auto">${before}${phrasing(printed.children)}${after}</p>`
  return printed.type === 'blockQuotation' ? `<blockquote>${words}</blockquote>\n` : `${words}\n`
}

/** Numbers such as `3.` are the list's own markers; any other form is printed as words. */
function resolvedList(clauses: readonly PrintedClause[], anchors: Anchors): string {
  const isCounting = clauses.every(clause => listNumber(clause) !== undefined)
  const items = clauses.map(clause => {
    const value = isCounting ? listNumber(clause) : undefined
    const number = isCounting ? '' : `<span class="number">${escapeText(clause.number ?? '')}</span> `
    return item({value, id: anchors.get(clause)}, number, clause.paragraphs, '')
  })
  return `<ol${attributes({class: isCounting ? undefined : 'words'})}>\n${items.join('')}</ol>\n`
}

/** A list item; words put before and after stand in the same paragraph as the first and last words. */
function item(
  values: Readonly<Record<string, string | number | undefined>>,
  before: string,
  paragraphs: readonly PrintedParagraph[],
  after: string
): string {
  const [first, ...rest] = paragraphs
  if (first?.type === 'paragraph' && rest.length === 0) {
    return `<li${attributes({...values, dir: 'auto'})}>${before}${phrasing(first.children)}${after}</li>\n`
  }
  const lines = paragraphs.map((one, index) =>
    paragraph(one, index === 0 ? before : '', index === paragraphs.length - 1 ? after : '')
  )
  return `<li${attributes(values)}>\n${lines.join('') || before + after}</li>\n`
}

function notes(printed: PrintedResolution): string {
  if (printed.notes.length === 0) return ''
  const marks = marksOfNotes(printed)
  const items = printed.notes.map(note => noteItem(note, marks.get(note.number) ?? [], printed.labels.backToText))
  return `<section${attributes({class: 'notes', role: 'doc-endnotes', 'aria-labelledby': 'notes'})}>
<h2 id="notes">${escapeText(printed.labels.notes)}</h2>
<ol>
${items.join('')}</ol>
</section>
`
}

/** A note with a link back to each of its marks; their names differ, so that they can be told apart when heard. */
function noteItem(note: PrintedNote, marks: readonly string[], backToText: string): string {
  const links = marks.map((mark, index) => {
    const name = marks.length > 1 ? `${backToText} ${note.number}.${index + 1}` : `${backToText} ${note.number}`
    const link = {class: 'back', href: `#${mark}`, role: 'doc-backlink', 'aria-label': name}
    return ` <a${attributes(link)}>↩${marks.length > 1 ? `<sup>${index + 1}</sup>` : ''}</a>`
  })
  return item({value: note.number, id: noteAnchor(note.number)}, '', note.paragraphs, links.join(''))
}
