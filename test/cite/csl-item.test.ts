import {describe, expect, test} from 'vitest'
import {shortTitle, toCslItem} from '../../src/cite/index.ts'
import type {Typed} from './support.ts'
import {fields, source} from './support.ts'

const read = (typed: {readonly [key: string]: Typed}): ReturnType<typeof toCslItem> => toCslItem('it', fields(typed))
const messages = (typed: {readonly [key: string]: Typed}): readonly string[] =>
  read({type: 'book', ...typed}).problems.map(({rule, severity, message}) => `${severity} ${rule}: ${message}`)

describe('dates', () => {
  test.each<readonly [Typed, unknown]>([
    ['2020', {'date-parts': [[2020]]}],
    ['2020-05', {'date-parts': [[2020, 5]]}],
    ['2020-05-06', {'date-parts': [[2020, 5, 6]]}],
    ['2020-5-6', {'date-parts': [[2020, 5, 6]]}],
    ['2020-05-06T10:30:00Z', {'date-parts': [[2020, 5, 6]]}],
    ['2020~', {'date-parts': [[2020]], circa: 'true'}],
    ['2020-05?', {'date-parts': [[2020, 5]], circa: 'true'}],
    ['2020-21', {'date-parts': [[2020]], season: '1'}],
    ['2020-24', {'date-parts': [[2020]], season: '4'}],
    ['-0044-03-15', {'date-parts': [[-44, 3, 15]]}],
    [
      '2019-06/2019-08',
      {
        'date-parts': [
          [2019, 6],
          [2019, 8]
        ]
      }
    ],
    ['2019/2021~', {'date-parts': [[2019], [2021]], circa: 'true'}],
    ['2019/..', {'date-parts': [[2019], [0, 0, 0]]}],
    ['2019/', {'date-parts': [[2019], [0, 0, 0]]}],
    ['2020-02-29', {'date-parts': [[2020, 2, 29]]}],
    ['n.d.', {literal: 'n.d.'}],
    ['forthcoming', {literal: 'forthcoming'}],
    [{year: '2020', month: '5', day: '6'}, {'date-parts': [[2020, 5, 6]]}],
    [
      {year: '2020', season: 'spring'},
      {'date-parts': [[2020]], season: '1'}
    ],
    [
      {year: '1850', circa: 'true'},
      {'date-parts': [[1850]], circa: 'true'}
    ],
    [[{year: '2019'}, {year: '2020', month: '2'}], {'date-parts': [[2019], [2020, 2]]}],
    [{'date-parts': [['2020', '5', '6']]}, {'date-parts': [[2020, 5, 6]]}],
    [{'date-parts': ['2020', '5']}, {'date-parts': [[2020, 5]]}],
    [{'date-parts': [['2019'], ['2020']]}, {'date-parts': [[2019], [2020]]}],
    [{raw: '2020-05-06'}, {'date-parts': [[2020, 5, 6]]}],
    [{literal: 'Easter  1916'}, {literal: 'Easter 1916'}]
  ])('%j', (issued, expected) => {
    const {item, problems} = read({type: 'book', issued})
    expect(item.issued).toEqual(expected)
    expect(problems).toEqual([])
  })

  test.each([
    'May 6, 2020',
    '2020-13',
    '2020-02-30',
    '2019-02-29',
    '199X',
    '06/05/2020',
    '2020-05-06-07',
    '../2020',
    '20200506',
    '..'
  ])('“%s” is printed as typed, with a warning', issued => {
    const {item, problems} = read({type: 'book', issued})
    expect(item.issued).toEqual({literal: issued})
    expect(problems).toMatchObject([
      {
        rule: 'malformed-date',
        severity: 'warning',
        message: `\`issued\` is “${issued}”, expected a date such as \`2026-05-02\`, \`2026-05\` or \`2026\``,
        place: {start: {offset: 150}},
        id: 'it'
      }
    ])
  })

  test.each<readonly [Typed]>([[{year: 'x'}], [{'date-parts': [['2020', 'May']]}], [[['2020']]], [{month: '5'}]])(
    '%j is no date',
    accessed => {
      const {item, problems} = read({type: 'book', accessed})
      if (JSON.stringify(accessed) === '[["2020"]]') expect(item.accessed).toEqual({'date-parts': [[2020]]})
      else expect(problems).toMatchObject([{rule: 'malformed-date'}])
    }
  )
})

