import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {Worker} from 'node:worker_threads'
import type {SourceProblem, SourceText} from '../types.ts'

/** Bounds of the reading of one file. */
export interface PdfLimits {
  /** By default 8 seconds and 20 milliseconds a kilobyte, 60 seconds at most. */
  readonly milliseconds?: number
  /** Megabytes of memory that the reading may add to what the process holds: 800 by default. */
  readonly megabytes?: number
}

/** How often the memory is looked at, in milliseconds: a bomb fills some hundred megabytes a second. */
const watchEvery = 20

/**
 * What readers that wait share. It is one for the process, because memory is measured for the process: only while one
 * file is read is it known which file takes it.
 */
const turns: {last: Promise<unknown>} = {last: Promise.resolve()}

/**
 * Reads the words of a PDF in a worker thread of its own, which ends with the call. A file that takes too long or too
 * much memory is a problem, and so is whatever breaks the worker: hostile files must not stop the program. Files that
 * are asked for at once are read one after the other. Throws when the worker's program is not there.
 */
export function readPdf(bytes: Uint8Array, limits: PdfLimits = {}): Promise<SourceText | SourceProblem> {
  const own = turns.last.then(() => readInWorker(bytes, limits))
  turns.last = own.catch(() => undefined)
  return own
}

async function readInWorker(bytes: Uint8Array, limits: PdfLimits): Promise<SourceText | SourceProblem> {
  const {milliseconds = usualTime(bytes.length), megabytes = 800} = limits
  const worker = startWorker(megabytes)
  const start = process.memoryUsage.rss()
  let timer: NodeJS.Timeout | undefined
  let watch: NodeJS.Timeout | undefined
  try {
    return await new Promise(resolve => {
      const fail = (problem: string): void => resolve({problem})
      const tooMuch = `it needs more than ${megabytes} MB of memory`
      timer = setTimeout(() => fail(`it took longer than ${inSeconds(milliseconds)}`), milliseconds)
      watch = setInterval(() => {
        if (process.memoryUsage.rss() - start > megabytes * 1e6) fail(tooMuch)
      }, watchEvery)
      worker.on('message', resolve)
      worker.on('error', error => fail(isOutOfMemory(error) ? tooMuch : 'it is not a PDF that can be read'))
      worker.on('exit', () => fail('it is not a PDF that can be read'))
      worker.postMessage(bytes)
    })
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
    await worker.terminate()
  }
}

/**
 * Honest files take about a millisecond a kilobyte and a quarter of a second to begin with: twenty times that is left for
 * machines that are slow or busy. A small file that means harm still ends within ten seconds, and a large one, which
 * grows when it is inflated, mostly at the limit of memory before.
 */
function usualTime(size: number): number {
  return Math.min(8000 + (size / 1000) * 20, 60_000)
}

function inSeconds(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 100) / 10
  return seconds === 1 ? '1 second' : `${seconds} seconds`
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

/** The limit of V8's own heap; buffers lie outside of it and are watched. Nothing is printed, no setting is inherited. */
function startWorker(megabytes: number): Worker {
  const program = programOf(import.meta.url)
  if (!existsSync(program))
    throw new Error(`${fileURLToPath(program)} is not there, expected it from \`npm run build\``)
  const resourceLimits = {maxOldGenerationSizeMb: megabytes}
  return new Worker(program, {resourceLimits, env: {}, execArgv: [], stdout: true, stderr: true})
}

/** The bundles of `dist` lie beside the program; a source file cannot be one, since Node 20 runs no TypeScript. */
function programOf(own: string): URL {
  return new URL(own.endsWith('.ts') ? '../../../dist/pdf-worker.js' : './pdf-worker.js', own)
}
