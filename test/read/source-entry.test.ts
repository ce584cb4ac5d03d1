import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parse, parseDocument} from 'yaml'
import type {SourceEdit} from '../../src/read/index.ts'
import {addSource, addSources, read, sourceEntryYaml, updateSource} from '../../src/read/index.ts'
import type {SourceFields} from '../../src/tree/index.ts'

const pen: SourceFields = {type: 'webpage', title: 'Banned', issued: '2023-04-20'}
const lines = (...all: readonly string[]): string => all.join('\n')
const textOf = (edit: SourceEdit): string => ('problem' in edit ? `problem: ${edit.problem}` : edit.text)
const added = (text: string, fields: SourceFields = pen, id = 'pen'): string => textOf(addSource(text, {id, fields}))
const byHand = 'problem: the entry could not be put into the file without changing other parts; add it by hand:\n'

/** The edits made by hand on the old text. */
function applied(text: string, edit: SourceEdit): string {
  if ('problem' in edit) throw new Error(edit.problem)
  return edit.edits.reduceRight(
    (result, {place, text: words}) => result.slice(0, place.start.offset) + words + result.slice(place.end.offset),
    text
  )
}

describe('an entry alone', () => {
  test('names in braces, lists, nested maps', () => {
    const fields = {
      type: 'report',
      author: ['American Library Association', {family: 'Knox', given: 'Emily J. M.'}, {literal: 'Doe, Jane: Books'}],
      text: ['sources/a.txt', 'sources/b.txt'],
      issued: {'date-parts': [['2019', '6']]},
      custom: {a: {b: 'c'}, d: []}
    }
    expect(sourceEntryYaml('ala-2019', fields)).toBe(
      lines(
        'ala-2019:',
        '  type: report',
        '  author:',
        '    - American Library Association',
        '    - {family: Knox, given: Emily J. M.}',
        '    - {literal: "Doe, Jane: Books"}',
        '  text:',
        '    - sources/a.txt',
        '    - sources/b.txt',
        '  issued:',
        '    date-parts: [[2019, 6]]',
        '  custom:',
        '    a: {b: c}',
        '    d: []',
        ''
      )
    )
    expect(sourceEntryYaml('null', {})).toBe('"null": {}\n')
  })

  test.each([
    ['2019-06-25', '2019-06-25'],
    ['007', '007'],
    ['yes', 'yes'],
    ['https://x.org/a?b=c#d', 'https://x.org/a?b=c#d'],
    ['§ 793(e) — “so” 😀', '§ 793(e) — “so” 😀'],
    ['null', '"null"'],
    ['~', '"~"'],
    ['', '""'],
    ['Books: A History', '"Books: A History"'],
    ['a #b', '"a #b"'],
    ['ends:', '"ends:"'],
    ['@x', '"@x"'],
    ['`x`', '"`x`"'],
    ['*x*', '"*x*"'],
    ['- x', '"- x"'],
    ['-5', '-5'],
    ['%x', '"%x"'],
    [' x', '" x"'],
    ['"So" it is', `'"So" it is'`],
    ["'S \\x: it's", `'''S \\x: it''s'`],
    ['a\nb\tc', '"a\\nb\\tc"'],
    ['a\u2028b\u0085', '"a\\u2028b\\u0085"'],
    ['\ud800', '"\\ud800"']
  ])('%j is written %s', (text, yaml) => {
    expect(sourceEntryYaml('a', {title: text})).toBe(`a:\n  title: ${yaml}\n`)
    expect(parse(`title: ${yaml}`, {schema: 'failsafe'})).toEqual({title: text})
  })

  test('long texts are folded where that is safe', () => {
    const words = 'the freedom to read is essential to our democracy, '.repeat(3).trim()
    expect(sourceEntryYaml('a', {abstract: `# ${words}`})).toBe(
      lines(
        'a:',
        '  abstract: >-',
        '    # the freedom to read is essential to our democracy, the freedom to read is essential to our',
        '    democracy, the freedom to read is essential to our democracy,',
        ''
      )
    )
    expect(sourceEntryYaml('a', {abstract: `${words}  x`})).toBe(`a:\n  abstract: ${words}  x\n`)
    for (const unsafe of [` ${words}`, `${words}: `, `${words}\nx`])
      expect(sourceEntryYaml('a', {abstract: unsafe})).toMatch(/^a:\n {2}abstract: ".*"\n$/)
    const url = `https://x.org/${'a'.repeat(120)}`
    expect(sourceEntryYaml('a', {URL: url})).toBe(`a:\n  URL: ${url}\n`)
  })
})

