import {execFileSync, spawnSync} from 'node:child_process'
import {chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {build} from 'esbuild'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {report} from '../src/index.ts'
import {fencesOf} from './fences.ts'
import {packageFolder} from './memory-host.ts'
import {hostileFiles} from './report/findings.ts'

const textOf = (name: string): string => readFileSync(join(packageFolder, name), 'utf8')

const {version, bin} = JSON.parse(textOf('package.json')) as {version: string; bin: Record<string, string>}

interface Step {
  readonly name?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
}

const action = parse(textOf('action.yml')) as {
  readonly inputs: Readonly<Record<string, {readonly default: string; readonly description: string}>>
  readonly runs: {readonly using: string; readonly steps: readonly Step[]}
}
const workflow = parse(textOf('examples/ci/resolutions.yml')) as {
  readonly jobs: {readonly check: {readonly steps: readonly Step[]}}
}

/** A repository of resolutions in which `npx` writes down what it was called with. */
const folder = mkdtempSync(join(tmpdir(), 'whereas-ci-'))
const tracked = ['-a.resolution.yaml', 'b c.resolution.yml', 'd$(exit 9).resolution.yaml', 'drafts/e.resolution.yaml']
const isPosix = process.platform !== 'win32'

type Parser = typeof import('@actions/workflow-parser') &
  typeof import('@actions/workflow-parser/actions/action-parser')

/** Bundled, because it imports JSON in a way that Node does not take. */
async function loadParser(): Promise<Parser> {
  const outfile = join(folder, 'parser.cjs')
  const contents = `export * from '@actions/workflow-parser'; export * from '@actions/workflow-parser/actions/action-parser'`
  const stdin = {contents, resolveDir: packageFolder}
  await build({stdin, bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'error'})
  return import(pathToFileURL(outfile).href)
}

describe('GitHub’s own parser', async () => {
  const {NoOperationTraceWriter, parseAction, parseWorkflow} = await loadParser()
  const trace = new NoOperationTraceWriter()
  const mistakesIn = (name: string, content: string): string[] => {
    const takeApart = name === 'action.yml' ? parseAction : parseWorkflow
    return takeApart({name, content}, trace)
      .context.errors.getErrors()
      .map(({message}) => message)
  }

  test.each(['action.yml', 'examples/ci/resolutions.yml'])('takes %s', name => {
    expect(mistakesIn(name, textOf(name))).toEqual([])
  })

  test('takes the matrix of docs/reports.md, and refuses mistakes in it', () => {
    const matrix = fencesOf(textOf('docs/reports.md')).find(({value}) => value.includes('strategy:'))?.value ?? ''
    expect(mistakesIn('w.yml', `on: push\n${matrix}`)).toEqual([])
    expect(mistakesIn('w.yml', `on: push\n${matrix.replace('matrix.shard', 'matrix.')}`)).not.toEqual([])
    const {jobs} = parse(matrix) as {jobs: Record<string, {strategy?: {matrix: {shard: number[]}}}>}
    const shards = jobs.check!.strategy!.matrix.shard
    expect(matrix).toContain(`/${shards.length} --format json`)
    expect(matrix).toContain(` ${shards.map(shard => `${shard}.json`).join(' ')}`)
  })

  test('and refuses mistakes in them', () => {
    expect(mistakesIn('action.yml', textOf('action.yml').replace('shell: bash', 'shel: bash'))).not.toEqual([])
    expect(mistakesIn('action.yml', textOf('action.yml').replace('inputs.files', 'input.files'))).not.toEqual([])
    const text = textOf('examples/ci/resolutions.yml')
    expect(mistakesIn('w.yml', text.replace('runs-on:', 'run-on:'))).not.toEqual([])
    expect(mistakesIn('w.yml', text.replace('contents: read', 'contents: reading'))).not.toEqual([])
  })
})

beforeAll(() => {
  execFileSync('git', ['init', '--quiet'], {cwd: folder})
  mkdirSync(join(folder, 'drafts'))
  for (const name of [...tracked, 'other.yaml']) writeFileSync(join(folder, name), 'title: T\n')
  execFileSync('git', ['add', '.'], {cwd: folder})
  writeFileSync(join(folder, 'untracked.resolution.yaml'), 'title: T\n')
  writeFileSync(join(folder, 'npx'), '#!/bin/sh\nprintf "%s\\0" "$@" > called.txt\nexit $STATUS\n')
  chmodSync(join(folder, 'npx'), 0o755)
})

afterAll(() => rmSync(folder, {recursive: true}))

/** Runs a step as GitHub does, and says what `npx` was called with. */
function runStep(
  {run = ''}: Step,
  env: Readonly<Record<string, string>> = {}
): {status: number | null; args: string[]; out: string} {
  rmSync(join(folder, 'called.txt'), {force: true})
  const path = `${folder}${delimiter}${process.env.PATH}`
  const {status, stdout} = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
    cwd: folder,
    encoding: 'utf8',
    env: {PATH: path, ...env}
  })
  const called = join(folder, 'called.txt')
  const args = existsSync(called) ? readFileSync(called, 'utf8').split('\0').slice(0, -1) : []
  return {status, args, out: stdout}
}

