import {type Finding, findRepeatedWords, verifyQuotation} from '../quote/index.ts'
import {
  type Block,
  type BoundSource,
  type Clause,
  hasPlainLetters,
  type Inline,
  type Passage,
  type PlainText,
  placeAt,
  plainText,
  type QuotationWarning,
  type RepeatedWords,
  type Resolution,
  type ResolvedQuotation,
  type Template,
  type UncheckedReason,
  type Vanished,
  type WrongWords
} from '../tree/index.ts'
import {isAttributed} from './attribution.ts'
import type {BoundQuotation} from './bind.ts'
import {citedPage} from './cited-page.ts'
import {besideFile} from './files.ts'
import {passageOf, type Shelf, type ShelvedWords} from './shelf.ts'

/** What the verdicts need at hand. */
export interface Verification {
  readonly resolution: Resolution
  readonly template: Template
  readonly sources: ReadonlyMap<string, BoundSource>
  readonly shelf: Shelf
}

/** Puts a verdict on each quotation by comparing it with the words of its sources. Titles in quotation marks are left out. */
export async function verifyQuotations(
  bound: readonly BoundQuotation[],
  verification: Verification
): Promise<ResolvedQuotation[]> {
  const resolved: ResolvedQuotation[] = []
  const blockWords = wordsOfBlocks()
  const isTitle = titlesOf(verification.sources)
  for (const quotation of bound) {
    const words = plainText(quotation.quotation.children)
    if (!isTitle(words.value, quotation.sourceIds))
      resolved.push(await verifyOne(quotation, words, verification, blockWords))
  }
  return resolved
}

/** Whether quoted words are the title of the source that is cited, or of any source when none is. */
function titlesOf(sources: ReadonlyMap<string, BoundSource>): (words: string, ids: readonly string[]) => boolean {
  const byId = new Map<string, readonly string[]>()
  for (const {id, item} of sources.values())
    byId.set(
      id,
      ['title', 'title-short', 'container-title'].flatMap(key => {
        const title = item[key]
        return typeof title === 'string' ? [title, title.split(':')[0] ?? title].map(bare) : []
      })
    )
  const all = new Set([...byId.values()].flat())
  return (words, ids) => {
    const wanted = bare(words)
    return ids.length > 0 ? ids.some(id => byId.get(id)?.includes(wanted)) : all.has(wanted)
  }
}

function bare(words: string): string {
  const text = words.toLowerCase().replace(/<[^>]*>/g, '')
  return text.replace(hasPlainLetters(text) ? /[^a-z0-9]+/g : /[^\p{L}\p{N}]+/gu, ' ').trim()
}

/** A comparison with one file of a source. */
interface Comparison {
  readonly id: string
  readonly finding: Finding
  readonly words: ShelvedWords
  /** Set when it is with an earlier copy of the file. */
  readonly vanished?: Vanished
}

/** Quotations of so many words or fewer prove little. */
const fewWords = 4

const ranks = {verbatim: 0, altered: 1, misquoted: 2, missing: 3} as const

async function verifyOne(
  bound: BoundQuotation,
  words: PlainText,
  verification: Verification,
  blockWords: BlockWords
): Promise<ResolvedQuotation> {
  const {before, after} = surroundings(bound, blockWords)
  const compare = (id: string): Promise<Compared> => compareWith(id, words.value, after, verification)
  const cited = await Promise.all(bound.sourceIds.map(compare))
  const best = bestOf(cited.flatMap(({comparisons}) => comparisons))
  const base = {
    quotation: bound.quotation,
    clause: bound.clause,
    clausePath: bound.clausePath,
    text: words.value,
    note: bound.note,
    sourceIds: bound.sourceIds,
    isAttributed: bound.isCitedAtOnce || isAttributed(before, after)
  }
  const reason = cited.length === 0 ? ({kind: 'no-citation'} as const) : cited.find(({reason}) => reason)?.reason
  // Words that are not in the sources on file may still be in one that is not: only a near passage shows that they are wrong.
  if (!best || (reason && best.finding.verdict === 'missing'))
    return {...base, ...unchecked, reason: reason ?? {kind: 'no-words', ids: bound.sourceIds}}
  const {finding} = best
  const {resolution} = verification
  const passage = finding.passage && passageOf(best.words, finding.passage)
  return {
    ...base,
    verdict: finding.verdict,
    reason: undefined,
    sourceId: best.id,
    passage,
    errors: finding.errors.map(({start, end}) => wrongWords(words, start, end, verification)),
    warnings: finding.warnings.map(warning => warningOf(warning, words, bound, best.words, verification)),
    diff: finding.diff,
    citedPage: passage && citedPage(bound.items, best.id, passage, resolution.file),
    vanished: best.vanished,
    elsewhere: isFound(best) ? undefined : await findElsewhere(words.value, bound.sourceIds, verification)
  }
}

