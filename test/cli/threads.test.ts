import {spawn} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {packageFolder} from '../memory-host.ts'

/** What a call shows, and what it leaves. */
interface Shown {
  readonly status: number | null
  readonly out: string
  readonly errors: string
  readonly files: Readonly<Record<string, string>>
}

const whereas = join(packageFolder, 'bin/whereas.js')
const root = mkdtempSync(join(tmpdir(), 'whereas-threads-'))
afterAll(() => rmSync(root, {recursive: true}))

const good = (n: number): string =>
  `title: Resolution ${n} on Reading\nmover: {unit: Board, name: Ann Reader, email: a@example.org}\nsources:\n  udhr: {type: treaty, title: Declaration ${n}, issued: 1948, text: sources/udhr.txt}\nwhereas:\n  - it says “the right to freedom of opinion and expression” [@udhr, p. ${n}]\nresolved: [acts]\n`
const misquoting = (n: number): string => good(n).replace('freedom of opinion', 'freedom of habit')
const mended = (n: number): string => good(n).replace('it says', 'it  says')

const kinds: Readonly<Record<string, (n: number) => string>> = {
  good,
  misquoting,
  mended,
  broken: n => `title: "open ${n}\nwhereas: [\n`,
  empty: () => '',
  list: () => '- x\n',
  lone: n => good(n).replace('[@udhr', '[@nobody'),
  templated: n => `template: ./none\n${good(n)}`,
  listed: n => `bibliography: refs.bib\n${good(n)}`,
  unquoted: n => good(n).replace('text: sources/udhr.txt', 'text: sources/none.txt')
}

/** Sixty names: ten kinds of files in two folders, of which one has settings, files that are not there, one twice. */
function layOut(): {readonly folder: string; readonly names: readonly string[]} {
  const folder = mkdtempSync(join(root, 'set-'))
  const names: string[] = []
  for (const [index, part] of ['.', 'strict'].entries()) {
    mkdirSync(join(folder, part, 'sources'), {recursive: true})
    cpSync(join(packageFolder, 'examples/sources/udhr.txt'), join(folder, part, 'sources/udhr.txt'))
    writeFileSync(join(folder, part, 'refs.bib'), '@book{a, title={A}, author={B, C}}\n@book{,\n')
    for (let n = 0; n < 27; n++) {
      const [kind, write] = Object.entries(kinds)[(n * 7 + index) % 10]!
      const name = join(part, `${kind}-${String(n).padStart(2, '0')}.resolution.yaml`)
      writeFileSync(join(folder, name), write(n))
      names.push(name)
    }
  }
  writeFileSync(join(folder, 'strict/whereas.yaml'), 'strict: true\nadvice: true\nmax-warnings: 2\n')
  writeFileSync(join(folder, 'bytes.resolution.yaml'), Buffer.from([0xff, 0xfe, 0x41]))
  return {folder, names: [...names.slice(0, 20), 'none.yaml', 'bytes.resolution.yaml', 'sources', ...names.slice(20)]}
}

function call(folder: string, args: readonly string[]): Promise<Shown> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [whereas, ...args], {cwd: folder, env: {PATH: process.env.PATH}})
    let [out, errors] = ['', '']
    child.stdout.setEncoding('utf8').on('data', data => {
      out += data
    })
    child.stderr.setEncoding('utf8').on('data', data => {
      errors += data
    })
    child.on('close', status => resolve({status, out, errors, files: filesOf(folder)}))
  })
}

const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, {recursive: true, withFileTypes: true})
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [path.slice(folder.length), readFileSync(path, 'base64')])
  )

/** The same call on one thread and on three, each in a folder of its own. */
async function bothWays(args: readonly string[], more: readonly string[] = []): Promise<[Shown, Shown]> {
  const [one, three] = [layOut(), layOut()]
  const files = [...one.names, ...more]
  return Promise.all([
    call(one.folder, [...args, '--jobs', '1', '--', ...files]),
    call(three.folder, [...args, '--jobs', '3', '--', ...files])
  ])
}

describe('on three threads everything is as on one', () => {
  test.each([
    ['check'],
    ['check --format json --advice'],
    ['check --format sarif'],
    ['check --format github --quiet'],
    ['check --format compact --max-warnings 3'],
    ['check --format junit --strict'],
    ['check --fix-dry-run'],
    ['check --fix=quotations'],
    ['check --no-config --shard 2/3'],
    ['build --to md,txt --out-dir out'],
    ['build --to docx,html --draft --out-dir out --shard 1/4']
  ])(
    '%s',
    async words => {
      const [one, three] = await bothWays(words.split(' '))
      expect(three).toEqual(one)
      expect(one.status).toBeGreaterThan(0)
      expect(one.out.length).toBeGreaterThan(100)
      if (!words.includes('--shard')) expect(one.errors).toContain('cannot read `none.yaml`: there is no such file')
    },
    120_000
  )

  test('a file that is named twice is mended once', async () => {
    const [one, three] = await bothWays(['check', '--fix'], ['mended-06.resolution.yaml', 'mended-06.resolution.yaml'])
    expect(three).toEqual(one)
    expect(one.errors.match(/mended-06.*fixed/g)).toHaveLength(1)
  }, 120_000)

  test('what cannot be written ends the call at its place in the order', async () => {
    const [one, three] = [layOut(), layOut()]
    const calls = [one, three].map(({folder, names}, index) => {
      // A folder in the place of a document.
      mkdirSync(join(folder, 'out/good-10.txt'), {recursive: true})
      return call(folder, ['build', '--to', 'txt', '--out-dir', 'out', '--jobs', index === 0 ? '1' : '3', ...names])
    })
    const [first, second] = await Promise.all(calls)
    expect(second).toEqual(first)
    expect(first).toMatchObject({
      status: 2,
      errors: expect.stringMatching(/cannot write `out\/good-10.txt`: it is a f/)
    })
  }, 120_000)
})
