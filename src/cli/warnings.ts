import {InvalidArgumentError} from 'commander'
import type {Host} from '../tree/index.ts'

/** The exit status for so many warnings, and a message when there are more than were wanted. */
export function statusOfWarnings(found: number, most: number | undefined, host: Host): number {
  if (most === undefined || found <= most) return 0
  host.writeError(`error: ${found} warning${found === 1 ? '' : 's'}, expected at most ${most}\n`)
  return 1
}

/** The value of `--max-warnings`. */
export function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('expected a whole number')
  return Number(value)
}
