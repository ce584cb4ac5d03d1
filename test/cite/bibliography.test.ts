import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import type {ReadBibliography} from '../../src/cite/index.ts'
import {readBibliography} from '../../src/cite/index.ts'
import type {Typed} from './support.ts'
import {cite, notes, value} from './support.ts'

const readYaml = (text: string): ReturnType<typeof value> => value(parse(text, {schema: 'failsafe'}) as Typed)
const read = (text: string, path: string): ReadBibliography => readBibliography(text, path, readYaml)
const printed = (text: string, path: string): readonly string[] => {
  const {entries} = read(text, path)
  return notes(
    entries.map(({item}) => item),
    entries.map(({id}) => [cite(id)])
  ).lines
}
const said = (text: string, path: string): readonly string[] =>
  read(text, path).problems.map(
    ({severity, rule, message, place}) => `${place?.start.line}: ${severity} ${rule}: ${message}`
  )

describe('CSL-JSON', () => {
  test('numbers as typed, tags of titles, hostile ids, nulls', () => {
    const text = `[
  {"id": 7, "type": "book", "title": "On <i>Ulysses</i> & <b", "volume": 1.10, "publisher": "<i>P</i>", "issued": {"date-parts": [[2020, 5]]}},
  {"id": "__proto__", "type": "book", "title": "T \\u00e9 \\ud83d\\ude00", "note": null, "author": [{"family": "O'Neil", "given": "A"}]}
]`
    const {entries, problems} = read(text, 'a.json')
    expect(problems).toEqual([])
    expect(entries.map(({id}) => id)).toEqual(['7', '__proto__'])
    expect(entries[0]?.item).toMatchObject({volume: '1.10', title: 'On <i>Ulysses</i> &amp; &lt;b', publisher: 'P'})
    expect(text.slice(entries[1]?.start, entries[1]?.end)).toMatch(/^\{"id": "__proto__"[\s\S]*\}$/)
    expect(printed(text, 'a.json')).toEqual(['/On /Ulysses/ & <b/, vol. 1.10 (P, 2020).', 'A O’Neil, /T é 😀/.'])
  })

  test('faults', () => {
    expect(said('[{"id": "a", 3}]', 'a.json')).toEqual([
      '1: error unreadable-bibliography: the JSON has `3` here, expected a key in quotation marks'
    ])
    expect(said('[{"id": "a"\n', 'a.json')).toEqual([
      '2: error unreadable-bibliography: the JSON ends here, expected `,` or `}`'
    ])
    expect(said('[] x', 'a.json')).toEqual([
      '1: error unreadable-bibliography: the JSON has `x` here, expected the end of the file'
    ])
    expect(said('["a', 'a.json')).toEqual([
      '1: error unreadable-bibliography: the JSON has `"` here, expected a closing quotation mark'
    ])
    expect(said('3', 'a.json')).toEqual([
      '1: error unreadable-bibliography: the file holds no list, expected a list of references'
    ])
    expect(said('['.repeat(5000), 'a.json')).toEqual([
      '1: error unreadable-bibliography: the JSON has `[` here, expected fewer than 50 levels'
    ])
  })

  test('ids are wanted, and one each', () => {
    const text =
      '[{"id":"a","type":"book","title":"One"},\n{"type":"book"},\n{"id":"a","type":"book","title":"Two"}, 3]'
    expect(said(text, 'a.json')).toEqual([
      '2: error missing-source-id: reference 2 has no `id`, expected an `id` to cite it by',
      '3: error missing-source-id: reference 4 is no map, expected an `id` to cite it by',
      '3: error duplicate-source: `a` is the id of two references, expected an id for each'
    ])
    expect(read(text, 'a.json').entries.map(({item}) => item.title)).toEqual(['One'])
  })

  test('unknown fields and types', () => {
    expect(said('[{"id":"a","type":"press_release","titel":"x","__proto__":"y"}]', 'a.json')).toEqual([
      '1: error unknown-type: `press_release` is not a type of source, expected `webpage`',
      '1: warning unknown-key: `titel` is not a field of a source, expected `title`',
      expect.stringMatching(/^1: warning unknown-key: `__proto__` is not a field of a source, expected one of/)
    ])
  })
})

describe('CSL-YAML', () => {
  const list = '- id: a\n  type: book\n  title: "*T*"\n  volume: 1.10\n  issued: 2020-05\n'
  test('under `references`, or bare; titles are Markdown', () => {
    expect(printed(`references:\n${list}`, 'a.yaml')).toEqual(['T, vol. 1.10 (2020).'])
    expect(printed(list, 'a.yml')).toEqual(printed(`references:\n${list}`, 'a.yaml'))
    expect(printed(`---\nreferences:\n${list}`, 'refs')).toEqual(['T, vol. 1.10 (2020).'])
  })
  test('no list', () => {
    expect(said('a: b', 'a.yaml')).toEqual([
      '1: error unreadable-bibliography: the file holds no list, expected a list of references'
    ])
  })
})

