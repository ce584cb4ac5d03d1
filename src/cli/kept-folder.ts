import {basename, dirname, extname, join} from 'node:path'
import {reasonOf} from '../resolve/index.ts'
import {keptListName, printKeptList, readKeptList, readSource, sha256Of} from '../source/index.ts'
import type {Host, KeptRecord} from '../tree/index.ts'
import {shownPath} from './input.ts'
import {fileError, usageError} from './usage.ts'

/** A folder of kept sources; paths of its files start from the working folder. */
export interface KeptFolder {
  readonly path: string
  readonly records: readonly KeptRecord[]
}

/** Reads the list of a folder; a folder without one holds nothing yet. A broken list ends the call: it would be lost. */
export async function readKeptFolder(path: string, host: Host): Promise<KeptFolder> {
  const listPath = join(path, keptListName)
  if (!(await host.hasFile(listPath))) return {path, records: []}
  const list = await host.readFile(listPath).then(
    bytes => readKeptList(new TextDecoder().decode(bytes)),
    error => ({problem: reasonOf(error)})
  )
  if ('problem' in list) throw usageError(`cannot use \`${shownPath(listPath, host)}\`: ${list.problem}`)
  return {path, records: list}
}

/** A file to be written. */
export interface NewFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** The list of a folder as a file, with a record added or in the place of the one of the same file. */
export function listWith({path, records}: KeptFolder, record: KeptRecord): {folder: KeptFolder; file: NewFile} {
  const others = records.filter(({file}) => file !== record.file)
  const folder = {path, records: [...others, record]}
  return {folder, file: {path: join(path, keptListName), bytes: Buffer.from(printKeptList(folder.records))}}
}

/** Writes files in their order, each whole or not at all, and tells their names. */
export async function writeFiles(files: readonly NewFile[], host: Host): Promise<void> {
  for (const {path, bytes} of files) {
    const shown = shownPath(path, host)
    try {
      await host.makeFolder(dirname(path))
      await host.writeFile(path, bytes)
    } catch (error) {
      throw fileError('cannot write', shown, error)
    }
    host.writeOut(`${shown}\n`)
  }
}

/** What was read out of a file that is kept. */
export interface KeptWords {
  /** Empty when there is none. */
  readonly text: string
  /** Why there is none. */
  readonly problem: string | undefined
  readonly warnings: readonly string[]
  /** The text as a file of its own; files of text are their own words. */
  readonly file: NewFile | undefined
}

/** Reads the words of a file that is to be kept at `path`. */
export async function wordsOf(bytes: Uint8Array, path: string, charset: string | undefined): Promise<KeptWords> {
  const source = await readSource(bytes, path, charset === undefined ? {} : {charset})
  if ('problem' in source) return {text: '', problem: source.problem, warnings: [], file: undefined}
  const {text, warnings} = source
  const isOwn = /\.(?:txt|text|md|markdown)$/i.test(path)
  const file = isOwn ? undefined : {path: wordsPath(path), bytes: Buffer.from(`${text.trim()}\n`)}
  return {text, problem: undefined, warnings, file}
}

/** `sources/pen.pdf.txt` for `sources/pen.pdf`. */
function wordsPath(path: string): string {
  return `${path}.txt`
}

/** What is written down of a file and of the words in it. */
export function recordOf(
  about: Pick<KeptRecord, 'file' | 'mediaType' | 'accessed' | 'charset' | 'address' | 'finalAddress' | 'earlier'>,
  bytes: Uint8Array,
  words: KeptWords
): KeptRecord {
  const {file} = words
  return {
    ...about,
    sha256: sha256Of(bytes),
    size: bytes.length,
    ...(file === undefined ? {} : {words: {file: basename(file.path), sha256: sha256Of(file.bytes)}})
  }
}

/** The day on the calendar of this machine, `YYYY-MM-DD`: a date of access is one of the person who looks. */
export function localDay(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** A name that no file of the folder has: `pen.html`, `pen-2.html` … */
export async function freeName(folder: string, name: string, host: Host): Promise<string> {
  const ending = extname(name)
  const stem = basename(name, ending)
  for (let count = 1; ; count++) {
    const free = count === 1 ? name : `${stem}-${count}${ending}`
    if (!(await host.hasFile(join(folder, free)))) return free
  }
}
