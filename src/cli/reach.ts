import {dirname, join, relative, resolve} from 'node:path'
import type {Command} from 'commander'
import {createDesk, type Desk, fencedLibrary, type Project} from '../resolve/index.ts'
import type {Host, Library} from '../tree/index.ts'
import {shownPath} from './input.ts'

/** What `--allow-outside` says. */
export interface ReachChoice {
  readonly allowOutside?: boolean
}

/** What a resolution may read, and what was read for the resolutions of its project. */
export interface Reach {
  readonly library: Library
  readonly desk: Desk
}

/** The option for commands that read what a resolution names. */
export function addReachOption(command: Command): Command {
  return command.option('--allow-outside', 'read source texts, bibliographies and templates outside the project too')
}

/**
 * Finds what the resolution of a path may read: the files of its project, and those `others` that the user named,
 * a style or a template. Resolutions of one project share a desk.
 */
export function createReach(
  {allowOutside}: ReachChoice,
  host: Host
): (path: string, others?: readonly (string | undefined)[]) => Promise<Reach> {
  const held = new Map<string, Reach>()
  const projects = new Map<string, Promise<Project>>()
  return async (path, others = []) => {
    const folder = dirname(path)
    const asked = projects.get(folder) ?? projectOf(folder, host)
    projects.set(folder, asked)
    const project = await asked
    const named = others.flatMap(other => other ?? [])
    const key = allowOutside ? '' : [project.folder, ...named].join('\n')
    const known = held.get(key)
    if (known) return known
    const library = allowOutside ? host : fencedLibrary(host, project, named)
    const reach = {library, desk: createDesk(library)}
    held.set(key, reach)
    return reach
  }
}

/** What marks the folder of a project. */
const marks = ['.git', 'whereas.yaml', 'package.json']

/**
 * The folder that a file belongs to: the nearest one upwards with a repository or settings in it, else the working
 * folder when the file is below it, else its own. Where nothing marks a project, drafts and sources may well stand in
 * folders side by side: those beside the file's own, or beside the working folder, belong to it too.
 */
async function projectOf(folder: string, host: Host): Promise<Project> {
  const own = resolve(host.workingFolder, folder)
  const shown = (path: string): string => shownPath(relative(host.workingFolder, path), host)
  for (let at = own, last = ''; at !== last; last = at, at = dirname(at))
    for (const mark of marks) if (await host.hasFile(join(shown(at), mark))) return {folder: shown(at)}
  return {folder: shown(own).startsWith('..') ? shown(own) : '.', hasNeighbours: true}
}