describe('a new entry', () => {
  const own = ['  pen:', '    type: webpage', '    title: Banned', '    issued: 2023-04-20']
  test.each<[string, string, string]>([
    [
      'comments of the last entry stay with it, those of the next key with that',
      lines(
        'sources:',
        '  a:',
        '    type: book # x',
        '    # of a',
        '  # of a too',
        '',
        '# of b',
        'bibliography: b',
        ''
      ),
      lines(
        'sources:',
        '  a:',
        '    type: book # x',
        '    # of a',
        '  # of a too',
        ...own,
        '',
        '# of b',
        'bibliography: b',
        ''
      )
    ],
    [
      'a blank line between entries that have one',
      lines('sources:', '  a: {type: book}', '', '  b: {type: book}', ''),
      lines('sources:', '  a: {type: book}', '', '  b: {type: book}', '', ...own, '')
    ],
    [
      'the indentation of the others, lists at the margin of their key, no break at the end',
      lines('whereas:', '- x', 'sources:', '    a:', '       type: book'),
      lines(
        'whereas:',
        '- x',
        'sources:',
        '    a:',
        '       type: book',
        '    pen:',
        '       type: webpage',
        '       title: Banned',
        '       issued: 2023-04-20'
      )
    ],
    [
      'an empty value',
      lines('sources: # none yet', '  # here', 'title: x', ''),
      lines('sources: # none yet', '  # here', ...own, 'title: x', '')
    ],
    ['a sign for nothing', lines('sources: ~ # none', ''), lines('sources: # none', ...own, '')],
    ['empty braces', lines('sources: {}', 'title: x'), lines('sources:', ...own, 'title: x')],
    [
      'after the clauses and notes',
      lines('title: x', '', 'resolved:', '  - y', '', 'whereas:', '  - z # z', '', '# files', 'bibliography: b', ''),
      lines(
        'title: x',
        '',
        'resolved:',
        '  - y',
        '',
        'whereas:',
        '  - z # z',
        '',
        'sources:',
        ...own,
        '',
        '# files',
        'bibliography: b',
        ''
      )
    ],
    [
      'before what follows the sources',
      lines('title: x', 'submission:', '  author: y'),
      lines('title: x', 'sources:', ...own, 'submission:', '  author: y')
    ],
    [
      'before it at the start',
      lines('# head', 'bibliography: b'),
      lines('# head', 'sources:', ...own, 'bibliography: b')
    ],
    ['at the end', lines('---', 'title: x', '...', ''), lines('---', 'title: x', 'sources:', ...own, '...', '')],
    ['an empty file', '', lines('sources:', ...own, '')],
    ['a file of comments', lines('# c', '...'), lines('# c', 'sources:', ...own, '...')],
    [
      'line breaks of Windows, byte order mark',
      '\uFEFFtitle: x\r\nsources:\r\n  a:\r\n    type: book',
      `\uFEFFtitle: x\r\nsources:\r\n  a:\r\n    type: book\r\n${own.join('\r\n')}`
    ],
    ['a byte order mark alone', '\uFEFF', `\uFEFF${lines('sources:', ...own, '')}`],
    [
      'a block scalar that keeps its breaks',
      lines('sources:', '  a:', '    title: |+', '      x', '', ''),
      lines('sources:', '  a:', '    title: |+', '      x', '', ...own, '')
    ],
    [
      'an anchor that nothing repeats',
      lines('"sources": &s', '  ? a', '  : type: book', ''),
      lines('"sources": &s', '  ? a', '  : type: book', ...own, '')
    ],
    [
      'braces on one line',
      'sources: {a: {type: book}, }',
      'sources: {a: {type: book}, pen: {type: webpage, title: Banned, issued: 2023-04-20}, }'
    ],
    [
      'braces over several lines',
      lines('sources: {', '  a: {type: book}, # a', '  b: {type: book} # b', '}'),
      lines(
        'sources: {',
        '  a: {type: book}, # a',
        '  b: {type: book}, # b',
        '  pen: {type: webpage, title: Banned, issued: 2023-04-20}',
        '}'
      )
    ],
    [
      'a comma at the end',
      lines('sources: {', '  a: {type: book}, # a', '}'),
      lines('sources: {', '  a: {type: book}, # a', '  pen: {type: webpage, title: Banned, issued: 2023-04-20},', '}')
    ],
    [
      'a file that is JSON',
      '{"title": "x"}',
      '{"title": "x", "sources": {"pen": {"type": "webpage", "title": "Banned", "issued": "2023-04-20"}}}'
    ],
    [
      'braces around all',
      '{resolved: [x], page: {}}',
      '{resolved: [x], sources: {pen: {type: webpage, title: Banned, issued: 2023-04-20}}, page: {}}'
    ],
    ['empty braces around all', '{}', '{sources: {pen: {type: webpage, title: Banned, issued: 2023-04-20}}}']
  ])('%s', (_, before, after) => {
    const edit = addSource(before, {id: 'pen', fields: pen})
    expect(textOf(edit)).toBe(after)
    expect(applied(before, edit)).toBe(after)
  })

  test('several at once', () => {
    const two = [
      {id: 'pen', fields: {type: 'webpage'}},
      {id: 'udhr', fields: {type: 'treaty'}}
    ]
    expect(textOf(addSources('sources:\n  a: {}\n\n  b: {}\n', two))).toBe(
      'sources:\n  a: {}\n\n  b: {}\n\n  pen:\n    type: webpage\n\n  udhr:\n    type: treaty\n'
    )
    expect(textOf(addSources('{sources: {}}', two))).toBe('{sources: {pen: {type: webpage}, udhr: {type: treaty}}}')
    expect(textOf(addSources('', two))).toBe('sources:\n  pen:\n    type: webpage\n  udhr:\n    type: treaty\n')
    expect(addSources('x: y', [])).toEqual({edits: [], text: 'x: y'})
    expect(textOf(addSources('x: y', [...two, ...two]))).toBe(
      'problem: `pen` is already under `sources`, expected an id of its own'
    )
  })

  test('places are those of the text', () => {
    const edit = addSource('title: x\nsources:\n  a: {type: book}\nbibliography: b\n', {
      id: 'pen',
      fields: {type: 'book'}
    })
    const place = {line: 4, column: 1, offset: 36}
    expect(edit).toMatchObject({edits: [{place: {start: place, end: place}, text: '  pen:\n    type: book\n'}]})
  })

  test.each([
    ['a repeated map would change elsewhere', 'sources: &s\n  a: {type: book}\nnotes: *s\n'],
    ['an alias', 'notes: &s {}\nsources: *s\n'],
    ['a list', 'sources: [a]\n'],
    ['text', 'sources: a\n'],
    ['a key without a value between braces', '{sources}']
  ])('by hand: %s', (_, text) => {
    expect(added(text)).toBe(`${byHand}${sourceEntryYaml('pen', pen)}`)
  })

  test('characters that no output can carry', () => {
    expect(added('sources:\n', {title: 'a\u0007'})).toBe(`${byHand}pen:\n  title: "a\\u0007"\n`)
  })

  test('what cannot be written into', () => {
    expect(added('sources:\n  pen: {type: book}\n')).toBe(
      'problem: `pen` is already under `sources`, expected an id of its own'
    )
    expect(added('title: x\n\tx: "')).toMatch(
      /^problem: the YAML has a flaw in line 2, expected it to be mended first$/
    )
    expect(added('- x')).toBe('problem: the file is no map of keys, expected a resolution')
    expect(added('a: b\n---\nc: d\n')).toMatch(/^problem: the YAML has a flaw in line 2/)
    expect(added('sources: {}\n', pen, '<<')).toMatch(/^problem: the entry could not be put/)
  })
})