describe('names', () => {
  test.each<readonly [Typed, unknown]>([
    ['American Library Association', [{literal: 'American Library Association'}]],
    [
      ['A', 'B\n C'],
      [{literal: 'A'}, {literal: 'B C'}]
    ],
    [{family: 'Knox', given: 'Emily'}, [{family: 'Knox', given: 'Emily'}]],
    [
      [{family: 'Roe', given: 'Sam', suffix: 'Jr.', 'non-dropping-particle': 'van'}],
      [{family: 'Roe', given: 'Sam', suffix: 'Jr.', 'non-dropping-particle': 'van'}]
    ],
    [{name: 'PEN'}, [{literal: 'PEN'}]],
    [{literal: 'PEN'}, [{literal: 'PEN'}]],
    [{given: 'Plato'}, [{family: 'Plato'}]],
    [{family: '__proto__', given: 'constructor'}, [{family: '__proto__', given: 'constructor'}]]
  ])('%j', (author, expected) => {
    const {item, problems} = read({type: 'book', author})
    expect(item.author).toEqual(expected)
    expect(problems).toEqual([])
  })

  test('what is no name', () => {
    expect(messages({author: {first: 'Emily', last: 'Knox'}})).toEqual([
      'error malformed-name: `first` is not a part of a name, expected `given`',
      'error malformed-name: `last` is not a part of a name, expected `family`',
      'error malformed-name: a name of `author` has no words, expected `family` or `literal`'
    ])
    expect(messages({author: [['A']]})).toEqual([
      'error malformed-name: `author` holds a list within a list, expected names'
    ])
    expect(messages({author: {family: ['A']}})[0]).toBe(
      'error malformed-name: `family` of a name is not a text, expected one text'
    )
    expect(messages({author: 'Knox, Emily J. M.'})).toEqual([
      'info person-as-organisation: “Knox, Emily J. M.” is printed as an organisation, expected `{family: …, given: …}` for a person'
    ])
    expect(messages({author: 'Simon & Schuster, Inc.'})).toEqual([])
    expect(messages({author: ''})).toEqual([])
  })
})

