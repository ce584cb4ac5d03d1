import {describe, expect, test} from 'vitest'
import {read} from '../../src/read/index.ts'
import {atMarks} from './marked.ts'

/** A resolution that is whole, but for what `lines` change: a line replaces the one with its key. */
function resolution(lines: string): string {
  const whole = {title: 'title: a', whereas: 'whereas: [a]', resolved: 'resolved: [a]'}
  const rest = Object.entries(whole).filter(([key]) => !new RegExp(`^«?${key}»?:`, 'm').test(lines))
  return [lines, ...rest.map(([, line]) => line)].join('\n')
}

describe('the keys of a resolution', () => {
  test.each([
    [
      '«tittle»: a\nwhereas: [a]\nresolved: [a]',
      'unknown-key: `tittle` is not a key of a resolution, expected `title`'
    ],
    [resolution('«Whereas»: [a]'), 'unknown-key: `Whereas` is not a key of a resolution, expected `whereas`'],
    [
      resolution('«colour»: red'),
      'unknown-key: `colour` is not a key of a resolution, expected one of `template`, `language`, `title`, `number`, `meeting`, `date`, `status`, `mover`'
    ],
    [resolution('sources: {a: {«tilte»: b}}'), 'unknown-key: `tilte` is not a key of a source, expected `title`'],
    [resolution('sources: {a: {«url»: b}}'), 'unknown-key: `url` is not a key of a source, expected `URL`'],
    [
      resolution('page: {«line numbers»: true}'),
      'unknown-key: `line numbers` is not a key of the page, expected `line-numbers`'
    ],
    [resolution('mover: {name: a, «mail»: b}'), 'unknown-key: `mail` is not a key of a person, expected `email`'],
    ['«whereas»: [a]\nresolved: [a]', 'missing-key: the resolution has no `title`, expected text'],
    ['«title»: a\nwhereas: [a]', 'missing-key: the resolution has no `resolved`, expected a list'],
    ['«title»: a\nresolved: [a]', 'warning missing-key: the resolution has no `whereas`, expected a list'],
    [resolution('«mover»: {role: a}'), 'missing-key: `mover` has no `name`, expected one of `name`, `unit`'],
    [resolution('title: a\n«title»: b'), 'duplicate-key: `title` is given twice, expected it once'],
    [resolution('notes: {4: a, «4»: b}'), 'duplicate-key: `4` is given twice, expected it once'],
    [resolution('sources: {a: {title: b}, «a»: {title: c}}'), 'duplicate-key: `a` is given twice, expected it once'],
    [resolution('notes: {«a»: b}'), 'unknown-key: `a` is not a note number, expected a whole number such as `4`'],
    [
      resolution('whereas: [{text: a, id: b}, {text: c, id: «b»}]'),
      'duplicate-key: `b` is the id of two clauses, expected one of its own for each'
    ],
    [resolution('«<<»: {number: a}'), 'malformed-yaml: `<<` merges maps, expected every key to be written out'],
    [resolution('? «[»a]\n: b'), 'wrong-type: a key is a list, expected a word'],
    [
      resolution('«»: b').replace('«', '').replace('»', '').replace(/^: b/, '«:» b'),
      'unknown-key: `` is not a key of a resolution, expected one of `template`, `language`, `title`, `number`, `meeting`, `date`, `status`, `mover`'
    ]
  ])('%s', (yaml, message) => {
    expect(atMarks(yaml, read)).toEqual([message])
  })

  test('names that JavaScript knows are names like any other', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    const yaml = resolution(`sources:\n${names.map(name => `  ${name}: {title: ${name}}`).join('\n')}`)
    const {resolution: found, diagnostics} = read(yaml)
    expect(diagnostics).toEqual([])
    expect(found?.sources.map(source => source.id.value)).toEqual(names)
    for (const name of names)
      expect(read(resolution(`${name}: a`)).diagnostics.map(d => d.rule)).toEqual(['unknown-key'])
  })
})

