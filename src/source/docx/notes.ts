import {printedNumber} from './numbers.ts'
import type {NoteReference} from './reading.ts'
import {readXml} from './xml.ts'

type NoteKind = NoteReference['kind']

/** How the notes of a kind are numbered. */
export interface Numbering {
  readonly format: string
  readonly start: number
  /** Counted anew on each page or in each section, so that nobody can tell the printed number from the file. */
  readonly restarts: boolean
}

export type Numberings = Readonly<Record<NoteKind, Numbering>>

const usual: Numberings = {
  footnote: {format: 'decimal', start: 1, restarts: false},
  endnote: {format: 'lowerRoman', start: 1, restarts: false}
}

const kinds: Readonly<Record<string, NoteKind>> = {footnotePr: 'footnote', endnotePr: 'endnote'}

/** Reads how notes are numbered, from the settings or from the sections of the document; the last word counts. */
export function readNumberings(xml: string | undefined, part: string, before: Numberings = usual): Numberings {
  const found = {...before}
  let kind: NoteKind | undefined
  if (xml !== undefined)
    readXml(xml, part, {
      open: ({name, attributes: {val = ''}}, parent) => {
        if (Object.hasOwn(kinds, name)) kind = kinds[name]
        if (!Object.hasOwn(kinds, parent) || kind === undefined) return false
        if (name === 'numFmt') found[kind] = {...found[kind], format: val}
        else if (name === 'numStart') found[kind] = {...found[kind], start: Number.parseInt(val, 10) || 1}
        else if (name === 'numRestart') found[kind] = {...found[kind], restarts: val !== 'continuous'}
        return false
      }
    })
  return found
}

/** A note with the names that people may call it. */
export interface NamedNote {
  readonly kind: NoteKind
  readonly names: readonly string[]
  readonly text: string
}

/** Notes of a kind in the order of their marks; a note without a mark is not printed. */
export function notesInOrder(
  kind: NoteKind,
  references: readonly NoteReference[],
  notes: ReadonlyMap<string, readonly string[]>,
  numbering: Numbering
): NamedNote[] {
  const named: NamedNote[] = []
  const seen = new Set<string>()
  let counted = numbering.start - 1
  for (const reference of references) {
    if (reference.kind !== kind || seen.has(reference.id)) continue
    seen.add(reference.id)
    const text = notes.get(reference.id)?.join('\n\n') ?? ''
    if (reference.mark === undefined) counted++
    const printed = reference.mark ?? printedNumber(counted, numbering.format)
    const count = String(reference.mark === undefined ? counted : seen.size)
    const names = numbering.restarts ? [count] : [...new Set([printed, count])]
    if (text !== '') named.push({kind, text, names: names.filter(name => name !== '')})
  }
  return named
}