describe('keys of an entry', () => {
  const file = lines(
    'sources:',
    '  a:',
    "    URL: 'http://x.org' # page",
    '    title: "A: b"',
    '    text: >-',
    '      one',
    '      two',
    '    author:',
    '    - x',
    '    accessed:  # when',
    '    # of a',
    '  b: {type: book, issued: 2019}',
    '  c: # later',
    '  d: ~',
    '  e: x',
    'title: x',
    ''
  )
  const updated = (id: string, fields: SourceFields): string => textOf(updateSource(file, id, fields))
  const inPlaceOf = (before: string, after: string): string => file.replace(before, () => after)

  test.each<[string, string, SourceFields, string]>([
    [
      'single quotation marks stay',
      'a',
      {URL: "https://x.org/it's"},
      inPlaceOf("'http://x.org'", "'https://x.org/it''s'")
    ],
    ['double ones stay', 'a', {title: 'C'}, inPlaceOf('"A: b"', '"C"')],
    ['others where they must', 'a', {URL: 'a\nb'}, inPlaceOf("'http://x.org'", '"a\\nb"')],
    ['a folded text', 'a', {text: 'sources/a.txt'}, inPlaceOf('>-\n      one\n      two\n', 'sources/a.txt\n')],
    [
      'an empty value, and a list',
      'a',
      {accessed: '2026-01-02', author: 'y'},
      inPlaceOf('accessed:', 'accessed: 2026-01-02').replace('\n    - x', ' y')
    ],
    [
      'new keys at the end',
      'a',
      {URL: 'x', archive: 'https://y.org', sha256: 'ab'},
      inPlaceOf("'http://x.org'", "'x'").replace(
        '    # of a\n',
        '    # of a\n    archive: https://y.org\n    sha256: ab\n'
      )
    ],
    [
      'between braces',
      'b',
      {issued: 'a, b', accessed: '2026-01-02'},
      inPlaceOf('2019', '"a, b", accessed: 2026-01-02')
    ],
    [
      'an empty entry',
      'c',
      {type: 'book', text: ['a', 'b']},
      inPlaceOf('# later\n', '# later\n    type: book\n    text:\n    - a\n    - b\n')
    ],
    ['an entry of nothing', 'd', {type: 'book'}, inPlaceOf(' ~\n', '\n    type: book\n')]
  ])('%s', (_, id, fields, after) => {
    const edit = updateSource(file, id, fields)
    expect(textOf(edit)).toBe(after)
    expect(applied(file, edit)).toBe(textOf(edit))
  })

  test('what cannot be set', () => {
    expect(updated('z', pen)).toBe('problem: `z` is not under `sources`, expected one of `a`, `b`, `c`, `d`, `e`')
    expect(textOf(updateSource('title: x', 'z', pen))).toBe(
      'problem: `z` is not under `sources`, expected an entry for it'
    )
    expect(updated('e', pen)).toBe(`${byHand}${sourceEntryYaml('e', pen)}`)
    const anchored = 'sources:\n  a: {accessed: &d 2026-01-01}\n  b: {accessed: *d}\n'
    expect(textOf(updateSource(anchored, 'a', {accessed: '2026-02-02'}))).toMatch(/^problem: the entry could not/)
    expect(textOf(updateSource(anchored, 'b', {accessed: '2026-02-02'}))).toBe(anchored.replace('*d', '2026-02-02'))
    const commented = 'sources:\n  a:\n    title: >- # why\n      x\n'
    expect(textOf(updateSource(commented, 'a', {title: 'y'}))).toMatch(/^problem: the entry could not/)
  })

  test('nothing to change changes nothing', () => {
    expect(updateSource(file, 'a', {})).toEqual({edits: [], text: file})
    expect(updateSource(file, 'a', {text: 'one two', title: 'A: b'})).toEqual({edits: [], text: file})
  })
})

