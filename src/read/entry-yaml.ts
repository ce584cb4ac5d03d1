import {isFieldList, type SourceFieldMap, type SourceFieldValue} from '../tree/index.ts'

/** How a file is laid out: its line break, and how far maps and lists stand in from the key above them, in columns. */
export interface Layout {
  readonly newline: string
  readonly mapStep: number
  readonly listStep: number
}

/** Where a scalar stands: in lines of its own, between braces, or in a file that is JSON as well. */
export type Surroundings = 'block' | 'flow' | 'json'

/** Lines that would be longer are folded, or broken into one line for each key. */
const widest = 100

const nulls = new Set(['', '~', 'null', 'Null', 'NULL', '<<'])
// Signs that only an escape can carry, among them those that YAML 1.1 takes for line breaks.
const escaped =
  /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const needsEscape = new RegExp(`[\\u0000-\\u001f]|${escaped.source}`)
const beginsStructure = /^(?:[?:,[\]{}#&*!|>'"%@`=]|-(?!\d)|\.\.\.)/
const holdsStructure = /:(?:\s|$)|\s#/
/** Words that no reader can take for anything else between braces. */
const plainInFlow =
  /^[\p{L}\p{N}_(][\p{L}\p{M}\p{N}_.()/'’“”&+–—§-]*(?: [\p{L}\p{N}_(“–—§&][\p{L}\p{M}\p{N}_.()/'’“”&+–—§-]*)*$/u

/**
 * A text as a scalar on one line: plain where every reader of YAML sees the same structure in it, else quoted.
 * What plain scalars mean beside text (`2019`, `yes`) is left to the reader; resolutions are read without such meanings.
 */
export function scalarYaml(text: string, surroundings: Surroundings): string {
  if (surroundings !== 'json' && isPlain(text, surroundings)) return text
  return surroundings !== 'json' && /["\\]/.test(text) && !needsEscape.test(text)
    ? singleQuoted(text)
    : doubleQuoted(text)
}

/** Whether a text means itself without quotation marks. */
export function isPlain(text: string, surroundings: Surroundings): boolean {
  if (surroundings === 'json' || nulls.has(text)) return false
  if (surroundings === 'flow') return plainInFlow.test(text)
  return text.trim() === text && !needsEscape.test(text) && !beginsStructure.test(text) && !holdsStructure.test(text)
}

export const isWithoutEscapes = (text: string): boolean => !needsEscape.test(text)

export const singleQuoted = (text: string): string => `'${text.replace(/'/g, "''")}'`

/** The escapes of JSON are escapes of YAML too. */
export const doubleQuoted = (text: string): string =>
  JSON.stringify(text).replace(escaped, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A value on one line, between braces and brackets where it has parts. */
export function flowYaml(value: SourceFieldValue, surroundings: 'flow' | 'json'): string {
  if (typeof value === 'string') return scalarYaml(value, surroundings)
  if (isFieldList(value)) return `[${value.map(item => flowYaml(item, surroundings)).join(', ')}]`
  return `{${flowFields(value, surroundings)}}`
}

/** The keys of a map on one line, without the braces. */
export function flowFields(fields: SourceFieldMap, surroundings: 'flow' | 'json'): string {
  return Object.entries(fields)
    .map(([key, value]) => `${scalarYaml(key, surroundings)}: ${flowYaml(value, surroundings)}`)
    .join(', ')
}

/** The keys of a map as lines without breaks, each key at column `indent` (0-based). */
export function blockFields(fields: SourceFieldMap, indent: number, layout: Layout): string[] {
  return Object.entries(fields).flatMap(([key, value]) => {
    const [first = '', ...others] = valueLines(value, indent + scalarYaml(key, 'block').length + 1, indent, layout)
    return [`${' '.repeat(indent)}${scalarYaml(key, 'block')}:${first}`, ...others]
  })
}

/**
 * A value behind a key or dash that stands at `indent`: what follows on the line (a blank before it), and the lines below.
 * `column` is where the line has come to.
 */
export function valueLines(value: SourceFieldValue, column: number, indent: number, layout: Layout): string[] {
  if (typeof value === 'string') return textLines(value, column, indent + layout.mapStep)
  const line = ` ${flowYaml(value, 'flow')}`
  if (isFieldList(value)) {
    const isFlow = value.length === 0 || value.some(item => typeof item !== 'string' && isFieldList(item))
    return isFlow ? [line] : ['', ...value.flatMap(item => itemLines(item, indent + layout.listStep, layout))]
  }
  return fitsOnLine(value, column + line.length) ? [line] : ['', ...blockFields(value, indent + layout.mapStep, layout)]
}

/** Names and their like stand between braces; `width` is that of the whole line. */
function fitsOnLine(map: SourceFieldMap, width: number): boolean {
  const values = Object.values(map)
  return values.length === 0 || (width <= widest && values.every(value => typeof value === 'string'))
}

function textLines(text: string, column: number, indent: number): string[] {
  const line = ` ${scalarYaml(text, 'block')}`
  const isFoldable = text.includes(' ') && text.trim() === text && !text.includes('  ') && !needsEscape.test(text)
  if (column + line.length <= widest || !isFoldable) return [line]
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > widest) lines.push(' '.repeat(indent) + word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return [' >-', ...lines]
}

function itemLines(item: SourceFieldValue, indent: number, layout: Layout): string[] {
  const dash = `${' '.repeat(indent)}-`
  const isMap = typeof item !== 'string' && !isFieldList(item)
  if (isMap && !fitsOnLine(item, dash.length + 1 + flowYaml(item, 'flow').length)) {
    // The first key stands on the line of the dash.
    const [first = '', ...others] = blockFields(item, indent + 2, layout)
    return [`${dash} ${first.trimStart()}`, ...others]
  }
  const [first = '', ...others] = valueLines(item, dash.length, indent, layout)
  return [dash + first, ...others]
}

/** An entry under its id, as lines without breaks, the id at column `indent` (0-based). */
export function entryLines(id: string, fields: SourceFieldMap, indent: number, layout: Layout): string[] {
  const head = `${' '.repeat(indent)}${scalarYaml(id, 'block')}:`
  if (Object.keys(fields).length === 0) return [`${head} {}`]
  return [head, ...blockFields(fields, indent + layout.mapStep, layout)]
}