describe('the values of a resolution', () => {
  test.each([
    [resolution('«title»: [a]'), 'wrong-type: `title` is a list, expected text'],
    [resolution('«title»: {a: b}'), 'wrong-type: `title` is a map, expected text'],
    [resolution('«resolved»: urges a'), 'wrong-type: `resolved` is text, expected a list'],
    [
      resolution('«seconder»: [a, b]'),
      'wrong-type: `seconder` is a list, expected text or keys such as `name`, `unit`, `role`, `email`'
    ],
    [resolution('«sources»: [a]'), 'wrong-type: `sources` is a list, expected a map'],
    [resolution('«allow»: {a: b}'), 'wrong-type: `allow` is a map, expected text or a list'],
    [
      resolution('whereas:\n  - [«a»]'),
      'wrong-type: item 1 of `whereas` is a list, expected text or the keys `text`, `id`, `allow`'
    ],
    [resolution('page: {line-numbers: «yes»}'), 'wrong-type: `line-numbers` is “yes”, expected `true` or `false`'],
    [resolution('«title»:'), 'empty-value: `title` is empty, expected text'],
    [resolution('«title»: ~'), 'empty-value: `title` is empty, expected text'],
    [resolution('«title»: "  "'), 'empty-value: `title` is empty, expected text'],
    [resolution('«resolved»: []'), 'empty-value: `resolved` is empty, expected a list'],
    [resolution('«whereas»:'), 'warning empty-value: `whereas` is empty, expected a list'],
    [
      resolution('resolved:\n  - a\n  «-»\n'),
      'empty-value: item 2 of `resolved` is empty, expected text or the keys `text`, `id`, `allow`'
    ],
    [resolution('resolved:\n  - {«text»: , id: a}\n'), 'empty-value: `text` is empty, expected text'],
    [resolution('resolved:\n  - {«id»: a}\n'), 'missing-key: item 1 of `resolved` has no `text`, expected text'],
    [resolution('status: «Adopted»'), 'unknown-value: `Adopted` is not a status, expected `adopted`'],
    [
      resolution('status: «final»'),
      'unknown-value: `final` is not a status, expected one of `draft`, `submitted`, `adopted`, `defeated`, `withdrawn`, `referred`'
    ],
    [
      resolution('sources: {a: {type: «press_release»}}').replace('press_release', 'web_page'),
      'unknown-value: `web_page` is not a type of source, expected `webpage`'
    ],
    [
      resolution('date: «2026-02-29»'),
      'malformed-date: `2026-02-29` is not a date, expected a day such as `2026-06-28`'
    ],
    [
      resolution('date: «"June 28, 2026"»').replace('«"', '"«').replace('"»', '»"'),
      'malformed-date: `June 28, 2026` is not a date, expected a day such as `2026-06-28`'
    ],
    [
      resolution('endorsers: [{unit: a, date: «2026-13-01»}]'),
      'malformed-date: `2026-13-01` is not a date, expected a day such as `2026-06-28`'
    ],
    [
      resolution('sources: {a: {sha256: «abc»}}'),
      'unknown-value: `abc` is not a SHA-256 hash, expected 64 hexadecimal digits'
    ],
    [
      resolution('language: «english»'),
      'unknown-value: `english` is not a language tag, expected a tag such as `en-US`'
    ]
  ])('%s', (yaml, message) => {
    expect(atMarks(yaml, read)).toEqual([message])
  })

  test('an empty optional key counts as absent', () => {
    const keys = ['number', 'mover', 'endorsers', 'notes', 'sources', 'submission', 'page', 'allow', 'date', 'status']
    const {resolution: found, diagnostics} = read(resolution(keys.map(key => `${key}:`).join('\n')))
    expect(diagnostics).toEqual([])
    expect(found).toMatchObject({number: undefined, mover: undefined, endorsers: [], notes: [], date: undefined})
  })

  test('29 February is a day in a leap year', () => {
    for (const day of ['2024-02-29', '2000-02-29']) expect(read(resolution(`date: ${day}`)).diagnostics).toEqual([])
    for (const day of ['1900-02-29', '2026-04-31']) expect(read(resolution(`date: ${day}`)).diagnostics).toHaveLength(1)
  })
})

