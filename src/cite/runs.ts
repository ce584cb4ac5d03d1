import type {PrintedInline} from '../tree/index.ts'
import type {RawFormat} from './load.ts'
import {hideTags, mark, unhide} from './marks.ts'
import {mapRich} from './rich-text.ts'

type Look = 'emphasis' | 'strong' | 'smallCaps' | 'superscript' | 'subscript' | 'underline'

/** Words of one look. */
export interface Run {
  readonly text: string
  readonly looks: ReadonlySet<Look>
  readonly url: string | undefined
}

const looks: readonly Look[] = ['emphasis', 'strong', 'underline', 'smallCaps', 'superscript', 'subscript']
const noLooks: ReadonlySet<Look> = new Set()

/** What citeproc's decorations mean: a look to add, or looks to take away. */
const decorations: Readonly<Record<string, string>> = {
  '@font-style/italic': '+emphasis',
  '@font-style/oblique': '+emphasis',
  '@font-style/normal': '-emphasis',
  '@font-weight/bold': '+strong',
  '@font-weight/normal': '-strong',
  '@font-weight/light': '-strong',
  '@font-variant/small-caps': '+smallCaps',
  '@font-variant/normal': '-smallCaps',
  '@text-decoration/underline': '+underline',
  '@text-decoration/none': '-underline',
  '@vertical-align/sup': '+superscript',
  '@vertical-align/sub': '+subscript',
  '@vertical-align/baseline': '-superscript -subscript',
  '@URL/true': 'address',
  '@DOI/true': 'address'
}

/** The output format of citeproc that prints marks around words; `base` is its plain text. */
export function runsFormat(base: RawFormat): RawFormat {
  const format: RawFormat = Object.assign(Object.create(base) as RawFormat, {
    text_escape: (text: string | undefined) => text ?? ''
  })
  for (const [name, kind] of Object.entries(decorations)) {
    format[name] = (_state: unknown, text: string) => mark.open + kind + mark.words + text + mark.close
  }
  for (const name of [
    '@bibliography/entry',
    '@display/block',
    '@display/left-margin',
    '@display/right-inline',
    '@display/indent'
  ]) {
    format[name] = (_state: unknown, text: string) => text
  }
  return format
}

/** The runs of a rendered text. An address gets its archived copy, found by the key in front of it, in brackets. */
export function runsFrom(rendered: string, archives: ReadonlyMap<string, string>): readonly Run[] {
  const runs: Run[] = []
  const open: {readonly kind: string; readonly looks: ReadonlySet<Look>; readonly from: number}[] = []
  let current = noLooks
  for (const [piece] of rendered.matchAll(/\uFDD0[^\uFDD1]*\uFDD1|\uFDD2|[^\uFDD0\uFDD2]+/g)) {
    if (piece === mark.close) {
      const ended = open.pop()
      if (ended === undefined) continue
      current = ended.looks
      if (ended.kind === 'address') runs.push(...addressRuns(runs.splice(ended.from), archives))
    } else if (piece.startsWith(mark.open)) {
      const kind = piece.slice(1, -1)
      open.push({kind, looks: current, from: runs.length})
      current = withLook(current, kind)
    } else runs.push({text: unhide(piece), looks: current, url: undefined})
  }
  return runs.flatMap(linked)
}

function withLook(current: ReadonlySet<Look>, kind: string): ReadonlySet<Look> {
  const changed = new Set(current)
  for (const look of looks) {
    if (kind.includes(`+${look}`)) changed.add(look)
    if (kind.includes(`-${look}`)) changed.delete(look)
  }
  return changed
}