describe('BibTeX and BibLaTeX', () => {
  test.each([
    [
      'book with an organisation in braces, a macro, TeX',
      `@string{gp = "Greenwood Press"}
@book{x, author = {Louise S. Robbins and {Readers' Union of A and B}}, title = {Caf\\'e {NASA} 5\\% \\& \\emph{The} Reply}, publisher = gp, address = {Westport, CT}, year = 1996}`,
      'Louise S. Robbins and Readers’ Union of A and B, /Café NASA 5% & /The/ Reply/ (Westport, CT: Greenwood Press, 1996).'
    ],
    [
      'web page',
      '@online{x, author={{American Library Association}}, title={Universal Right}, date={2019-06-25}, urldate={2024-01-20}, url={https://www.ala.org/a_b%20c}}',
      'American Library Association, “Universal Right,” June 25, 2019, accessed January 20, 2024, {https://www.ala.org/a_b%20c}.'
    ],
    [
      'legislation keeps its code',
      '@legislation{x, title={Espionage Act of 1917}, journaltitle={U.S.C.}, volume={18}, date={2018}, pages={793}}',
      'Espionage Act of 1917, 18 U.S.C. 793 (2018).'
    ],
    [
      'jurisdiction keeps its reporter and court',
      '@jurisdiction{x, title={Doe v. Roe}, journaltitle={F.3d}, volume=403, pages={713}, date=1971, institution={9th Cir.}}',
      'Doe v. Roe, 403 F.3d 713 (9th Cir. 1971).'
    ],
    [
      'newspaper by its subtype',
      '@article{x, entrysubtype={newspaper}, author={Harris, Elizabeth}, title={Book Bans}, journaltitle={New York Times}, date={2022-01-30}}',
      'Elizabeth Harris, “Book Bans,” /New York Times/, January 30, 2022.'
    ],
    [
      'journal article with particles, ranges and month',
      '@article{x, author={van der Berg, Jan and Knox, Emily}, title={Soc}, journal={LISR}, volume=36, number={3--4}, pages={171--178}, year=2014, month=may, doi={10.1/x}}',
      'Jan van der Berg and Emily Knox, “Soc,” /LISR/ 36, nos. 3–4 (2014): 171–78, {https://doi.org/10.1/x}.'
    ],
    [
      'date that is no year',
      '@misc{x, title={T}, year={n.d.}, howpublished={\\url{https://x.org/}}}',
      '“T,” n.d., {https://x.org/}.'
    ],
    ['day and month', '@misc{x, title={T}, year=2020, month=6, day=25}', '“T,” June 25, 2020.'],
    ['month with its day', '@misc{x, title={T}, year=2020, month={25 June}}', '“T,” June 25, 2020.'],
    ['circa', '@misc{x, title={T}, date={1850~}}', '“T,” ca. 1850.'],
    ['parentheses', '@misc(x, title = "T (a) {b}")', '“T (a) b.”']
  ])('%s', (_, text, expected) => {
    expect(printed(text, 'a.bib').at(-1)).toBe(expected)
    expect(said(text, 'a.bib')).toEqual([])
  })

  test('names within braces are organisations', () => {
    const {entries} = read(
      '@book{x, author={{ALA} and Ann Ash and {A {B} C and D}}, editor={{A} and {B}}, title={T}}',
      'a.bib'
    )
    expect(entries[0]?.item.author).toEqual([{literal: 'ALA'}, {family: 'Ash', given: 'Ann'}, {literal: 'A B C and D'}])
    expect(entries[0]?.item.editor).toEqual([{literal: 'A'}, {literal: 'B'}])
  })

  test('a chapter takes what is missing from its book, the first of that key', () => {
    const text = `@book{b, author={Ann Ash}, title={Trees}, year=1996, publisher={P}}
@inbook{c, crossref={b}, title={Leaves}, author={Bob Birch}}
@book{b, title={Other}}`
    expect(printed(text, 'a.bib')[1]).toBe('Bob Birch, “Leaves,” in /Trees/ (P, 1996).')
    expect(said(text, 'a.bib')).toEqual([
      '3: error duplicate-source: `b` is the id of two references, expected an id for each'
    ])
  })

  test('one broken entry costs itself only; places are those of the file', () => {
    const text = `% a comment with @
@comment{x}
@misc{good, title={A}}

@misc{broken, title={unclosed
@misc{after, title={B}, weird={x}, file={y}}
@misc{, title={No key}}
@pressrelease{pr, title={C}}`
    const {entries} = read(text, 'a.bib')
    expect(entries.map(({id}) => id)).toEqual(['good', 'after', 'pr'])
    expect(entries.map(({start, end}) => text.slice(start, end))).toEqual([
      '@misc{good, title={A}}',
      '@misc{after, title={B}, weird={x}, file={y}}',
      '@pressrelease{pr, title={C}}'
    ])
    expect(said(text, 'a.bib')).toEqual([
      '5: error unreadable-bibliography: `broken` cannot be read as BibTeX, expected a closing brace',
      '7: error unreadable-bibliography: `@misc` cannot be read as BibTeX, expected a key after the brace',
      '6: info lost-in-import: `weird` of `after` cannot be printed, expected fields of BibLaTeX',
      '8: warning unknown-type: `@pressrelease` is not a type of entry, expected one of `@article`, `@book`, `@incollection`, `@online`, `@report`, `@legislation`, `@jurisdiction`, `@misc`'
    ])
  })

  test.each(['@a{'.repeat(30_000), '{'.repeat(100_000), `@a{b, c={${'{'.repeat(50_000)}`, '@'.repeat(100_000)])(
    'hostile %#',
    text => {
      const before = performance.now()
      read(text, 'a.bib')
      expect(performance.now() - before).toBeLessThan(10_000)
    }
  )
})

