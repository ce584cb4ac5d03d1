import {type ImportedReferences, importReferences} from '../cite/index.ts'
import {addSources, readSourceData} from '../read/index.ts'
import {printable} from '../report/index.ts'
import {decodeText} from '../resolve/index.ts'
import type {Host, Resolution, SourceFields} from '../tree/index.ts'
import {shownPath} from './input.ts'
import {readTarget, type Target} from './source-target.ts'
import {fileError, usageError} from './usage.ts'

export interface ImportOptions {
  readonly to: string
}

/** `whereas source import REFS --to FILE`: resolves to the exit status. */
export async function importSources(file: string, {to}: ImportOptions, host: Host): Promise<number> {
  const target = await readTarget(to, host)
  const path = shownPath(file, host)
  const bytes = await host.readFile(file).catch(error => Promise.reject(fileError('cannot read', path, error)))
  const decoded = /\.docx$/i.test(path) ? await citedInWord(bytes) : {...decodeText(bytes), format: path}
  if ('problem' in decoded) throw usageError(`cannot read \`${path}\`: ${decoded.problem}`)
  const imported = importInto(target, decoded.text, decoded.format)
  const edit = addSources(target.text, imported.entries)
  if ('problem' in edit) throw usageError(`nothing was written: ${edit.problem}`)
  if (edit.text !== target.text)
    await host
      .writeFile(to, target.withText(edit.text).bytes)
      .catch(error => Promise.reject(fileError('cannot write', target.path, error)))
  host.writeOut(reportOf(imported, path, target.path))
  return imported.problems.some(({severity}) => severity === 'error') ? 1 : 0
}

/** What a Word file cites through Zotero or Mendeley, as CSL-JSON. */
async function citedInWord(bytes: Uint8Array): Promise<{text: string; format: string} | {problem: string}> {
  const details = (await import('../source/docx/index.ts')).readDocxDetails(bytes)
  if ('problem' in details) return details
  if (details.citationItems.length === 0) return {problem: 'it cites nothing through Zotero or Mendeley'}
  const {suggestId} = await import('../source/web/index.ts')
  // Their ids are numbers and addresses of a library; ours are to be read.
  const named = details.citationItems.map(item => ({...item, id: suggestId(namingOf(item))}))
  return {text: JSON.stringify(named), format: 'citations.json'}
}

/** What an id is made of, as far as CSL-JSON has it in the usual form. */
function namingOf({title, author, issued}: Readonly<Record<string, unknown>>): SourceFields {
  const year = /\d{4}/.exec(JSON.stringify(issued ?? ''))?.[0]
  const names = (Array.isArray(author) ? author : []).flatMap((name: unknown) => {
    if (typeof name !== 'object' || name === null) return []
    if ('family' in name && typeof name.family === 'string') return {family: name.family}
    return 'literal' in name && typeof name.literal === 'string' ? name.literal : []
  })
  return {
    ...(typeof title === 'string' ? {title} : {}),
    ...(names.length > 0 ? {author: names} : {}),
    ...(year === undefined ? {} : {issued: year})
  }
}

interface Imported extends ImportedReferences {
  /** Ids that are under `sources` already, with the same title. */
  readonly known: readonly string[]
}

/** Leaves out what is there already, so that the same file can be imported again when it has grown. */
function importInto({resolution}: Target, text: string, path: string): Imported {
  const taken = resolution.sources.map(({id}) => id.value)
  const readYaml = (yaml: string) => readSourceData(yaml, path).value
  const asNamed = importReferences(text, path, readYaml).entries
  const isKnown = asNamed.map(({id, fields}) => taken.includes(id) && titleUnder(id, resolution) === fields.title)
  const {entries, losses, problems} = importReferences(text, path, readYaml, taken)
  const skipped = new Set(entries.flatMap(({id}, index) => (isKnown[index] ? id : [])))
  return {
    entries: entries.filter(({id}) => !skipped.has(id)),
    losses: losses.filter(({id}) => id === undefined || !skipped.has(id)),
    problems,
    known: asNamed.flatMap(({id}, index) => (isKnown[index] ? id : []))
  }
}

function titleUnder(id: string, {sources}: Resolution): string | undefined {
  const source = sources.find(each => each.id.value === id)
  const title = source?.fields.find(({key}) => key.value === 'title')?.value
  return title?.type === 'text' ? title.value : undefined
}

function reportOf({entries, losses, problems, known}: Imported, path: string, to: string): string {
  const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`
  const lines = [
    `${path}: ${count(entries.length, 'reference')} added to ${to}${entries.length > 0 ? `: ${entries.map(({id}) => id).join(', ')}` : ''}`,
    ...(known.length > 0 ? [`${path}: there already: ${known.join(', ')}`] : []),
    ...problems.map(({severity, message}) => `${severity}: ${message}`),
    losses.length === 0
      ? 'every field was carried over'
      : `${count(losses.length, 'field')} could not be carried over:`,
    ...losses.map(
      ({id, field, value, reason}) => `  ${id === undefined ? '' : `${id}: `}${field}: ${shorten(value)} (${reason})`
    )
  ]
  return `${lines.map(printable).join('\n')}\n`
}

function shorten(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim()
  return `“${line.length <= 60 ? line : `${line.slice(0, 59).trimEnd()}…`}”`
}
