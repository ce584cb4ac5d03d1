import {isAbsolute, relative, sep} from 'node:path'
import {jobSummary, type ReportedFile, type ReportOptions} from '../report/index.ts'
import type {Host} from '../tree/index.ts'
import {shownPath} from './input.ts'
import {fileError} from './usage.ts'

/** What the summaries of a step may take, with room for what GitHub adds; a longer one is dropped whole. */
const roomOfSummary = 1_000_000

/** Adds all findings to the page of the job when GitHub runs us; what other programs wrote there stays. */
export async function addJobSummary(files: readonly ReportedFile[], options: ReportOptions, host: Host): Promise<void> {
  const path = host.environment.GITHUB_STEP_SUMMARY
  if (path === undefined || path === '') return
  try {
    const before = (await host.hasFile(path)) ? await host.readFile(path) : new Uint8Array()
    const added = jobSummary(files, options, roomOfSummary - before.length)
    await host.writeFile(path, Buffer.concat([before, Buffer.from(before.length > 0 ? `\n${added}` : added)]))
  } catch (error) {
    throw fileError('cannot write', shownPath(path, host), error)
  }
}

/** Where we are below the root of the repository that GitHub checks out, since its paths start there; else empty. */
export function repositoryFolder({environment: {GITHUB_WORKSPACE: root}, workingFolder}: Host): string {
  if (root === undefined || root === '') return ''
  const folder = relative(root, workingFolder)
  return isAbsolute(folder) || folder.startsWith('..') ? '' : folder.split(sep).join('/')
}
