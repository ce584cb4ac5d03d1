import {spawnSync} from 'node:child_process'

/** One line of the results. */
export interface Row {
  readonly what: string
  /** Milliseconds, the least of the runs: on a shared machine the least is nearest to the truth. */
  readonly least: number
  readonly median: number
  /** Of `least` to the least of the yardstick. */
  readonly ratio: number
  readonly target?: string
}

export interface Timing {
  readonly least: number
  readonly median: number
}

/** Times whole processes, warm: the first run is thrown away. */
export function timeProcess(
  command: string,
  args: readonly string[],
  runs = 15,
  statuses: readonly (number | null)[] = [0]
): Timing {
  const times: number[] = []
  for (let run = 0; run <= runs; run++) {
    const begin = performance.now()
    const {status, stderr} = spawnSync(command, args, {stdio: ['ignore', 'ignore', 'pipe']})
    if (!statuses.includes(status)) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`)
    if (run > 0) times.push(performance.now() - begin)
  }
  times.sort((a, b) => a - b)
  return {least: times[0] ?? 0, median: times[Math.floor(times.length / 2)] ?? 0}
}

/** A row for a program that is not here. */
export function missingRow(what: string): Row {
  return {what: `${what} (not installed here)`, least: Number.NaN, median: Number.NaN, ratio: Number.NaN}
}

/** A row of a timing against the yardstick of the same run. */
export function rowOf(what: string, timing: Timing, yardstick: Timing, target?: string): Row {
  return {what, ...timing, ratio: timing.least / yardstick.least, ...(target === undefined ? {} : {target})}
}
