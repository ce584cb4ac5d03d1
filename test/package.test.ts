import {type SpawnSyncReturns, spawn, spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {packageFolder} from './memory-host.ts'

const folder = mkdtempSync(join(tmpdir(), 'whereas-package-'))
const whereas = join(packageFolder, 'bin/whereas.js')

afterAll(() => rmSync(folder, {recursive: true}))

const start = (args: readonly string[], more: object = {}): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [whereas, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: {PATH: process.env.PATH},
    ...more
  })

describe('what npm packs', () => {
  const {stdout} = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: packageFolder,
    encoding: 'utf8',
    shell: true
  })
  const [packed] = JSON.parse(stdout) as {files: {path: string}[]}[]
  const paths = packed!.files.map(({path}) => path)

  test.each([
    'package.json',
    'README.md',
    'LICENSE',
    'NOTICE',
    'CHANGELOG.md',
    'bin/whereas.js',
    'bin/thread.js',
    'templates/ala/template.yaml',
    'templates/ala/page.typ',
    'templates/ala/notes.csl',
    'templates/evidence.typ',
    'dist/cli.cjs',
    'dist/cli.cache',
    'dist/pdf-worker.js',
    'docs/sources.md',
    'examples/minimal.resolution.yaml',
    'examples/sources/udhr.txt',
    'examples/ci/resolutions.yml',
    'docs/rules/unknown-source.md',
    'docs/format.md',
    'docs/templates.md',
    'docs/configuration.md',
    'docs/reports.md',
    'problem-matcher.json'
  ])('%s', path => {
    expect(paths).toContain(path)
  })

  test('no tests, no sources of ours, nothing hidden, nothing built for a test', () => {
    expect(paths.filter(path => /^(?:test|src|bench|\.)|\.test\.|golden|node_modules/.test(path))).toEqual([])
  })

  test('no code of citeproc, compiled or not: its licence is another one', () => {
    expect(paths.filter(path => /citeproc/.test(path))).toEqual([])
  })

  test('what `init` copies and what package.json names is packed', () => {
    const {bin, exports} = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
    expect(paths).toContain(bin.whereas)
    const packedAfterBuild = (path: string): boolean => existsSync(join(packageFolder, path))
    expect([exports['.'].types, exports['.'].default].filter(path => !packedAfterBuild(path))).toEqual([])
  })
})

describe('bin/whereas.js as a process', () => {
  test('prints its version, its help, and its mistakes', () => {
    expect(start(['--version'])).toMatchObject({status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n/)})
    expect(start(['--help'])).toMatchObject({status: 0, stderr: ''})
    expect(start(['check'])).toMatchObject({status: 2, stdout: '', stderr: expect.stringMatching(/^error: `file` is/)})
  })

  test('init, check and build, the same bytes in every time zone', () => {
    expect(start(['init'])).toMatchObject({status: 0, stderr: ''})
    expect(start(['check', 'draft.resolution.yaml'])).toMatchObject({status: 0, stderr: ''})
    const hashes = ['UTC', 'Asia/Tokyo'].map(zone => {
      const to = 'md,docx,pdf,html,txt'
      const env = {PATH: process.env.PATH, TZ: zone}
      const built = start(['build', '--to', to, '--out-dir', zone, 'draft.resolution.yaml'], {env})
      expect(built).toMatchObject({status: 0, stderr: ''})
      return to.split(',').map(format =>
        createHash('sha256')
          .update(readFileSync(join(folder, zone, `draft.${format}`)))
          .digest('hex')
      )
    })
    expect(hashes[1]).toEqual(hashes[0])
  })

  test('reads standard input', () => {
    const input = 'title: T\nwhereas: [x]\nresolved: [acts]\n'
    const {status, stdout} = start(['build', '--to', 'txt', '-o', '-', '-'], {input})
    expect(status).toBe(0)
    expect(stdout).toContain('Whereas x; now, therefore, be it')
  })

  test('a reader that goes away is no error', async () => {
    const child = spawn(process.execPath, [whereas, 'schema'], {stdio: ['ignore', 'pipe', 'pipe']})
    child.stdout.destroy()
    let errors = ''
    child.stderr.on('data', data => {
      errors += data
    })
    const status = await new Promise(resolve => child.on('close', resolve))
    expect({status, errors}).toEqual({status: 0, errors: ''})
  })

  test('a file with errors ends with status 1, and nothing is written', () => {
    writeFileSync(join(folder, 'faulty.yaml'), 'title: T\nwhereas: ["x [@a]"]\nresolved: [acts]\n')
    expect(start(['build', 'faulty.yaml'])).toMatchObject({status: 1, stdout: ''})
    expect(readdirSync(folder).filter(name => name.startsWith('faulty'))).toEqual(['faulty.yaml'])
  })
})
