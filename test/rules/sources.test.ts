import {describe, expect, test} from 'vitest'
import {type CompileOptions, compile, rules} from '../../src/index.ts'
import {memoryLibrary} from '../memory-host.ts'

/** The rules on sources; what is found of form and notes is tested elsewhere. */
const ofSources = [
  'accessed-before-issued',
  'address-is-doi',
  'future-date',
  'leftover-placeholder',
  'malformed-archive',
  'malformed-doi',
  'malformed-isbn',
  'nameless-source',
  'tracking-address',
  'undated-access',
  'undated-source',
  'unlocatable-source',
  'unsafe-address',
  'untitled-source'
]

const page = 'type: webpage, title: On Reading, author: A. Reader'
const book = 'type: book, title: On Reading, author: A. Reader, issued: 2001'
const URL = 'URL: https://example.org/reading'

/** A resolution with one source, or with other words in place of its own. */
function draft(source: string, head = 'title: Resolution on Reading'): string {
  return `${head}
whereas:
  - everyone may read [@a]
resolved:
  - affirms that everyone may read
sources:
  ${source.startsWith('⟦') ? source : `a: ${source}`}
`
}

/** What is found of sources: the rule and the words it points at. */
async function found(text: string, options: CompileOptions = {}): Promise<string[]> {
  const {diagnostics} = await compile(text, {path: 'draft.yaml', library: memoryLibrary({}), ...options})
  const known = new Set([...ofSources, ...rules.filter(({check}) => !check).map(({id}) => id)])
  return diagnostics
    .filter(({rule}) => known.has(rule))
    .map(({rule, place}) => `${rule}: ${text.slice(place.start.offset, place.end.offset)} @${place.start.offset}`)
}

/** The text without the marks ⟦ ⟧, and what ought to be found there. */
function expected(rule: string, marked: string): {readonly text: string; readonly finding: string} {
  const at = marked.indexOf('⟦')
  const words = marked.slice(at + 1, marked.indexOf('⟧'))
  return {text: marked.replace(/[⟦⟧]/g, ''), finding: `${rule}: ${words} @${at}`}
}

