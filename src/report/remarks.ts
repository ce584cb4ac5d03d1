import {type Diagnostic, shownPlace} from '../tree/index.ts'
import {diffLine} from './diff.ts'
import {painter} from './paint.ts'
import {reportedPath} from './path.ts'
import {printable} from './width.ts'

/** What is said beside the message, one line each, without colours: the word diff, other places, the note. */
export function remarksOf({diff, related, note}: Diagnostic, folder = ''): string[] {
  return [
    ...(diff && diff.length > 0 ? [diffLine(diff, painter(false))] : []),
    ...(related ?? []).map(other => {
      const where = shownPlace({...other, path: printable(reportedPath(other.path, folder))})
      return `see: ${printable(other.message)}: ${where}`
    }),
    ...(note === undefined ? [] : [`note: ${printable(note)}`])
  ]
}
