import type {Severity} from '../tree/index.ts'
import type {CheckedFile} from './define.ts'

/** How many findings of a severity there are. */
export function countOf(files: readonly CheckedFile[], severity: Severity): number {
  return files.reduce(
    (sum, file) => sum + file.diagnostics.filter(diagnostic => diagnostic.severity === severity).length,
    0
  )
}
