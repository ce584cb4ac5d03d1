import type {Reporter} from './define.ts'
import {reportedPath} from './path.ts'
import {printable} from './width.ts'

/** One line a finding, in the form that editors and problem matchers read (`problem-matcher.json`). */
export const compact: Reporter = files =>
  files
    .flatMap(file => file.diagnostics)
    .map(({rule, severity, message, path, place}) => {
      const where = `${printable(reportedPath(path))}:${place.start.line}:${place.start.column}`
      return `${where}: ${severity}: ${printable(message)} (${rule})\n`
    })
    .join('')
