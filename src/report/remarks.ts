import type {Diagnostic} from '../tree/index.ts'
import {diffLine} from './diff.ts'
import {painter} from './paint.ts'
import {reportedPath} from './path.ts'
import {printable} from './width.ts'

/** What is said beside the message, one line each, without colours: the word diff, other places, the note. */
export function remarksOf({diff, related, note}: Diagnostic, folder = ''): string[] {
  return [
    ...(diff && diff.length > 0 ? [diffLine(diff, painter(false))] : []),
    ...(related ?? []).map(({message, path, place}) => {
      const where = `${printable(reportedPath(path, folder))}:${place.start.line}:${place.start.column}`
      return `see: ${printable(message)}: ${where}`
    }),
    ...(note === undefined ? [] : [`note: ${printable(note)}`])
  ]
}
