import {readFile} from 'node:fs/promises'
import {isAbsolute, normalize, relative, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Host, Library} from '../src/tree/index.ts'

export const packageFolder: string = fileURLToPath(new URL('..', import.meta.url))

const failure = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), {code})

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The files of a test in memory; the package's own templates and examples come from the disk. */
export function memoryLibrary(files: Readonly<Record<string, string | Uint8Array>>): Library {
  return {
    packageFolder,
    readFile: async path => {
      const name = normalize(path).split(sep).join('/')
      const held = Object.hasOwn(files, name) ? files[name] : undefined
      if (held !== undefined) return typeof held === 'string' ? encode(held) : held
      if (isAbsolute(path) && !relative(packageFolder, path).startsWith('..')) return readFile(path)
      throw failure(Object.keys(files).some(other => other.startsWith(`${name}/`)) ? 'EISDIR' : 'ENOENT', path)
    }
  }
}

export interface MemoryHost extends Host {
  readonly files: Record<string, string | Uint8Array>
  out(): string
  outBytes(): Uint8Array
  error(): string
}

/** A whole outside in memory: what was written and printed can be asked for. */
export function memoryHost(
  files: Record<string, string | Uint8Array> = {},
  more: Partial<Pick<Host, 'environment' | 'terminal' | 'fetchPage'>> & {readonly input?: string} = {}
): MemoryHost {
  const outputs: Uint8Array[] = []
  let errors = ''
  return {
    ...memoryLibrary(files),
    files,
    writeFile: async (path, bytes) => {
      const name = normalize(path).split(sep).join('/')
      if (Object.keys(files).some(other => other.startsWith(`${name}/`))) throw failure('EISDIR', path)
      files[name] = bytes
    },
    makeFolder: async path => {
      const parts = normalize(path).split(sep)
      const isFile = parts.some((_, index) => files[parts.slice(0, index + 1).join('/')] !== undefined)
      if (isFile) throw failure('ENOTDIR', path)
    },
    hasFile: async path => Object.hasOwn(files, normalize(path).split(sep).join('/')),
    fetchPage: more.fetchPage ?? (async address => ({problem: `\`${address}\` is not to be fetched in a test`})),
    readStandardInput: async () => encode(more.input ?? ''),
    writeOut: data => {
      outputs.push(typeof data === 'string' ? encode(data) : data)
    },
    writeError: text => {
      errors += text
    },
    terminal: more.terminal ?? {isOutput: false, isError: false, columns: undefined},
    environment: more.environment ?? {},
    workingFolder: '/folder',
    now: () => new Date('2026-07-01T12:00:00Z'),
    out: () => Buffer.concat(outputs).toString(),
    outBytes: () => Buffer.concat(outputs),
    error: () => errors
  }
}
