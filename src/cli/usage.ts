import {reasonOf} from '../resolve/index.ts'

/** A mistake in how the program was called, or a file it cannot read or write: exit status 2. */
interface UsageError extends Error {
  readonly isUsage: true
}

export function usageError(message: string): Error {
  return Object.assign(new Error(message), {isUsage: true as const})
}

export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && 'isUsage' in error
}

/** The error for a file that could not be read or written. */
export function fileError(what: string, path: string, error: unknown): Error {
  return usageError(`${what} \`${path}\`: ${reasonOf(error)}`)
}
