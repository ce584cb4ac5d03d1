import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {run} from '../src/cli/index.ts'
import {nodeHost} from '../src/node-host.ts'
import type {Host} from '../src/tree/index.ts'
import {packageFolder} from './memory-host.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whereas-host-'))
})
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, {recursive: true})
})

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The real file system with streams that are kept. */
function host(): Host & {readonly out: string[]; readonly errors: string[]} {
  const out: string[] = []
  const errors: string[] = []
  const real = nodeHost(packageFolder)
  return {
    ...real,
    workingFolder: folder,
    environment: {},
    writeOut: data => {
      out.push(typeof data === 'string' ? data : new TextDecoder().decode(data))
    },
    writeError: text => {
      errors.push(text)
    },
    out,
    errors
  }
}

describe('writing', () => {
  test('a file is written whole, in the place of the old one, and nothing else is left', async () => {
    const path = join(folder, 'a.txt')
    await host().writeFile(path, bytes('old, and longer'))
    await host().writeFile(path, bytes('new'))
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })

  test('a symbolic link stays one, and a file keeps its rights', async () => {
    const [path, link] = [join(folder, 'a.txt'), join(folder, 'link.txt')]
    writeFileSync(path, 'old')
    chmodSync(path, 0o640)
    symlinkSync('a.txt', link)
    await host().writeFile(link, bytes('new'))
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(statSync(path).mode & 0o777).toBe(0o640)
    expect(readdirSync(folder).sort()).toEqual(['a.txt', 'link.txt'])
  })

  test('a write that fails leaves the old file and no temporary one', async () => {
    const path = join(folder, 'a.txt')
    writeFileSync(path, 'old')
    const notBytes = {} as Uint8Array // what fails in the middle of a write
    await expect(host().writeFile(path, notBytes)).rejects.toThrow()
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })

  test('a folder in the place of the file stays, and no temporary file', async () => {
    mkdirSync(join(folder, 'a.txt'))
    await expect(host().writeFile(join(folder, 'a.txt'), bytes('new'))).rejects.toMatchObject({code: 'EISDIR'})
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })

  test('a folder that is not there is an error of the system', async () => {
    await expect(host().writeFile(join(folder, 'none', 'a'), bytes('x'))).rejects.toMatchObject({code: 'ENOENT'})
  })

  test('many writers of one file: it is always one of them', async () => {
    const path = join(folder, 'a.txt')
    const texts = Array.from({length: 20}, (_, index) => String(index).repeat(5000))
    await Promise.all(texts.map(text => host().writeFile(path, bytes(text))))
    expect(texts).toContain(readFileSync(path, 'utf8'))
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })
})

describe('build on a real disk', () => {
  const yaml = 'title: T\nmover: {unit: U, email: u@example.org}\nwhereas: [x]\nresolved: [acts]\n'

  test('folders are made, absolute paths are shown as relative ones', async () => {
    const file = join(folder, 'd.resolution.yaml')
    writeFileSync(file, yaml)
    const here = host()
    expect(await run(['build', '--to', 'txt', '--out-dir', join(folder, 'a', 'b'), file], here)).toBe(0)
    expect(here.out).toEqual(['a/b/d.txt\n'])
    expect(readFileSync(join(folder, 'a/b/d.txt'), 'utf8')).toContain('Whereas x; now, therefore, be it')
  })

  test('a folder where a file is named, a file where a folder is named', async () => {
    const file = join(folder, 'd.yaml')
    writeFileSync(file, yaml)
    const here = host()
    expect(await run(['check', folder], here)).toBe(2)
    expect(await run(['check', join(file, 'x.yaml')], here)).toBe(2)
    expect(await run(['build', '--to', 'txt', '--out-dir', file, file], here)).toBe(2)
    expect(await run(['build', '--to', 'txt', '--out-dir', join(file, 'x'), file], here)).toBe(2)
    expect(here.errors).toEqual([
      'error: cannot read `.`: it is a folder\n',
      'error: cannot read `d.yaml/x.yaml`: a folder in its path is a file\n',
      'error: cannot write `d.yaml/d.txt`: a file of that name is there already\n',
      'error: cannot write `d.yaml/x/d.txt`: a folder in its path is a file\n'
    ])
    expect(readdirSync(folder)).toEqual(['d.yaml'])
  })

  test('a folder that may not be written', async context => {
    const file = join(folder, 'd.yaml')
    writeFileSync(file, yaml)
    chmodSync(folder, 0o500)
    // Root may write everywhere: there is nothing to be seen then.
    if (isWritable(folder)) context.skip('this user may write in a read-only folder')
    const here = host()
    expect(await run(['build', '--to', 'txt', file], here)).toBe(2)
    expect(here.errors).toEqual(['error: cannot write `d.txt`: it may not be opened\n'])
    expect(readdirSync(folder)).toEqual(['d.yaml'])
  })

  test('bytes that are no UTF-8', async () => {
    const file = join(folder, 'd.yaml')
    writeFileSync(file, Buffer.from([0x74, 0xff, 0xfe]))
    const here = host()
    expect(await run(['check', file], here)).toBe(2)
    expect(here.errors).toEqual(['error: cannot read `d.yaml`: it is not UTF-8 text\n'])
  })
})

function isWritable(path: string): boolean {
  try {
    writeFileSync(join(path, 'probe'), '')
    rmSync(join(path, 'probe'))
    return true
  } catch {
    return false
  }
}