describe('types and fields', () => {
  test.each([
    ['press_release', 'expected `webpage`'],
    ['newspaper', 'expected `article-newspaper`'],
    ['Book', 'expected one of `book`'],
    ['article-jurnal', 'expected `article-journal`'],
    ['legal-case', 'expected `legal_case`'],
    ['tweet', 'expected `post`'],
    [
      'xyzzy',
      'expected one of `webpage`, `book`, `chapter`, `article-journal`, `article-newspaper`, `report`, `legislation`, `legal_case`'
    ],
    ['constructor', 'expected one of `webpage`']
  ])('type `%s`', (type, expected) => {
    const {item, problems} = read({type, title: 'T'})
    expect(item.type).toBe('document')
    expect(problems).toMatchObject([{rule: 'unknown-type', severity: 'error', place: {start: {offset: 50}}}])
    expect(problems[0]?.message).toContain(`\`${type}\` is not a type of source, ${expected}`)
  })

  test.each([
    ['titel', '`title`'],
    ['url', '`URL`'],
    ['doi', '`DOI`'],
    ['date', '`issued`'],
    ['pages', '`page`'],
    ['container_title', '`container-title`'],
    ['journal', '`container-title`'],
    ['access-date', '`accessed`']
  ])('field `%s`', (field, expected) => {
    const {problems} = toCslItem('it', [...fields({type: 'book'}), ...fields({[field]: 'x'}, 700)])
    const own = problems.filter(({rule}) => rule === 'unknown-key')
    expect(own).toMatchObject([{severity: 'warning', place: {start: {offset: 700}}}])
    expect(own[0]?.message).toMatch(
      new RegExp(`^\`${field}\` is not a field of a source, expected (?:one of )?${expected.replace(/^one of /, '')}`)
    )
    expect((own[0]?.message.match(/`/g)?.length ?? 0) / 2).toBeLessThanOrEqual(9)
  })

  test('values of the wrong kind', () => {
    expect(messages({title: ['A']})).toEqual(['error wrong-type: `title` is a list, expected one text'])
    expect(messages({volume: {a: 'b'}})).toEqual(['error wrong-type: `volume` is a map, expected one text'])
    expect(read({type: 'book', keyword: ['a', 'b'], ISBN: ['1', '2']}).item).toMatchObject({
      keyword: 'a, b',
      ISBN: '1 2'
    })
  })

  test('no type', () => {
    expect(read({URL: 'https://x.org'})).toMatchObject({
      item: {type: 'webpage'},
      problems: [{rule: 'missing-type', severity: 'warning'}]
    })
    expect(read({})).toMatchObject({item: {id: 'it', type: 'document'}, problems: [{rule: 'missing-type'}]})
  })

  test('older spellings, `id` and `custom`', () => {
    const {item, problems} = read({
      type: 'book',
      id: 'other',
      custom: {a: 'b'},
      shortTitle: 'S',
      event: 'E',
      journalAbbreviation: 'J'
    })
    expect(item).toEqual({id: 'it', type: 'book', 'title-short': 'S', 'event-title': 'E', 'container-title-short': 'J'})
    expect(problems).toEqual([])
  })

  test('numbers stay as typed, blanks are collapsed, no-break spaces kept', () => {
    const {item} = read({
      type: 'book',
      volume: '36',
      version: '1.10',
      number: '0012',
      issue: '1e3',
      publisher: ' A\r\n\tB\u00a0C ',
      title: 'a\n\nb'
    })
    expect(item).toMatchObject({
      volume: '36',
      version: '1.10',
      number: '0012',
      issue: '1e3',
      publisher: 'A B\u00a0C',
      title: 'a b'
    })
  })
})

describe('Markdown of titles', () => {
  test.each([
    ['plain', 'plain'],
    ['*A* and _B_', '<i>A</i> and <i>B</i>'],
    ['**A** __B__', '<b>A</b> <b>B</b>'],
    ['***A***', '<i><b>A</b></i>'],
    ['*a **b** c*', '<i>a <b>b</b> c</i>'],
    ['x^2^ and H~2~O', 'x<sup>2</sup> and H<sub>2</sub>O'],
    ['5 * 3 * 2', '5 * 3 * 2'],
    ['snake_case_name', 'snake_case_name'],
    ['C* and C**', 'C* and C**'],
    ['2^10 ^ 3', '2^10 ^ 3'],
    ['~~gone~~', '~~gone~~'],
    ['\\*no\\* \\_no\\_ C:\\dir', '*no* _no_ C:\\dir'],
    ['a <b>c</b> & d', 'a &lt;b>c&lt;/b> &amp; d'],
    ['*a <i> b*', '<i>a &lt;i> b</i>'],
    ['*a _b* c_', '<i>a _b</i> c_'],
    ['*foo**bar*', '<i>foo**bar</i>'],
    ['**foo*', '*<i>foo</i>'],
    ['*«A»*', '<i>«A»</i>']
  ])('%s', (typed, rich) => {
    expect(source('it', {type: 'book', title: typed, 'container-title': typed}).title).toBe(rich)
  })

  test('other fields are not Markdown', () => {
    expect(source('it', {type: 'book', publisher: '*A* & <b>'}).publisher).toBe('*A* & <b>')
  })

  test.each(['*a_ ', 'a**b', '^', '*a ', 'a* ', '_', '~a', '***a_b**'])('hostile: “%s” 20,000 times', unit => {
    const before = performance.now()
    source('it', {type: 'book', title: unit.repeat(20_000)})
    expect(performance.now() - before).toBeLessThan(10_000)
  })
})

test('short titles are plain words', () => {
  expect(shortTitle(source('a', {type: 'book', title: 'T: S', 'title-short': 'Short *T*'}))).toBe('Short T')
  expect(shortTitle(source('a', {type: 'book', title: 'The *Use* of <b> & x^2^: A Study'}))).toBe(
    'The Use of <b> & x2: A Study'
  )
  expect(shortTitle(source('a', {type: 'book', author: 'PEN'}))).toBe('PEN')
  expect(shortTitle(source('a', {type: 'book', author: {family: 'Knox', given: 'Emily'}}))).toBe('Emily Knox')
  expect(shortTitle(source('a', {type: 'book'}))).toBe('a')
})
