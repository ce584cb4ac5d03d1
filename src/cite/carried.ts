import type {CslItem} from '../tree/index.ts'
import {canonical, dateText, type FieldLoss} from './item-fields.ts'
import {quoted, ticked} from './problem.ts'
import {plainFromRich} from './rich-text.ts'

/** A field of an entry as it was typed, and what would be read if it alone were missing, or if there were no other. */
export interface HeldField {
  readonly field: string
  /** As it was typed, for the report. */
  readonly value: string
  /** What it says, without the marks of its format; undefined where its words are translated. */
  readonly words: string | undefined
  readonly without: CslItem
  readonly alone: CslItem
  /** What is read of an entry of this type without any field. */
  readonly empty: CslItem
}

export const noField = 'no field of a source holds it'

/**
 * Why a field is not wholly in an item; undefined when it is. A field is there when the item changes without it, or when
 * what it says by itself stands in the item anyway; and then all of its words must be in the variables it gives.
 */
export function lossOf(held: HeldField, item: CslItem): FieldLoss | undefined {
  const {field, value, words, without, alone, empty} = held
  const given = variablesBetween(alone, empty)
  const used = variablesBetween(item, without)
  const same = given.filter(name => isWithin(wordsOf(alone[name]), wordsOf(item[name])))
  const into = used.length > 0 ? used : same
  if (into.length === 0) {
    const [taken] = given
    if (taken === undefined || item[taken] === undefined) return {field, value, reason: noField}
    return {field, value, reason: `${ticked(taken)} is already ${quoted(saidBy(item[taken]))}`}
  }
  if (words === undefined) return undefined
  const kept = new Set(into.flatMap(name => [...wordsOf(item[name])]))
  const missing = [...wordsOf(words)].filter(word => !kept.has(word))
  if (missing.length === 0) return undefined
  if (missing.join() === 'others') return {field, value: 'and others', reason: 'a source names its authors one by one'}
  return {field, value, reason: `${quoted(missing.slice(0, 8).join(' '))} is left out`}
}

function saidBy(value: unknown): string {
  return typeof value === 'string' ? plainFromRich(value) : (dateText(value) ?? [...wordsOf(value)].join(' '))
}

/** What a typed date loses: a time of day, what is uncertain. Zeros in front and blanks say nothing. */
export function dateLoss(field: string, typed: string, read: unknown): FieldLoss | undefined {
  const plain = typed
    .trim()
    .replace(/\s*\/\s*/g, '/')
    .replace(/\/$/, '/..')
    .replace(/-(\d)(?!\d)/g, '-0$1')
  const written = dateText(read)
  if (written === undefined || plain === written || typed.trim() === written) return undefined
  return {field, value: typed, reason: `written as ${ticked(written)}`}
}

function variablesBetween(one: CslItem, other: CslItem): readonly string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].filter(name => name !== 'id' && canonical(one[name]) !== canonical(other[name]))
}

const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean =>
  [...some].every(word => all.has(word))

/** The words of a value in small letters without accents, numbers without zeros in front; of dates and names, of their parts. */
export function wordsOf(value: unknown): ReadonlySet<string> {
  const texts: string[] = []
  collectTexts(value, texts)
  const plain = texts.join(' ').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.map(word => (/^\d+$/.test(word) ? word.replace(/^0+(?=\d)/, '') : word)))
}

function collectTexts(value: unknown, texts: string[]): void {
  if (typeof value === 'string' || typeof value === 'number') texts.push(String(value))
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) collectTexts(part, texts)
}
