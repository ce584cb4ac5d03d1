import {readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import type {Cluster, ClusterItem, NoteProblem, RenderedNotes} from '../../src/cite/index.ts'
import {renderNotes, toCslItem} from '../../src/cite/index.ts'
import type {CslItem, Place, PrintedInline, SourceField, SourceValue, Text} from '../../src/tree/index.ts'

/** What a YAML reader with the failsafe schema would give: texts, lists, maps. */
export type Typed = string | readonly Typed[] | {readonly [key: string]: Typed}

export const notesCsl = readFileSync(resolve(import.meta.dirname, '../../templates/ala/notes.csl'), 'utf8')

/** A place that tells the test which text it belongs to. */
export function place(offset = 0): Place {
  return {start: {line: 1, column: offset + 1, offset}, end: {line: 1, column: offset + 2, offset: offset + 1}}
}

export function text(value: string, offset = 0): Text {
  return {
    type: 'text',
    value,
    offsets: Uint32Array.from({length: value.length + 1}, (_, i) => offset + i),
    place: place(offset)
  }
}

export function value(typed: Typed, offset = 0): SourceValue {
  if (typeof typed === 'string') return text(typed, offset)
  if (isList(typed))
    return {type: 'list', items: typed.map((one, i) => value(one, offset + i + 1)), place: place(offset)}
  return {type: 'map', fields: fields(typed, offset + 1), place: place(offset)}
}

function isList(typed: Typed): typed is readonly Typed[] {
  return Array.isArray(typed)
}

/** The n-th field has its key at offset 100 n, its value at 100 n + 50. */
export function fields(typed: {readonly [key: string]: Typed}, from = 0): SourceField[] {
  return Object.entries(typed).map(([key, one], i) => ({
    key: text(key, from + 100 * i),
    value: value(one, from + 100 * i + 50)
  }))
}

export function source(id: string, typed: {readonly [key: string]: Typed}): CslItem {
  return toCslItem(id, fields(typed)).item
}

export function cite(id: string, more: Partial<Omit<ClusterItem, 'id'>> = {}): ClusterItem {
  return {id, prefix: '', rest: '', ...more}
}

/** Nodes as one line: `/emphasis/`, `**strong**`, `‹sup:…›`; a link as its words, with `|url` where the two differ. */
export function line(nodes: readonly PrintedInline[]): string {
  return nodes.map(node => lineOf(node)).join('')
}

function lineOf(node: PrintedInline): string {
  switch (node.type) {
    case 'text':
      return node.value
    case 'emphasis':
      return `/${line(node.children)}/`
    case 'strong':
      return `**${line(node.children)}**`
    case 'link':
      return line(node.children) === node.url ? `{${node.url}}` : `{${line(node.children)}|${node.url}}`
    case 'superscript':
    case 'subscript':
    case 'smallCaps':
    case 'underline':
      return `‹${node.type}:${line(node.children)}›`
    default:
      throw new Error(`unexpected ${node.type}`)
  }
}

export interface Lines {
  readonly lines: readonly string[]
  readonly problems: readonly NoteProblem[]
  readonly rendered: RenderedNotes
}

/** Renders clusters in our style; a list of cite items is a note of its own. */
export function notes(
  items: readonly CslItem[],
  clusters: readonly (readonly ClusterItem[] | Cluster)[],
  {styleXml = notesCsl, language = 'en-US'} = {}
): Lines {
  const all = clusters.map((one, i): Cluster => ('items' in one ? one : {noteNumber: i + 1, items: one}))
  const rendered = renderNotes({items, clusters: all, styleXml, language})
  return {lines: rendered.clusters.map(line), problems: rendered.problems, rendered}
}

/** The one note of one source. */
export function note(typed: {readonly [key: string]: Typed}, more: Partial<Omit<ClusterItem, 'id'>> = {}): string {
  return notes([source('it', typed)], [[cite('it', more)]]).lines[0] ?? ''
}