const defects: readonly (readonly [string, string])[] = [
  ['untitled-source', `⟦a⟧: {type: webpage, author: A. Reader, ${URL}, accessed: 2026-05-02}`],
  ['untitled-source', '⟦a⟧: {type: report, title: "", author: A. Reader, issued: 2001}'],
  ['untitled-source', '⟦a⟧: {type: legislation, issued: 2001}'],
  ['nameless-source', `⟦a⟧: {type: webpage, title: On Reading, ${URL}, issued: 2020-01-01}`],
  ['nameless-source', '⟦a⟧: {type: book, title: The Library of the Future, issued: 2001}'],
  ['undated-source', '⟦a⟧: {type: book, title: On Reading, author: A. Reader}'],
  ['undated-source', '⟦a⟧: {type: legal_case, title: Reader v. Censor, volume: 1, container-title: U.S., page: 2}'],
  ['unlocatable-source', `⟦a⟧: {${page}, accessed: 2026-05-02}`],
  ['unlocatable-source', '⟦a⟧: {type: article-journal, title: On Reading, author: A. Reader, issued: 2001}'],
  ['unlocatable-source', '⟦a⟧: {type: chapter, title: On Reading, author: A. Reader, issued: 2001}'],
  ['unlocatable-source', '⟦a⟧: {type: legal_case, title: Reader v. Censor, issued: 2001}'],
  ['undated-access', `⟦a⟧: {${page}, ${URL}}`],
  ['undated-access', `⟦a⟧: {${page}, ${URL}, issued: n.d.}`],
  ['undated-access', `⟦a⟧: {type: report, title: On Reading, author: A. Reader, ${URL}}`],
  ['future-date', `{${page}, ${URL}, issued: 2020, accessed: ⟦2031-05-02⟧}`],
  ['future-date', `{${page}, ${URL}, issued: ⟦2026-12⟧, accessed: 2026-05-02}`],
  ['future-date', '{type: book, title: On Reading, author: A. Reader, issued: ⟦2206⟧}'],
  ['accessed-before-issued', `{${page}, ${URL}, issued: 2020-05-06, accessed: ⟦2020-05-05⟧}`],
  ['accessed-before-issued', `{${page}, ${URL}, issued: 2020, accessed: ⟦2019-12-31⟧}`],
  ['unsafe-address', `{${page}, URL: ⟦www.example.org/reading⟧, accessed: 2026-05-02}`],
  ['unsafe-address', `{${page}, URL: ⟦ftp://example.org/reading⟧, accessed: 2026-05-02}`],
  ['unsafe-address', `{${page}, URL: ⟦javascript:alert(1)⟧, accessed: 2026-05-02}`],
  ['unsafe-address', `{${page}, URL: ⟦https//example.org⟧, accessed: 2026-05-02}`],
  ['unsafe-address', `{${page}, URL: ⟦https://example.org/on reading⟧, accessed: 2026-05-02}`],
  ['unsafe-address', `{${page}, URL: "⟦https://⟧", accessed: 2026-05-02}`],
  ['tracking-address', `{${page}, URL: 'https://example.org/a?⟦utm_source=mail⟧', accessed: 2026-05-02}`],
  ['tracking-address', `{${page}, URL: 'https://example.org/a?b=1&⟦fbclid=x⟧&c=2#d', accessed: 2026-05-02}`],
  ['address-is-doi', `{${book}, URL: ⟦https://doi.org/10.1000/182⟧}`],
  ['address-is-doi', `{${book}, URL: ⟦http://dx.doi.org/10.1017/S0140525X00005756⟧}`],
  ['malformed-doi', `{${book}, DOI: ⟦11.1000/182⟧}`],
  ['malformed-doi', `{${book}, DOI: ⟦10.1000⟧}`],
  ['malformed-doi', `{${book}, DOI: ⟦https://example.org/10.1000/182⟧}`],
  ['malformed-isbn', `{${book}, ISBN: ⟦978-0-8389-1325-2⟧}`],
  ['malformed-isbn', `{${book}, ISBN: ⟦0-306-40615-3⟧}`],
  ['malformed-isbn', `{${book}, ISBN: ⟦978-0-306-4061-7⟧}`],
  ['malformed-isbn', `{${book}, ISBN: '0306406152, ⟦9780306406158⟧'}`],
  ['malformed-isbn', `{${book}, ISBN: ⟦none⟧}`],
  [
    'malformed-archive',
    `{${page}, issued: 2020, ${URL}, archive: 'https://web.archive.org/web/⟦20200101⟧/https://example.org/reading'}`
  ],
  [
    'malformed-archive',
    `{${page}, issued: 2020, ${URL}, archive: 'https://web.archive.org/web/⟦*⟧/https://example.org/reading'}`
  ],
  [
    'malformed-archive',
    `{${page}, issued: 2020, ${URL}, archive: 'https://web.archive.org/web/⟦20201301120000⟧/https://example.org/reading'}`
  ],
  [
    'malformed-archive',
    `{${page}, issued: 2020, ${URL}, archive: 'https://web.archive.org/web/20200101120000/⟦https://example.org/writing⟧'}`
  ],
  ['malformed-archive', `{${page}, issued: 2020, ${URL}, archive: '⟦https://web.archive.org/web/20200101120000⟧'}`],
  ['malformed-archive', `{${page}, issued: 2020, ${URL}, archive: '⟦https://perma.cc/PT3256LR⟧'}`],
  ['malformed-archive', `{${page}, issued: 2020, ${URL}, archive: '⟦https://example.org/reading/⟧'}`],
  ['leftover-placeholder', '{type: book, title: On Reading, author: A. Reader, publisher: ⟦TBD⟧, issued: 2001}'],
  ['leftover-placeholder', `{${book}, page: ⟦XX⟧}`],
  ['leftover-placeholder', `{${book}, URL: ⟦TBD⟧}`],
  ['leftover-placeholder', `{${book}, DOI: ⟦???⟧}`],
  ['malformed-date', '{type: book, title: On Reading, author: A. Reader, issued: ⟦TBD⟧}']
]

const innocents: readonly string[] = [
  book.replace('author: A. Reader', 'publisher: Reader and Sons'),
  `${page}, ${URL}, accessed: 2026-05-02`,
  `${page}, ${URL}, issued: 2020-05-06`,
  `${page}, ${URL}, issued: 2026-11-22, accessed: 2026-11-22`,
  `${page}, ${URL}, issued: 2020-05, accessed: 2020-05-01`,
  `${page}, ${URL}, issued: 2020-05-06, accessed: 2020`,
  'type: treaty, title: Charter of the Example Nations, URL: https://example.org/charter',
  'type: legal_case, title: Reader v. Censor, number: 12-345, issued: 2001',
  `${page}, issued: 2020, archive: 'https://perma.cc/PT32-56LR'`,
  'type: webpage, title: Statement of the Example Association, URL: https://example.org, accessed: 2026-05-02',
  'type: webpage, title: ALA Policy Manual, URL: https://example.org, accessed: 2026-05-02',
  'type: treaty, title: Universal Declaration of Human Rights',
  'type: legislation, volume: 47, container-title: U.S.C., section: 230',
  'type: legal_case, title: Reader v. Censor, volume: 1, container-title: U.S., page: 2, issued: 1999',
  'type: personal_communication, title: A. Reader to A. Writer, issued: 1787-01-16',
  'type: article-newspaper, title: On Reading, container-title: The Example Times, issued: 2001',
  'type: book, title: On Reading, author: A. Reader, issued: n.d.',
  'type: book, title: On Reading, editor: {family: Reader, given: A.}, issued: forthcoming',
  `${book}, DOI: 10.1000/182, URL: https://doi.org/10.1000/182`,
  `${book}, DOI: 'https://doi.org/10.1002/(SICI)1097-4571(199009)41:6<391::AID-ASI1>3.0.CO;2-9'`,
  `${book}, ISBN: 978-0-306-40615-7`,
  `${book}, ISBN: 0-8044-2957-X (pbk.)`,
  `${book}, ISBN: 9780306406157 0306406152`,
  `${book}, URL: 'https://example.org/a?id=7&lang=en#utm_source=x'`,
  `${book}, URL: 'http://localhost:8080/a'`,
  `${book}, URL: 'https://müller.example/ä(b)'`,
  `${page}, issued: 2020, ${URL}, archive: 'https://web.archive.org/web/20200101120000/http://www.example.org/reading/'`,
  `${page}, issued: 2020, ${URL}, archive: 'https://web.archive.org/web/20200101120000id_/https://EXAMPLE.org/reading'`,
  `${page}, issued: 2020, ${URL}, archive: 'https://archive.ph/abcde'`,
  `${book}, archive: Example Library, archive_location: Box 12`,
  `${book}, volume: XX, title-short: Reading in the XX Century`,
  `${book}, URL: https://example.org/XXX/TBD`
]

