import {spawn, spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {build} from 'esbuild'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {run} from '../../src/cli/index.ts'
import {type MemoryHost, memoryHost, packageFolder} from '../memory-host.ts'

const yaml = (title: string): string =>
  `title: ${title}\nmover: {unit: U, email: u@example.org}\nwhereas: [readers read]\nresolved: [affirms the right to read]\n`

describe('a write that fails', () => {
  const failing = (host: MemoryHost, code: string, isRefused: (path: string) => boolean): MemoryHost => ({
    ...host,
    writeFile: async (path, bytes) => {
      if (isRefused(path)) throw Object.assign(new Error(`${code}: no more`), {code, syscall: 'write'})
      return host.writeFile(path, bytes)
    }
  })

  test.each([
    ['ENOSPC', 'the disk is full'],
    ['EROFS', 'the disk is read-only'],
    ['EACCES', 'it may not be opened'],
    ['EFBIG', 'it would be larger than files may be here']
  ])('%s: the documents before it are whole, those after it are as they were', async (code, reason) => {
    const host = memoryHost({'d.yaml': yaml('Reading'), 'd.md': 'old', 'd.txt': 'old'})
    const status = await run(
      ['build', '--to', 'html,md,txt', 'd.yaml'],
      failing(host, code, path => path.endsWith('.md'))
    )
    expect(status).toBe(2)
    expect(host.error()).toContain(`error: cannot write \`d.md\`: ${reason}\n`)
    expect(host.out()).toBe('d.html\n')
    expect(Buffer.from(host.files['d.html'] ?? '').toString()).toContain('</html>')
    expect([host.files['d.md'], host.files['d.txt']]).toEqual(['old', 'old'])
  })

  test('a resolution that cannot be mended stays', async () => {
    const before = yaml('Reading').replace('readers read', 'readers  read')
    const host = memoryHost({'d.yaml': before})
    const status = await run(
      ['check', '--fix', 'd.yaml'],
      failing(host, 'ENOSPC', () => true)
    )
    expect(status).toBe(2)
    expect(host.error()).toContain('the disk is full')
    expect(host.files['d.yaml']).toBe(before)
  })

  test('standard output on a full disk is no defect', async () => {
    const full = Object.assign(new Error('ENOSPC: no space left'), {code: 'ENOSPC', syscall: 'write'})
    const host = memoryHost({'d.yaml': yaml('Reading')})
    const writeOut = (): never => {
      throw full
    }
    expect(await run(['check', 'd.yaml'], {...host, writeOut})).toBe(2)
    expect(host.error()).toBe('error: cannot write: the disk is full\n')
  })
})

describe('as processes, on a disk', () => {
  // A program of its own: `dist` may be made anew while these tests run.
  let program = ''
  let whereas = ''
  beforeAll(async () => {
    mkdirSync(join(packageFolder, 'node_modules/.cache'), {recursive: true})
    program = mkdtempSync(join(packageFolder, 'node_modules/.cache/whereas-'))
    whereas = join(program, 'whereas.mjs')
    const contents = `
      import {nodeHost, run} from './src/cli/index.ts'
      run(process.argv.slice(2), nodeHost(${JSON.stringify(packageFolder)})).then(status => { process.exitCode = status })`
    await build({
      stdin: {contents, resolveDir: packageFolder},
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: whereas,
      external: ['citation-js', 'docx', '@myriaddreamin/typst-ts-node-compiler', 'unpdf'],
      banner: {js: "import {createRequire as __cr} from 'node:module'; const require = __cr(import.meta.url);"}
    })
  })
  afterAll(() => rmSync(program, {recursive: true}))

  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'whereas-disk-'))
  })
  afterEach(() => rmSync(folder, {recursive: true}))

  interface Ended {
    readonly code: number | null
    readonly signal: NodeJS.Signals | null
    readonly out: string
    readonly error: string
  }

  /** Runs the program; `onLine` is called for each line it prints. */
  function start(
    argv: readonly string[],
    onLine: (kill: (signal: NodeJS.Signals) => void) => void = () => {}
  ): Promise<Ended> {
    const child = spawn(process.execPath, [whereas, ...argv], {cwd: folder})
    let [out, error] = ['', '']
    child.stdout.on('data', data => {
      out += data
      for (const _ of String(data).split('\n').slice(1)) onLine(signal => child.kill(signal))
    })
    child.stderr.on('data', data => {
      error += data
    })
    return new Promise(resolve => child.on('close', (code, signal) => resolve({code, signal, out, error})))
  }

  test('many builds of one file at once: every document is whole, and the same', async () => {
    writeFileSync(join(folder, 'd.yaml'), yaml('Reading'))
    const build = ['build', '--to', 'md,docx,html,txt', '--out-dir']
    await start([...build, 'alone', 'd.yaml'])
    const ended = await Promise.all(Array.from({length: 6}, () => start([...build, 'out', 'd.yaml'])))
    for (const {code, error} of ended) expect({code, error: error.includes('error:')}).toEqual({code: 0, error: false})
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['d.docx', 'd.html', 'd.md', 'd.txt'])
    for (const name of readdirSync(join(folder, 'out')))
      expect(readFileSync(join(folder, 'out', name)).equals(readFileSync(join(folder, 'alone', name)))).toBe(true)
  })

  const signals = ['SIGINT', 'SIGTERM', 'SIGINT', 'SIGTERM', 'SIGINT', 'SIGTERM'] as const
  test.skipIf(process.platform === 'win32').each(signals.map((signal, index) => [signal, 1 + 7 * index] as const))(
    '%s after %i documents: each is the old one or the new one, and nothing else is there',
    async (signal, after) => {
      const names = Array.from({length: 40}, (_, index) => `d${index}`)
      for (const name of names) {
        writeFileSync(join(folder, `${name}.yaml`), yaml(name))
        writeFileSync(join(folder, `${name}.html`), 'old')
      }
      let lines = 0
      const {signal: endedBy, error} = await start(
        ['build', '--to', 'html', ...names.map(name => `${name}.yaml`)],
        kill => {
          if (++lines === after) kill(signal)
        }
      )
      expect(endedBy).toBe(signal)
      expect(error).not.toMatch(/defect|\n\s+at /)
      expect(readdirSync(folder).filter(name => !/^d\d+\.(?:yaml|html)$/.test(name))).toEqual([])
      const texts = names.map(name => [name, readFileSync(join(folder, `${name}.html`), 'utf8')] as const)
      for (const [name, text] of texts)
        expect(text === 'old' || (text.includes(`<title>${name}</title>`) && text.endsWith('</html>\n')), name).toBe(
          true
        )
      expect(texts.filter(([, text]) => text !== 'old').length).toBeGreaterThanOrEqual(after)
    }
  )

  test.skipIf(process.platform !== 'linux')('a file that may not grow: the old document stays', () => {
    writeFileSync(join(folder, 'd.yaml'), yaml('Reading'))
    mkdirSync(join(folder, 'out'))
    writeFileSync(join(folder, 'out', 'd.docx'), 'old')
    const limited = `ulimit -f 4 && exec "$0" "$1" build --to docx --out-dir out d.yaml`
    const {status, stderr} = spawnSync('bash', ['-c', limited, process.execPath, whereas], {
      cwd: folder,
      encoding: 'utf8'
    })
    expect(status).toBe(2)
    expect(stderr).toContain('error: cannot write `out/d.docx`: it would be larger than files may be here\n')
    expect(readdirSync(join(folder, 'out'))).toEqual(['d.docx'])
    expect(readFileSync(join(folder, 'out', 'd.docx'), 'utf8')).toBe('old')
  })

  test.skipIf(!existsSync('/dev/full'))('standard output on a full disk', () => {
    writeFileSync(join(folder, 'd.yaml'), yaml('Reading'))
    const command = '"$0" "$1" check d.yaml > /dev/full'
    const {status, stderr} = spawnSync('bash', ['-c', command, process.execPath, whereas], {
      cwd: folder,
      encoding: 'utf8'
    })
    expect([status, stderr]).toEqual([2, 'error: cannot write: the disk is full\n'])
  })

  test.skipIf(process.platform === 'win32')('a reader that goes away is no failure', () => {
    const clauses = Array.from({length: 3000}, (_, index) => `  - a  b ${index}\n`).join('')
    writeFileSync(join(folder, 'd.yaml'), `title: T\nwhereas:\n${clauses}resolved: [acts]\n`)
    const command = '("$0" "$1" check d.yaml; echo "status $?" >&2) | head -n 1'
    const {stdout, stderr} = spawnSync('bash', ['-c', command, process.execPath, whereas], {
      cwd: folder,
      encoding: 'utf8'
    })
    expect(stderr).toBe('status 0\n')
    expect(stdout).toContain('d.yaml:')
  })
})
