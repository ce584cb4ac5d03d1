import type {PrintedBlock, PrintedClause, PrintedInline, PrintedResolution} from '../../tree/index.ts'
import {type Handlers, handle} from '../handlers.ts'

/** How notes are numbered and which marks are referred to again. */
export interface NotePlan {
  /** From the number of a note to the id of the note in the Word file; only notes that are referred to and have a body. */
  readonly ids: ReadonlyMap<number, number>
  /** Whether Word's own numbers, 1 to n in order of reference, are the printed ones; else each mark is typed. */
  readonly isAutomatic: boolean
  /** Numbers printed more than once: their first mark carries a bookmark. */
  readonly repeated: ReadonlySet<number>
}

/** How resolved clauses are numbered. */
export interface NumberPlan {
  /** The text of the list that is bound to the style, `%1` for the number. */
  readonly pattern: string
  /** Clauses whose number is not the one the list would give: each has a list of its own with its number as a set text. */
  readonly literals: ReadonlyMap<PrintedClause, string>
}

/** The inline nodes of a block, paragraph by paragraph. */
const inlines: Handlers<PrintedBlock, readonly (readonly PrintedInline[])[]> = {
  title: block => [block.children],
  whereasClause: block => block.paragraphs.map(paragraph => paragraph.children),
  resolvedClause: block => block.paragraphs.map(paragraph => paragraph.children),
  resolvedLead: block => [block.children],
  mover: block => [block.children],
  status: block => [block.children],
  adoption: block => [block.children],
  signature: () => []
}

/** Decides how the notes of a resolution are numbered in Word. */
export function planNotes(printed: PrintedResolution): NotePlan {
  const bodies = new Set(printed.notes.map(note => note.number))
  const order: number[] = []
  const repeated = new Set<number>()
  for (const number of printed.blocks.flatMap(block => handle(inlines, block, undefined).flatMap(numbersIn))) {
    if (order.includes(number)) repeated.add(number)
    else order.push(number)
  }
  for (const number of printed.notes.flatMap(note => note.paragraphs.flatMap(({children}) => numbersIn(children))))
    if (order.includes(number)) repeated.add(number)
  const withBody = order.filter(number => bodies.has(number))
  return {
    ids: new Map(withBody.map((number, index) => [number, index + 1])),
    isAutomatic: withBody.every((number, index) => number === index + 1),
    repeated
  }
}

/** Decides which resolved clauses are numbered by their style. */
export function planNumbers(printed: PrintedResolution): NumberPlan {
  const clauses = printed.blocks.filter(isClause).filter(clause => clause.number !== undefined)
  const listed = clauses.filter(clause => clause.type === 'resolvedClause')
  const [, before = '', after = '.'] = /^(\D*)1(\D*)$/.exec(listed[0]?.number ?? '') ?? []
  const isRegular = listed.every((clause, index) => clause.number === `${before}${index + 1}${after}`)
  const literal = clauses.filter(clause => !isRegular || clause.type === 'whereasClause')
  return {
    pattern: `${before}%1${after}`,
    literals: new Map(literal.map((clause, index) => [clause, `clause-${index + 1}`]))
  }
}

/** A bookmark for each clause with an `id`: a letter first, then letters, digits and low lines, 40 at most, no two alike. */
export function planBookmarks(printed: PrintedResolution): ReadonlyMap<PrintedClause, string> {
  const names = new Map<PrintedClause, string>()
  const taken = new Set<string>()
  for (const clause of printed.blocks.filter(isClause)) {
    if (clause.id === undefined) continue
    const stem = `clause_${clause.id.replace(/[^A-Za-z0-9_]/g, '_')}`.slice(0, 36)
    let name = stem
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${stem}_${count}`
    taken.add(name.toLowerCase()) // Word does not tell capitals in names of bookmarks
    names.set(clause, name)
  }
  return names
}

function isClause(block: PrintedBlock): block is PrintedClause {
  return block.type === 'whereasClause' || block.type === 'resolvedClause'
}

function numbersIn(nodes: readonly PrintedInline[]): readonly number[] {
  return nodes.flatMap(node => {
    if (node.type === 'noteReference') return [node.number]
    return 'children' in node ? numbersIn(node.children) : []
  })
}