describe('sources', () => {
  test.each(defects)('%s: %s', async (rule, source) => {
    const {text, finding} = expected(rule, draft(source))
    expect(await found(text, {today: '2026-11-22'})).toEqual([finding])
  })

  test.each(innocents)('nothing is wrong with %s', async source => {
    expect(await found(draft(`{${source}}`), {today: '2026-11-22'})).toEqual([])
  })

  test('every rule has a defect', () => {
    expect([...new Set(defects.map(([rule]) => rule))]).toEqual(expect.arrayContaining(ofSources))
  })

  test('a source that is not cited, and one with a misspelt key, has no more to answer for', async () => {
    const text = draft(`{${book}}\n  b: {type: book}`)
    expect(await found(text)).toEqual([])
    const misspelt = draft('{type: book, titel: On Reading, author: A. Reader, issued: 2001}')
    expect(await found(misspelt)).toEqual([`unknown-key: titel @${misspelt.indexOf('titel')}`])
  })

  test('a source that is cited twice is reported once; one of a bibliography in its file', async () => {
    const twice = draft('{type: book, author: A. Reader, issued: 2001}').replace('[@a]', '[@a] and [@a, p. 3]')
    expect(await found(twice)).toEqual([`untitled-source: a @${twice.lastIndexOf('a: {')}`])
    const {diagnostics} = await compile('bibliography: refs.bib\nwhereas: ["all may read [@a] [@b]"]\n', {
      library: memoryLibrary({'refs.bib': '@book{a, title={On Reading}, author={Reader, A.}}\n@book{b, title={C}}\n'})
    })
    const ofFile = diagnostics.filter(({path}) => path === 'refs.bib')
    expect(ofFile.map(({rule, place}) => `${place.start.line} ${rule}`)).toEqual([
      '1 undated-source',
      '2 nameless-source',
      '2 undated-source'
    ])
  })

  test('the day of the resolution goes before today; without either nothing is in the future', async () => {
    const source = `{${page}, ${URL}, accessed: 2026-08-01}`
    const {text, finding} = expected(
      'future-date',
      draft(source.replace('2026-08-01', '⟦2026-08-01⟧'), 'title: T\ndate: 2026-06-28')
    )
    expect(await found(text, {today: '2026-11-22'})).toEqual([finding])
    expect(await found(draft(source), {today: '2026-11-22'})).toEqual([])
    expect(await found(draft(source.replace('2026', '2099')))).toEqual([])
  })

  test.each([
    ['undated', [0, 1]],
    ['always', [1, 1]],
    ['never', [0, 0]]
  ])('access dates: %s', async (setting, counts) => {
    const template = `name: ours\norganisation: O\nwords: {actor: O}\nsources: {access-dates: ${setting}}\n`
    const library = memoryLibrary({'ours/template.yaml': template})
    const count = async (source: string): Promise<number> => {
      const all = await found(draft(`{${source}}`, 'template: ./ours\ntitle: T'), {library})
      return all.filter(finding => finding.startsWith('undated-access')).length
    }
    expect([await count(`${page}, ${URL}, issued: 2020`), await count(`${page}, ${URL}`)]).toEqual(counts)
    expect(await count(`${page}, ${URL}, accessed: 2026-05-02`)).toBe(0)
  })

  test.each([
    ["URL: 'https://example.org/a?utm_source=x&b=1&utm_medium=y'", "URL: 'https://example.org/a?b=1'"],
    ["URL: 'https://example.org/a?fbclid=x#b'", "URL: 'https://example.org/a#b'"],
    ['URL: https://doi.org/10.1000/182', 'DOI: 10.1000/182']
  ])('%s is mended: %s', async (before, after) => {
    const text = draft(`{${book}, ${before}}`)
    const {diagnostics} = await compile(text, {library: memoryLibrary({})})
    const edits = diagnostics.flatMap(({fixes = []}) => fixes.flatMap(fix => fix.edits))
    const mended = edits
      .toSorted((a, b) => b.place.start.offset - a.place.start.offset)
      .reduce((words, {place, text}) => words.slice(0, place.start.offset) + text + words.slice(place.end.offset), text)
    expect(mended).toBe(draft(`{${book}, ${after}}`))
    expect(await found(mended)).toEqual([])
  })

  test('an address in a note is looked at too', async () => {
    const {text, finding} = expected(
      'tracking-address',
      'title: T\nwhereas: ["all may read[^1]"]\nresolved: [affirms it]\nnotes:\n  1: A. Reader, https://example.org/a?⟦utm_source=x⟧.\n'
    )
    expect(await found(text)).toEqual([finding])
  })
})

