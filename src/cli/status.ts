import type {Compiled} from '../index.ts'

/** The exit status of a file: 2 when its YAML cannot be read, 1 when there are errors, else 0. */
export function statusOf({diagnostics, isReadable}: Compiled): number {
  if (!isReadable) return 2
  return diagnostics.some(({severity}) => severity === 'error') ? 1 : 0
}
