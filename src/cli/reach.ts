import {dirname, join, relative, resolve} from 'node:path'
import type {Command} from 'commander'
import {createDesk, type Desk, fencedLibrary} from '../resolve/index.ts'
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
  const projects = new Map<string, Promise<string>>()
  return async (path, others = []) => {
    const folder = dirname(path)
    const known = projects.get(folder) ?? projectOf(folder, host)
    projects.set(folder, known)
    const fence = allowOutside ? [] : [await known, ...others.flatMap(other => other ?? [])]
    const key = fence.join('\n')
    const [project, ...named] = fence
    const library = project === undefined ? host : fencedLibrary(host, project, named)
    const reach = held.get(key) ?? {library, desk: createDesk(library)}
    held.set(key, reach)
    return reach
  }
}

/** What marks the folder of a project. */
const marks = ['.git', 'whereas.yaml', 'package.json']

/**
 * The folder that a file belongs to: the nearest one upwards with a repository or settings in it, else the working
 * folder when the file is below it, else its own.
 */
async function projectOf(folder: string, host: Host): Promise<string> {
  const own = resolve(host.workingFolder, folder)
  const shown = (path: string): string => shownPath(relative(host.workingFolder, path), host)
  for (let at = own, last = ''; at !== last; last = at, at = dirname(at))
    for (const mark of marks) if (await host.hasFile(join(shown(at), mark))) return shown(at)
  return shown(own).startsWith('..') ? shown(own) : '.'
}
