import type {Piece} from './paragraph.ts'
import {wordsOf} from './paragraph.ts'
import type {Styles} from './styles.ts'

/** A mark of a note in the body. */
export interface NoteReference {
  readonly kind: 'footnote' | 'endnote'
  readonly id: string
  /** The mark that its writer chose; undefined when Word counts. */
  mark: string | undefined
}

/** What a part of a Word file, such as its body or its footnotes, came to. */
export interface Story {
  /** Words of paragraphs in reading order, those of text boxes after the paragraph that they hang on. */
  readonly paragraphs: readonly string[]
  /** Of a part with notes: their paragraphs by the id of the note. */
  readonly notes: ReadonlyMap<string, readonly string[]>
  /** In order of the text; the marks themselves are not in the words. */
  readonly references: readonly NoteReference[]
  readonly insertions: number
  readonly deletions: number
  readonly moves: number
  /** A field has no end, so that its words cannot be told from its instruction. */
  readonly hasBrokenField: boolean
  /** A part in another format stands in the body. */
  readonly hasOtherFile: boolean
}

/** Paragraphs that belong together: the body, one note, one text box. */
interface Flow {
  readonly done: string[]
  /** A paragraph whose mark is gone: the next one goes on in it. */
  carry: OpenParagraph | undefined
}

export interface OpenParagraph {
  readonly pieces: Piece[]
  readonly boxes: string[]
  /** Runs that are open: one may hold others, as in ruby. */
  readonly runs: OpenRun[]
  style: string | undefined
  joinsNext: boolean
  /** What was done to its mark. */
  revision: 'insertion' | 'deletion' | undefined
}

export interface OpenRun {
  style: string | undefined
  isHidden: boolean | undefined
  isRaised: boolean | undefined
  /** The words of the run are the mark of this note. */
  marked: NoteReference | undefined
}

interface Field {
  instruction: string
  inResult: boolean
}

type Revision = 'insertion' | 'deletion' | 'move'

/** Where the reader of a part stands; changed as it goes. */
export interface Reading {
  readonly styles: Styles
  readonly onField: (instruction: string) => void
  readonly flows: Flow[]
  readonly paragraphs: OpenParagraph[]
  readonly fields: Field[]
  /** Rows and cells that are open, and whether they are deleted. */
  readonly tableParts: boolean[]
  readonly alternatives: {wasChosen: boolean}[]
  readonly notes: Map<string, readonly string[]>
  readonly references: NoteReference[]
  readonly counts: Record<Revision, number>
  lastRevision: Revision | undefined
  deleted: number
  inserted: number
  moved: number
  links: number
  /** The text of the element that is open. */
  text: string
  hasOtherFile: boolean
}

export function startReading(styles: Styles, onField: (instruction: string) => void): Reading {
  return {
    styles,
    onField,
    flows: [{done: [], carry: undefined}],
    paragraphs: [],
    fields: [],
    tableParts: [],
    alternatives: [],
    notes: new Map(),
    references: [],
    counts: {insertion: 0, deletion: 0, move: 0},
    lastRevision: undefined,
    deleted: 0,
    inserted: 0,
    moved: 0,
    links: 0,
    text: '',
    hasOtherFile: false
  }
}

export function storyOf(reading: Reading): Story {
  const {notes, references, counts, hasOtherFile} = reading
  return {
    paragraphs: endFlow(reading),
    notes,
    references,
    insertions: counts.insertion,
    deletions: counts.deletion,
    moves: counts.move,
    hasBrokenField: reading.fields.length > 0,
    hasOtherFile
  }
}

export function startFlow(reading: Reading): void {
  reading.flows.push({done: [], carry: undefined})
}

/** Ends the innermost flow and gives its paragraphs. */
export function endFlow(reading: Reading): readonly string[] {
  flushCarry(reading)
  return reading.flows.pop()?.done ?? []
}

/** Ends a paragraph that waits for its other half: none comes where a cell, a note or the text ends. */
export function flushCarry({flows}: Reading): void {
  const flow = flows.at(-1)
  if (flow?.carry === undefined) return
  finish(flow, flow.carry)
  flow.carry = undefined
}

function finish(flow: Flow, {pieces, boxes}: OpenParagraph): void {
  const words = wordsOf(pieces)
  if (words !== '') flow.done.push(words)
  for (const each of boxes) flow.done.push(each)
}

export function startParagraph(reading: Reading): void {
  reading.paragraphs.push({
    pieces: [],
    boxes: [],
    runs: [],
    style: undefined,
    joinsNext: false,
    revision: undefined
  })
}

export function endParagraph(reading: Reading): void {
  const paragraph = reading.paragraphs.pop()
  const flow = reading.flows.at(-1)
  if (paragraph === undefined || flow === undefined) return
  if (paragraph.revision !== undefined) count(reading, paragraph.revision)
  const {carry} = flow
  flow.carry = undefined
  const whole = carry
    ? {...paragraph, pieces: [...carry.pieces, ...paragraph.pieces], boxes: [...carry.boxes, ...paragraph.boxes]}
    : paragraph
  if (whole.joinsNext) flow.carry = whole
  else finish(flow, whole)
}

/** Takes visible or deleted words; says what was done with them. */
export function take(reading: Reading, text: string): void {
  if (text === '' || reading.fields.some(field => !field.inResult)) return
  noteRevision(reading)
  const paragraph = reading.paragraphs.at(-1)
  const run = paragraph?.runs.at(-1)
  if (paragraph === undefined || reading.deleted > 0) return
  if (run?.marked !== undefined) {
    run.marked.mark = `${run.marked.mark ?? ''}${text}`
    return
  }
  const ownLook = reading.styles.look(run?.style)
  const outerLook = reading.styles.look(paragraph.style)
  if (run?.isHidden ?? ownLook.isHidden ?? outerLook.isHidden ?? false) return
  const isRaised = run?.isRaised ?? ownLook.isRaised ?? outerLook.isRaised ?? false
  const isReference = isRaised && (reading.links > 0 || reading.fields.some(field => isLink(field.instruction)))
  paragraph.pieces.push({text, isRaised, isReference})
}

function isLink(instruction: string): boolean {
  return /^\s*(?:NOTEREF|FTNREF|HYPERLINK)\b/i.test(instruction)
}

/** Changes count as a person would count them: what stands side by side is one. */
function noteRevision(reading: Reading): void {
  const {deleted, inserted, moved} = reading
  // A move shows twice, where it was and where it is.
  if (moved > 0) count(reading, deleted > 0 ? undefined : 'move')
  else count(reading, deleted > 0 ? 'deletion' : inserted > 0 ? 'insertion' : undefined)
}

function count(reading: Reading, revision: Revision | undefined): void {
  if (revision !== undefined && revision !== reading.lastRevision) reading.counts[revision]++
  reading.lastRevision = revision
}

export function startField(reading: Reading): void {
  reading.fields.push({instruction: '', inResult: false})
}

export function separateField({fields}: Reading): void {
  const field = fields.at(-1)
  if (field) field.inResult = true
}

export function endField(reading: Reading): void {
  const field = reading.fields.pop()
  if (field) reading.onField(field.instruction)
}
