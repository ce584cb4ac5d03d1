import {
  type Block,
  type Citation,
  type CitationItem,
  type Diagnostic,
  type Inline,
  type Omission,
  placeAt,
  sliceText,
  type Text,
  type TextFile
} from '../tree/index.ts'
import {findMarkup, type Markup} from './markdown.ts'
import {omissionAt} from './omission.ts'
import {type Pair, pairMarks} from './quotation-marks.ts'
import {escapable, findTokens, type Token} from './tokens.ts'

/** Notes inside notes inside notes are printed as typed. */
const deepestNote = 3

/** Reads the paragraphs of a clause or a note. Never fails: what has no meaning is text. */
export function readBlocks(file: TextFile, text: Text): {blocks: Block[]; diagnostics: Diagnostic[]} {
  const paragraphs = splitParagraphs(file, text)
  const blocks = paragraphs.map((paragraph, index): Block => {
    const isSetOff = index > 0 && paragraph.value.split('\n').every(line => line.startsWith('>'))
    const words = isSetOff ? withoutLineMarks(paragraph) : paragraph
    const type = isSetOff ? 'blockQuotation' : 'paragraph'
    return {type, children: readInlines(file, words, 0), place: paragraph.place}
  })
  return {blocks, diagnostics: []}
}

/** Paragraphs end at a blank line, be it one of the value or one that YAML folded into a single line feed. */
function splitParagraphs(file: TextFile, text: Text): Text[] {
  const paragraphs: Text[] = []
  let start = 0
  const {value, offsets} = text
  for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) {
    const next = at + 1 + (/^\s*/.exec(value.slice(at + 1))?.[0].length ?? 0)
    const isBlank = value.slice(at + 1, next).includes('\n') || hasBlankLine(file, offsets[at - 1], offsets[at + 1])
    if (!isBlank) continue
    pushTrimmed(file, text, start, at, paragraphs)
    start = next
    at = next - 1
  }
  pushTrimmed(file, text, start, value.length, paragraphs)
  return paragraphs
}

function hasBlankLine(file: TextFile, from = 0, to = 0): boolean {
  return /\n[ \t]*\r?\n/.test(file.text.slice(from, to))
}

function pushTrimmed(file: TextFile, text: Text, start: number, end: number, paragraphs: Text[]): void {
  let from = start
  let to = end
  while (from < to && /[ \t\r\n]/.test(text.value[from] ?? '')) from++
  while (to > from && /[ \t\r\n]/.test(text.value[to - 1] ?? '')) to--
  if (from < to) paragraphs.push(sliceText(file, text, from, to))
}

/** A set-off paragraph without the `> ` that begins each of its lines. */
function withoutLineMarks(paragraph: Text): Text {
  const units: number[] = []
  for (const line of paragraph.value.matchAll(/(?<=^|\n)> ?([^\n]*\n?)/g)) {
    const words = line[1] ?? ''
    const from = line.index + line[0].length - words.length
    for (let at = from; at < from + words.length; at++) units.push(at)
  }
  const offsets = Uint32Array.from([...units, paragraph.value.length], at => paragraph.offsets[at] ?? 0)
  return {...paragraph, value: units.map(at => paragraph.value[at]).join(''), offsets}
}

/** What the walk over a paragraph needs at hand. */
interface Walk {
  readonly file: TextFile
  readonly text: Text
  readonly tokens: ReadonlyMap<number, Token>
  readonly markup: ReadonlyMap<number, Markup>
  readonly pairs: ReadonlyMap<number, Pair>
  readonly noteDepth: number
}

function readInlines(file: TextFile, text: Text, noteDepth: number): Inline[] {
  const tokens = findTokens(text.value).filter(token => token.type !== 'inlineNote' || noteDepth < deepestNote)
  const markup = findMarkup(masked(text.value, tokens))
  const skipped = skippedUnits(text.value, tokens)
  const around = {start: 0, end: text.value.length, children: surroundingsOf(markup)}
  const pairs = pairMarks(text.value, around, skipped)
  const all = flatten(markup)
  const walk: Walk = {
    file,
    text,
    tokens: new Map(tokens.map(token => [token.start, token])),
    markup: new Map(all.map(mark => [mark.start, mark])),
    pairs: new Map(pairs.map(pair => [pair.open, pair])),
    noteDepth
  }
  return walkRange(walk, 0, text.value.length, false)
}

/** Citations and the like as full stops: they keep their width, and Markdown sees punctuation where there is some. */
function masked(paragraph: string, tokens: readonly Token[]): string {
  let out = ''
  let at = 0
  for (const {start, end} of tokens) {
    out += paragraph.slice(at, start) + '.'.repeat(end - start)
    at = end
  }
  return out + paragraph.slice(at)
}

function skippedUnits(paragraph: string, tokens: readonly Token[]): Uint8Array {
  const skipped = new Uint8Array(paragraph.length)
  for (const {start, end} of tokens) skipped.fill(1, start, end)
  for (let at = paragraph.indexOf('\\'); at >= 0; at = paragraph.indexOf('\\', at + 2))
    if (escapable.test(paragraph[at + 1] ?? '')) skipped.fill(1, at, at + 2)
  return skipped
}

