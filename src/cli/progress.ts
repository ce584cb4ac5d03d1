import type {Host} from '../tree/index.ts'

/** Tells on a terminal how far a call with many files has come. */
export interface Progress {
  /** The same outside: what is written through it does not run into the line that tells of the progress. */
  readonly host: Host
  count(files: number): void
  end(): void
}

/** With fewer files there is nothing to tell. */
const fewestFiles = 20
/** Milliseconds before the first line, and from one to the next. */
const patience = 500
const leastApart = 100

const eraseLine = '\r\u001b[K'

/** Shows one line, rewritten in place, on standard error when that is a terminal; it is gone in the end. */
export function createProgress(verb: string, total: number, host: Host): Progress {
  if (!host.terminal.isError || host.environment.TERM === 'dumb' || total < fewestFiles)
    return {host, count: () => {}, end: () => {}}
  let done = 0
  let isShown = false
  let next = host.now().getTime() + patience
  const erase = (): void => {
    if (isShown) host.writeError(eraseLine)
    isShown = false
  }
  const count = (files: number): void => {
    done += files
    const now = host.now().getTime()
    if (now < next) return
    next = now + leastApart
    isShown = true
    host.writeError(`${eraseLine}${verb} ${done} of ${total}`)
  }
  const clean: Host = {
    ...host,
    writeOut: data => {
      erase()
      host.writeOut(data)
    },
    writeError: text => {
      erase()
      host.writeError(text)
    }
  }
  return {host: clean, count, end: erase}
}
