import {isAbsolute, relative, sep} from 'node:path'
import {decodeText, reasonOf} from '../resolve/index.ts'
import type {Host} from '../tree/index.ts'
import {fileError} from './usage.ts'

/** A file named on the command line: its text, or why it has none. */
export interface Input {
  /** As reports name it: relative, with forward slashes. */
  readonly path: string
  readonly isStandardInput: boolean
  readonly content: {readonly text: string} | {readonly problem: string}
}

/** Reads a file of the command line; `-` is standard input, named by `--stdin-filename`. */
export async function readInput(file: string, host: Host, standardName: string | undefined): Promise<Input> {
  const isStandardInput = file === '-'
  const path = isStandardInput ? shownPath(standardName ?? 'standard-input.yaml', host) : shownPath(file, host)
  try {
    const bytes = isStandardInput ? await host.readStandardInput() : await host.readFile(file)
    return {path, isStandardInput, content: decodeText(bytes)}
  } catch (error) {
    return {path, isStandardInput, content: {problem: reasonOf(error)}}
  }
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
