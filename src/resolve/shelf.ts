import {type PreparedSource, prepareSource} from '../quote/index.ts'
import {keptListName, readKeptList, readSource, type SourceText, sha256Of} from '../source/index.ts'
import {
  type KeptRecord,
  type Library,
  type Passage,
  placeAt,
  type TextFile,
  textFile,
  type Whereabouts
} from '../tree/index.ts'
import {besideFile, folderOf, reasonOf} from './files.ts'
import {remember} from './remember.ts'
import {readWithCache} from './word-cache.ts'

/** The words of a source, ready to be compared with. */
export interface ShelvedWords {
  readonly source: SourceText
  /** The text in which places are counted: the file's own, or what was read out of it. */
  readonly file: TextFile
  readonly prepared: PreparedSource
}

interface Problem {
  readonly problem: string
}

/** Reads and prepares each file of source words once, however many clauses and resolutions cite it. */
export interface Shelf {
  words(path: string, language: string): Promise<ShelvedWords | Problem>
  /** What the list of kept sources beside a file says of it; undefined when it stands in none. */
  record(path: string): Promise<KeptRecord | Problem | undefined>
  /** The hash of a file's bytes. */
  hash(path: string): Promise<string | Problem>
  /** What the reader said of a file whose words were asked for. */
  warnings(path: string): readonly string[]
  /** Lets go of the words asked for least recently, until those that stay have at most so many UTF-16 units. */
  letGo(most: number): void
}

/** Lists and hashes are small: so many of each stay when words are let go. */
const mostRecords = 1000

/** A shelf for one call of the program; its files are read through the library. */
export function createShelf(library: Library): Shelf {
  const lists = remember(path => readList(library, path))
  const record = async (path: string): Promise<KeptRecord | Problem | undefined> => {
    const records = await lists.ask(keptListPath(path))
    if ('problem' in records) return records
    return records.find(({file}) => besideFile(keptListPath(path), file) === path)
  }
  const hashes = remember(path => hashOf(library, path))
  const warnings = new Map<string, readonly string[]>()
  const texts = remember(async path => {
    const kept = await record(path)
    const charset = kept && 'charset' in kept ? kept.charset : undefined
    const source = await readText(library, path, charset)
    if ('warnings' in source && source.warnings.length > 0) warnings.set(path, source.warnings)
    return source
  }, unitsOf)
  const prepared = remember(
    async key => {
      const [language = '', ...names] = key.split(' ')
      const path = names.join(' ')
      const source = await texts.ask(path)
      if ('problem' in source) return source
      const {format} = source
      return {
        source,
        file: textFile(path, source.fileText ?? source.text),
        prepared: prepareSource(source.text, {format, language})
      }
    },
    words => ('problem' in words ? 1 : unitsOf(words.source))
  )
  return {
    words: (path, language) => prepared.ask(`${language} ${path}`),
    record,
    hash: path => hashes.ask(path),
    warnings: path => warnings.get(path) ?? [],
    letGo: most => {
      for (const words of [texts, prepared]) words.letGo(most)
      for (const records of [lists, hashes]) records.letGo(mostRecords)
    }
  }
}

function unitsOf(source: SourceText | Problem): number {
  return 'problem' in source ? 1 : source.text.length + (source.fileText?.length ?? 0)
}

/** The list that tells of a file. Copies of earlier days stand in a folder of their own, below it. */
export function keptListPath(path: string): string {
  return `${folderOf(path)}${keptListName}`
}

async function readList(library: Library, path: string): Promise<readonly KeptRecord[] | Problem> {
  try {
    const list = readKeptList(new TextDecoder().decode(await library.readFile(path)))
    return 'problem' in list ? {problem: `\`${path}\` cannot be used: ${list.problem}`} : list
  } catch (error) {
    // That a file lies outside the project is said of the file itself.
    const isNone =
      error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'EOUTSIDE'].includes(String(error.code))
    return isNone ? [] : {problem: `\`${path}\` cannot be read: ${reasonOf(error)}`}
  }
}

async function hashOf(library: Library, path: string): Promise<string | Problem> {
  return library.readFile(path).then(sha256Of, error => ({problem: reasonOf(error)}))
}

async function readText(library: Library, path: string, charset: string | undefined): Promise<SourceText | Problem> {
  try {
    const bytes = await library.readFile(path)
    const options = charset === undefined ? {} : {charset}
    return await readWithCache(library.cache, bytes, path, () => readSource(bytes, path, options))
  } catch (error) {
    return {problem: reasonOf(error)}
  }
}

/** A stretch of the words that were compared as a passage of the file. */
export function passageOf({file, source}: ShelvedWords, span: {readonly start: number; readonly end: number}): Passage {
  const {start, end} = source.offsets ? inFile(file.text, source.offsets, span) : span
  return {
    path: file.path,
    place: placeAt(file, start, end),
    start,
    end,
    text: source.text.slice(span.start, span.end),
    unit: span.start,
    where: whereOf(source, span)
  }
}

/** A character reference of HTML stands for a unit or two; a passage that ends with one ends behind its semicolon. */
const characterReference = /&[#\w]{1,40};?/y

/** The end is that of the last unit, not the start of the one behind it: tags may stand between the two. */
function inFile(
  text: string,
  offsets: Uint32Array,
  span: {readonly start: number; readonly end: number}
): {readonly start: number; readonly end: number} {
  const start = offsets[span.start] ?? text.length
  if (span.end <= span.start) return {start, end: start}
  const last = offsets[span.end - 1] ?? start
  characterReference.lastIndex = last
  const end = text[last] === '&' && characterReference.test(text) ? characterReference.lastIndex : last + 1
  return {start, end: Math.max(start, end)}
}

function whereOf(
  {stretches}: SourceText,
  {start, end}: {readonly start: number; readonly end: number}
): Whereabouts | undefined {
  const first = Math.max(
    0,
    stretches.findLastIndex(stretch => stretch.start <= start)
  )
  const touched = stretches.slice(first).filter((stretch, index) => index === 0 || stretch.start < end)
  const [opening] = touched
  if (!opening) return undefined
  const {kind} = opening
  // The notes of a page may stand behind all pages, under its names again.
  const isSame = (names: readonly string[]): boolean => names.join('\n') === opening.names.join('\n')
  const ordinal = stretches.filter(stretch => stretch.kind === kind).findIndex(({names}) => isSame(names)) + 1
  return {kind, names: touched.filter(stretch => stretch.kind === kind).map(({names}) => names), ordinal}
}
