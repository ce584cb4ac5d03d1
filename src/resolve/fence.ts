import {basename, dirname, isAbsolute, join, relative, resolve, sep} from 'node:path'
import type {Diagnostic, Library, Resolution, Text} from '../tree/index.ts'
import {besideFile} from './files.ts'
import {remember} from './remember.ts'

/** The folder of a project. */
export interface Project {
  readonly folder: string
  /** Whether files in the folders beside it are read too; hidden folders, and files right beside it, are not. */
  readonly hasNeighbours?: boolean
}

/**
 * A library that reads nothing outside the folder of a project, the package's own templates and those of `others` excepted:
 * a resolution of somebody else must not print, or tell by its verdicts, what stands elsewhere on the disk.
 * Symbolic links are followed first, where the library knows of them. Reading another file rejects with `EOUTSIDE`.
 */
export function fencedLibrary(library: Library, project: Project, others: readonly string[] = []): Library {
  const realPaths = remember((path: string) => realPathOf(path, library))
  const roots = [project.folder, join(library.packageFolder, 'templates'), ...others].map(path => resolve(path))
  const isOutside = async (path: string): Promise<boolean> => {
    const real = await realPaths.ask(resolve(path))
    for (const root of roots) if (isWithin(real, await realPaths.ask(root))) return false
    return !project.hasNeighbours || !isInNeighbour(real, await realPaths.ask(resolve(project.folder)))
  }
  return {
    ...library,
    isOutside,
    readFile: async path => {
      if (await isOutside(path)) throw Object.assign(new Error(`${path} is outside the project`), {code: 'EOUTSIDE'})
      return library.readFile(path)
    }
  }
}

/** A path with its links followed; of a file that is not there, those of the folders that are. */
async function realPathOf(path: string, library: Library): Promise<string> {
  if (!library.realPath) return path
  try {
    return await library.realPath(path)
  } catch {
    const above = dirname(path)
    return above === path ? path : join(await realPathOf(above, library), basename(path))
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** Whether a file stands in a folder beside another one, which is not at the root of the disk. */
function isInNeighbour(path: string, folder: string): boolean {
  const above = dirname(folder)
  const way = relative(above, path).split(sep)
  return dirname(above) !== above && isWithin(path, above) && way.length > 1 && !way[0]?.startsWith('.')
}

/** The files that a resolution names and that its project does not hold: none of them is read. */
export async function findOutside(resolution: Resolution, library: Library): Promise<Diagnostic[]> {
  const {template, bibliography, sources, file} = resolution
  const named: readonly (readonly [string, Text])[] = [
    ...(template && isFolder(template.value) ? [['template', template] as const] : []),
    ...sources.flatMap(({texts}) => texts.map(text => ['source text', text] as const)),
    ...bibliography.map(name => ['bibliography', name] as const)
  ]
  const found: Diagnostic[] = []
  for (const [what, name] of named)
    if (await library.isOutside?.(besideFile(file.path, name.value)))
      found.push({
        rule: 'outside-project',
        severity: 'error',
        message: `${what} \`${name.value}\` lies outside the project, expected a file in it`,
        path: file.path,
        place: name.place,
        note: 'it is not read; with `--allow-outside` it is'
      })
  return found
}

/** A template with a slash or a leading dot is a folder, any other is one of the package. */
export function isFolder(name: string): boolean {
  return name.startsWith('.') || name.includes('/')
}
