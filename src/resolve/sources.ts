import {type CiteProblem, readBibliography, toCslItem} from '../cite/index.ts'
import {readSourceData} from '../read/index.ts'
import {
  type BoundSource,
  type Diagnostic,
  type Library,
  type Place,
  placeAt,
  type Resolution,
  type Text,
  textFile
} from '../tree/index.ts'
import {besideFile, readText} from './files.ts'

/** The sources a resolution may cite, in file order, those of its bibliographies last; use is decided later. */
export interface FoundSources {
  readonly sources: readonly BoundSource[]
  readonly diagnostics: readonly Diagnostic[]
  /** What is wrong with entries of bibliographies, by their ids: it concerns nobody unless the entry is cited. */
  readonly ofEntries: ReadonlyMap<string, readonly Diagnostic[]>
}

/** Collects the entries under `sources` and those of the bibliography files. An id of the file wins over the same id elsewhere. */
export async function findSources(resolution: Resolution, library: Library): Promise<FoundSources> {
  const sources = new Map<string, BoundSource>()
  const diagnostics: Diagnostic[] = []
  const ofEntries = new Map<string, readonly Diagnostic[]>()
  for (const source of resolution.sources) {
    const id = source.id.value
    const {item, problems} = toCslItem(id, source.fields)
    // That a value is no text was said when the file was read, at its key.
    const others = problems.filter(({rule}) => rule !== 'wrong-type')
    diagnostics.push(...others.map(problem => ofProblem(problem, resolution.file.path, source.id.place)))
    if (!sources.has(id))
      sources.set(id, {id, source, path: resolution.file.path, place: source.id.place, item, isUsed: false})
  }
  for (const name of resolution.bibliography) {
    const found = await readOne(resolution, name, library)
    for (const each of found.diagnostics) diagnostics.push(each)
    for (const source of found.sources) {
      const known = sources.get(source.id)
      const ofEntry = known ? [doubled(known, source)] : (found.ofEntries.get(source.id) ?? [])
      ofEntries.set(source.id, [...(ofEntries.get(source.id) ?? []), ...ofEntry])
      if (!known) sources.set(source.id, source)
    }
  }
  return {sources: [...sources.values()], diagnostics, ofEntries}
}

async function readOne(resolution: Resolution, name: Text, library: Library): Promise<FoundSources> {
  const path = besideFile(resolution.file.path, name.value)
  // That it is not read for this reason has been said.
  if (await library.isOutside?.(path)) return {sources: [], diagnostics: [], ofEntries: new Map()}
  const read = await readText(library, path)
  if ('problem' in read) {
    const problem: Diagnostic = {
      rule: 'unreadable-file',
      severity: 'error',
      message: `bibliography \`${name.value}\` cannot be read: ${read.problem}`,
      path: resolution.file.path,
      place: name.place
    }
    return {sources: [], diagnostics: [problem], ofEntries: new Map()}
  }
  const file = textFile(path, read.text)
  const ofYaml: Diagnostic[] = []
  const {entries, problems} = readBibliography(read.text, path, text => {
    const data = readSourceData(text, path)
    for (const each of data.diagnostics) ofYaml.push(each)
    return data.value
  })
  const sources = entries.map(({id, item, start, end}): BoundSource => {
    return {id, source: undefined, path, place: placeAt(file, start, end), item, isUsed: false}
  })
  const places = new Map(sources.map(({id, place}) => [id, place] as const))
  const ofFile: Diagnostic[] = []
  const ofEntries = new Map<string, Diagnostic[]>()
  for (const problem of problems) {
    const {id} = problem
    const diagnostic = ofProblem(problem, path, places.get(id ?? '') ?? placeAt(file, 0, 0))
    const others = id === undefined ? ofFile : (ofEntries.get(id) ?? [])
    others.push(diagnostic)
    if (id !== undefined) ofEntries.set(id, others)
  }
  return {sources, diagnostics: [...ofYaml, ...ofFile], ofEntries}
}

/** Two entries of one id. One of the file may well stand for one of a bibliography: that is advice. */
function doubled(known: BoundSource, source: BoundSource): Diagnostic {
  const isOurs = known.source !== undefined
  return {
    rule: 'duplicate-source',
    severity: isOurs ? 'info' : 'error',
    message: `\`${source.id}\` is the id of two sources, expected an id for each`,
    path: source.path,
    place: source.place,
    note: isOurs ? 'the one under `sources` is cited' : 'the one of the first bibliography is cited',
    related: [{message: 'the other one', path: known.path, place: known.place}]
  }
}

/** A problem with data of a source as a diagnostic; `fallback` is where it stands when it has no place of its own. */
export function ofProblem(problem: CiteProblem, path: string, fallback: Place): Diagnostic {
  const {rule, severity, message, note, place} = problem
  return {rule, severity, message, path, place: place ?? fallback, ...(note === undefined ? {} : {note})}
}