/** The words of an address or DOI as one link, and the archived copy after it. */
function addressRuns(parts: readonly Run[], archives: ReadonlyMap<string, string>): readonly Run[] {
  const all = parts.map(part => part.text).join('')
  const found = /^([\s\S]*)\uFDD3([^\uFDD4]*)\uFDD4([\s\S]*)$/.exec(all)
  const text = found === null ? all : (found[1] ?? '') + (found[3] ?? '')
  const first = parts[0]
  if (first === undefined) return []
  const plain = {looks: first.looks, url: undefined}
  const url = addressOf(text) ?? (/^10\.\d{4,9}\//.test(text) ? addressOf(`https://doi.org/${text}`) : undefined)
  const archive = archives.get(found?.[2] ?? '')
  const copy = archive === undefined ? [] : [{...plain, text: ' ['}, linkTo(archive, plain), {...plain, text: ']'}]
  return [{...plain, text, url}, ...copy]
}

function linkTo(text: string, plain: Omit<Run, 'text'>): Run {
  return {...plain, text, url: addressOf(text)}
}

/** The address as a browser reads it; undefined unless it is of the web. */
export function addressOf(text: string): string | undefined {
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text).href : undefined
}

/** Addresses that stand in running words become links of their own; a key that a style printed elsewhere falls away. */
function linked(marked: Run): readonly Run[] {
  const run = {...marked, text: marked.text.replace(/\uFDD3[^\uFDD4]*\uFDD4|[\uFDD5\uFDD9]/g, '')}
  if (run.url !== undefined || !run.text.includes('://')) return [run]
  const runs: Run[] = []
  let at = 0
  for (const found of run.text.matchAll(/\bhttps?:\/\/[^\s<>"“”‘’]+/gi)) {
    const text = withoutPunctuation(found[0])
    const url = addressOf(text)
    if (url === undefined) continue
    if (found.index > at) runs.push({...run, text: run.text.slice(at, found.index)})
    runs.push({...run, text, url})
    at = found.index + text.length
  }
  if (at < run.text.length) runs.push({...run, text: run.text.slice(at)})
  return runs
}

/** An address without the points and unpaired brackets that close its sentence. */
function withoutPunctuation(address: string): string {
  let end = address.length
  for (; end > 0; end--) {
    const last = address[end - 1] ?? ''
    if (last === ')' || last === ']') {
      const before = address.slice(0, end)
      const opening = last === ')' ? '(' : '['
      if (before.split(opening).length >= before.split(last).length) break
    } else if (!".,;:!?'".includes(last)) break
  }
  return address.slice(0, end)
}

/** Rich text of CSL as runs, without a style. */
export function runsFromRich(rich: string): readonly Run[] {
  const kinds: Readonly<Record<string, string>> = {i: '+emphasis', b: '+strong', sup: '+superscript', sub: '+subscript'}
  const marked = mapRich(rich, hideTags).replace(/<(\/?)(i|b|sup|sub)>/g, (_, slash: string, name: string) =>
    slash === '/' ? mark.close : `${mark.open}${kinds[name] ?? ''}${mark.words}`
  )
  return runsFrom(marked, new Map())
}

/** Runs as nodes: neighbours of one look share a node, links are outermost. */
export function nodesFrom(runs: readonly Run[]): PrintedInline[] {
  const nodes: PrintedInline[] = []
  for (let at = 0; at < runs.length; ) {
    const url = runs[at]?.url
    let end = at + 1
    while (end < runs.length && runs[end]?.url === url) end++
    const children = lookNodes(runs.slice(at, end), 0)
    nodes.push(...(url === undefined ? children : [{type: 'link' as const, url, children}]))
    at = end
  }
  return nodes
}

function lookNodes(runs: readonly Run[], depth: number): PrintedInline[] {
  const look = looks[depth]
  if (look === undefined) {
    const value = runs.map(run => run.text).join('')
    return value === '' ? [] : [{type: 'text', value}]
  }
  const nodes: PrintedInline[] = []
  for (let at = 0; at < runs.length; ) {
    const has = runs[at]?.looks.has(look) ?? false
    let end = at + 1
    while (end < runs.length && (runs[end]?.looks.has(look) ?? false) === has) end++
    const children = lookNodes(runs.slice(at, end), depth + 1)
    if (!has) nodes.push(...children)
    else if (children.length > 0) nodes.push({type: look, children})
    at = end
  }
  return nodes
}