describe('leftover placeholders', () => {
  const clause = (words: string): string => `title: T\nwhereas:\n  - ${words}\nresolved: [affirms it]\n`

  test.each([
    'the board met in ⟦TBD⟧',
    'the ⟦TK⟧ members have met',
    'libraries lent ⟦XX⟧ books',
    'libraries lent ⟦XX⟧ percent more',
    'in ⟦20XX⟧ libraries lent more',
    'the council met on January ⟦XX⟧, 2026',
    'the council resolved in ⟦CD#XX⟧ that all may read',
    'the ⟦XXXX⟧ Library is open',
    'libraries lent ⟦???⟧ books',
    'libraries lent ⟦[insert number]⟧ books',
    'libraries lent ⟦____⟧ books',
    '⟦lorem ipsum⟧ dolor',
    'all may read^[A. Reader, p. ⟦XX⟧]',
    'all may read *in ⟦TBD⟧* and elsewhere'
  ])('in a clause: %s', async words => {
    const {text, finding} = expected('leftover-placeholder', clause(words))
    expect(await found(text)).toEqual([finding])
  })

  test.each([
    'title: Resolution on ⟦TBD⟧',
    'title: T\nnumber: 2025-2026 ALA ⟦CD#XX⟧',
    'title: T\nmover: {name: ⟦???⟧}',
    'title: T\nseconder: ⟦TBD⟧',
    'title: T\nsubmission: {fiscal: ⟦TBD⟧}',
    "title: T\nnotes: {1: 'A. Reader, p. ⟦XX⟧'}"
  ])('elsewhere: %s', async head => {
    const {text, finding} = expected('leftover-placeholder', `${head}\nwhereas: ["a[^1]"]\nresolved: [affirms it]\n`)
    expect(await found(text)).toEqual([finding])
  })

  test('in a locator', async () => {
    const {text, finding} = expected('leftover-placeholder', draft(`{${book}}`).replace('[@a]', '[@a, p. ⟦XX⟧]'))
    expect(await found(text)).toEqual([finding])
  })

  test.each([
    'the libraries of the XX century lent books',
    'the libraries of the nineteenth and XX centuries lent books',
    'Article XX of the charter, and Title XXX of the code, say so',
    'the XX Olympiad was held',
    'Part XIX or XX of the code says so',
    'the XXI century has begun, after Super Bowl XXX',
    'people with XX chromosomes read',
    'the works of TK Example are read',
    'the letter said "the sum is XX, to be paid TBD" and no more',
    'members of the Texas Bar Association (TBA) read',
    'the court said so, 569 U. S. ____ (2013)',
    'libraries install [add-ons] and [1]',
    'is reading free? it is',
    'the readers of snake_case and a[1] read',
    'the exhibition XX-rated nothing, and MAXXAM lent books'
  ])('not in %s', async words => {
    expect(await found(clause(words))).toEqual([])
  })
})

describe('hostile values take no time', () => {
  test.each([
    ['URL', `https://${'a.'.repeat(20_000)}!`],
    ['URL', `https://example.org/?${'a&'.repeat(20_000)}`],
    ['DOI', `10.1000${'.1'.repeat(20_000)}`],
    ['ISBN', '9-'.repeat(20_000)],
    ['archive', `https://web.archive.org/web/${'/'.repeat(40_000)}`],
    ['publisher', 'X'.repeat(20_000) + '_'.repeat(20_000)],
    ['publisher', '[insert '.repeat(5_000)]
  ])('%s', async (name, value) => {
    const started = performance.now()
    await found(draft(`{${book}, ${name}: '${value}'}`))
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
