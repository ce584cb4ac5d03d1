import {readFileSync} from 'node:fs'
import {Ajv} from 'ajv'
import {describe, expect, test} from 'vitest'
import {run} from '../../src/cli/index.ts'
import {memoryHost, packageFolder} from '../memory-host.ts'
import {smallPdf} from '../small-pdf.ts'

const schema = JSON.parse(readFileSync(new URL('json.schema.json', import.meta.url), 'utf8')) as object
const validate = new Ajv({allErrors: true, strictTypes: false}).compile(schema)

interface Report {
  readonly files: readonly {
    readonly diagnostics: readonly {readonly [key: string]: unknown}[]
    readonly quotations: readonly {readonly [key: string]: unknown}[]
    readonly notes: readonly {readonly number: number; readonly text: string}[]
  }[]
  readonly summary: {readonly quotations: Readonly<Record<string, number>>}
}

async function checked(files: Record<string, string | Uint8Array>, ...args: string[]): Promise<Report> {
  const host = memoryHost(files)
  await run(['check', '--format', 'json', ...args], host)
  expect(host.error()).toBe('')
  expect(host.out().endsWith('}\n')).toBe(true)
  const found: unknown = JSON.parse(host.out())
  validate(found)
  expect(validate.errors ?? []).toEqual([])
  return found as Report // the schema has just been met
}

const draft = (clause: string): string =>
  `title: T\nwhereas:\n  - ${clause}\nresolved: [acts]\nsources:\n  udhr: {type: treaty, title: Declaration, text: udhr.txt}\n`
const words =
  'Everyone has the right to freedom of opinion and expression; this right includes freedom to hold opinions without interference.\n'

describe('check --format json', () => {
  test.each(['minimal', 'full', 'press-freedom'])('the report of the example %s fits its schema', async name => {
    const report = await checked({}, `${packageFolder}/examples/${name}.resolution.yaml`)
    expect(report.files[0]?.quotations.length).toBeGreaterThan(0)
    expect(report.summary.quotations.misquoted).toBe(0)
  })

  test('every verdict, errors and warnings, places and fixes', async () => {
    const clause = `'it says "everyone has the right to freedom" and "everyone has the duty to freedom of opinion" and "[e]veryone has the right" and "nobody has ever written such words" [@udhr]'`
    const {files, summary} = await checked({'d.yaml': draft(clause), 'udhr.txt': words}, 'd.yaml')
    expect(files[0]?.quotations.map(({verdict}) => verdict)).toEqual(['verbatim', 'misquoted', 'altered', 'missing'])
    expect(summary.quotations).toMatchObject({verbatim: 1, altered: 1, misquoted: 1, missing: 1, unchecked: 0})
    const yaml = draft(clause).split('\n')
    const misquotation = files[0]?.diagnostics.find(({rule}) => rule === 'misquotation')
    const {line, column, endColumn} = misquotation as {line: number; column: number; endColumn: number}
    expect(yaml[line - 1]?.slice(column - 1, endColumn - 1)).toBe('duty')
  })

  test('a passage of a PDF is named by its page', async () => {
    const pdf = smallPdf([['Nothing here.'], ['Everyone has the right to freedom of opinion.']])
    const clause = `'it says "the right to freedom of opinion" [@udhr]'`
    const {files} = await checked({'d.yaml': draft(clause).replace('.txt', '.pdf'), 'udhr.pdf': pdf}, 'd.yaml')
    expect(files[0]?.quotations[0]).toMatchObject({verdict: 'verbatim', passage: {path: 'udhr.pdf', where: 'p. 2'}})
  })

  test('a passage of a web page has the offsets of its file and the words without markup', async () => {
    const page = '<p>Everyone has the <em>right</em> to&nbsp;freedom &amp; to opinion.'
    const clause = `'it says "the right to freedom & to opinion" [@udhr]'`
    const {files} = await checked({'d.yaml': draft(clause).replace('.txt', '.html'), 'udhr.html': page}, 'd.yaml')
    const [quotation] = files[0]?.quotations ?? []
    expect(quotation).toMatchObject({verdict: 'verbatim', passage: {text: 'the right to\u00a0freedom & to opinion'}})
    const {start, end} = (quotation?.passage ?? {}) as {start: number; end: number}
    expect(page.slice(start, end)).toBe('the <em>right</em> to&nbsp;freedom &amp; to opinion')
  })

  test('columns count UTF-16 units, ends are exclusive', async () => {
    const {files} = await checked({'d.yaml': 'title: T\nwhereas: ["😀漢 [@nobody]"]\nresolved: [acts]\n'}, 'd.yaml')
    const unknown = files[0]?.diagnostics.find(({rule}) => rule === 'unknown-source')
    expect(unknown).toMatchObject({line: 2, column: 18, endLine: 2, endColumn: 24})
  })

  test('a finding in another file names it', async () => {
    const yaml = 'title: T\nwhereas: ["x [@a]"]\nresolved: [acts]\nbibliography: refs.yaml\n'
    const refs = 'references:\n  - {id: a, type: boook, title: A}\n'
    const {files} = await checked({'d.yaml': yaml, 'refs.yaml': refs}, 'd.yaml')
    const named = files[0]?.diagnostics.filter(({rule}) => rule === 'unknown-type')
    expect(named?.[0]).toMatchObject({rule: 'unknown-type', path: 'refs.yaml', line: 2, column: 19})
  })

  test('files that cannot be read as YAML have no title, no quotations, no notes', async () => {
    const {files} = await checked({'d.yaml': '- x\n', 'e.yaml': ''}, 'd.yaml', 'e.yaml')
    expect(files.map(({quotations, notes}) => [quotations.length, notes.length])).toEqual([
      [0, 0],
      [0, 0]
    ])
  })

  test('notes say what is printed', async () => {
    const yaml =
      'title: T\nwhereas: ["x [@a, 5]^[*own* words]"]\nresolved: [acts]\nsources: {a: {type: book, title: A}}\n'
    const {files} = await checked({'d.yaml': yaml}, 'd.yaml')
    expect(files[0]?.notes).toEqual([
      {number: 1, text: 'A, 5.', sources: ['a']},
      {number: 2, text: 'own words', sources: []}
    ])
  })
})
