import {describe, expect, test} from 'vitest'
import {run} from '../src/cli/index.ts'
import {readConfig} from '../src/config.ts'
import {check, compile, read, resolve} from '../src/index.ts'
import {memoryHost, memoryLibrary} from './memory-host.ts'

const library = memoryLibrary({})
const draft = `title: Resolution on the Right to Read
mover: {name: Pat Example, role: Councilor-at-Large, email: pat@example.org}
seconder: {name: Sam Example, role: Chapter Councilor}
whereas:
  - the right to read is a right of everyone[^1]
  - nobody can form an opinion of a book that nobody may read
resolved:
  - affirms the right to read
`
const found = async (text: string, options: Parameters<typeof compile>[1] = {}): Promise<string[]> =>
  (await compile(text, {library, path: 'draft.yaml', ...options})).diagnostics.map(
    ({rule, severity, place}) => `${place.start.line} ${rule} ${severity}`
  )

describe('what a library user can say of findings', () => {
  test('severities', async () => {
    expect(await found(draft)).toEqual(['5 undefined-note error'])
    expect(await found(draft, {severities: {'undefined-note': 'info'}})).toEqual(['5 undefined-note info'])
    expect(await found(draft, {severities: {'undefined-note': 'off'}})).toEqual([])
    expect(await found(draft, {allow: ['undefined-note']})).toEqual([])
  })

  test('severities of what reading finds, but not of broken YAML', async () => {
    const text = `${draft}seconded: Sam Example\n`
    expect(await found(text, {allow: ['undefined-note']})).toEqual(['9 unknown-key error'])
    expect(await found(text, {allow: ['undefined-note', 'unknown-key']})).toEqual([])
    expect(await found(`${draft}allow: [undefined-note, unknown-key]\nseconded: Sam\n`)).toEqual([])
    const broken = 'title: "x\n'
    expect(await found(broken, {allow: ['malformed-yaml'], severities: {'malformed-yaml': 'off'}})).toContain(
      '1 malformed-yaml error'
    )
    const twice = `${draft}title: Another\nallow: [undefined-note, duplicate-key]\n`
    expect(await found(twice, {severities: {'duplicate-key': 'off'}, allow: ['duplicate-key']})).toEqual([
      '9 duplicate-key error',
      '10 needless-allow warning'
    ])
  })

  test('strictness is more than a severity', async () => {
    const text = draft.replace('[^1]', ', as "the United Nations has so well and often said"')
    const options = {allow: ['unsourced-quotation']}
    expect(await found(text, options)).toEqual(['5 unchecked-quotation warning'])
    const severities = {'unchecked-quotation': 'info'} as const
    expect(await found(text, {...options, severities})).toEqual(['5 unchecked-quotation info'])
    expect(await found(text, {...options, severities, isStrict: true})).toEqual(['5 unchecked-quotation error'])
  })

  test('`check` by itself', async () => {
    const resolved = await resolve(read(draft).resolution!, {library})
    expect(check(resolved, {severities: {'undefined-note': 'warning'}})).toMatchObject([
      {rule: 'undefined-note', severity: 'warning'}
    ])
  })
})

describe('`allow`', () => {
  const allowing = (names: string): string => draft.replace('may read\n', `may read\nallow: ${names}\n`)

  test('in the options that takes nothing away is not reported', async () => {
    expect(await found(draft, {allow: ['undefined-note', 'unused-source', 'no-such-rule']})).toEqual([])
  })

  test('is for findings that a severity takes away as well: they are needed when it changes', async () => {
    const text = allowing('undefined-note')
    expect(await found(text, {severities: {'undefined-note': 'off'}})).toEqual([])
    expect(await found(text, {allow: ['undefined-note']})).toEqual([])
  })

  test('of what only printing finds cannot be called needless', async () => {
    expect(await found(allowing('[undefined-note, unprintable-character, unprintable-source]'))).toEqual([])
  })

  test('can allow what is said of itself', async () => {
    expect(await found(allowing('[undefined-note, unused-source]'))).toEqual(['7 needless-allow warning'])
    expect(await found(allowing('[undefined-note, unused-source, needless-allow]'))).toEqual([])
    expect(await found(allowing('[undefined-note, everything, unknown-rule]'))).toEqual([])
    expect(await found(allowing('[undefined-note, needless-allow]'))).toEqual([])
  })

  test('is not judged in a broken file', async () => {
    expect(await found(`${draft}allow: unused-source\nnotes: {1: "x\n`)).not.toContain('9 needless-allow warning')
  })

  test('that an alias shares is not taken away', async () => {
    const text = draft
      .replace('  - the right', '  - allow: &same\n      - undefined-note\n      - unused-source\n    text: the right')
      .replace('  - nobody', '  - allow: *same\n    text: nobody')
    const {diagnostics} = await compile(text, {library, path: 'draft.yaml'})
    const idle = ['needless-allow', undefined]
    expect(diagnostics.map(({rule, fixes}) => [rule, fixes])).toEqual([idle, idle, idle])
  })
})

