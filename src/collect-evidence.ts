import {besideFile, type Shelf, type ShelvedWords, shortTitle} from './resolve/index.ts'
import {textFragment} from './source/web/index.ts'
import {
  type BoundSource,
  type Clause,
  type CslItem,
  type Evidence,
  type Passage,
  type PassageEvidence,
  plainText,
  printedWords,
  type QuotationEvidence,
  type ResolvedQuotation,
  type ResolvedResolution,
  type SourceEvidence,
  uncheckedBecause,
  whereabouts
} from './tree/index.ts'

/**
 * Puts each quotation of a resolution beside its passage. The resolution must have been resolved with `rendersNotes`
 * and with this shelf, so that the words shown are those that were compared.
 */
export async function collectEvidence(resolved: ResolvedResolution, shelf: Shelf): Promise<Evidence> {
  const {resolution, template, quotations} = resolved
  const found: QuotationEvidence[] = []
  for (const [index, quotation] of quotations.entries())
    found.push({ordinal: index + 1, ...(await evidenceOf(quotation, resolved, shelf))})
  return {
    path: resolution.file.path,
    title: resolution.title?.value ?? '',
    number: resolution.number?.value,
    language: resolution.language?.value ?? template.language,
    quotations: found
  }
}

async function evidenceOf(
  quotation: ResolvedQuotation,
  resolved: ResolvedResolution,
  shelf: Shelf
): Promise<Omit<QuotationEvidence, 'ordinal'>> {
  const {resolution, sources, notes} = resolved
  const {passage, elsewhere, reason, verdict, vanished} = quotation
  const {start} = quotation.quotation.place
  const source = sources.find(({id}) => id === (quotation.sourceId ?? quotation.sourceIds[0]))
  const path = passage?.path ?? besidesOf(source, resolution.file.path)[0]
  const note = notes.find(({number}) => number === quotation.note)
  return {
    text: quotation.text,
    clause: clauseOf(quotation),
    line: start.line,
    column: start.column,
    note: note && {
      number: note.number,
      text: note.paragraphs.map(({children}) => printedWords(children).trim()).join('\n')
    },
    verdict,
    reason: reason && uncheckedBecause(reason),
    warnings: [...quotation.warnings.map(({message}) => message), ...(vanished ? [vanishedWords(vanished)] : [])],
    diff: verdict === 'misquoted' ? quotation.diff.map(({kind, text}) => ({kind, text})) : [],
    source: source && (await sourceOf(source, path, shelf)),
    passage: passage && (await passageEvidence(passage, source, resolved, shelf)),
    elsewhere: elsewhere && {id: elsewhere.id, title: titleOf(sources.find(({id}) => id === elsewhere.id))}
  }
}

function vanishedWords({accessed, currentAccessed}: NonNullable<ResolvedQuotation['vanished']>): string {
  return `the source has changed: the words stood there on ${accessed}, and no longer on ${currentAccessed}`
}

/** The words of the clause, or of the paragraph of it, on both sides of the quotation. */
function clauseOf({clause, clausePath, quotation}: ResolvedQuotation): QuotationEvidence['clause'] {
  const {start, end} = quotation.place
  const block = clause.children.find(
    ({place}) => place.start.offset <= start.offset && start.offset <= place.end.offset
  )
  const name = nameOf(clausePath)
  if (!block || block === quotation) return {name, before: wordsBefore(clause, start.offset), after: ''}
  const {value, offsets} = plainText(block.children)
  const first = offsets.findIndex(offset => offset >= start.offset)
  const behind = offsets.findIndex(offset => offset >= end.offset)
  // The marks stay with the words around: the quotation is what stands between them.
  const inner = plainText(quotation.children).value
  const from = value.indexOf(inner, Math.max(0, first))
  if (from < 0) return {name, before: value.slice(0, Math.max(0, first)), after: value.slice(behind)}
  return {name, before: value.slice(0, from), after: value.slice(from + inner.length).trimEnd()}
}

/** For a block quotation: the paragraph that leads to it. */
function wordsBefore(clause: Clause, offset: number): string {
  const before = clause.children.findLast(({place}) => place.end.offset <= offset)
  return before ? plainText(before.children).value : ''
}

