import {randomBytes} from 'node:crypto'
import {writeSync} from 'node:fs'
import {access, mkdir, open, readFile, realpath, rename, rm, stat, writeFile} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import type {Cache, Host, Library} from './tree/index.ts'

/** The file system as *resolve* sees it. */
export function nodeLibrary(packageFolder: string): Library {
  return {packageFolder, readFile: path => readFile(path)}
}

/**
 * A cache in a folder that may be deleted at any time; it is made when something is first kept,
 * with a file that keeps it out of repositories. Where nothing can be written, nothing is kept.
 */
export function folderCache(folder: string): Cache {
  const keep = async (name: string, bytes: Uint8Array): Promise<void> => {
    await mkdir(folder, {recursive: true})
    await writeFile(join(folder, '.gitignore'), '*\n')
    await writeWhole(join(folder, name), bytes)
  }
  return {
    read: name => readFile(join(folder, name)).catch(() => undefined),
    write: (name, bytes) => keep(name, bytes).catch(() => {})
  }
}

/** Says honestly what asks: a program, for a person, for one page. */
async function userAgent(packageFolder: string): Promise<string> {
  // The package's own file; its form is ours.
  const {version} = JSON.parse(String(await readFile(join(packageFolder, 'package.json')))) as {version: string}
  return `whereas/${version} (keeps a copy of one page that a person cites)`
}

/** The real outside: files, standard streams, environment, clock. */
export function nodeHost(packageFolder: string): Host {
  return {
    ...nodeLibrary(packageFolder),
    cache: folderCache('.whereas-cache'),
    writeFile: writeWhole,
    makeFolder: async path => {
      await mkdir(path, {recursive: true})
    },
    hasFile: path =>
      access(path).then(
        () => true,
        () => false
      ),
    readStandardInput,
    fetchPage: async (address, options) => {
      // Loaded when it is asked for: no other command may open a connection.
      const {fetchPage} = await import('./source/web/index.ts')
      return fetchPage(address, {...options, userAgent: await userAgent(packageFolder)})
    },
    writeOut: data => writeAll(1, typeof data === 'string' ? Buffer.from(data) : data),
    writeError: text => writeAll(2, Buffer.from(text)),
    terminal: {
      isOutput: process.stdout.isTTY === true,
      isError: process.stderr.isTTY === true,
      columns: process.stdout.columns
    },
    environment: process.env,
    workingFolder: process.cwd(),
    now: () => new Date()
  }
}

/**
 * Writes beside the target and renames: a reader sees the old file or the new one, never a part.
 * A symbolic link stays one, and a file keeps the rights it had.
 */
async function writeWhole(name: string, bytes: Uint8Array): Promise<void> {
  const path = await realpath(name).catch(() => name)
  const rights = await stat(path).then(
    ({mode}) => mode & 0o777,
    () => undefined
  )
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      if (rights !== undefined) await file.chmod(rights)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, {force: true})
    throw error
  }
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