const needsMarks = 'expected quotation marks around the text, or `>-` before it'

describe('flaws of the YAML itself', () => {
  test.each([
    ['title: a«:» b\nwhereas: [a]', `a colon inside text makes a key, ${needsMarks}`],
    [
      'title: a\nwhereas:\n  - the association\n    said«:» we\n  - b',
      `a colon inside text makes a key, ${needsMarks}`
    ],
    ['title: a\nwhereas: [a]\nresolved:\n«\t»- a', 'a tab indents this line, expected spaces'],
    ['title: «"»a\nwhereas: [a]', 'the quotation mark is never closed, expected `"` at the end of the text'],
    ["title: «'»it''s\nwhereas: [a]", "the quotation mark is never closed, expected `'` at the end of the text"],
    ['title: a\nwhereas: «[»a, [b]\nresolved: [a]', '`[` is never closed, expected `]`'],
    ['title: a\nmover: «{»name: a\nresolved: [a]', '`{` is never closed, expected `}`'],
    [
      'title: a\n«words alone»\nresolved: [a]',
      '“words alone” stands alone, expected a key with a colon, or more indentation'
    ],
    ['title: a\nresolved:\n  - a\n «-» b', 'this item is indented unlike its neighbours, expected the same column'],
    ['title: >- «a»\n  b\nresolved: [a]', '“a” stands beside `|` or `>`, expected text from the next line on'],
    ['title: a\nresolved: «-» b', '`-` stands on the line of its key, expected the list from the next line on'],
    ['resolved: [a]\nwhereas: [a]\ntitle: a\n«---»\ntitle: b', 'a second document begins here, expected one in a file'],
    [resolution('title: "a«\\q»b"'), '`\\q` is not an escape, expected `\\\\` for a backslash'],
    [resolution('resolved:\n  - «@»udhr says'), `text begins with “@”, ${needsMarks}`],
    [resolution('resolved:\n  - «`»a`'), `text begins with “\`”, ${needsMarks}`],
    [resolution('resolved:\n  - «&» sons'), `text begins with “&”, ${needsMarks}`],
    [resolution('resolved:\n  - «*»Brown v. Board* held'), `text begins with “*”, ${needsMarks}`],
    [
      resolution('resolved:\n  - "[t]he association" «holds that»'),
      '“holds that” stands after a complete value, expected `>-` before the whole text'
    ],
    [resolution('resolved: [a, «,» b]'), 'nothing stands before this comma, expected a value'],
    [resolution('number: «*a»'), '`*a` repeats nothing, expected `&a` before it'],
    [resolution('endorsers: &a [«*a»]'), '`*a` stands inside what it repeats, expected it outside'],
    [resolution('number: «!!int» 23'), '`!!int` is a YAML tag, expected a plain value']
  ])('%s', (yaml, message) => {
    expect(atMarks(yaml, read)).toEqual([`malformed-yaml: ${message}`])
  })

  test('a colon on one line makes a key of the clause, and the note says how to mend it', () => {
    const yaml = resolution('resolved:\n  - «the association said»: we')
    expect(atMarks(yaml, read)).toEqual([
      'unknown-key: `the association said` is not a key of a clause, expected one of `text`, `id`, `allow`'
    ])
    expect(read(yaml.replace(/[«»]/g, '')).diagnostics[0]?.note).toContain('`>-`')
  })

  test('a number sign that begins a comment inside a clause is warned of; ordinary comments are not', () => {
    const yaml = resolution('resolved:\n  - carries out motion «#3 of the council»\n  - b # as agreed')
    expect(atMarks(yaml, read)).toEqual([
      'warning malformed-yaml: “#3 of the council” is a comment to YAML, expected quotation marks around the text'
    ])
  })

  test('several local flaws are told in one go, one for a line', () => {
    const yaml = resolution('«tilte»: a\nresolved:\n  - «@»a\n  - [«@»b] says\n  - "c" «d»').replace('\ntitle: a', '')
    expect(atMarks(yaml, read)).toHaveLength(4)
  })

  test.each([
    ['«»', 'empty-value: the file is empty, expected `title`, `whereas` and `resolved`'],
    ['«»# nothing\n', 'empty-value: the file is empty, expected `title`, `whereas` and `resolved`'],
    ['«words alone»', 'wrong-type: the file is text, expected `title`, `whereas` and `resolved`'],
    ['«- a»\n- b', 'wrong-type: the file is a list, expected `title`, `whereas` and `resolved`']
  ])('no resolution can be read of %j', (yaml, message) => {
    expect(atMarks(yaml, read)).toEqual([message])
    expect(read(yaml.replace(/[«»]/g, '')).resolution).toBeUndefined()
  })

  test('what was read before and after a flaw is in the tree', () => {
    const {resolution: found} = read('title: a\nresolved: [b, "c" d, e]\nnumber: 3: 4')
    expect(found?.title?.value).toBe('a')
    expect(found?.resolved[0]?.text.value).toBe('b')
  })
})