const unchecked = {
  verdict: 'unchecked',
  sourceId: undefined,
  passage: undefined,
  errors: [],
  warnings: [],
  diff: [],
  citedPage: undefined,
  vanished: undefined,
  elsewhere: undefined
} as const

interface Compared {
  readonly comparisons: readonly Comparison[]
  readonly reason: UncheckedReason | undefined
}

/** Compares a quotation with every file of a source; `reason` tells why one or all of them could not be. */
async function compareWith(
  id: string,
  words: string,
  after: string,
  {resolution, template, sources, shelf}: Verification
): Promise<Compared> {
  const source = sources.get(id)
  if (!source) return {comparisons: [], reason: {kind: 'unknown-source', id}}
  const names = source.source?.texts ?? []
  if (names.length === 0) return {comparisons: [], reason: {kind: 'no-words', ids: [id]}}
  const language = languageOf(source, resolution, template)
  const strictCapitals = template.quotations.silentCapitals === 'error'
  const comparisons: Comparison[] = []
  let reason: UncheckedReason | undefined
  const compare = (held: ShelvedWords): Comparison => {
    return {id, words: held, finding: verifyQuotation(held.prepared, words, {after, strictCapitals, fewWords})}
  }
  const paths = names.map(name => besideFile(resolution.file.path, name.value))
  for (const [index, path] of paths.entries()) {
    const held = await shelf.words(path, language)
    if ('problem' in held) reason = {kind: 'unreadable', id, path: names[index]?.value ?? path, problem: held.problem}
    else comparisons.push(compare(held))
  }
  if (comparisons.some(isFound)) return {comparisons, reason}
  for (const path of paths) {
    for (const {held, vanished} of await earlierCopies(path, language, shelf)) {
      const comparison = compare(held)
      if (isFound(comparison)) return {comparisons: [{...comparison, vanished}, ...comparisons], reason}
    }
  }
  return {comparisons, reason}
}

function isFound({finding}: Comparison): boolean {
  return ranks[finding.verdict] <= ranks.altered
}

/** What a file held before it was fetched again. A page that has changed makes no quotation wrong. */
async function earlierCopies(
  path: string,
  language: string,
  shelf: Shelf
): Promise<{readonly held: ShelvedWords; readonly vanished: Vanished}[]> {
  const record = await shelf.record(path)
  if (!record || 'problem' in record) return []
  const found: {held: ShelvedWords; vanished: Vanished}[] = []
  for (const {file, accessed} of record.earlier ?? []) {
    const copy = besideFile(path, file)
    const held = await shelf.words(copy, language)
    const vanished = {path: copy, accessed, currentPath: path, currentAccessed: record.accessed}
    if (!('problem' in held)) found.push({held, vanished})
  }
  return found
}

function languageOf({item}: BoundSource, resolution: Resolution, template: Template): string {
  const own = item.language
  return typeof own === 'string' ? own : (resolution.language?.value ?? template.language)
}

function bestOf(comparisons: readonly Comparison[]): Comparison | undefined {
  return [...comparisons].sort(
    (a, b) => ranks[a.finding.verdict] - ranks[b.finding.verdict] || a.finding.errors.length - b.finding.errors.length
  )[0]
}

/** Another source of the file that has the words, for a quotation whose own source has not. */
async function findElsewhere(
  words: string,
  cited: readonly string[],
  verification: Verification
): Promise<ResolvedQuotation['elsewhere']> {
  for (const id of verification.sources.keys()) {
    if (cited.includes(id)) continue
    const {comparisons} = await compareWith(id, words, '', verification)
    const best = bestOf(comparisons)
    if (!best || !isFound(best) || !best.finding.passage) continue
    return {id, passage: passageOf(best.words, best.finding.passage)}
  }
  return undefined
}

