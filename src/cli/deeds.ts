import type {Host} from '../tree/index.ts'
import {shownPath} from './input.ts'
import {put} from './put.ts'
import {fileError} from './usage.ts'

/**
 * What is to be done outside when the work on a file is done. It is plain data, so that the work can be done on
 * another thread and everything still happens on the first one, in the order of the command line.
 */
export type Deed =
  | {readonly type: 'tell'; readonly text: string}
  | {readonly type: 'print'; readonly data: string | Uint8Array}
  | {readonly type: 'mend'; readonly file: string; readonly bytes: Uint8Array}
  | {readonly type: 'put'; readonly target: string; readonly bytes: Uint8Array}

type Doers = {readonly [Type in Deed['type']]: (deed: Deed & {readonly type: Type}, host: Host) => Promise<void>}

const doers: Doers = {
  tell: async ({text}, host) => host.writeError(text),
  print: async ({data}, host) => host.writeOut(data),
  mend: ({file, bytes}, host) =>
    host.writeFile(file, bytes).catch(error => Promise.reject(fileError('cannot write', shownPath(file, host), error))),
  put: ({target, bytes}, host) => put(target, bytes, host)
}

/** Does them one after the other; a file that cannot be written is a usage error. */
export async function doAll(deeds: readonly Deed[], host: Host): Promise<void> {
  for (const deed of deeds) {
    const doer = doers[deed.type] as (deed: Deed, host: Host) => Promise<void> // the table pairs types with deeds
    await doer(deed, host)
  }
}
