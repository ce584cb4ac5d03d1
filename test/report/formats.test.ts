import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {Ajv} from 'ajv'
import {describe, expect, test} from 'vitest'
import {type CheckedFile, type ReportFormat, type ReportOptions, report, rules as rulesOfOurs} from '../../src/index.ts'
import {jobSummary, reportedFile} from '../../src/report/index.ts'
import {placeAt, textFile} from '../../src/tree/index.ts'
import {hostileFiles} from './findings.ts'

const golden = (name: string): string => fileURLToPath(new URL(`golden/${name}`, import.meta.url))

const clean: readonly CheckedFile[] = [{path: 'a.yaml', text: '', resolved: undefined, diagnostics: []}]

/** A rule of a golden, which does not change with ours. */
const misquotation = {
  id: 'misquotation',
  severity: 'error',
  summary: 'The words between quotation marks are those of the source that is cited.'
} as const

const names = {compact: 'compact.txt', sarif: 'sarif.sarif', github: 'github.txt', junit: 'junit.xml'} as const
const formats = Object.keys(names) as (keyof typeof names)[]

describe.each(formats)('%s', format => {
  test('hostile findings', async () => {
    await expect(report(hostileFiles, format, {rules: [misquotation]})).toMatchFileSnapshot(golden(names[format]))
  })

  test('no colour codes, no absolute path, the same twice', () => {
    const options = {hasColor: true, columns: 40}
    const found = report(hostileFiles, format, options)
    expect(found.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}]/u)
    expect(found).not.toMatch(/\/home|secret/)
    if (format !== 'compact') expect(found).toContain('b.txt')
    expect(report(hostileFiles, format, options)).toBe(found)
    expect(report(hostileFiles, format)).toBe(found)
  })
})

describe('compact', () => {
  test('one line a finding, nothing without', () => {
    const count = hostileFiles.flatMap(({diagnostics}) => diagnostics).length
    expect(report(hostileFiles, 'compact').split('\n')).toHaveLength(count + 1)
    expect(report(clean, 'compact')).toBe('')
  })
})

interface Log {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {readonly rules: readonly {readonly id: string; readonly [key: string]: unknown}[]}
    }
    readonly artifacts: readonly unknown[]
    readonly results: readonly {
      readonly ruleId: string
      readonly ruleIndex: number
      readonly level: string
      readonly locations: readonly {readonly physicalLocation: {readonly artifactLocation: {readonly uri: string}}}[]
      readonly partialFingerprints: Readonly<Record<string, string>>
    }[]
  }[]
}

const schema = JSON.parse(readFileSync(new URL('sarif.schema.json', import.meta.url), 'utf8')) as object
const validate = new Ajv({allErrors: true}).compile(schema)

function sarifOf(files: readonly CheckedFile[], options: ReportOptions = {}): Log['runs'][number] {
  const log: unknown = JSON.parse(report(files, 'sarif', options))
  validate(log)
  expect(validate.errors ?? []).toEqual([])
  return (log as Log).runs[0]! // the schema has just been met
}

