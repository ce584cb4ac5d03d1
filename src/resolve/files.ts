import {posix} from 'node:path'
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

/** Decodes UTF-8; bytes that are no UTF-8 are a problem, not question marks. */
export function decodeText(bytes: Uint8Array): FileText {
  try {
    return {text: new TextDecoder('utf-8', {fatal: true}).decode(bytes)}
  } catch {
    return {problem: 'it is not UTF-8 text'}
  }
}

/** What went wrong with a file, in plain words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons.get(code) ?? (error instanceof Error ? error.message : String(error))
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'there is no such file'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'it may not be opened'],
  ['EPERM', 'it may not be opened'],
  ['ELOOP', 'it is a symbolic link that leads to itself'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'the disk is read-only'],
  ['EMFILE', 'too many files are open']
])

/** The path of a file that is named in another file: relative names start from that file's folder. */
export function besideFile(path: string, name: string): string {
  if (posix.isAbsolute(name)) return name
  return posix.join(posix.dirname(path), name)
}
