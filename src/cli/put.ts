import {dirname} from 'node:path'
import type {Host} from '../tree/index.ts'
import {shownPath} from './input.ts'
import {fileError} from './usage.ts'

/** Writes a document and tells its name; `-` is standard output. */
export async function put(target: string, bytes: Uint8Array, host: Host): Promise<void> {
  if (target === '-') return host.writeOut(bytes)
  const shown = shownPath(target, host)
  try {
    await host.makeFolder(dirname(target))
    await host.writeFile(target, bytes)
  } catch (error) {
    throw fileError('cannot write', shown, error)
  }
  host.writeOut(`${shown}\n`)
}