describe('action.yml', () => {
  const [step] = action.runs.steps
  const usual = {
    FILES: action.inputs.files!.default,
    STRICT: action.inputs.strict!.default,
    MAX_WARNINGS: action.inputs['max-warnings']!.default,
    VERSION: action.inputs.version!.default
  }

  test('what is given comes through the environment, never into the script', () => {
    expect(step!.env).toEqual(
      Object.fromEntries(
        Object.keys(action.inputs).map(name => [name.toUpperCase().replace('-', '_'), `\${{ inputs.${name} }}`])
      )
    )
    expect(step!.run).not.toContain('${{')
  })

  test('docs/reports.md names its inputs, and only these', () => {
    const [fence] = fencesOf(textOf('docs/reports.md')).filter(({value}) => value.includes('OWNER/whereas@'))
    const {steps} = parse(fence!.value) as {steps: {with?: object}[]}
    expect(Object.keys(steps[1]!.with!)).toEqual(Object.keys(action.inputs).filter(name => name !== 'version'))
    expect(fence!.value).toContain(`@v${version} `)
  })

  test('runs the version it came with', () => {
    expect(usual.VERSION).toBe(version)
  })

  test.runIf(isPosix)('checks every resolution of the repository', () => {
    expect(runStep(step!, usual)).toEqual({
      status: 0,
      args: ['--yes', `whereas@${version}`, 'check', '--format', 'github', '--', ...tracked],
      out: ''
    })
  })

  test.runIf(isPosix)('hands on what it is given, and the status', () => {
    const given = {FILES: 'b*.yml *$(exit*', STRICT: 'true', MAX_WARNINGS: '0', VERSION: 'next', STATUS: '1'}
    expect(runStep(step!, given)).toEqual({
      status: 1,
      args: [
        '--yes',
        'whereas@next',
        'check',
        '--format',
        'github',
        '--strict',
        '--max-warnings',
        '0',
        '--',
        ...tracked.slice(1, 3)
      ],
      out: ''
    })
  })

  test.runIf(isPosix)('fails when no file fits: nothing was checked', () => {
    const {status, args, out} = runStep(step!, {...usual, FILES: 'draft/*.yaml'})
    expect({status, args}).toEqual({status: 2, args: []})
    expect(out).toMatch(/^::error title=whereas::no file of the repository fits/)
  })
})

describe('the workflow that `init` writes', () => {
  const scripts = workflow.jobs.check.steps.filter(({run}) => run !== undefined)

  test.runIf(isPosix)('checks, then prints every resolution, whatever its name', () => {
    expect(scripts.map(step => runStep(step))).toEqual([
      {status: 0, args: ['--yes', 'whereas', 'check', '--format', 'github', '--', ...tracked], out: ''},
      {status: 0, args: ['--yes', 'whereas', 'build', '--out-dir', 'documents', '--', ...tracked], out: ''}
    ])
  })

  test.runIf(isPosix)('fails when the check fails', () => {
    expect(runStep(scripts[0]!, {STATUS: '1'}).status).not.toBe(0)
  })
})

describe('.pre-commit-hooks.yaml', () => {
  const hooks = parse(textOf('.pre-commit-hooks.yaml')) as readonly Readonly<Record<string, string>>[]

  test('has what pre-commit asks for, and no other keys', () => {
    expect(hooks).toHaveLength(1)
    expect(Object.keys(hooks[0]!)).toEqual(['id', 'name', 'description', 'entry', 'language', 'files'])
    expect(hooks[0]).toMatchObject({id: 'whereas', language: 'node'})
    const [program, ...args] = hooks[0]!.entry!.split(' ')
    expect(Object.keys(bin)).toContain(program)
    expect(args).toEqual(['check'])
  })

  test.each([
    ['a.resolution.yaml', true],
    ['drafts/b c.resolution.yml', true],
    ['a.resolution.yaml.txt', false],
    ['resolution.yaml', false],
    ['a-resolution.yaml', false]
  ])('%s: %s', (path, isTaken) => {
    expect(new RegExp(hooks[0]!.files!).test(path)).toBe(isTaken)
  })
})

describe('problem-matcher.json', () => {
  const {problemMatcher} = JSON.parse(textOf('problem-matcher.json')) as {
    problemMatcher: {owner: string; pattern: Record<string, number | string>[]}[]
  }
  const [{regexp, ...groups}] = problemMatcher[0]!.pattern as [Record<string, number | string>]

  test('names what GitHub knows', () => {
    expect(problemMatcher.map(({owner, pattern}) => [owner, pattern.length])).toEqual([['whereas', 1]])
    expect(Object.keys(groups)).toEqual(['file', 'line', 'column', 'severity', 'message', 'code'])
  })

  test('reads every line of the compact form', () => {
    const diagnostics = hostileFiles.flatMap(file => file.diagnostics)
    const lines = report(hostileFiles, 'compact').trimEnd().split('\n')
    const read = lines.map(line => {
      const found = new RegExp(String(regexp), 'u').exec(line) ?? []
      return Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, found[Number(group)]]))
    })
    expect(read.map(({message: _, ...rest}) => rest)).toEqual(
      diagnostics.map(({path, place: {start}, severity, rule}) => ({
        file: path,
        line: String(start.line),
        column: String(start.column),
        severity,
        code: rule
      }))
    )
    expect(read[1]!.message).toBe(diagnostics[1]!.message)
  })
})
