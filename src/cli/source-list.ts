import {compile} from '../index.ts'
import type {Host, KeptFile, ResolvedResolution} from '../tree/index.ts'
import {createReach, type Reach, type ReachChoice} from './reach.ts'
import {readTarget} from './source-target.ts'

export interface ListOptions extends ReachChoice {
  readonly format: 'pretty' | 'json'
}

/** `whereas source list FILE…`: resolves to the exit status. */
export async function listSources(files: readonly string[], options: ListOptions, host: Host): Promise<number> {
  const {format} = options
  const reachOf = createReach(options, host)
  const listed: Listed[] = []
  for (const file of files) {
    const {path, text} = await readTarget(file, host)
    const reach = await reachOf(path)
    const {resolved} = await compile(text, {path, ...reach})
    listed.push({path, sources: resolved ? await sourcesOf(resolved, reach) : []})
    reach.desk.tidy()
  }
  host.writeOut(format === 'json' ? json(listed) : listed.map(pretty).join('\n'))
  const found = listed.flatMap(({sources}) => sources.flatMap(source => source.files))
  return found.some(({state}) => state === 'changed' || state === 'gone' || state === 'outside') ? 1 : 0
}

interface Listed {
  readonly path: string
  readonly sources: readonly ListedSource[]
}

interface ListedSource {
  readonly id: string
  /** How many quotations are held against it. */
  readonly quotations: number
  /** None when its words are not on file. */
  readonly files: readonly ListedFile[]
}

/** `outside`: outside the project, and not read; `unlisted`: there, but nothing was written down of it when it was kept. */
type FileState = 'kept' | 'changed' | 'gone' | 'outside' | 'unlisted'

interface ListedFile {
  readonly file: string
  readonly state: FileState
  readonly accessed: string | undefined
  readonly size: number | undefined
  readonly address: string | undefined
  readonly earlier: number
}

async function sourcesOf({sources, quotations, keptFiles}: ResolvedResolution, reach: Reach): Promise<ListedSource[]> {
  const listed: ListedSource[] = []
  for (const {id} of sources) {
    const files: ListedFile[] = []
    for (const kept of keptFiles) if (kept.sourceId === id) files.push(await fileOf(kept, reach))
    const served = quotations.filter(({sourceId, sourceIds}) => (sourceId ?? sourceIds[0]) === id)
    listed.push({id, quotations: served.length, files})
  }
  return listed
}

async function fileOf(kept: KeptFile, {library, desk}: Reach): Promise<ListedFile> {
  const {name, path, record, changes} = kept
  const hash = await desk.shelf.hash(path)
  const isOutside = (await library.isOutside?.(path)) ?? false
  const state = isOutside
    ? 'outside'
    : typeof hash !== 'string'
      ? 'gone'
      : changes.length > 0
        ? 'changed'
        : record
          ? 'kept'
          : 'unlisted'
  return {
    file: name.value,
    state,
    accessed: record?.accessed,
    size: record?.size,
    address: record?.finalAddress ?? record?.address,
    earlier: record?.earlier?.length ?? 0
  }
}

function json(listed: readonly Listed[]): string {
  return `${JSON.stringify({version: 1, files: listed}, undefined, 2)}\n`
}

const stateWords: Readonly<Record<FileState, string>> = {
  kept: 'unchanged',
  changed: 'CHANGED since it was kept',
  gone: 'GONE',
  outside: 'OUTSIDE the project, not read',
  unlisted: 'on file, without a hash'
}

function pretty({path, sources}: Listed): string {
  if (sources.length === 0) return `${path}\n  no sources\n`
  const width = sources.reduce((most, {id}) => Math.max(most, id.length), 0)
  const lines = sources.flatMap(({id, quotations, files}) => {
    const served = quotations === 1 ? '1 quotation' : `${quotations} quotations`
    const [first = 'no words on file', ...others] = files.map(fileWords)
    const margin = `  ${' '.repeat(width)}  `
    return [`  ${id.padEnd(width)}  ${first}; ${served}`, ...others.map(words => margin + words)]
  })
  return `${path}\n${lines.join('\n')}\n`
}

function fileWords({file, state, accessed, size, earlier}: ListedFile): string {
  return [
    file,
    stateWords[state],
    ...(accessed === undefined ? [] : [`kept ${accessed}`]),
    ...(size === undefined ? [] : [sizeWords(size)]),
    ...(earlier === 0 ? [] : [earlier === 1 ? '1 earlier copy' : `${earlier} earlier copies`])
  ].join(', ')
}

function sizeWords(size: number): string {
  if (size < 1000) return `${size} bytes`
  return size < 1e6 ? `${Math.round(size / 1000)} kB` : `${(size / 1e6).toFixed(1)} MB`
}