/** How much of a clause on each side of a quotation is looked at. */
const reach = 200

/** The words of the clause before and after a quotation. */
function surroundings({clause, quotation}: BoundQuotation, words: BlockWords): {before: string; after: string} {
  const {start, end} = quotation.place
  const block = clause.children.find(
    ({place}) => place.start.offset <= start.offset && start.offset <= place.end.offset
  )
  if (!block || block === quotation) return {before: '', after: ''}
  const {value, offsets} = words(block)
  const first = unitAt(offsets, start.offset)
  const behind = unitAt(offsets, end.offset)
  return {before: value.slice(Math.max(0, first - reach), first), after: value.slice(behind, behind + reach)}
}

/** The words of a block, put together once for all its quotations. */
type BlockWords = (block: Block) => PlainText

function wordsOfBlocks(): BlockWords {
  const held = new Map<Block, PlainText>()
  return block => {
    const known = held.get(block) ?? plainText(block.children)
    held.set(block, known)
    return known
  }
}

/** The first unit at or behind a file offset, by bisection: offsets ascend. */
function unitAt(offsets: Uint32Array, offset: number): number {
  let low = 0
  let high = offsets.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

function wrongWords(words: PlainText, start: number, end: number, {resolution}: Verification): WrongWords {
  return {start, end, place: placeOf(words, start, end, resolution)}
}

/** The place in the file of a stretch of plain words. */
function placeOf({offsets}: PlainText, start: number, end: number, {file}: Resolution): WrongWords['place'] {
  const last = offsets.length - 1
  const from = offsets[Math.min(start, last)] ?? 0
  const until = end > start ? (offsets[Math.min(end, last) - 1] ?? from) + 1 : from
  return placeAt(file, from, until)
}

function warningOf(
  warning: Finding['warnings'][number],
  words: PlainText,
  {quotation}: BoundQuotation,
  shelved: ShelvedWords,
  {resolution}: Verification
): QuotationWarning {
  const {start, end} = warning
  const place = start === undefined || end === undefined ? quotation.place : placeOf(words, start, end, resolution)
  const passage: Passage | undefined = warning.passage && passageOf(shelved, warning.passage)
  return {kind: warning.kind, message: warning.message, place, passage}
}

/** Words of clauses, outside quotation marks, that repeat at least eight words of a source that the clause cites. */
export async function findUnquoted(
  clauses: readonly Clause[],
  citedBy: (clause: Clause) => readonly string[],
  verification: Verification
): Promise<RepeatedWords[]> {
  const {resolution, template, sources, shelf} = verification
  const found: RepeatedWords[] = []
  for (const clause of clauses) {
    for (const id of citedBy(clause)) {
      const source = sources.get(id)
      for (const name of source?.source?.texts ?? []) {
        const language = source ? languageOf(source, resolution, template) : template.language
        const held = await shelf.words(besideFile(resolution.file.path, name.value), language)
        if (!('problem' in held)) for (const each of repeatedIn(clause, id, held, resolution)) found.push(each)
      }
    }
  }
  return found
}

function repeatedIn(clause: Clause, sourceId: string, held: ShelvedWords, resolution: Resolution): RepeatedWords[] {
  return clause.children.flatMap(block => {
    if (block.type === 'blockQuotation') return []
    return unquotedRuns(block.children).flatMap(run => {
      const words = plainText(run)
      return findRepeatedWords(held.prepared, words.value).map(({start, end, passage}) => ({
        place: placeOf(words, start, end, resolution),
        text: words.value.slice(start, end),
        sourceId,
        passage: passageOf(held, passage)
      }))
    })
  })
}

/** The stretches of a paragraph between its quotations. */
function unquotedRuns(nodes: readonly Inline[]): Inline[][] {
  const runs: Inline[][] = [[]]
  for (const node of nodes) {
    if (node.type === 'quotation') runs.push([])
    else runs.at(-1)?.push(node)
  }
  return runs.filter(run => run.length > 0)
}