/** `whereas[2]` is "Whereas clause 3". */
function nameOf(clausePath: string): string {
  const [, part = '', index = '0'] = /^(\w+)\[(\d+)\]$/.exec(clausePath) ?? []
  return `${part.charAt(0).toUpperCase()}${part.slice(1)} clause ${Number(index) + 1}`
}

function besidesOf(source: BoundSource | undefined, from: string): string[] {
  return (source?.source?.texts ?? []).map(({value}) => besideFile(from, value))
}

function titleOf(source: BoundSource | undefined): string {
  return source ? shortTitle(source.item) : ''
}

async function sourceOf(source: BoundSource, path: string | undefined, shelf: Shelf): Promise<SourceEvidence> {
  const record = path === undefined ? undefined : await shelf.record(path)
  const kept = record && 'file' in record ? record : undefined
  const hash = path === undefined ? undefined : await shelf.hash(path)
  return {
    id: source.id,
    title: titleOf(source),
    address: addressOf(source.item) ?? kept?.finalAddress,
    archive: source.source?.archive?.value ?? textOf(source.item.archive),
    accessed: kept?.accessed ?? dayOf(source.item.accessed),
    file: path,
    sha256: typeof hash === 'string' ? hash : undefined,
    mediaType: kept?.mediaType
  }
}

function addressOf({URL, DOI}: CslItem): string | undefined {
  return textOf(URL) ?? (typeof DOI === 'string' && DOI !== '' ? `https://doi.org/${DOI}` : undefined)
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The first day of a CSL date, year first. */
function dayOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if ('literal' in value && typeof value.literal === 'string') return value.literal
  const parts: unknown =
    'date-parts' in value && Array.isArray(value['date-parts']) ? value['date-parts'][0] : undefined
  if (!Array.isArray(parts) || parts.length === 0) return undefined
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')
}

async function passageEvidence(
  passage: Passage,
  source: BoundSource | undefined,
  {resolution, template}: ResolvedResolution,
  shelf: Shelf
): Promise<PassageEvidence> {
  const own = source?.item.language
  const language = typeof own === 'string' ? own : (resolution.language?.value ?? template.language)
  const held = await shelf.words(passage.path, language)
  const text = oneLine(passage.text)
  const where = whereabouts(passage)
  if ('problem' in held) return {where, before: '', text, after: '', fragment: undefined}
  const {before, after} = contextOf(held, passage, language)
  const address = source && addressOf(source.item)
  return {where, before, text, after, fragment: address && fragmentOf(address, passage, before, after)}
}

/** A browser shows words of a web page by a text fragment, a page of a PDF by its count, and a Word file not at all. */
function fragmentOf(address: string, {where, text}: Passage, before: string, after: string): string | undefined {
  if (where === undefined) return textFragment(address, text, before, after)
  return where.kind === 'page' ? `${address.replace(/#.*$/s, '')}#page=${where.ordinal}` : undefined
}

/** How far around a passage its sentences are looked for, in UTF-16 units. */
const reach = 1500
/** Sentences shown on each side. */
const shownSentences = 2

/** Up to two sentences of the source before and after a passage, on one line. */
function contextOf(held: ShelvedWords, passage: Passage, language: string): {before: string; after: string} {
  const {text} = held.source
  const start = passage.unit
  const end = start + passage.text.length
  const before = sentencesOf(text.slice(Math.max(0, start - reach), start), language)
  const after = sentencesOf(text.slice(end, end + reach), language)
  // The window may begin and end within a sentence: that one is not shown whole, so it is left out.
  const whole = start > reach && before.length > shownSentences ? before.slice(1) : before
  return {before: whole.slice(-shownSentences).join(''), after: after.slice(0, shownSentences).join('').trimEnd()}
}

/** Lines are joined, paragraphs end a sentence. Sentences as UAX #29 has them. */
function sentencesOf(text: string, language: string): string[] {
  const lines = text.replace(/\s*\n\s*\n\s*/g, '\u2029').replace(/[^\S\u2029]+/g, ' ')
  const segments = segmenter(language).segment(lines)
  return Array.from(segments, ({segment}) => segment.replaceAll('\u2029', ' ')).filter(segment => segment.trim() !== '')
}

function segmenter(language: string): Intl.Segmenter {
  const known = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) ? language : 'en'
  return new Intl.Segmenter(known, {granularity: 'sentence'})
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
