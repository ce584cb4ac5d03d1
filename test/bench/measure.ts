import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** One line of the results. */
export interface Row {
  readonly what: string
  /** Milliseconds, the least of the runs: on a shared machine the least is nearest to the truth. */
  readonly least: number
  readonly median: number
  /** Of `least` to the least of the yardstick. */
  readonly ratio: number
  /** The most memory that the process held, in MB. */
  readonly peak?: number
  readonly target?: string
}

export interface Timing {
  readonly least: number
  readonly median: number
  readonly peak?: number
}

/** Times whole processes, warm: the first run is thrown away, unless it is the only one. */
export function timeProcess(
  command: string,
  args: readonly string[],
  runs = 15,
  statuses: readonly (number | null)[] = [0]
): Timing {
  const times: number[] = []
  for (let run = 0; run <= runs; run++) {
    const begin = performance.now()
    const {status, stderr} = spawnSync(command, args, {stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 1e8})
    if (!statuses.includes(status)) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`)
    if (run > 0 || runs === 0) times.push(performance.now() - begin)
  }
  times.sort((a, b) => a - b)
  return {least: times[0] ?? 0, median: times[Math.floor(times.length / 2)] ?? 0}
}

/**
 * Times several processes in turn, each once in every round, so that what else the machine does falls on all alike.
 * The first round is thrown away.
 */
export function timeInTurn(commands: readonly (readonly string[])[], runs = 15): Timing[] {
  const rounds = Array.from({length: runs + 1}, () =>
    commands.map(args => timeProcess(process.execPath, args, 0, [0]).least)
  ).slice(1)
  return commands.map((_, index) => {
    const times = rounds.map(round => round[index] ?? 0).sort((a, b) => a - b)
    return {least: times[0] ?? 0, median: times[Math.floor(times.length / 2)] ?? 0}
  })
}

/** Times the command line and measures its memory; the process itself writes down at its end how much it was. */
export function measureWhereas(args: readonly string[], runs: number, statuses: readonly number[] = [0]): Timing {
  const folder = mkdtempSync(join(tmpdir(), 'whereas-peak-'))
  const [hook, peak] = [join(folder, 'hook.cjs'), join(folder, 'peak')]
  // What Linux says of resource usage begins with the memory of the process that started this one; the status does not.
  const most = `/VmHWM:\\s+(\\d+)/.exec(fs.existsSync(status) ? fs.readFileSync(status, 'utf8') : '')?.[1] ?? process.resourceUsage().maxRSS`
  const write = `const fs = require('node:fs'), status = '/proc/self/status'; fs.writeFileSync(${JSON.stringify(peak)}, String(${most}))`
  try {
    writeFileSync(hook, `process.on('exit', () => { ${write} })`)
    const timing = timeProcess(process.execPath, ['--require', hook, 'bin/whereas.js', ...args], runs, statuses)
    return {...timing, peak: Number(readFileSync(peak, 'utf8')) / 1000}
  } finally {
    rmSync(folder, {recursive: true})
  }
}

/** A row for a program that is not here. */
export function missingRow(what: string): Row {
  return {what: `${what} (not installed here)`, least: Number.NaN, median: Number.NaN, ratio: Number.NaN}
}

/** A row of a timing against the yardstick of the same run. */
export function rowOf(what: string, timing: Timing, yardstick: Timing, target?: string): Row {
  return {what, ...timing, ratio: timing.least / yardstick.least, ...(target === undefined ? {} : {target})}
}
