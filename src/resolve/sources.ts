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
}

/** Collects the entries under `sources` and those of the bibliography files. An id of the file wins over the same id elsewhere. */
export async function findSources(resolution: Resolution, library: Library): Promise<FoundSources> {
  const sources = new Map<string, BoundSource>()
  const diagnostics: Diagnostic[] = []
  for (const source of resolution.sources) {
    const id = source.id.value
    const {item, problems} = toCslItem(id, source.fields)
    diagnostics.push(...problems.map(problem => ofProblem(problem, resolution.file.path, source.id.place)))
    if (!sources.has(id))
      sources.set(id, {id, source, path: resolution.file.path, place: source.id.place, item, isUsed: false})
  }
  for (const name of resolution.bibliography) {
    const found = await readOne(resolution, name, library)
    diagnostics.push(...found.diagnostics)
    for (const source of found.sources) {
      const known = sources.get(source.id)
      if (known) diagnostics.push(doubled(known, source, resolution.file.path))
      else sources.set(source.id, source)
    }
  }
  return {sources: [...sources.values()], diagnostics}
}

async function readOne(resolution: Resolution, name: Text, library: Library): Promise<FoundSources> {
  const path = besideFile(resolution.file.path, name.value)
  const read = await readText(library, path)
  if ('problem' in read) {
    const problem: Diagnostic = {
      rule: 'unreadable-file',
      severity: 'error',
      message: `bibliography \`${name.value}\` cannot be read: ${read.problem}`,
      path: resolution.file.path,
      place: name.place
    }
    return {sources: [], diagnostics: [problem]}
  }
  const file = textFile(path, read.text)
  const ofYaml: Diagnostic[] = []
  const {entries, problems} = readBibliography(read.text, path, text => {
    const data = readSourceData(text, path)
    ofYaml.push(...data.diagnostics)
    return data.value
  })
  return {
    sources: entries.map(({id, item, start, end}) => ({
      id,
      source: undefined,
      path,
      place: placeAt(file, start, end),
      item,
      isUsed: false
    })),
    diagnostics: [...ofYaml, ...problems.map(problem => ofProblem(problem, path, placeAt(file, 0, 0)))]
  }
}

function doubled(known: BoundSource, source: BoundSource, path: string): Diagnostic {
  return {
    rule: 'duplicate-source',
    severity: known.path === path ? 'info' : 'error',
    message: `\`${source.id}\` is the id of two sources, expected an id for each`,
    path: source.path,
    place: source.place,
    note: 'the first of the two is cited',
    related: [{message: 'the other one', path: known.path, place: known.place}]
  }
}

/** A problem with data of a source as a diagnostic; `fallback` is where it stands when it has no place of its own. */
export function ofProblem(problem: CiteProblem, path: string, fallback: Place): Diagnostic {
  const {rule, severity, message, note, place} = problem
  return {rule, severity, message, path, place: place ?? fallback, ...(note === undefined ? {} : {note})}
}
