import type {Host} from '../tree/index.ts'
import {beginBuild} from './build-file.ts'
import {beginCheck} from './check-file.ts'

/**
 * Work on files that any thread can do: what holds for all files first, then one file after the other.
 * Both, and what comes of a file, are plain data. Nothing is written and nothing printed.
 */
export type Work<Way, Job, Outcome> = (way: Way, host: Host) => (job: Job) => Promise<Outcome>

export const works = {check: beginCheck, build: beginBuild}
export type Works = typeof works
export type WorkName = keyof Works
export type Way<Name extends WorkName> = Parameters<Works[Name]>[0]
export type Job<Name extends WorkName> = Parameters<ReturnType<Works[Name]>>[0]
export type Outcome<Name extends WorkName> = Awaited<ReturnType<ReturnType<Works[Name]>>>

/** What a thread does for its whole life. */
export interface Calling<Name extends WorkName = WorkName> {
  readonly name: Name
  readonly way: Way<Name>
}

/** What came of some files: a failure means that the file after the last outcome met a defect of ours. */
export interface Done<Outcome> {
  readonly outcomes: readonly Outcome[]
  readonly failure?: {readonly message: string; readonly stack: string | undefined}
}

/** Takes up the work of a calling. */
export function begin<Name extends WorkName>(
  {name, way}: Calling<Name>,
  host: Host
): (job: Job<Name>) => Promise<Outcome<Name>> {
  const work = works[name] as unknown as Work<Way<Name>, Job<Name>, Outcome<Name>> // the table pairs names with works
  return work(way, host)
}