// Words with every sign that means something to YAML; control characters are refused and have a test of their own.
const word = fc.oneof(
  fc.string({unit: fc.constantFrom(...'ab7:#@`\'"-?!&*|>%{}[],\\~=. é😀§'), minLength: 1, maxLength: 12}),
  fc.constantFrom(
    'null',
    '~',
    'yes',
    '2019',
    '- a',
    'a: b',
    'a #b',
    '---',
    '...',
    '<<',
    'x'.repeat(120),
    'word '.repeat(40).trim(),
    'a\nb',
    'a\tb',
    '\u2028'
  )
)
const key = fc.constantFrom('title', 'author', 'issued', 'URL', 'text', 'archive', 'sha256', 'note')
const fieldsOf = fc.dictionary(
  key,
  fc.oneof(
    {weight: 4, arbitrary: word},
    fc.array(word, {maxLength: 3}),
    fc.array(fc.record({family: word, given: word}), {maxLength: 2}),
    fc.record({literal: word})
  ),
  {minKeys: 1, noNullPrototype: true}
)
const newId = fc.oneof(
  fc.constantFrom('pen', '2020', 'null', 'a:b', 'x y', '~', "it's", '@a'),
  word.filter(id => id.trim() === id && id !== '<<' && id.length < 50)
)

