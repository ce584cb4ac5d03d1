import {posix} from 'node:path'
import {decodeText} from '../source/index.ts'
import type {Library} from '../tree/index.ts'

/** A file read as text, or why it could not be. */
export type FileText = {readonly text: string} | {readonly problem: string}

/** Reads UTF-8 text through the library; a byte order mark is dropped. */
export async function readText(library: Library, path: string): Promise<FileText> {
  try {
    const bytes = await library.readFile(path)
    return decodeText(bytes)
  } catch (error) {
    return {problem: reasonOf(error)}
  }
}

/** What went wrong with a file, in plain words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons.get(code) ?? (error instanceof Error ? error.message : String(error))
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'a folder in its path is a file'],
  ['EEXIST', 'a file of that name is there already'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'it may not be opened'],
  ['EPERM', 'it may not be opened'],
  ['ELOOP', 'it is a symbolic link that leads to itself'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'the disk is read-only'],
  ['EMFILE', 'too many files are open'],
  ['EFBIG', 'it would be larger than files may be here'],
  ['EOUTSIDE', 'it lies outside the project']
])

/** The folder of a path, with its slash; empty for the working folder. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** The path of a file that is named in another file: relative names start from that file's folder. */
export function besideFile(path: string, name: string): string {
  if (posix.isAbsolute(name)) return name
  return posix.join(posix.dirname(path), name)
}