describe('sarif', () => {
  test('fits the schema, with findings and without', () => {
    expect(sarifOf(hostileFiles).results).toHaveLength(8)
    expect(sarifOf(clean)).toMatchObject({results: [], tool: {driver: {rules: []}}})
    expect(sarifOf([])).toMatchObject({results: [], artifacts: []})
  })

  test.each(['version', 'runs'])('the schema refuses a log without `%s`', name => {
    const {[name]: _, ...rest} = JSON.parse(report(hostileFiles, 'sarif'))
    expect(validate(rest)).toBe(false)
  })

  test.each<[string, (result: Record<string, unknown>) => object]>([
    ['a level of its own', result => ({...result, level: 'info'})],
    ['a misspelt property', result => ({...result, levels: 'error'})],
    ['no message', ({message: _, ...result}) => result],
    [
      'a column 0',
      result => ({
        ...result,
        locations: [{physicalLocation: {artifactLocation: {uri: 'a'}, region: {startLine: 1, startColumn: 0}}}]
      })
    ],
    ['a fix without changes', result => ({...result, fixes: [{artifactChanges: []}]})],
    [
      'a path that is no URI',
      result => ({...result, locations: [{physicalLocation: {artifactLocation: {uri: 'a b'}}}]})
    ]
  ])('the schema refuses %s', (_, change) => {
    const log = JSON.parse(report(hostileFiles, 'sarif'))
    log.runs[0].results[0] = change(log.runs[0].results[0])
    expect(validate(log)).toBe(false)
  })

  test('every rule that appears is described, and every result knows its own', () => {
    const {tool, results} = sarifOf(hostileFiles)
    const {rules} = tool.driver
    for (const {ruleId, ruleIndex} of results) expect(rules[ruleIndex]?.id).toBe(ruleId)
    expect(new Set(results.map(({ruleId}) => ruleId)).size).toBe(rules.length)
    expect(rules.find(({id}) => id === 'misquotation')).toMatchObject({
      shortDescription: {text: rulesOfOurs.find(({id}) => id === 'misquotation')!.summary},
      help: {text: expect.stringContaining('npx whereas explain misquotation')},
      defaultConfiguration: {level: 'error'}
    })
    expect(rules.find(({id}) => id === 'advice')).toMatchObject({
      shortDescription: {text: 'Advice.'},
      defaultConfiguration: {level: 'note'}
    })
  })

  test('fingerprints stay when lines are put in above and the line is indented anew', () => {
    const before = printsOf('title: T\nwhereas: [⟦one⟧, ⟦one⟧]\nresolved: [⟦one⟧]\n')
    const after = printsOf('# new\n\ntitle: T\n  whereas:   [⟦one⟧, ⟦one⟧]\nresolved: [⟦one⟧]\n')
    expect(after).toEqual(before)
    expect(new Set(before).size).toBe(3)
    expect(printsOf('whereas: [⟦two⟧]\n')[0]).not.toBe(before[0])
    expect(printsOf('whereas: [⟦one⟧, ⟦one⟧]\n', 'another-flaw')[0]).not.toBe(before[0])
  })

  test('paths are relative URIs below the root of the repository', () => {
    const path = 'ä b/#1/100%?.yaml'
    const uriOf = (given: string, folder = ''): string | undefined => {
      const diagnostic = {...hostileFiles[2]!.diagnostics[0]!, path: given}
      const {results} = sarifOf([{...clean[0]!, path: given, diagnostics: [diagnostic]}], {folder})
      return results[0]?.locations[0]?.physicalLocation.artifactLocation.uri
    }
    expect(uriOf(path)).toBe('%C3%A4%20b/%231/100%25%3F.yaml')
    expect(decodeURIComponent(uriOf(path)!)).toBe(path)
    expect(uriOf('a:b.yaml')).toBe('a%3Ab.yaml')
    expect(uriOf('../a.yaml', 'x/y')).toBe('x/a.yaml')
    expect(uriOf('/home/me/a.yaml', 'x')).toBe('a.yaml')
    expect(uriOf('C:\\me\\a.yaml')).toBe('a.yaml')
    expect(uriOf('\ud800.yaml')).toBe('%EF%BF%BD.yaml')
  })
})

/** The fingerprints of findings at the ⟦marked⟧ words. */
function printsOf(marked: string, rule = 'a-flaw'): (string | undefined)[] {
  const file = textFile('a.yaml', marked.replace(/[⟦⟧]/g, ''))
  const diagnostics = [...marked.matchAll(/⟦/g)].map(({index}, order) => ({
    rule,
    severity: 'error' as const,
    message: 'm',
    path: 'a.yaml',
    place: placeAt(file, index - 2 * order, index - 2 * order + 3)
  }))
  const {results} = sarifOf([{path: 'a.yaml', text: file.text, resolved: undefined, diagnostics}])
  return results.map(({partialFingerprints}) => partialFingerprints['ruleAndLine/v1'])
}

