import {describe, expect, test} from 'vitest'
import {run} from '../../src/cli/index.ts'
import {report} from '../../src/index.ts'
import {report as print, readReport, reportFormats} from '../../src/report/index.ts'
import {memoryHost, packageFolder} from '../memory-host.ts'
import {hostileFiles} from './findings.ts'

const draft = (n: number): string =>
  `title: R ${n}\nwhereas:\n  - 'it says "everyone has the duty to freedom of opinion" and "nobody wrote such words at all" [@udhr]'\nresolved: [acts]\nsources:\n  udhr: {type: treaty, title: D, issued: 1948, text: udhr.txt}\n`
const files: Record<string, string> = {
  'udhr.txt': 'Everyone has the right to freedom of opinion and expression.\n',
  'x.yaml': 'title: "open\n',
  ...Object.fromEntries(Array.from({length: 9}, (_, n) => [`r${n}.yaml`, draft(n)]))
}
const names = [...Object.keys(files).filter(name => name.endsWith('.yaml')), 'none.yaml']
const examples = ['minimal', 'full', 'press-freedom'].map(name => `${packageFolder}/examples/${name}.resolution.yaml`)

async function called(args: readonly string[], more: Record<string, string> = {}): Promise<[number, string, string]> {
  const host = memoryHost({...files, ...more})
  const status = await run(args, host)
  return [status, host.out(), host.error()]
}

/** The reports of the shards, by name. */
async function shards(parts: number, options: readonly string[] = []): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (let part = 1; part <= parts; part++) {
    const shard = ['--shard', `${part}/${parts}`]
    const [, out] = await called(['check', '--format', 'json', ...options, ...shard, ...names, ...examples])
    found[`${part}.json`] = out
  }
  return found
}

describe('report merge', () => {
  test.each([1, 2, 5, 20])('the reports of %i shards are the report of one call, in every byte', async parts => {
    const reports = await shards(parts, ['--advice'])
    const [status, whole] = await called(['check', '--format', 'json', '--advice', ...names, ...examples])
    expect(await called(['report', 'merge', ...Object.keys(reports)], reports)).toEqual([status, whole, ''])
  })

  test.each(reportFormats.filter(format => format !== 'pretty' && format !== 'sarif'))(
    '%s is what `check` prints',
    async format => {
      const reports = await shards(3)
      const [status, whole] = await called(['check', '--format', format, ...names, ...examples])
      expect(await called(['report', 'merge', '--format', format, ...Object.keys(reports)], reports)).toEqual([
        status,
        whole,
        ''
      ])
    }
  )

  test('pretty is what `check` prints without the lines of the files', () => {
    const merged = readReport(report(hostileFiles, 'json'))
    if ('problem' in merged) throw new Error(merged.problem)
    const withoutFrames = report(hostileFiles, 'pretty').replace(/^ +(?:\d+ )?\|.*\n/gm, '')
    expect(print(merged.files, 'pretty')).toBe(withoutFrames)
  })

  test('sarif differs in its fingerprints alone', () => {
    const merged = readReport(report(hostileFiles, 'json'))
    if ('problem' in merged) throw new Error(merged.problem)
    const bare = (text: string): string => text.replace(/"ruleAndLine\/v1": "\w+"/g, '')
    const printed = print(merged.files, 'sarif')
    expect(bare(printed)).toBe(bare(print(hostileReported(), 'sarif')))
    expect(new Set(printed.match(/"ruleAndLine\/v1": "\w+"/g)).size).toBe(8)
  })

  test('a hostile report read and printed again is the same', () => {
    const once = report(hostileFiles, 'json')
    const read = readReport(once)
    expect('files' in read && print(read.files, 'json')).toBe(once)
  })

  test('warnings are counted over all reports', async () => {
    const reports = await shards(2)
    const [, whole] = await called(['check', '--format', 'json', ...names, ...examples])
    const {warnings} = JSON.parse(whole).summary as {warnings: number}
    const merge = ['report', 'merge', ...Object.keys(reports), '--max-warnings']
    expect((await called([...merge, String(warnings)], reports))[2]).toBe('')
    expect((await called([...merge, String(warnings - 1)], reports))[2]).toBe(
      `error: ${warnings} warnings, expected at most ${warnings - 1}\n`
    )
  })
})

const hostileReported = (): Parameters<typeof print>[0] =>
  hostileFiles.map(({path, diagnostics}) => ({
    path,
    title: undefined,
    diagnostics,
    lines: new Map(),
    quotations: [],
    notes: []
  }))

describe('what is no report', () => {
  const base = (): {files: Record<string, unknown>[]} & Record<string, unknown> =>
    JSON.parse(report(hostileFiles, 'json'))
  const problemOf = (value: unknown): string => {
    const read = readReport(typeof value === 'string' ? value : JSON.stringify(value))
    return 'problem' in read ? read.problem : 'none'
  }
  const no = 'is not a report of `whereas check --format json`: '

  test.each<[string, (report: ReturnType<typeof base>) => unknown, string]>([
    ['nothing', () => '', 'is not JSON, expected a report of `whereas check --format json`'],
    ['YAML', () => 'title: T\n', 'is not JSON, expected a report of `whereas check --format json`'],
    ['null', () => null, `${no}it is \`null\`, expected a map`],
    ['a list', () => [], `${no}it is a list, expected a map`],
    ['another version', all => ({...all, version: 2}), 'is a report of version 2, expected version 1'],
    ['no version', ({version: _, ...all}) => all, `${no}\`version\` is missing, expected a whole number`],
    ['a version in words', all => ({...all, version: '1'}), `${no}\`version\` is \`"1"\`, expected a whole number`],
    ['no files', ({files: _, ...all}) => all, `${no}\`files\` is missing, expected a list`],
    ['files in a map', all => ({...all, files: {}}), `${no}\`files\` is a map, expected a list`],
    [
      'a file without a path',
      all => ({...all, files: [{...all.files[0], path: null}]}),
      `${no}\`files[0].path\` is \`null\`, expected a text`
    ],
    [
      'findings without a place',
      all => ({
        ...all,
        files: [all.files[1], {...all.files[0], diagnostics: [{rule: 'a', severity: 'error', message: 'm'}]}]
      }),
      `${no}\`files[1].diagnostics[0].line\` is missing, expected a whole number`
    ],
    [
      'a severity of its own',
      all => ({...all, files: [{...all.files[0], diagnostics: [{rule: 'a', severity: 'fatal'}]}]}),
      `${no}\`files[0].diagnostics[0].severity\` is \`"fatal"\`, expected one of \`error\`, \`warning\`, \`info\``
    ],
    [
      'half a line',
      all => ({...all, files: [{...all.files[0], notes: [{number: 1.5}]}]}),
      `${no}\`files[0].notes[0].number\` is \`1.5\`, expected a whole number`
    ],
    [
      'a verdict of its own',
      all => ({...all, files: [{...all.files[0], quotations: [{text: '', clause: '', verdict: '__proto__'}]}]}),
      `${no}\`files[0].quotations[0].verdict\` is \`"__proto__"\`, expected one of \`verbatim\`, \`altered\`, \`misquoted\`, \`missing\`, \`unchecked\``
    ]
  ])('%s', (_, change, message) => {
    expect(problemOf(base())).toBe('none')
    expect(problemOf(change(base()))).toBe(message)
  })

  test('keys that nobody knows do no harm, nor does depth', () => {
    expect(problemOf({...base(), more: {}, __proto__: 1})).toBe('none')
    expect(problemOf(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toMatch(/^is not/)
  })
})
