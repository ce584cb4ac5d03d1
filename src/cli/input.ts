import {isAbsolute, relative, sep} from 'node:path'
import {decodeText, reasonOf} from '../resolve/index.ts'
import type {Host} from '../tree/index.ts'
import {fileError} from './usage.ts'

/** A file named on the command line: its text, or why it has none. */
export interface Input {
  /** As it was named; `-` is standard input. */
  readonly file: string
  /** As reports name it: relative, with forward slashes. */
  readonly path: string
  readonly isStandardInput: boolean
  readonly content: {readonly text: string; readonly bytes: Uint8Array} | {readonly problem: string}
}

/** Reads a file of the command line; `-` is standard input, named by `--stdin-filename`. */
export async function readInput(file: string, host: Host, standardName: string | undefined): Promise<Input> {
  const isStandardInput = file === '-'
  const path = inputPath(file, host, standardName)
  try {
    const bytes = isStandardInput ? await host.readStandardInput() : await host.readFile(file)
    const decoded = decodeText(bytes)
    return {file, path, isStandardInput, content: 'text' in decoded ? {...decoded, bytes} : decoded}
  } catch (error) {
    return {file, path, isStandardInput, content: {problem: reasonOf(error)}}
  }
}

/** The path by which reports name a file of the command line. */
export function inputPath(file: string, host: Host, standardName: string | undefined): string {
  return shownPath(file === '-' ? (standardName ?? 'standard-input.yaml') : file, host)
}

/** A path as reports show it: never absolute, so that a report is the same on every machine. */
export function shownPath(path: string, host: Host): string {
  const shown = isAbsolute(path) ? relative(host.workingFolder, path) : path
  return shown.split(sep).join('/').replace(/^\.\//, '') || '.'
}

/** A citation style that was asked for must be there: else the notes would be those of another style. */
export async function requireStyle(path: string | undefined, host: Host): Promise<void> {
  if (path === undefined) return
  await host.readFile(path).catch(error => Promise.reject(fileError('cannot read', shownPath(path, host), error)))
}