describe('github', () => {
  test('each finding is one command that GitHub reads back as it was meant', () => {
    const commands = report(hostileFiles, 'github').trimEnd().split('\n').map(readCommand)
    const diagnostics = hostileFiles.flatMap(file => file.diagnostics)
    expect(commands).toHaveLength(diagnostics.length)
    expect(commands.map(({name}) => name)).toEqual(['warning', ...Array(4).fill('error'), 'notice', 'error', 'error'])
    expect(commands[1]).toMatchObject({
      file: 'drafts/100% “a, b”: c.resolution.yaml',
      line: '3',
      col: '23',
      endLine: '3',
      endColumn: '35',
      title: 'whereas: misquotation',
      message: expect.stringContaining(
        'expected “grave threat”\nposes a [-grave danger-]{+grave <threat>+} to press*freedom*'
      )
    })
    // Columns are not allowed then.
    expect(Object.keys(commands[5]!)).toEqual(['name', 'file', 'line', 'endLine', 'title', 'message'])
  })

  test('paths start at the root of the repository', () => {
    expect(report(hostileFiles.slice(2), 'github', {folder: 'council/2026'})).toContain('file=council/2026/none.yaml,')
    expect(report(clean, 'github')).toBe('')
  })
})

/** A workflow command as the runner of GitHub takes it apart. */
function readCommand(line: string): Record<string, string> {
  const [, name = '', list = '', data = ''] = /^::(\w+) (.*?)::(.*)$/s.exec(line) ?? []
  const plain = (text: string): string =>
    text.replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%0A/g, '\n').replace(/%0D/g, '\r').replace(/%25/g, '%')
  const properties = list.split(',').map(pair => pair.split('=', 2).map(plain) as [string, string])
  return {name, ...Object.fromEntries(properties), message: plain(data)}
}

describe('job summary', () => {
  const summary = (files: readonly CheckedFile[], ...rest: [ReportOptions?, number?]): string =>
    jobSummary(files.map(reportedFile), ...rest)

  test('hostile findings', async () => {
    await expect(summary(hostileFiles)).toMatchFileSnapshot(golden('job-summary.md'))
  })

  test('nothing found', () => {
    expect(summary(clean)).toBe('## whereas: no errors, no warnings\n')
    expect(summary(clean, {isQuiet: true})).toBe('## whereas: no errors\n')
  })

  test('what does not fit is counted', () => {
    const many = Array.from({length: 20_000}, () => hostileFiles[0]!.diagnostics[2]!)
    const text = summary([{...hostileFiles[0]!, diagnostics: many}])
    expect(Buffer.byteLength(text)).toBeLessThan(1_000_100)
    expect(Buffer.byteLength(text)).toBeGreaterThan(990_000)
    const told = text.match(/^- /gm)!.length
    expect(text.endsWith(`\n${20_000 - told} more in the log of the job\n`)).toBe(true)
    expect(summary(hostileFiles, {}, 0)).toBe(
      '## whereas: 6 errors, 1 warning in 3 files\n\n8 more in the log of the job\n'
    )
  })
})

describe('junit', () => {
  const tagsOf = (format: ReportFormat, files: readonly CheckedFile[], tag: string, options = {}): number =>
    report(files, format, options).split(`<${tag}`).length - 1

  test('errors fail, the rest is skipped, a clean file passes, the counts agree', () => {
    const xml = report(hostileFiles, 'junit')
    expect(tagsOf('junit', hostileFiles, 'failure ')).toBe(6)
    expect(tagsOf('junit', hostileFiles, 'skipped ')).toBe(2)
    expect(tagsOf('junit', hostileFiles, 'testcase ')).toBe(9)
    expect(xml).toContain('<testsuites name="whereas" tests="9" failures="6" errors="0">')
    expect(xml).toContain('tests="7" failures="5" errors="0" skipped="2"')
    expect(xml).toContain('<testcase name="no findings" classname="drafts/clean.resolution.yaml"/>')
    expect(report(clean, 'junit', {isQuiet: true})).toContain('<testcase name="no errors"')
    expect(report([], 'junit')).toContain('tests="0"')
  })

  test('well-formed: every tag is closed, nothing stands raw', () => {
    const open: string[] = []
    const xml = report(hostileFiles, 'junit').replace(/^<\?xml [^>]*\?>\n/, '')
    const rest = xml.replace(
      /<(\/?)([a-z]+)((?: [a-z]+="[^"<&]*(?:&(?:amp|lt|gt|quot);[^"<&]*)*")*)(\/?)>/g,
      (_, close, name, __, empty) => {
        if (close) expect(open.pop()).toBe(name)
        else if (!empty) open.push(name)
        return ''
      }
    )
    expect(open).toEqual([])
    expect(rest.replace(/&(?:amp|lt|gt|quot);/g, '')).not.toMatch(/[<>&]/)
  })
})
