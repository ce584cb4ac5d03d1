import type {KeptChange, KeptFile, KeptRecord, Resolution, Source, Text} from '../tree/index.ts'
import {besideFile} from './files.ts'
import {keptListPath, type Shelf} from './shelf.ts'

/** The files with the words of the sources, and which of them are not what was kept. Only files with a hash are read. */
export async function findKeptFiles(resolution: Resolution, shelf: Shelf): Promise<KeptFile[]> {
  const found: KeptFile[] = []
  for (const source of resolution.sources)
    for (const name of source.texts) found.push(await keptFile(source, name, resolution.file.path, shelf))
  return found
}

async function keptFile(source: Source, name: Text, from: string, shelf: Shelf): Promise<KeptFile> {
  const path = besideFile(from, name.value)
  const record = await shelf.record(path)
  const isKept = record !== undefined && !('problem' in record)
  const changes = [
    ...(isKept ? await changesOf(record, path, shelf) : []),
    // One hash can be that of one file: of several it is the first.
    ...(source.sha256 && source.texts[0] === name ? await changedSince(source.sha256, path, shelf) : [])
  ]
  return {
    sourceId: source.id.value,
    name,
    path,
    record: isKept ? record : undefined,
    // One file, one finding, though two hashes of it may be known.
    changes: changes.filter((change, index) => changes.findIndex(other => other.path === change.path) === index),
    listProblem: record && 'problem' in record ? record.problem : undefined,
    warnings: shelf.warnings(path)
  }
}

/** The file itself, the text that was read out of it, and its earlier copies. */
async function changesOf(record: KeptRecord, path: string, shelf: Shelf): Promise<KeptChange[]> {
  const listPath = keptListPath(path)
  const kept = [record, ...(record.words ? [record.words] : []), ...(record.earlier ?? [])]
  const changes: KeptChange[] = []
  for (const {file, sha256: expected} of kept) {
    const change = await compareHash(besideFile(listPath, file), expected, shelf)
    if (change) changes.push({...change, sha256: undefined, listPath})
  }
  return changes
}

async function changedSince(sha256: Text, path: string, shelf: Shelf): Promise<KeptChange[]> {
  const change = await compareHash(path, sha256.value.toLowerCase(), shelf)
  return change ? [{...change, sha256, listPath: undefined}] : []
}

async function compareHash(
  path: string,
  expected: string,
  shelf: Shelf
): Promise<Pick<KeptChange, 'path' | 'expected' | 'found'> | undefined> {
  const found = await shelf.hash(path)
  if (found === expected) return undefined
  return {path, expected, found: typeof found === 'string' ? found : undefined}
}
