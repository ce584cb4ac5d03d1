import {basename, dirname, extname, join} from 'node:path'
import {compile} from '../index.ts'
import {updateSource} from '../read/index.ts'
import {besideFile} from '../resolve/index.ts'
import {sha256Of} from '../source/index.ts'
import type {EarlierCopy, FetchedPage, Host, KeptRecord, ResolvedQuotation, Source} from '../tree/index.ts'
import {shownPath} from './input.ts'
import {
  freeName,
  type KeptFolder,
  listWith,
  localDay,
  type NewFile,
  readKeptFolder,
  recordOf,
  wordsOf,
  writeFiles
} from './kept-folder.ts'
import {createReach, type Reach, type ReachChoice} from './reach.ts'
import {readTarget, type Target} from './source-target.ts'
import {usageError} from './usage.ts'

export interface RefreshOptions extends ReachChoice {
  readonly allowPrivate?: boolean
}

/** `whereas source refresh FILE [ID…]`: resolves to the exit status. */
export async function refreshSources(
  file: string,
  ids: readonly string[],
  options: RefreshOptions,
  host: Host
): Promise<number> {
  const {allowPrivate = false} = options
  const target = await readTarget(file, host)
  const reach = await createReach(options, host)(target.path)
  const outcomes: Outcome[] = []
  for (const source of chosen(target, ids)) {
    const outcome = await refresh(source, {target, reach, allowPrivate, isAskedFor: ids.length > 0}, host)
    if (outcome) outcomes.push(outcome)
  }
  if (outcomes.length === 0) throw usageError(`no source of \`${target.path}\` was kept from an address`)
  return report(outcomes, target, reach, host)
}

function chosen({resolution, path}: Target, ids: readonly string[]): readonly Source[] {
  for (const id of ids)
    if (!resolution.sources.some(source => source.id.value === id))
      throw usageError(`\`${id}\` is not under \`sources\` of \`${path}\``)
  return ids.length === 0 ? resolution.sources : resolution.sources.filter(({id}) => ids.includes(id.value))
}

/** What became of a source. */
interface Outcome {
  readonly id: string
  readonly kind: 'same' | 'changed' | 'failed'
  readonly words: string
}

/** How sources are fetched again. */
interface Way {
  readonly target: Target
  readonly reach: Reach
  readonly allowPrivate: boolean
  /** Whether the sources were named. */
  readonly isAskedFor: boolean
}

/** Fetches a source again; undefined for one that did not come from an address, unless it was asked for. */
async function refresh(
  source: Source,
  {target, reach, allowPrivate, isAskedFor}: Way,
  host: Host
): Promise<Outcome | undefined> {
  const id = source.id.value
  for (const name of source.texts) {
    const path = besideFile(target.path, name.value)
    if (await reach.library.isOutside?.(path))
      return {id, kind: 'failed', words: `\`${name.value}\` lies outside the project, expected a file in it`}
    const folder = await readKeptFolder(dirname(path), host)
    const record = folder.records.find(({file}) => file === basename(path))
    if (record?.address === undefined) continue
    const page = await host.fetchPage(record.address, {allowPrivate})
    if ('problem' in page) return {id, kind: 'failed', words: `cannot fetch the page: ${page.problem}`}
    return replace({id, path, folder, record, page}, host)
  }
  return isAskedFor ? {id, kind: 'failed', words: 'it was not kept from an address, expected one'} : undefined
}

interface Fetched {
  readonly id: string
  readonly path: string
  readonly folder: KeptFolder
  readonly record: KeptRecord
  readonly page: FetchedPage
}

/**
 * Puts what was fetched in the place of what was kept, and that among the earlier copies. A page with the same words
 * (another date in its foot, another token in its code) counts as unchanged: only the day is written down.
 */
