import {columnOrder} from './columns.ts'
import {fold} from './fold.ts'
import type {Key, Reading} from './key.ts'
import {scan} from './key.ts'
import type {Lexicon} from './lexicon.ts'
import {lexiconOf} from './lexicon.ts'
import {skipperOf, skipText} from './markup.ts'
import {once} from './once.ts'
import type {SourceFormat, SourceOptions} from './types.ts'
import type {WordIndex} from './word-index.ts'
import {indexWords} from './word-index.ts'

/** A key and the index of its words, made when first asked for. */
export interface IndexedKey {
  readonly key: Key
  readonly index: () => WordIndex
}

/** A source made ready for any number of quotations. What only hard cases need is made when it is first asked for. */
export interface PreparedSource {
  readonly text: string
  readonly format: SourceFormat
  readonly language: string
  readonly key: Key
  readonly index: () => WordIndex
  /** The text read column by column, where it was set in two columns side by side. */
  readonly columns: () => IndexedKey | undefined
  /** How quotations from this source are to be read. */
  readonly quotationReading: Reading
  readonly reading: Reading
  readonly lexicon: () => Lexicon
}

const decimalComma = new Set('fr de es ru vi it pt nl pl cs sv da nb no fi tr id uk el hu ro'.split(' '))

/** Reads a source once; every quotation is then compared with what this returns. */
export function prepareSource(text: string, options: SourceOptions = {}): PreparedSource {
  const format = options.format ?? 'text'
  const language = (options.language ?? 'en').toLowerCase().split(/[-_]/)[0] ?? 'en'
  const common = {fold, decimalComma: decimalComma.has(language)}
  const reading: Reading = {...common, skip: skipperOf(format)}
  const key = scan(text, reading)
  return {
    text,
    format,
    language,
    key,
    reading,
    quotationReading: {...common, skip: skipText},
    index: once(() => indexWords(key)),
    columns: once(() => (format === 'html' ? undefined : byColumns(text, reading))),
    lexicon: once(() => lexiconOf(language))
  }
}

function byColumns(text: string, reading: Reading): IndexedKey | undefined {
  const order = columnOrder(text)
  if (order === undefined) return undefined
  const key = scan(text, reading, order)
  return {key, index: once(() => indexWords(key))}
}
