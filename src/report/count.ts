import type {Severity, Verdict} from '../tree/index.ts'
import type {ReportedFile} from './define.ts'

/** How many findings of a severity there are. */
export function countOf(files: readonly Pick<ReportedFile, 'diagnostics'>[], severity: Severity): number {
  return files.reduce(
    (sum, file) => sum + file.diagnostics.filter(diagnostic => diagnostic.severity === severity).length,
    0
  )
}

/** How many quotations came to each verdict. */
export function verdictsOf(files: readonly ReportedFile[]): Record<Verdict, number> {
  const counts = {verbatim: 0, altered: 0, misquoted: 0, missing: 0, unchecked: 0}
  for (const file of files) for (const {verdict} of file.quotations) counts[verdict]++
  return counts
}

/** How many errors and warnings there are, in words; of warnings nothing is said when they were left out. */
export function findingsOf(files: readonly ReportedFile[], isQuiet: boolean): string {
  const counts = [
    counted(countOf(files, 'error'), 'error'),
    ...(isQuiet ? [] : [counted(countOf(files, 'warning'), 'warning')])
  ]
  return counts.join(', ') + (files.length === 1 ? '' : ` in ${files.length} files`)
}

/** How many quotations came to which verdict, in words; empty when there are none. */
export function quotationsOf(files: readonly ReportedFile[]): string {
  const verdicts = Object.entries(verdictsOf(files)).filter(([, count]) => count > 0)
  const quotations = verdicts.reduce((sum, [, count]) => sum + count, 0)
  if (quotations === 0) return ''
  return `${counted(quotations, 'quotation')}: ${verdicts.map(([verdict, count]) => `${count} ${verdict}`).join(', ')}`
}

function counted(count: number, word: string): string {
  return `${count === 0 ? 'no' : count} ${word}${count === 1 ? '' : 's'}`
}
