import {randomBytes} from 'node:crypto'
import {writeSync} from 'node:fs'
import {access, mkdir, open, readFile, realpath, rename, rm, stat} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import type {Host, Library} from './tree/index.ts'

/** The file system as *resolve* sees it. */
export function nodeLibrary(packageFolder: string): Library {
  return {packageFolder, readFile: path => readFile(path)}
}

/** The real outside: files, standard streams, environment, clock. */
export function nodeHost(packageFolder: string): Host {
  return {
    ...nodeLibrary(packageFolder),
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
