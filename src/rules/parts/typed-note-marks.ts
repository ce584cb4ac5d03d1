import {
  type Clause,
  type Place,
  type ResolvedResolution,
  sliceText,
  type TextFile,
  visitBlocks
} from '../../tree/index.ts'
import {
  automaticNumbers,
  clausesOf,
  marksByClause,
  type NoteMark,
  noteMarks,
  quotationsOf,
  type Stretch,
  stretchOf
} from './note-marks.ts'
import {type Candidate, candidatesIn, masked} from './note-number-forms.ts'

/** A number typed where `[^4]` is meant. */
export interface TypedMark extends Stretch {
  readonly clause: Clause
  readonly numbers: readonly number[]
  /** As it was typed. */
  readonly words: string
  readonly place: Place
  readonly quotation: Stretch | undefined
}

/** A candidate, or a mark whose number is known (`weight` is `sure`). */
interface Item extends Pick<Candidate, 'numbers' | 'weight'> {
  readonly typed: TypedMark | undefined
  /** Whether the note stands under `notes` and no `[^n]` refers to it. */
  readonly isMissed: boolean
}

const sure = 40

/** More candidates than any resolution has; keeps hostile input from costing its square. */
const mostItems = 400

/** How many chains that end in the same item are kept: numbers out of order need more than one. */
const mostWays = 3

/** The numbers of notes that were typed into the clauses by other means than `[^4]`, in reading order. */
export function typedNoteMarks(resolved: ResolvedResolution): TypedMark[] {
  const marks = noteMarks(resolved.resolution)
  const ofClauses = marksByClause(marks)
  const numbers = automaticNumbers(resolved)
  const referred = new Set(marks.flatMap(({node}) => (node.type === 'noteReference' ? node.label.value : [])))
  const bodies = new Set(resolved.resolution.notes.map(({label}) => label.value))
  const items: Item[] = []
  for (const clause of clausesOf(resolved.resolution)) {
    if (items.length >= mostItems) break
    const own = ofClauses.get(clause) ?? []
    const known = own.flatMap(mark => {
      const {node} = mark
      const number = node.type === 'noteReference' ? Number(node.label.value) : numbers.get(node.place.start.offset)
      return number
        ? [{at: mark.start, item: {numbers: [number], weight: sure, typed: undefined, isMissed: false}}]
        : []
    })
    const found = candidatesOf(resolved.resolution.file, clause, own).map(({candidate, typed}) => {
      const isMissed = candidate.numbers.every(number => bodies.has(`${number}`) && !referred.has(`${number}`))
      return {at: candidate.start, item: {...candidate, typed, isMissed}}
    })
    for (const {item} of [...known, ...found].sort((a, b) => a.at - b.at)) items.push(item)
  }
  return bestChain(items.slice(0, mostItems))
}

function candidatesOf(
  file: TextFile,
  clause: Clause,
  marks: readonly NoteMark[]
): {readonly candidate: Candidate; readonly typed: TypedMark}[] {
  const {text} = clause
  const quotations = quotationsOf(clause)
  return candidatesIn(maskedWords(clause, marks)).flatMap(candidate => {
    const {start, end, numbers} = candidate
    const quotation = quotations.find(other => other.start < start && end < other.end)
    // `[4] books` inside a quotation is an alteration.
    if (candidate.form === 'bracket' && quotation && end < quotation.end - 1) return []
    const {place} = sliceText(file, text, start, end)
    return [{candidate, typed: {clause, numbers, start, end, words: text.value.slice(start, end), place, quotation}}]
  })
}

/** The words of a clause with marks, links and escapes blotted out; every unit stays where it is. */
function maskedWords(clause: Clause, marks: readonly NoteMark[]): string {
  const {text} = clause
  const hidden: Stretch[] = [...marks]
  visitBlocks(clause.children, node => {
    if (node.type === 'link' || node.type === 'sentenceCitation') hidden.push(stretchOf(text, node))
  })
  const blot = ({length}: {readonly length: number}): string => masked.repeat(length)
  const parts: string[] = []
  let at = 0
  for (const {start, end} of hidden.sort((a, b) => a.start - b.start)) {
    if (start < at) continue
    parts.push(text.value.slice(at, start), masked.repeat(end - start))
    at = end
  }
  return (parts.join('') + text.value.slice(at)).replace(/\\[^\sA-Za-zÀ-ʯͰ-῿\d]/g, blot)
}

interface Link {
  readonly item: Item
  readonly score: number
  /** The highest number so far. */
  readonly highest: number
  readonly before: Link | undefined
}

/**
 * Which candidates are note numbers: those on the best chain 1, 2, 3 … through all of them and the marks that are sure.
 * Dynamic programming over the last link and the highest number so far, of which the `mostWays` best are kept;
 * O(n²) for at most `mostItems`.
 */
function bestChain(items: readonly Item[]): TypedMark[] {
  if (!items.some(item => item.typed)) return []
  const links: Link[] = []
  for (const item of items) {
    const best = new Map<number, Link>()
    for (const before of [undefined, ...links]) {
      const link = linked(item, before)
      if (link.score > (best.get(link.highest)?.score ?? Number.NEGATIVE_INFINITY)) best.set(link.highest, link)
    }
    links.push(...[...best.values()].sort((a, b) => b.score - a.score).slice(0, mostWays))
  }
  const [top] = links.toSorted((a, b) => b.score - a.score)
  const chain: Link[] = []
  for (let link = top && top.score > 0 ? top : undefined; link; link = link.before) chain.unshift(link)
  return chain.flatMap(link => (link.item.typed && isSupported(link, chain.length) ? [link.item.typed] : []))
}

function linked(item: Item, before: Link | undefined): Link {
  const highest = before?.highest ?? 0
  const step = (item.numbers[0] ?? 0) - highest
  const score = (before?.score ?? 0) + item.weight + fit(item, step)
  return {item, score, highest: Math.max(highest, ...item.numbers), before}
}

/** What the next number is worth: it follows, it is used again, or numbers are left out. */
function fit({weight, isMissed}: Item, step: number): number {
  if (weight === sure) return 0
  if (isMissed) return step === 1 ? 10 : 8 - Math.min(4, Math.abs(step))
  if (step === 1) return 4
  if (step < 1) return weight > 3 ? -1 : -9
  return -2 * Math.min(step, 8)
}

/** A weak candidate needs a note that waits for it, or others beside it. */
function isSupported({item, before}: Link, length: number): boolean {
  if (item.weight > 2 || item.isMissed) return true
  return length > 2 && item.numbers[0] === (before?.highest ?? 0) + 1
}