describe('RIS', () => {
  const ris = (...lines: readonly string[]): string => `${lines.join('\r\n')}\r\nER  - \r\n`
  test.each([
    [
      'newspaper keeps its authors',
      ris(
        'TY  - NEWS',
        'ID  - x',
        'AU  - Harris, Elizabeth',
        'A1  - Staff',
        'TI  - Bans - A  - B',
        'T2  - New York Times',
        'DA  - 2022/01/30/',
        'UR  - https://x.org/?a=1',
        'Y2  - 2026-05-02'
      ),
      'Elizabeth Harris and Staff, “Bans - A - B,” /New York Times/, January 30, 2022, accessed May 2, 2026, {https://x.org/?a=1}.'
    ],
    [
      'case keeps its reporter',
      ris(
        'TY  - CASE',
        'ID  - x',
        'TI  - Doe v. Roe',
        'T2  - F.3d',
        'A2  - Reporter',
        'VL  - 403',
        'SP  - 713',
        'PB  - 9th Cir.',
        'PY  - 1971'
      ),
      'Doe v. Roe, 403 F.3d 713 (9th Cir. 1971).'
    ],
    [
      'journal article, a line that goes on',
      ris(
        'TY  - JOUR',
        'ID  - x',
        'AU  - Knox, Emily J. M.',
        'TI  - Society and',
        'common sense',
        'JO  - LISR',
        'VL  - 36',
        'IS  - 3-4',
        'SP  - 171',
        'EP  - 178',
        'PY  - 2014',
        'DO  - 10.1/x'
      ),
      'Emily J. M. Knox, “Society and common sense,” /LISR/ 36, nos. 3–4 (2014): 171–78, {https://doi.org/10.1/x}.'
    ],
    [
      'chapter with editors',
      ris(
        'TY  - CHAP',
        'ID  - x',
        'AU  - Garnar, Martin',
        'TI  - Right',
        'T2  - Manual',
        'A2  - Magi, Trina',
        'PB  - ALA',
        'CY  - Chicago',
        'PY  - 2021///'
      ),
      'Martin Garnar, “Right,” in /Manual/, ed. Trina Magi (Chicago: ALA, 2021).'
    ],
    [
      'web page',
      ris('TY  - ELEC', 'ID  - x', 'AU  - American Library Association', 'TI  - T', 'PY  - 2019'),
      'American Library Association, “T,” 2019.'
    ]
  ])('%s', (_, text, expected) => {
    expect(printed(text, 'a.ris')).toEqual([expected])
    expect(said(text, 'a.ris')).toEqual([])
  })

  test('ids that are missing are derived, the same every time', () => {
    const text =
      ris('TY  - JOUR', 'AU  - Knox, Emily', 'TI  - The Society', 'PY  - 2014') +
      ris('TY  - JOUR', 'AU  - Knox, Emily', 'TI  - A Society', 'PY  - 2014') +
      ris('TY  - GEN')
    expect(read(text, 'a.ris').entries.map(({id}) => id)).toEqual(['knox2014society', 'knox2014society-2', 'record'])
    expect(read(text, 'a.ris')).toEqual(read(text, 'a.ris'))
    expect(said(text, 'a.ris')[0]).toBe(
      '1: info missing-source-id: the record has no `ID`, expected a line `ID  - knox2014society`'
    )
  })

  test('unknown types and tags', () => {
    expect(said(ris('TY  - NEW', 'ID  - x', 'TI  - T', 'XX  - lost'), 'a.ris')).toEqual([
      '1: warning unknown-type: `NEW` is not a type of RIS, expected `NEWS`',
      '1: info lost-in-import: `XX` of `x` cannot be printed, expected tags of RIS'
    ])
  })
})

test('the format by its looks', () => {
  expect(read('[{"id":"a","type":"book"}]', 'refs').entries).toHaveLength(1)
  expect(read('TY  - BOOK\nID  - a\nER  - ', 'refs.txt').entries).toHaveLength(1)
  expect(read('@book{a, title={T}}', 'refs').entries).toHaveLength(1)
  expect(read('- id: a\n  type: book', 'refs').entries).toHaveLength(1)
  expect(read('', 'a.bib')).toEqual({entries: [], problems: []})
  expect(said('hello', 'refs.txt')).toEqual([
    '1: error unreadable-bibliography: `refs.txt` holds no references, expected CSL-JSON, CSL-YAML, BibTeX or RIS'
  ])
})
