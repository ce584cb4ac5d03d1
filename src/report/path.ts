import {posix} from 'node:path'

const absolute = /^(?:[\\/]|[A-Za-z]:[\\/])/

/**
 * A path as the formats for machines name it: `folder` before it where a repository is meant.
 * Of an absolute path only the last name is told, since a report says nothing of the machine.
 */
export function reportedPath(path: string, folder = ''): string {
  if (absolute.test(path)) return path.split(/[\\/]/).at(-1) ?? path
  return folder === '' ? path : posix.join(folder, path)
}