/** A file in pieces, each in one of several styles. */
const comment = fc.constantFrom('', '# comment: x', '', '  # indented "', '# - a')
const top = fc.constantFrom<(readonly string[])[]>(
  ['title: "a: b" # c'],
  ["title: 'it''s'"],
  ['title: >-', '  long', '  words', ''],
  ['template: ala'],
  ['whereas:', '- a # x', '- |', '  b', '', '  c'],
  ['whereas:', '    - text: >+', '        a', '', '      id: x'],
  ['resolved: [a, "b # c", {text: d}]'],
  ['notes:', "  4: 'x # y'", '  5: "a', '    b"'],
  ['"notes": {1: a}'],
  ['bibliography: refs.bib'],
  ['submission:', '   author: x', '   # inside'],
  ['mover: {name: A, unit: "B"}'],
  ['allow:', '- x', '-  y'],
  ['notes: &n', '  1: &w text', '  2: *w']
)
const entries = fc.constantFrom<(readonly string[])[]>(
  [],
  ['sources:'],
  ['sources: # none', '  # yet'],
  ['sources: ~'],
  ['sources: {}'],
  ['sources: { } # c'],
  ['sources: {a: {type: book}}'],
  ['sources: {', '   a: {type: book}, # x', '   b: {type: book}', '  }'],
  [
    'sources:',
    '  a:',
    '    type: book',
    '    title: |-',
    '      x',
    '      # no comment',
    '  # a comment',
    '',
    '  b: {type: book}',
    ''
  ],
  [
    'sources: &s',
    '     a:',
    '      type: book',
    '      author:',
    '      - x',
    '      - {family: y}',
    '     b:',
    '     # nothing'
  ],
  ['? sources', ': {a: {type: book}}'],
  ['sources:', '  "a": !!map', '    type: !!str book', '    URL:', '      http://x'],
  ['sources:', '  a:', '    title: |+', '      x', '', '']
)
const file = fc
  .tuple(
    fc.uniqueArray(top, {maxLength: 5, selector: ([first]) => first?.split(/[":]/).find(part => part !== '')}),
    entries,
    fc.nat(5),
    fc.array(comment, {minLength: 6, maxLength: 6}),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
    fc.constantFrom('', '\uFEFF'),
    fc.constantFrom('', '---\n', '# head\n\n'),
    fc.constantFrom('', '...\n', '# end')
  )
  .map(([tops, own, at, comments, newline, isEnded, mark, head, foot]) => {
    const parts = tops.toSpliced(Math.min(at, tops.length), 0, own).filter(part => part.length > 0)
    const body = parts.flatMap((part, i) => [...(comments[i] === '' ? [] : [comments[i] ?? '']), ...part])
    const text = head + body.join('\n') + (isEnded || foot !== '' ? '\n' : '') + foot
    return mark + text.replace(/\n/g, newline)
  })

type Js = {readonly [name: string]: unknown} | null

/** What `yaml` makes of a file by itself. */
function js(text: string): {readonly value: Js; readonly errors: number} {
  const document = parseDocument(text, {schema: 'failsafe', resolveKnownTags: false})
  return {value: document.toJS() as Js, errors: document.errors.length}
}

describe('any resolution', () => {
  test('takes a new entry; all else stays', () => {
    let written = 0
    fc.assert(
      fc.property(file, newId, fieldsOf, (before, id, fields) => {
        const old = js(before)
        fc.pre(old.errors === 0)
        const edit = addSource(before, {id, fields})
        const sources = (old.value?.sources ?? '') as Js | ''
        const isMap = sources === '' || sources === ('~' as unknown) || typeof sources === 'object'
        if ('problem' in edit) {
          expect(isMap && !(sources !== '' && sources !== null && id in sources)).toBe(false)
          return
        }
        written++
        expect(applied(before, edit)).toBe(edit.text)
        expect(edit.edits.map(one => before.slice(one.place.start.offset, one.place.end.offset).trim())).toSatisfy(
          (cut: string[]) => cut.every(words => /^(?:~|\{\s*\})?$/.test(words))
        )
        const now = js(edit.text)
        expect(now.errors).toBe(0)
        const others = typeof sources === 'object' ? sources : {}
        expect(now.value).toEqual({...old.value, sources: {...others, [id]: fields}})
        for (const one of before.match(/# (?!no comment|y'|c")[^\r\n]*/g) ?? []) expect(edit.text).toContain(one)
        const found = read(edit.text).resolution?.sources.find(source => source.id.value === id.trim())
        expect(found).toBeDefined()
      }),
      {numRuns: 400}
    )
    expect(written).toBeGreaterThan(150)
  })

  test('takes new values; all else stays', () => {
    let written = 0
    fc.assert(
      fc.property(file, fieldsOf, (before, fields) => {
        const old = js(before)
        const entry = ((old.value?.sources ?? null) as Js)?.a
        fc.pre(old.errors === 0 && typeof entry === 'object')
        const edit = updateSource(before, 'a', fields)
        expect('problem' in edit).toBe(false)
        if ('problem' in edit) return
        written++
        expect(applied(before, edit)).toBe(edit.text)
        const sources = old.value?.sources as object
        expect(js(edit.text)).toEqual({
          errors: 0,
          value: {...old.value, sources: {...sources, a: {...(entry as object), ...fields}}}
        })
      }),
      {numRuns: 400}
    )
    expect(written).toBeGreaterThan(60)
  })

  test('the entry alone reads back in YAML 1.2 and 1.1', () => {
    fc.assert(
      fc.property(newId, fieldsOf, (id, fields) => {
        const text = sourceEntryYaml(id, fields)
        expect(parse(text, {schema: 'failsafe'})).toEqual({[id]: fields})
        expect(parse(text, {schema: 'failsafe', version: '1.1'})).toEqual({[id]: fields})
      })
    )
  })
})

describe('hostile files', () => {
  test.each([
    ['many braces', '{'.repeat(200_000)],
    ['a long list', `whereas:\n${'- x\n'.repeat(10_000)}`],
    ['many entries', `sources:\n${Array.from({length: 5_000}, (_, i) => `  a${i}: {type: book}\n\n`).join('')}`],
    ['many comments', `sources:\n  a: {type: book}\n${'  # x\n'.repeat(20_000)}`],
    ['blanks behind a brace', `sources: {a: {}${' '.repeat(200_000)}}`]
  ])('%s', (_, text) => {
    const start = performance.now()
    addSource(text, {id: 'pen', fields: pen})
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
