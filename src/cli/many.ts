import {type Command, InvalidArgumentError} from 'commander'
import type {Host} from '../tree/index.ts'

/** What `--shard` and `--jobs` say. */
export interface ManyOptions {
  readonly shard?: Shard
  readonly jobs?: number
}

/** Part `part` of `parts`, 1-based. */
interface Shard {
  readonly part: number
  readonly parts: number
}

/** The options for calls with many files. */
export function addManyOptions(command: Command): Command {
  return command
    .option('--shard <i/n>', 'only the i-th of n parts of the files, for one of n machines', shard)
    .option('--jobs <n>', 'work on n threads (default: what the processor has, 8 at most)', threads)
}

/**
 * The files of a shard: neighbours stay together, since they mostly cite the same sources, and the reports of all
 * shards, merged in their order, name the files as one call for all of them does. Sizes differ by one at most.
 */
export function filesOfShard(files: readonly string[], {shard}: ManyOptions, host: Host): readonly string[] {
  if (!shard) return files
  const {part, parts} = shard
  const edge = (index: number): number => Math.floor((index * files.length) / parts)
  const own = files.slice(edge(part - 1), edge(part))
  if (own.length === 0) host.writeError(`shard ${part}/${parts} of ${countOfFiles(files.length)} is empty\n`)
  return own
}

function countOfFiles(count: number): string {
  return `${count} file${count === 1 ? '' : 's'}`
}

/** More threads than that wait for the disk and for memory. */
const mostThreads = 8
/** A thread takes as long to start as a call with one file: with fewer files for each it would not pay. */
const fewestFiles = 32

/** How many threads are to work on files; 1 is the one that asks. Standard input is at hand there only. */
export function threadsFor(files: readonly string[], {jobs}: ManyOptions, {threads}: Host): number {
  if (!threads || files.includes('-')) return 1
  const usual = Math.min(threads.cores, mostThreads, Math.floor(files.length / fewestFiles))
  return Math.max(1, Math.min(jobs ?? usual, files.length))
}

function shard(value: string): Shard {
  const [, part, parts] = /^(\d{1,6})\/(\d{1,6})$/.exec(value) ?? []
  const found = {part: Number(part), parts: Number(parts)}
  if (!(found.part >= 1 && found.part <= found.parts))
    throw new InvalidArgumentError('expected the number of a part and how many there are, such as `1/4`')
  return found
}

function threads(value: string): number {
  const count = Number(value)
  if (!/^\d{1,2}$/.test(value) || count < 1 || count > 64) throw new InvalidArgumentError('expected 1 to 64')
  return count
}
