import {read} from '../index.ts'
import {encodeLike} from '../resolve/index.ts'
import type {Host, Resolution} from '../tree/index.ts'
import {readInput} from './input.ts'
import type {NewFile} from './kept-folder.ts'
import {usageError} from './usage.ts'

/** A resolution file into which entries of sources are written. */
export interface Target {
  readonly path: string
  readonly text: string
  readonly resolution: Resolution
  /** The file with another text, in its own encoding. */
  readonly withText: (text: string) => NewFile
}

/** Reads the file of `--to`; one that is no resolution ends the call, before anything is fetched or written. */
export async function readTarget(file: string, host: Host): Promise<Target> {
  if (file === '-') throw usageError('standard input cannot be written to, expected a resolution file')
  const {path, content} = await readInput(file, host, undefined)
  if ('problem' in content) throw usageError(`cannot read \`${path}\`: ${content.problem}`)
  const {text, bytes} = content
  const {resolution, diagnostics} = read(text, {path})
  const broken = diagnostics.find(({rule, severity}) => rule === 'malformed-yaml' && severity === 'error')
  if (broken || !resolution)
    throw usageError(`\`${path}\` is not YAML that can be read${broken ? `: ${broken.message}` : ''}`)
  return {path, text, resolution, withText: changed => ({path, bytes: encodeLike(changed, bytes)})}
}
