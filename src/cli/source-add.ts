import {basename, dirname, join, posix, relative, sep} from 'node:path'
import {addSource as addEntry, sourceEntryYaml, updateSource} from '../read/index.ts'
import {fileNameFor, guessCitation, guessFromFile, suggestId} from '../source/web/index.ts'
import {type Host, isCitableId, type KeptRecord, type Source, type SourceFields} from '../tree/index.ts'
import {shownPath} from './input.ts'
import {
  freeName,
  type KeptWords,
  listWith,
  localDay,
  type NewFile,
  readKeptFolder,
  recordOf,
  wordsOf,
  writeFiles
} from './kept-folder.ts'
import {readTarget, type Target} from './source-target.ts'
import {fileError, usageError} from './usage.ts'

export interface AddOptions {
  readonly id?: string
  readonly to?: string
  readonly allowPrivate?: boolean
}

/** `whereas source add URL|FILE` */
export async function addSource(what: string, options: AddOptions, host: Host): Promise<void> {
  if (options.id !== undefined && !isCitableId(options.id))
    throw usageError(`\`${options.id}\` cannot be cited, expected letters, digits and \`_ - . :\` in an id`)
  const target = options.to === undefined ? undefined : await readTarget(options.to, host)
  const found = /^[a-z][a-z0-9+.-]+:\/\//i.test(what) ? await fetched(what, options, host) : await taken(what, host)
  await keep(found, options.id, target, host)
}

/** What is to be kept. */
interface Found {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly charset: string | undefined
  /** An address, or the path of a file. */
  readonly from: string
  readonly address?: string
  readonly finalAddress?: string
  readonly guess: SourceFields
}

async function fetched(address: string, {allowPrivate = false}: AddOptions, host: Host): Promise<Found> {
  const page = await host.fetchPage(address, {allowPrivate})
  if ('problem' in page) throw usageError(`cannot fetch the page: ${page.problem}`)
  const {bytes, finalAddress, mediaType, charset} = page
  const guess = await guessCitation(page, await detailsOf(bytes))
  return {bytes, mediaType, charset, from: finalAddress, address, finalAddress, guess}
}

async function taken(file: string, host: Host): Promise<Found> {
  const bytes = await host
    .readFile(file)
    .catch(error => Promise.reject(fileError('cannot read', shownPath(file, host), error)))
  return {
    bytes,
    mediaType: '',
    charset: undefined,
    from: file,
    guess: await guessFromFile(bytes, basename(file), await detailsOf(bytes))
  }
}

/** What a Word file says of itself. The day on which it was made is not that of the work in it. */
async function detailsOf(bytes: Uint8Array): Promise<{title?: string; creator?: string; language?: string}> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isZip) return {}
  const details = (await import('../source/docx/index.ts')).readDocxDetails(bytes)
  if ('problem' in details) return {}
  const {created: _created, modified: _modified, ...others} = details.properties
  return others
}

async function keep(found: Found, wanted: string | undefined, target: Target | undefined, host: Host): Promise<void> {
  const known = target?.resolution.sources ?? []
  const id = wanted ?? freeId(suggestId(found.guess), known)
  const entry = known.find(source => source.id.value === id)
  const [held] = entry?.texts ?? []
  if (held)
    throw usageError(
      `\`${id}\` has its words on file already (\`${held.value}\`), expected \`whereas source refresh\`, or another \`--id\``
    )
  const base = target ? dirname(target.path) : '.'
  const {path, isInPlace, mediaType} = await placeOf(found, id, join(base, 'sources'), host)
  const folder = await readKeptFolder(dirname(path), host)
  const words = await wordsOf(found.bytes, path, found.charset)
  const accessed = localDay(host.now())
  const record = recordOf({...aboutOf(found), file: basename(path), mediaType, accessed}, found.bytes, words)
  const named = posix.normalize(relative(base, path).split(sep).join('/'))
  const fields = {...found.guess, ...(found.address === undefined ? {} : {accessed}), text: named}
  // Before anything is written: an entry that cannot be put into the file leaves everything as it was.
  const changed = target?.withText(withEntry(target, id, fields, entry))
  const files: NewFile[] = [
    ...(isInPlace ? [] : [{path, bytes: found.bytes}]),
    ...(words.file ? [words.file] : []),
    listWith(folder, record).file,
    ...(changed ? [changed] : [])
  ]
  await writeFiles(files, host)
  tell(id, words, host)
  if (!target) host.writeOut(`\nFor \`sources\` of a resolution:\n\n${indented(sourceEntryYaml(id, fields))}`)
}

function aboutOf({charset, address, finalAddress}: Found): Pick<KeptRecord, 'charset' | 'address' | 'finalAddress'> {
  return {
    ...(charset === undefined ? {} : {charset}),
    ...(address === undefined ? {} : {address}),
    ...(finalAddress === undefined ? {} : {finalAddress})
  }
}

function freeId(id: string, known: readonly Source[]): string {
  const taken = new Set(known.map(source => source.id.value))
  for (let count = 1; ; count++) {
    const free = count === 1 ? id : `${id}-${count}`
    if (!taken.has(free)) return free
  }
}

/** Where the file is kept: one that lies in the folder stays where it is. */
async function placeOf(
  {from, address, mediaType, bytes}: Found,
  id: string,
  folder: string,
  host: Host
): Promise<{readonly path: string; readonly isInPlace: boolean; readonly mediaType: string}> {
  const file = fileNameFor(id, mediaType, from, bytes)
  if ('problem' in file) throw usageError(`\`${address ?? shownPath(from, host)}\` cannot be kept: ${file.problem}`)
  const isInPlace = address === undefined && shownPath(dirname(from), host) === shownPath(folder, host)
  const path = isInPlace ? shownPath(from, host) : join(folder, await freeName(folder, file.name, host))
  return {path, isInPlace, mediaType: file.mediaType}
}

function withEntry(target: Target, id: string, fields: SourceFields, entry: Source | undefined): string {
  const known = new Set(entry?.fields.map(({key}) => key.value))
  // What somebody wrote is better than what was guessed.
  const missing = Object.fromEntries(
    Object.entries(fields).filter(([key]) => !known.has(key) && (key === 'URL' || key === 'accessed' || key === 'text'))
  )
  const edit = entry ? updateSource(target.text, id, missing) : addEntry(target.text, {id, fields})
  if ('problem' in edit) throw usageError(`nothing was written: ${edit.problem}`)
  return edit.text
}

/** On standard error: standard output holds the names of the files. */
function tell(id: string, {text, problem, warnings}: KeptWords, host: Host): void {
  const count = text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0
  if (problem !== undefined) host.writeError(`warning: \`${id}\` is kept, but its words cannot be read: ${problem}\n`)
  else host.writeError(`\`${id}\` is on file: ${count} words\n`)
  for (const warning of warnings) host.writeError(`warning: \`${id}\`: ${warning}\n`)
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}
