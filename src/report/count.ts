import type {Severity, Verdict} from '../tree/index.ts'
import type {CheckedFile} from './define.ts'

/** How many findings of a severity there are. */
export function countOf(files: readonly CheckedFile[], severity: Severity): number {
  return files.reduce(
    (sum, file) => sum + file.diagnostics.filter(diagnostic => diagnostic.severity === severity).length,
    0
  )
}

/** How many quotations came to each verdict. */
export function verdictsOf(files: readonly CheckedFile[]): Record<Verdict, number> {
  const counts = {verbatim: 0, altered: 0, misquoted: 0, missing: 0, unchecked: 0}
  for (const file of files) for (const {verdict} of file.resolved?.quotations ?? []) counts[verdict]++
  return counts
}