function surroundingsOf(markup: readonly Markup[]): {start: number; end: number; children: never[]}[] {
  // Children of children come with their own recursion; the type is that of Surroundings.
  return markup.map(mark => ({
    start: mark.innerStart,
    end: mark.innerEnd,
    children: surroundingsOf(mark.children) as never[]
  }))
}

function flatten(markup: readonly Markup[]): Markup[] {
  return markup.flatMap(mark => [mark, ...flatten(mark.children)])
}

/** Builds the nodes of a stretch; `isQuoted` tells whether brackets are alterations and points omissions. */
function walkRange(walk: Walk, start: number, end: number, isQuoted: boolean): Inline[] {
  const nodes: Inline[] = []
  let plainFrom = start
  for (let at = start; at < end; ) {
    const found = nodeAt(walk, at, end, isQuoted)
    if (!found) {
      at++
      continue
    }
    nodes.push(...plainNodes(walk, plainFrom, at), found.node)
    at = found.end
    plainFrom = at
  }
  nodes.push(...plainNodes(walk, plainFrom, end))
  return nodes
}

interface Found {
  readonly node: Inline
  readonly end: number
}

function nodeAt(walk: Walk, at: number, end: number, isQuoted: boolean): Found | undefined {
  const token = walk.tokens.get(at)
  if (token && token.end <= end) return {node: tokenNode(walk, token), end: token.end}
  const markup = walk.markup.get(at)
  if (markup && markup.end <= end) return {node: markupNode(walk, markup, isQuoted), end: markup.end}
  if (isQuoted) {
    const width = omissionAt(walk.text.value.slice(at, Math.min(end, at + 24)))
    if (width > 0) return {node: omissionNode(walk, at, at + width), end: at + width}
  }
  const pair = walk.pairs.get(at)
  if (!pair || pair.closeEnd > end || (pair.kind === 'bracket' && !isQuoted)) return undefined
  return {node: pairNode(walk, pair), end: pair.closeEnd}
}

function slice(walk: Walk, start: number, end: number): Text {
  return sliceText(walk.file, walk.text, start, end)
}

function omissionNode(walk: Walk, start: number, end: number): Omission {
  const text = slice(walk, start, end)
  return {type: 'omission', text, place: text.place}
}

function pairNode(walk: Walk, pair: Pair): Inline {
  const {place} = slice(walk, pair.open, pair.closeEnd)
  const open = slice(walk, pair.open, pair.open + 1)
  const children = walkRange(walk, pair.open + 1, pair.close, true)
  const close = pair.isClosed ? slice(walk, pair.close, pair.closeEnd) : undefined
  if (pair.kind === 'bracket' && close) return {type: 'alteration', open, close, children, place}
  return {type: 'quotation', open, close, children, place}
}

function markupNode(walk: Walk, markup: Markup, isQuoted: boolean): Inline {
  const {place} = slice(walk, markup.start, markup.end)
  const children = walkRange(walk, markup.innerStart, markup.innerEnd, isQuoted)
  if (markup.type === 'link') return {type: 'link', url: markup.url, children, place}
  return {type: markup.type, children, place}
}

function tokenNode(walk: Walk, token: Token): Inline {
  const {place} = slice(walk, token.start, token.end)
  switch (token.type) {
    case 'address': {
      const words = slice(walk, token.start, token.end)
      return {type: 'link', url: words.value, children: [words], place}
    }
    case 'citation':
      return citationNode(walk, token)
    case 'sentenceCitation':
      return {type: 'sentenceCitation', id: slice(walk, token.id.start, token.id.end), place}
    case 'noteReference':
      return {type: 'noteReference', label: slice(walk, token.label.start, token.label.end), place}
    case 'inlineNote': {
      const inner = slice(walk, token.inner.start, token.inner.end)
      return {type: 'inlineNote', children: readInlines(walk.file, inner, walk.noteDepth + 1), place}
    }
  }
}

function citationNode(walk: Walk, token: Extract<Token, {type: 'citation'}>): Citation {
  const items = token.items.map(
    (item): CitationItem => ({
      id: slice(walk, item.id.start, item.id.end),
      prefix: item.prefix,
      rest: item.rest,
      place: slice(walk, item.start, item.end).place
    })
  )
  return {type: 'citation', items, place: slice(walk, token.start, token.end).place}
}

/** Plain words with their escapes undone; an escaped character has the offset of its backslash. */
function plainNodes(walk: Walk, start: number, end: number): Text[] {
  if (start >= end) return []
  const {value, offsets} = walk.text
  if (!value.slice(start, end).includes('\\')) return [slice(walk, start, end)]
  const kept: number[] = []
  const shown: string[] = []
  for (let at = start; at < end; at++) {
    const isEscape = value[at] === '\\' && at + 1 < end && escapable.test(value[at + 1] ?? '')
    kept.push(at)
    shown.push(value[isEscape ? at + 1 : at] ?? '')
    if (isEscape) at++
  }
  const whole = slice(walk, start, end)
  const until = whole.place.end.offset
  const own = Uint32Array.from([...kept.map(at => offsets[at] ?? until), until])
  return [{type: 'text', value: shown.join(''), offsets: own, place: placeAt(walk.file, own[0] ?? until, until)}]
}