async function replace({id, path, folder, record, page}: Fetched, host: Host): Promise<Outcome> {
  const {bytes, finalAddress, mediaType, charset} = page
  const today = localDay(host.now())
  if (mediaType !== '' && mediaType !== record.mediaType)
    return {
      id,
      kind: 'failed',
      words: `it is ${mediaType} now and was ${record.mediaType}; add it anew with \`source add\``
    }
  const kept = await host.readFile(path).catch(() => undefined)
  const isWhole = kept !== undefined && sha256Of(kept) === record.sha256
  const words = await wordsOf(bytes, path, charset)
  if (words.problem !== undefined) return {id, kind: 'failed', words: `its words cannot be read: ${words.problem}`}
  const before = kept && isWhole ? await wordsOf(kept, path, record.charset) : undefined
  if (before?.text === words.text) {
    await writeFiles([listWith(folder, {...record, accessed: today}).file], quiet(host))
    return {id, kind: 'same', words: `the same words as on ${record.accessed}`}
  }
  // A file that somebody changed is no earlier copy of the page.
  const earlier = kept && isWhole ? await earlierCopy(folder, record, host) : undefined
  const about = {
    file: record.file,
    mediaType: record.mediaType,
    accessed: today,
    finalAddress,
    ...(record.address === undefined ? {} : {address: record.address}),
    ...(charset === undefined ? {} : {charset}),
    earlier: [...(earlier ? [earlier] : []), ...(record.earlier ?? [])]
  }
  const files: NewFile[] = [
    ...(earlier && kept ? [{path: join(folder.path, earlier.file), bytes: kept}] : []),
    {path, bytes},
    ...(words.file ? [words.file] : []),
    listWith(folder, recordOf(about, bytes, words)).file
  ]
  await writeFiles(files, host)
  return {id, kind: 'changed', words: earlier ? `it has changed since ${record.accessed}` : 'fetched anew'}
}

/** `earlier/pen.2026-05-02.html` */
async function earlierCopy({path}: KeptFolder, record: KeptRecord, host: Host): Promise<EarlierCopy> {
  const {file, sha256, size, mediaType, charset, accessed} = record
  const ending = extname(file)
  const name = await freeName(join(path, 'earlier'), `${basename(file, ending)}.${accessed}${ending}`, host)
  return {file: `earlier/${name}`, sha256, size, mediaType, accessed, ...(charset === undefined ? {} : {charset})}
}

function quiet(host: Host): Host {
  return {...host, writeOut: () => {}}
}

/** Verifies the quotations anew, writes the day of access of sources that still say what is quoted, and tells. */
async function report(outcomes: readonly Outcome[], target: Target, reach: Reach, host: Host): Promise<number> {
  const {resolved} = await compile(target.text, {path: target.path, ...reach})
  const quotations = resolved?.quotations ?? []
  const ofSource = (id: string): ResolvedQuotation[] => quotations.filter(({sourceId}) => sourceId === id)
  const isVanished = (id: string): boolean => ofSource(id).some(({vanished}) => vanished !== undefined)
  const standing = outcomes.filter(({id, kind}) => kind !== 'failed' && !isVanished(id)).map(({id}) => id)
  const dated = dateAccess(target, standing, localDay(host.now()))
  if (dated !== target.text) await writeFiles([target.withText(dated)], host)
  for (const {id, kind, words} of outcomes) {
    host.writeError(`${kind === 'failed' ? 'error: ' : ''}\`${id}\`: ${words}\n`)
    for (const {vanished, text, quotation} of kind === 'failed' ? [] : ofSource(id)) {
      const {line, column} = quotation.place.start
      const where = `${shownPath(target.path, host)}:${line}:${column}`
      if (vanished) host.writeError(`  changed source: ${where} “${short(text)}” stood there on ${vanished.accessed}\n`)
    }
  }
  if (outcomes.some(({kind}) => kind === 'failed')) return 2
  return outcomes.some(({id}) => isVanished(id)) ? 1 : 0
}

/** The text with the day of access of these sources, where one is given already. */
function dateAccess({text, resolution}: Target, ids: readonly string[], day: string): string {
  const dated = resolution.sources.filter(
    ({id, fields}) => ids.includes(id.value) && fields.some(({key}) => key.value === 'accessed')
  )
  return dated.reduce((changed, {id}) => {
    const edit = updateSource(changed, id.value, {accessed: day})
    return 'problem' in edit ? changed : edit.text
  }, text)
}

function short(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= 60 ? line : `${line.slice(0, 59).trimEnd()}…`
}
