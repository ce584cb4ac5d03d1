import {mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {run} from '../../src/cli/index.ts'
import {compile} from '../../src/index.ts'
import {nodeHost} from '../../src/node-host.ts'
import type {Host} from '../../src/tree/index.ts'
import {memoryHost, memoryLibrary, packageFolder} from '../memory-host.ts'

const words = 'everyone has the right to read what they like'

const draft = (more: string): string =>
  `title: Resolution on Reading\nmover: {unit: U, email: u@example.org}\nwhereas:\n  - it is said that “${words}” [@a]\nresolved:\n  - affirms it\n${more}`

const withText = (path: string): string => draft(`sources:\n  a: {type: report, title: T, text: '${path}'}\n`)

interface Found {
  readonly status: number
  readonly rules: readonly string[]
  readonly verdicts: readonly string[]
  readonly out: string
}

async function check(host: Host & {out(): string}, ...argv: string[]): Promise<Found> {
  const status = await run(['check', '--format', 'json', ...argv], host)
  const {files} = JSON.parse(host.out()) as {
    files: {diagnostics: {rule: string; severity: string}[]; quotations: {verdict: string}[]}[]
  }
  return {
    status,
    rules: files.flatMap(file => file.diagnostics.filter(({severity}) => severity === 'error').map(({rule}) => rule)),
    verdicts: files.flatMap(file => file.quotations.map(({verdict}) => verdict)),
    out: host.out()
  }
}

const refused = {status: 1, rules: ['outside-project'], verdicts: ['unchecked']}
const read = {status: 0, rules: [], verdicts: ['verbatim']}

describe('in memory, where the working folder is the project', () => {
  const files = {'a.txt': words, 'in/a.txt': words, '../a.txt': words, '../../etc/passwd': words}

  test.each([
    ['d.yaml', 'a.txt', read],
    ['d.yaml', 'in/../a.txt', read],
    ['in/d.yaml', '../a.txt', read],
    ['d.yaml', '../a.txt', refused],
    ['d.yaml', 'in/../../a.txt', refused],
    ['in/d.yaml', '../../../etc/passwd', refused],
    ['d.yaml', '/etc/passwd', refused],
    ['d.yaml', '..', refused]
  ])('%s names %s', async (path, text, expected) => {
    expect(await check(memoryHost({...files, [path]: withText(text)}), path)).toMatchObject(expected)
  })

  test('a file of that name below a folder with two points is inside', async () => {
    const host = memoryHost({'..a/b.txt': words, 'd.yaml': withText('..a/b.txt')})
    expect(await check(host, 'd.yaml')).toMatchObject(read)
  })

  test('--allow-outside reads it', async () => {
    const host = memoryHost({...files, 'd.yaml': withText('../a.txt')})
    expect(await check(host, '--allow-outside', 'd.yaml')).toMatchObject(read)
  })

  test('settings or a repository above make the project larger, settings beside it smaller', async () => {
    const above = {...files, 'sub/d.yaml': withText('../a.txt')}
    expect(await check(memoryHost(above), 'sub/d.yaml')).toMatchObject(read)
    expect(await check(memoryHost({...above, 'sub/whereas.yaml': 'advice: false\n'}), 'sub/d.yaml')).toMatchObject(
      refused
    )
    const outer = {...files, 'd.yaml': withText('../a.txt'), '../package.json': '{}'}
    expect(await check(memoryHost(outer), 'd.yaml')).toMatchObject(read)
  })

  test('a resolution outside the working folder has its own folder for a project', async () => {
    expect(await check(memoryHost({...files, '../d.yaml': withText('a.txt')}), '../d.yaml')).toMatchObject(read)
    expect(await check(memoryHost({...files, '../d.yaml': withText('folder/a.txt')}), '../d.yaml')).toMatchObject({
      verdicts: ['unchecked']
    })
  })

  test('projects of two resolutions in one call do not open each other', async () => {
    const host = memoryHost({
      'a/whereas.yaml': '',
      'a/d.yaml': withText('../b/b.txt'),
      'b/whereas.yaml': '',
      'b/d.yaml': withText('b.txt'),
      'b/b.txt': words
    })
    expect(await check(host, 'b/d.yaml', 'a/d.yaml')).toMatchObject({
      status: 1,
      rules: ['outside-project'],
      verdicts: ['verbatim', 'unchecked']
    })
  })

  test('an exception does not open it', async () => {
    const host = memoryHost({...files, 'd.yaml': `${withText('../a.txt')}allow: [outside-project]\n`})
    expect(await check(host, 'd.yaml')).toMatchObject({rules: ['outside-project'], verdicts: ['unchecked']})
  })

  test('bibliography and template are refused with one finding each', async () => {
    const bibliography = memoryHost({'../r.bib': '@book{a, title={T}}', 'd.yaml': draft('bibliography: ../r.bib\n')})
    expect((await check(bibliography, 'd.yaml')).rules).toEqual(['unknown-source', 'outside-project'])
    const template = memoryHost({'../t/template.yaml': 'x: y', 'd.yaml': draft('template: ../t\n')})
    expect((await check(template, 'd.yaml')).rules).toEqual(['unknown-source', 'outside-project'])
  })

  test('what the user names is read wherever it stands', async () => {
    const template = '../ours'
    const ala = await nodeHost(packageFolder).readFile(join(packageFolder, 'templates/ala/template.yaml'))
    const csl = await nodeHost(packageFolder).readFile(join(packageFolder, 'templates/ala/notes.csl'))
    const host = memoryHost({
      '../ours/template.yaml': ala,
      '../ours.csl': csl,
      'whereas.yaml': `template: ${template}\n`,
      'd.yaml': withText('a.txt'),
      'a.txt': words
    })
    expect(await check(host, '--csl', '../ours.csl', 'd.yaml')).toMatchObject(read)
  })

  test.each([
    [['source', 'list', 'd.yaml'], 1, '../a.txt, OUTSIDE the project, not read'],
    [['evidence', '--to', 'json', '-o', '-', 'd.yaml'], 0, '"verdict": "unchecked"'],
    [['build', '--to', 'txt', 'd.yaml'], 1, '']
  ])('%j', async (argv, status, expected) => {
    const host = memoryHost({...files, 'd.yaml': withText('../a.txt')})
    expect(await run(argv, host)).toBe(status)
    expect(host.out()).toContain(expected)
    expect(Object.keys(host.files)).not.toContain('d.txt')
  })

  test('source refresh neither reads nor writes there', async () => {
    const record = {file: 'a.txt', sha256: '0'.repeat(64), size: 1, mediaType: 'text/plain', accessed: '2026-01-01'}
    const list = JSON.stringify({version: 1, files: [{...record, address: 'https://example.org/a'}]})
    const host = memoryHost(
      {...files, '../whereas-sources.json': list, 'd.yaml': withText('../a.txt')},
      {fetchPage: () => Promise.reject(new Error('it must not be asked for'))}
    )
    expect(await run(['source', 'refresh', 'd.yaml'], host)).toBe(2)
    expect(host.error()).toContain('`../a.txt` lies outside the project')
    expect(host.files['../whereas-sources.json']).toBe(list)
  })
})

test('the library reads all, unless it is given a project', async () => {
  const library = memoryLibrary({'../a.txt': words})
  const verdicts = async (project: {project?: string}): Promise<string[]> => {
    const {resolved} = await compile(withText('../a.txt'), {library, ...project})
    return (resolved?.quotations ?? []).map(({verdict}) => verdict)
  }
  expect(await verdicts({})).toEqual(['verbatim'])
  expect(await verdicts({project: '.'})).toEqual(['unchecked'])
})

describe('on a disk, links followed', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(realpathSync(tmpdir()), 'whereas-paths-'))
    mkdirSync(join(folder, 'project', '.git'), {recursive: true})
    mkdirSync(join(folder, 'elsewhere'))
    writeFileSync(join(folder, 'elsewhere', 'a.txt'), words)
    writeFileSync(join(folder, 'project', 'a.txt'), words)
  })
  afterEach(() => rmSync(folder, {recursive: true}))

  async function found(text: string, path = join(folder, 'project', 'd.yaml')): Promise<Found> {
    writeFileSync(path, withText(text))
    let out = ''
    const writeOut = (data: string | Uint8Array): void => {
      out += data
    }
    const real = nodeHost(packageFolder)
    // The names of the command line start from the working folder of this process.
    const host = {...real, environment: {}, writeOut, out: () => out}
    return check(host, path)
  }

  test('a link to a file, and to a folder, that leads out', async () => {
    symlinkSync(join('..', 'elsewhere', 'a.txt'), join(folder, 'project', 'link.txt'))
    symlinkSync(join('..', 'elsewhere'), join(folder, 'project', 'linked'))
    expect(await found('link.txt')).toMatchObject(refused)
    expect(await found('linked/a.txt')).toMatchObject(refused)
    // Nothing is told of what is there.
    expect(await found('linked/none.txt')).toMatchObject(refused)
  })

  test('a link within the project, and a project that is reached through a link', async () => {
    symlinkSync('a.txt', join(folder, 'project', 'link.txt'))
    symlinkSync('project', join(folder, 'way'))
    expect(await found('link.txt')).toMatchObject(read)
    expect(await found('a.txt', join(folder, 'way', 'd.yaml'))).toMatchObject(read)
    expect(await found('../elsewhere/a.txt', join(folder, 'way', 'd.yaml'))).toMatchObject(refused)
  })

  test('a link that leads to itself, and a folder for a file', async () => {
    symlinkSync('loop.txt', join(folder, 'project', 'loop.txt'))
    expect(await found('loop.txt')).toMatchObject({status: 0, verdicts: ['unchecked']})
    mkdirSync(join(folder, 'project', 'folder.txt'))
    expect(await found('folder.txt')).toMatchObject({status: 0, verdicts: ['unchecked']})
  })
})

describe('where nothing marks a project', () => {
  const files = {'../all/sources/a.txt': words, '../all/a.txt': words, '../all/.keys/a.txt': words, '../a/b.txt': words}
  const path = '../all/drafts/d.yaml'

  test.each([
    ['a folder beside the drafts belongs to it', '../sources/a.txt', read],
    ['a file beside the drafts does not', '../a.txt', refused],
    ['nor does a hidden folder', '../.keys/a.txt', refused],
    ['nor one further up', '../../a/b.txt', refused]
  ])('%s', async (_, text, expected) => {
    expect(await check(memoryHost({...files, [path]: withText(text)}), path)).toMatchObject(expected)
  })

  test('with settings the folders beside it are outside', async () => {
    const host = memoryHost({...files, [path]: withText('../sources/a.txt'), '../all/drafts/package.json': '{}'})
    expect(await check(host, path)).toMatchObject(refused)
  })
})
