import {
  closeSync,
  existsSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  promises,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync
} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {nodeThreads} from './node-threads.ts'
import type {Cache, Host, Library} from './tree/index.ts'

/** The file system as *resolve* sees it, for programs that have more to do than to wait for it. */
export function nodeLibrary(packageFolder: string): Library {
  return {packageFolder, readFile: path => promises.readFile(path), realPath: path => promises.realpath(path)}
}

/**
 * A cache in a folder that may be deleted at any time; it is made when something is first kept,
 * with a file that keeps it out of repositories. Where nothing can be written, nothing is kept.
 */
export function folderCache(folder: string): Cache {
  const write = createWriter()
  const keep = (name: string, bytes: Uint8Array): void => {
    mkdirSync(folder, {recursive: true})
    writeFileSync(join(folder, '.gitignore'), '*\n')
    write(join(folder, name), bytes)
  }
  return {
    read: async name => readFileIfAny(join(folder, name)),
    write: async (name, bytes) => {
      try {
        keep(name, bytes)
      } catch {
        // The text is read out of its file again the next time.
      }
    }
  }
}

function readFileIfAny(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

/** Says honestly what asks: a program, for a person, for one page. */
function userAgent(packageFolder: string): string {
  // The package's own file; its form is ours.
  const {version} = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {version: string}
  return `whereas/${version} (keeps a copy of one page that a person cites)`
}

/**
 * The real outside: files, standard streams, environment, clock. A command has nothing to do while it waits for a file,
 * so that files are read and written at once: the threads that Node starts for waiting cost a check 10 ms of 110.
 * Other threads run `threadProgram`; without it there are none.
 */
export function nodeHost(packageFolder: string, threadProgram?: string): Host {
  const write = createWriter()
  return {
    packageFolder,
    cache: folderCache('.whereas-cache'),
    readFile: async path => readFileSync(path),
    realPath: async path => realpathSync.native(path),
    writeFile: async (path, bytes) => write(path, bytes),
    makeFolder: async path => {
      mkdirSync(path, {recursive: true})
    },
    hasFile: async path => existsSync(path),
    readStandardInput,
    fetchPage: async (address, options) => {
      // Loaded when it is asked for: no other command may open a connection.
      const {fetchPage} = await import('./source/web/index.ts')
      return fetchPage(address, {...options, userAgent: userAgent(packageFolder)})
    },
    writeOut: data => writeAll(1, typeof data === 'string' ? Buffer.from(data) : data),
    writeError: text => writeAll(2, Buffer.from(text)),
    terminal: {
      get isOutput() {
        return isTerminal(1)
      },
      get isError() {
        return isTerminal(2)
      },
      get columns() {
        return isTerminal(1) ? process.stdout.columns : undefined
      }
    },
    environment: process.env,
    workingFolder: process.cwd(),
    now: () => new Date(),
    ...(threadProgram === undefined ? {} : {threads: nodeThreads(threadProgram)})
  }
}

/**
 * Makes a function that writes beside the target and renames: a reader sees the old file or the new one, never a part.
 * A symbolic link stays one, and a file keeps the rights it had. A process that is told to end, by Ctrl-C or otherwise,
 * while it writes, ends behind the file: with a listener a signal waits until what runs is over.
 */
function createWriter(): (name: string, bytes: Uint8Array) => void {
  let users = 0
  const end = (signal: NodeJS.Signals): void => {
    listen('off')
    // Without our listener it ends as it would have, and who called it sees by what.
    process.kill(process.pid, signal)
  }
  const listen = (how: 'on' | 'off'): void => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process[how](signal, end)
  }
  const leave = (): void => {
    users -= 1
    if (users === 0) listen('off')
  }
  return (name, bytes) => {
    if (users === 0) listen('on')
    users += 1
    try {
      writeWhole(existsSync(name) ? realpathSync.native(name) : name, bytes)
    } finally {
      // Not for longer: a listener would hold up the end until a long computation is over. But Node asks for signals
      // between two turns only, and one that came while the file was written must not be lost.
      setImmediate(() => setImmediate(leave))
    }
  }
}

function writeWhole(path: string, bytes: Uint8Array): void {
  const rights = statSync(path, {throwIfNoEntry: false})?.mode
  const temporary = join(dirname(path), temporaryName(basename(path)))
  // A file of that name that is there already is not written to.
  const file = openSync(temporary, 'wx')
  try {
    try {
      writeFileSync(file, bytes)
      if (rights !== undefined) fchmodSync(file, rights & 0o777)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, {force: true})
    throw error
  }
}

/** A name of its own for each write, no longer than names may be. */
function temporaryName(name: string): string {
  const start = Buffer.from(name)
    .subarray(0, 200)
    .toString()
    .replace(/\uFFFD+$/, '')
  return `.${start}.${process.pid}-${Math.random().toString(36).slice(2)}.tmp`
}

async function readStandardInput(): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of process.stdin) parts.push(typeof part === 'string' ? Buffer.from(part) : part)
  return Buffer.concat(parts)
}

/** Writes to a stream at once, so that nothing is lost when the process ends; a full pipe is waited for. */
function writeAll(descriptor: number, data: Uint8Array): void {
  let at = 0
  while (at < data.length) {
    try {
      at += writeSync(descriptor, data, at)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : ''
      // The reader went away (`whereas check … | head`): there is nobody to tell.
      if (code === 'EPIPE') return
      if (code !== 'EAGAIN') throw error
    }
  }
}

/** Whether a stream is a terminal. Node's object for a stream takes a millisecond to make: a file or pipe needs none. */
function isTerminal(descriptor: 1 | 2): boolean {
  return !isFileOrPipe(descriptor) && (descriptor === 1 ? process.stdout : process.stderr).isTTY === true
}

function isFileOrPipe(descriptor: number): boolean {
  try {
    const stream = fstatSync(descriptor)
    return stream.isFile() || stream.isFIFO() || stream.isSocket()
  } catch {
    // A stream that was closed (`>&-`), or that the system says nothing of.
    return false
  }
}