describe('characters that cannot be printed', () => {
  test.each([
    [resolution('number: a«\u0000»b'), '0000'],
    [resolution('number: a«\u007f»b'), '007F'],
    [resolution('number: a«\ud800»b'), 'D800'],
    [resolution('number: a«\udc00\ufffe»b'), 'DC00'],
    [resolution('number: a«\r»b'), '000D'],
    [resolution('number: "a«\\x07»b"'), '0007'],
    [resolution('number: "a«\\uD83D»b"'), 'D83D']
  ])('%j', (yaml, code) => {
    expect(atMarks(yaml, read)).toEqual([
      `control-character: the character U+${code} cannot be printed, expected it to be left out`
    ])
    expect(read(yaml.replace(/[«»]/g, '')).resolution?.number?.value).toMatch(/^a\uFFFD+b$/)
  })

  test('tabs, emoji, accents and no-break spaces are printed as they are', () => {
    const words = 'a\tb \u{1F600} e\u0301 \u00a0 \u0085 שלום'
    const {resolution: found, diagnostics} = read(resolution(`number: ${words}`))
    expect(diagnostics).toEqual([])
    expect(found?.number?.value).toBe(words)
  })
})

describe('hostile files end soon', () => {
  const keys = 'abcdefghij'.split('')
  const files: Readonly<Record<string, string>> = {
    'an alias bomb': `sources:\n  a0: &a [x]\n${keys
      .slice(1)
      .map((key, at) => `  b${key}: {custom: &${key} [${Array(30).fill(`*${keys[at]}`).join(', ')}]}\n`)
      .join('')}`,
    'one long text repeated': `title: &a ${'x '.repeat(10_000)}\nwhereas:\n${'  - *a\n'.repeat(5000)}`,
    'open brackets': `title: ${'['.repeat(50_000)}`,
    'nested maps': Array.from({length: 1000}, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
    dashes: `${'- '.repeat(20_000)}a`,
    'unknown keys': Array.from({length: 10_000}, (_, at) => `k${at}: x`).join('\n'),
    bytes: Array.from({length: 100_000}, (_, at) => String.fromCharCode((at * 7919) % 256)).join(''),
    'a long line of blanks': `title: a${' \n'.repeat(100_000)} b`,
    'quotation marks': `title: ${"'".repeat(100_001)}`,
    'many megabytes': `title: a\n#${' '.repeat(3_000_000)}`
  }
  test.each(Object.entries(files))('%s', (_name, yaml) => {
    const start = performance.now()
    const {diagnostics} = read(yaml)
    expect(performance.now() - start).toBeLessThan(10_000)
    expect(diagnostics.length).toBeGreaterThan(0)
    expect(diagnostics.length).toBeLessThanOrEqual(1100)
  })
})