describe('reading settings', () => {
  test('all of them', () => {
    const {config, diagnostics} = readConfig(
      '\uFEFFrules: {misquotation: warning, unused-source: off}\r\nallow: short-quotation\r\ntemplate: ./ours\r\ncsl: ours.csl\r\nadvice: true\r\nstrict: True\r\nmax-warnings: 3\r\n',
      'whereas.yaml'
    )
    expect(diagnostics).toEqual([])
    expect(config).toMatchObject({
      severities: {misquotation: 'warning', 'unused-source': 'off'},
      allow: ['short-quotation'],
      template: {value: './ours'},
      csl: {value: 'ours.csl'},
      hasAdvice: true,
      isStrict: true,
      maxWarnings: 3
    })
  })

  test('places in a package.json with tabs and escapes are right', () => {
    const text = '{\n\t"name": "a\\u00e9b\\/c",\n\t"whereas": {\n\t\t"rules": {"misquotation": "never"}\n\t}\n}\n'
    const {diagnostics} = readConfig(text, 'a/package.json')
    expect(diagnostics).toMatchObject([{rule: 'unknown-value', place: {start: {line: 4, column: 30}}}])
    expect(text.split('\n')[3]!.slice(29)).toMatch(/^never"/)
  })

  test('hostile settings give a message and no more', () => {
    for (const text of ['[', '*a', '- - -', '"', '\0', 'rules: &a [*a]', 'rules: {__proto__: off}', 'x'.repeat(1e5)])
      expect(readConfig(text, 'whereas.yaml').diagnostics.length, text.slice(0, 20)).toBeGreaterThan(0)
    for (const text of ['', '# nothing\n', 'rules:\n', 'rules: {}\nallow: []\n'])
      expect(readConfig(text, 'whereas.yaml').diagnostics, text).toEqual([])
  })
})

test('the settings of a folder are read once, and each file has its own', async () => {
  const files: Record<string, string> = {
    'a/whereas.yaml': 'allow: undefined-note\n',
    'b/whereas.yaml': 'rules: {undefined-note: warning}\nmax-warnings: 1\n'
  }
  for (const folder of ['a', 'b', 'c']) for (const name of ['1', '2']) files[`${folder}/${name}.yaml`] = draft
  const host = memoryHost(files)
  const asked: string[] = []
  const counting = {
    ...host,
    readFile: (path: string) => {
      asked.push(path)
      return host.readFile(path)
    }
  }
  expect(
    await run(['check', '--format', 'compact', ...Object.keys(files).filter(name => /\d/.test(name))], counting)
  ).toBe(1)
  expect(asked.filter(path => path.endsWith('whereas.yaml')).sort()).toEqual(['a/whereas.yaml', 'b/whereas.yaml'])
  expect(host.out().replace(/: note.*\(/g, ' (')).toBe(
    'b/1.yaml:5:45: warning (undefined-note)\nb/2.yaml:5:45: warning (undefined-note)\nc/1.yaml:5:45: error (undefined-note)\nc/2.yaml:5:45: error (undefined-note)\n'
  )
  expect(host.error()).toBe('error: 2 warnings, expected at most 1\n')
})

test('a template beside settings in the working folder is a folder, and not one of ours', async () => {
  const template = 'name: house\norganisation: House of Readers\nwords: {actor: the House of Readers}\n'
  const files = {
    'whereas.yaml': 'template: ./ala\nallow: undefined-note\n',
    'ala/template.yaml': template,
    'd.yaml': draft
  }
  const host = memoryHost(files)
  expect(await run(['build', '--to', 'txt', '-o', '-', 'd.yaml'], host)).toBe(0)
  expect(host.out()).toContain('the House of Readers')
})
