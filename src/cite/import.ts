import {isCitableId, type SourceFields, type TextFile, textFile} from '../tree/index.ts'
import {type Format, type FoundEntry, formatOf, readBibliography, readers, type YamlReader} from './bibliography.ts'
import {bibtexLosses, withoutOthers} from './import-bibtex.ts'
import {dataLosses} from './import-data.ts'
import {risLosses} from './import-ris.ts'
import {type FieldLoss, fieldsOfItem} from './item-fields.ts'
import {type CiteProblem, ticked} from './problem.ts'

/** A reference in the form in which it is written under `sources`. */
export interface ImportedSource {
  readonly id: string
  readonly fields: SourceFields
}

/** What of an entry is not in its source, or otherwise; `id` is that of the source, undefined where there is none. */
export interface ImportLoss extends FieldLoss {
  readonly id: string | undefined
}

export interface ImportedReferences {
  /** In the order of the file. */
  readonly entries: readonly ImportedSource[]
  readonly losses: readonly ImportLoss[]
  /** Flaws of the file; an entry that is named here as unreadable is not imported. */
  readonly problems: readonly CiteProblem[]
}

/** What a format holds that sources do not: for each entry in the order of the file, and beside the entries. */
export interface FoundLosses {
  readonly ofEntries: readonly (readonly FieldLoss[])[]
  readonly outside: readonly FieldLoss[]
}

const findLosses: Readonly<Record<Format, (file: TextFile, readYaml: YamlReader) => FoundLosses>> = {
  json: (file, readYaml) => dataLosses(file, 'csl', readYaml),
  yaml: (file, readYaml) => dataLosses(file, 'markdown', readYaml),
  bibtex: bibtexLosses,
  ris: risLosses
}

/** Problems that are losses, or that the new ids take away. */
const told: ReadonlySet<string> = new Set(['lost-in-import', 'unknown-key', 'unknown-type', 'missing-source-id'])

/**
 * Reads a bibliography (CSL-JSON, CSL-YAML, BibTeX, BibLaTeX, RIS) as entries of `sources`, each under an id that can be
 * cited and that is none of `taken`. Every field that the entries hold is either in a source or among the losses.
 */
export function importReferences(
  text: string,
  path: string,
  readYaml: YamlReader,
  taken: Iterable<string> = []
): ImportedReferences {
  const format = formatOf(text, path)
  if (format === undefined || text.trim() === '') {
    return {entries: [], losses: [], problems: readBibliography(text, path, readYaml).problems}
  }
  const file = textFile(path, text)
  const found = readers[format](file, readYaml)
  const {ofEntries, outside} = findLosses[format](file, readYaml)
  const ids = new Set(taken)
  const entries: ImportedSource[] = []
  const losses: ImportLoss[] = outside.map(loss => ({...loss, id: undefined}))
  found.entries.forEach((entry, index) => {
    const {id, renaming} = idOf(entry, ids)
    ids.add(id)
    const {fields, losses: unwritten} = fieldsOfItem(format === 'bibtex' ? withoutOthers(entry.item) : entry.item)
    entries.push({id, fields})
    losses.push(...[...renaming, ...(ofEntries[index] ?? []), ...unwritten].map(loss => ({...loss, id})))
  })
  return {entries, losses, problems: problemsOf(found.problems, format)}
}

/** A reference without an id is told as a loss where it cannot be imported; RIS gets ids of ours. */
function problemsOf(problems: readonly CiteProblem[], format: Format): readonly CiteProblem[] {
  return problems.filter(({rule}) => !told.has(rule) || (rule === 'missing-source-id' && format !== 'ris'))
}

function idOf(
  {id: typed}: FoundEntry,
  taken: ReadonlySet<string>
): {readonly id: string; readonly renaming: readonly FieldLoss[]} {
  const isCitable = isCitableId(typed)
  const wanted = isCitable ? typed : citableOf(typed)
  let id = wanted
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`
  if (id === typed) return {id, renaming: []}
  const reason = isCitable ? 'it is already taken' : 'it cannot be cited in this form'
  return {id, renaming: [{field: 'id', value: typed, reason: `${reason}, cited as ${ticked(id)}`}]}
}

/** The nearest id that can be cited: other signs become hyphens. */
function citableOf(typed: string): string {
  const plain = typed
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_:.#$%&+?<>~/-]+/gu, '-')
    .replace(/[:.#$%&\-+?<>~/]+(?=[:.#$%&\-+?<>~/]|$)/gu, '')
    .replace(/^[^\p{L}\p{N}_]+/u, '')
  return isCitableId(plain) ? plain : plain.replace(/[^\p{L}\p{N}_]+/gu, '-').replace(/^-|-$/g, '') || 'source'
}
