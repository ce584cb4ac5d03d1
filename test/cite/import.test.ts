import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import type {ImportedReferences} from '../../src/cite/index.ts'
import {importReferences, readBibliography, toCslItem} from '../../src/cite/index.ts'
import type {Typed} from './support.ts'
import {fields as sourceFields, value} from './support.ts'

const readYaml = (text: string): ReturnType<typeof value> => value(parse(text, {schema: 'failsafe'}) as Typed)
const imported = (text: string, path: string, taken: readonly string[] = []): ImportedReferences =>
  importReferences(text, path, readYaml, taken)
/** Losses as lines: id, field, value, reason. */
const lost = (text: string, path: string, taken: readonly string[] = []): readonly string[] =>
  imported(text, path, taken).losses.map(({id, field, value, reason}) => `${id ?? '-'} ${field} “${value}”: ${reason}`)
const none = 'no field of a source holds it'

describe('BibTeX', () => {
  const bib = `@preamble{"\\newcommand{\\x}{y}"}
@string{gp = "Greenwood {P}ress"}
% the shelf of the committee
@book{robbins1996,
  author    = {Robbins, Louise S. and {Readers' Union of A and B} and others},
  title     = {Censorship and the {American} Library: \\emph{The} 5\\% Reply},
  publisher = gp,
  address   = {Westport, CT},
  year      = 1996, month = may,
  isbn      = {0-313-29644-8},
  keywords  = {censorship, libraries},
  note      = {Second printing},
  annotation = {Read in March},
  file      = {:home/robbins.pdf:PDF},
  abstract  = {How libraries answered.},
  timestamp = {2024-05-06}
}
@legislation{espionage, title={Espionage Act of 1917}, journaltitle={U.S.C.}, volume={18}, date={2018}, pages={793}, pagination={section}}
@jurisdiction{nyt, title={Doe v. Roe}, journaltitle={U.S.}, volume=403, pages={713}, date=1971, institution={Supreme Court}, publisher={GPO}}
@article{bans, entrysubtype={newspaper}, author={Harris, Elizabeth}, title={Book Bans}, title={Bans of Books}, journaltitle={The Post},
  date={2022-01-30T08:30}, urldate={2022-02}, url={https://post.example/a_b~c}, publisher=nosuch}
@inbook{leaves, crossref={trees}, title={Leaves}, author={Birch, Bob}, eprint={1.2}}
@book{trees, author={Ash, Ann}, title={Trees}, date={1996-13-01}, year={1995}, editor={others}}
`
  test('entries in the form of CSL-YAML', () => {
    expect(imported(bib, 'refs.bib').entries).toEqual([
      {
        id: 'robbins1996',
        fields: {
          type: 'book',
          title: 'Censorship and the American Library: *The* 5% Reply',
          author: [{family: 'Robbins', given: 'Louise S.'}, "Readers' Union of A and B"],
          publisher: 'Greenwood Press',
          'publisher-place': 'Westport, CT',
          issued: '1996-05',
          ISBN: '0-313-29644-8',
          keyword: 'censorship,libraries',
          note: 'Second printing',
          annote: 'Read in March',
          abstract: 'How libraries answered.'
        }
      },
      {
        id: 'espionage',
        fields: {
          type: 'legislation',
          title: 'Espionage Act of 1917',
          'container-title': 'U.S.C.',
          volume: '18',
          page: '793',
          issued: '2018'
        }
      },
      {
        id: 'nyt',
        fields: {
          type: 'legal_case',
          title: 'Doe v. Roe',
          'container-title': 'U.S.',
          volume: '403',
          page: '713',
          authority: 'GPO',
          issued: '1971'
        }
      },
      {
        id: 'bans',
        fields: {
          type: 'article-newspaper',
          title: 'Bans of Books',
          author: [{family: 'Harris', given: 'Elizabeth'}],
          'container-title': 'The Post',
          issued: '2022-01-30',
          URL: 'https://post.example/a_b~c',
          accessed: '2022-02'
        }
      },
      {
        id: 'leaves',
        fields: {
          type: 'chapter',
          title: 'Leaves',
          author: [{family: 'Birch', given: 'Bob'}],
          'container-title': 'Trees',
          'container-author': [{family: 'Ash', given: 'Ann'}]
        }
      },
      {
        id: 'trees',
        fields: {type: 'book', title: 'Trees', author: [{family: 'Ash', given: 'Ann'}], issued: '1996-13-01'}
      }
    ])
  })

  test('every loss', () => {
    expect(lost(bib, 'refs.bib')).toEqual([
      `- @preamble “"\\newcommand{\\x}{y}"”: ${none}`,
      'robbins1996 author “and others”: a source names its authors one by one',
      `robbins1996 file “:home/robbins.pdf:PDF”: ${none}`,
      `robbins1996 timestamp “2024-05-06”: ${none}`,
      `espionage pagination “section”: ${none}`,
      'nyt institution “Supreme Court”: `authority` is already “GPO”',
      'bans title “Book Bans”: the field is given twice, the last one is read',
      'bans publisher “nosuch”: no `@string` gives `nosuch` a value',
      'bans date “2022-01-30T08:30”: written as `2022-01-30`',
      `leaves eprint “1.2”: ${none}`,
      'trees year “1995”: `issued` is already “1996-13-01”',
      `trees editor “others”: ${none}`
    ])
  })

  test('types, keys that cannot be cited or are taken, markup', () => {
    const text = `@pressrelease{O'Neil, title={A}}
@misc{ala, title={B}}
@misc{ala, title={\\textsc{C} and \\emph{D}}}
@misc{x:, title={a *b* c_d_ \\textsuperscript{2}}}`
    const {entries} = imported(text, 'a.bib', ['ala'])
    expect(entries.map(({id, fields}) => [id, fields.title])).toEqual([
      ['O-Neil', 'A'],
      ['ala-2', 'B'],
      ['ala-3', 'C and *D*'],
      ['x', 'a \\*b\\* c\\_d\\_ ^2^']
    ])
    expect(lost(text, 'a.bib', ['ala'])).toEqual([
      "O-Neil id “O'Neil”: it cannot be cited in this form, cited as `O-Neil`",
      'O-Neil type “@pressrelease”: it is no type of BibLaTeX, read as `@misc`',
      'ala-2 id “ala”: it is already taken, cited as `ala-2`',
      'ala-3 id “ala”: it is already taken, cited as `ala-3`',
      'ala-3 title “<span style="font-variant:small-caps;">C</span> and <i>D</i>”: its markup cannot be written as Markdown',
      'x id “x:”: it cannot be cited in this form, cited as `x`'
    ])
  })

  test('an entry that cannot be read is a problem', () => {
    const {entries, losses, problems} = imported('@misc{a, title={A}}\n@misc{b, title={B\n@misc{c, title={C}}', 'a.bib')
    expect([entries.map(({id}) => id), losses]).toEqual([['a', 'c'], []])
    expect(problems.map(({id, message}) => `${id}: ${message}`)).toEqual([
      'b: `b` cannot be read as BibTeX, expected a closing brace'
    ])
  })
})

describe('RIS', () => {
  const ris = (...lines: readonly string[]): string => `${lines.join('\r\n')}\r\nER  - \r\n`
  test('every loss', () => {
    const text =
      ris(
        'TY  - NEWS',
        'AU  - Harris, Elizabeth A., Jr., PhD',
        'AU  - Example Staff',
        'TI  - Bans',
        'T2  - The Post',
        'JO  - T. P.',
        'DA  - 2022/01/30/spring',
        'PY  - 2021',
        'N1  - one',
        'N1  - two',
        'UR  - https://post.example/1',
        'UR  - https://post.example/2',
        'L1  - file.pdf',
        'XX  - lost',
        'KW  - a',
        'KW  - b',
        'IS  - 5',
        'M1  - 4',
        'SP  - 1',
        'EP  - 9',
        'AD  - Chicago'
      ) +
      ris('TY  - NEW', 'ID  - 7 x', 'TI  - B') +
      ris('TY  - CASE', 'ID  - doe', 'TI  - Doe v. Roe', 'T2  - F.3d', 'A2  - Reporter', 'PB  - 9th Cir.', 'PY  - 1971')
    expect(imported(text, 'refs.ris').entries).toEqual([
      {
        id: 'harris2022bans',
        fields: {
          type: 'article-newspaper',
          title: 'Bans',
          author: [{family: 'Harris', given: 'Elizabeth A.', suffix: 'Jr.'}, 'Example Staff'],
          'container-title': 'The Post',
          issue: '5',
          page: '1-9',
          issued: '2022-01-30',
          URL: 'https://post.example/1',
          note: 'one',
          keyword: 'a, b'
        }
      },
      {id: '7-x', fields: {type: 'document', title: 'B'}},
      {
        id: 'doe',
        fields: {
          type: 'legal_case',
          title: 'Doe v. Roe',
          'container-title': 'F.3d',
          authority: '9th Cir.',
          issued: '1971'
        }
      }
    ])
    expect(lost(text, 'refs.ris')).toEqual([
      'harris2022bans AU “Harris, Elizabeth A., Jr., PhD”: “phd” is left out',
      'harris2022bans JO “T. P.”: `container-title` is already “The Post”',
      'harris2022bans DA “2022/01/30/spring”: “spring” is left out',
      'harris2022bans PY “2021”: `issued` is already “2022-01-30”',
      'harris2022bans N1 “two”: `note` is already “one”',
      'harris2022bans UR “https://post.example/2”: `URL` is already “https://post.example/1”',
      `harris2022bans L1 “file.pdf”: ${none}`,
      `harris2022bans XX “lost”: ${none}`,
      'harris2022bans M1 “4”: `issue` is already “5”',
      `harris2022bans AD “Chicago”: ${none}`,
      '7-x id “7 x”: it cannot be cited in this form, cited as `7-x`',
      '7-x TY “NEW”: it is no type of RIS, read as `document`',
      `doe A2 “Reporter”: ${none}`
    ])
  })
})

describe('CSL-JSON and CSL-YAML', () => {
  const json = `{"collection": "Shelf", "items": [
  {"id": "http://zotero.example/items/AB", "type": "article-journal",
   "title": "On <i>Ulysses</i> & <span style=\\"font-variant:small-caps;\\">AD</span>", "shortTitle": "Ul", "title-short": "Ulysses",
   "container-title": "A * B_c <sup>2</sup>", "collection-title": "x*y*z", "publisher": "<b>P</b>", "volume": 1.10,
   "author": [{"family": "Doe", "given": "J.", "affiliation": "X"}, {"literal": "Doe, Jane"}, {"literal": "American Library Association"}],
   "editor": [{"literal": "ALA"}],
   "issued": {"date-parts": [[2020, 5, 6]], "literal": "May"}, "accessed": {"raw": "2020-05-06T12:00Z"},
   "submitted": {"date-parts": [[2020, 13, 6]]}, "event-date": {"date-parts": [[2020, 5], [2021]], "circa": true, "season": "spring"},
   "original-date": {"date-parts": [["-43", 3]]}, "available-date": {"date-parts": [[12345]], "circa": false},
   "note": "a\\nb", "abstract": null, "ISBN": ["1", "2"], "custom": {"a": 1}, "titel": "typo", "number": {"a": 1}, "locator": "5"},
  {"type": "book", "title": "T"}, 3,
  {"id": "b", "type": "press", "title": "X", "issued": {"raw": "2020?"}, "accessed": {"raw": "n.d."}}
]}`
  test('entries and every loss', () => {
    const id = 'http/zotero.example/items/AB'
    expect(imported(json, 'refs.json').entries).toEqual([
      {
        id,
        fields: {
          type: 'article-journal',
          title: 'On *Ulysses* & AD',
          author: [{family: 'Doe', given: 'J.'}, {literal: 'Doe, Jane'}, {literal: 'American Library Association'}],
          editor: 'ALA',
          'container-title': 'A * B_c ^2^',
          'collection-title': 'x\\*y\\*z',
          volume: '1.10',
          publisher: 'P',
          issued: '2020-05-06',
          accessed: '2020-05-06',
          'title-short': 'Ulysses',
          'event-date': '2020-05~/2021',
          'original-date': '-0043-03',
          'available-date': {'date-parts': [['12345']]},
          note: 'a b',
          ISBN: '1 2'
        }
      },
      {id: 'b', fields: {type: 'document', title: 'X', issued: '2020~', accessed: 'n.d.'}}
    ])
    expect(lost(json, 'refs.json')).toEqual([
      '- collection “Shelf”: it stands beside the references',
      '- type “book”: the reference has no `id`',
      '- title “T”: the reference has no `id`',
      '-  “3”: it is no map of fields',
      `${id} id “http://zotero.example/items/AB”: it cannot be cited in this form, cited as \`${id}\``,
      `${id} shortTitle “Ul”: \`title-short\` is already “Ulysses”`,
      `${id} publisher “<b>P</b>”: its markup is left out`,
      `${id} author[0].affiliation “X”: ${none}`,
      `${id} issued.literal “May”: ${none}`,
      `${id} accessed.raw “2020-05-06T12:00Z”: written as \`2020-05-06\``,
      `${id} submitted “{"date-parts":[["2020","13","6"]]}”: ${none}`,
      `${id} event-date.season “spring”: ${none}`,
      `${id} custom “{"a":"1"}”: ${none}`,
      `${id} titel “typo”: ${none}`,
      `${id} number “{"a":"1"}”: ${none}`,
      `${id} title “On <i>Ulysses</i> & <span style="font-variant:small-caps;">AD</span>”: its markup cannot be written as Markdown`,
      `${id} locator “5”: it belongs to a citation, not to a source`,
      'b type “press”: it is no type of CSL, read as `document`',
      'b issued.raw “2020?”: written as `2020~`'
    ])
  })

  test('YAML titles are Markdown already', () => {
    const text = 'references:\n- id: a\n  type: book\n  title: "*T* & <b"\n  issued: 2020-5~\n  foo: [a, {b: c}]\n'
    expect(imported(text, 'a.yaml').entries).toEqual([
      {id: 'a', fields: {type: 'book', title: '*T* & <b', issued: '2020-05~'}}
    ])
    expect(lost(text, 'a.yaml')).toEqual([`a foo “["a",{"b":"c"}]”: ${none}`])
  })

  test('what is no bibliography', () => {
    expect(imported('', 'a.bib')).toEqual({entries: [], losses: [], problems: []})
    expect(imported('hello', 'a.txt').problems.map(({message}) => message)).toEqual([
      '`a.txt` holds no references, expected CSL-JSON, CSL-YAML, BibTeX or RIS'
    ])
    expect(imported('[{"id": 3', 'a.json').problems).toHaveLength(1)
  })
})

/** Words as a reader sees them, from everything an import gives. */
function saidBy(result: ImportedReferences): string {
  const texts: string[] = []
  const collect = (part: unknown): void => {
    if (typeof part === 'string') texts.push(part)
    else if (typeof part === 'object' && part !== null) Object.values(part).forEach(collect)
  }
  collect(result.entries.map(({fields}) => fields))
  collect(result.losses.map(({value}) => value))
  return ` ${
    texts
      .join(' ')
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `
}

/** A word that stands nowhere else, such as `Qx3a`. */
const marks = fc.uniqueArray(fc.integer({min: 1000, max: 99_999}), {minLength: 12, maxLength: 12})
const names = (text: string) => text.trim().split(/\s+/)
const bibFields = names(
  'author editor translator bookauthor title subtitle booktitle journal journaltitle publisher institution school organization ' +
    'address location series volume number pages edition chapter note annotation abstract keywords howpublished url doi isbn issn ' +
    'eprint type version venue eventtitle addendum pubstate shorttitle titleaddon maintitle origtitle library foo file entrysubtype'
)
const bibTypes = names(
  'article book inbook incollection online report thesis legislation jurisdiction misc inproceedings techreport patent software weird'
)
const risTags = names(
  'AU A1 A2 A3 A4 ED TI T1 T2 T3 CT BT JO JF JA J1 J2 ST VL IS M1 SP EP PB CY PP SN UR LK L1 L2 DO N1 N2 AB KW LA M3 SE DB DP CN AD C1 C2 ET XX RN'
)
const risTypes = names('JOUR NEWS BOOK CHAP CASE STAT HEAR PCOMM RPRT ELEC GEN NEWX')
const cslNames = names(
  'title title-short shortTitle container-title publisher volume issue page note abstract URL DOI author editor issued accessed custom foo keyword ISBN number genre authority archive event journalAbbreviation categories'
)

describe('nothing is lost in silence', () => {
  test('fields of BibTeX', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...bibTypes),
        fc.array(fc.constantFrom(...bibFields), {maxLength: 12}),
        marks,
        (type, fields, numbers) => {
          const typed = fields.map((name, index) => ({name, word: `Q${numbers[index]}x`}))
          const text = `@${type}{it,\n${typed.map(({name, word}) => `  ${name} = {${word}}`).join(',\n')}${typed.length === 0 ? 'x = {}' : ''}\n}`
          const result = imported(text, 'a.bib')
          expect(result.entries).toHaveLength(1)
          for (const {word} of typed) expect(saidBy(result)).toContain(` ${word} `)
        }
      ),
      {numRuns: 150}
    )
  })

  test('tags of RIS', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...risTypes),
        fc.array(fc.constantFrom(...risTags), {maxLength: 12}),
        marks,
        (type, tags, numbers) => {
          const typed = tags.map((tag, index) => ({tag, word: `Q${numbers[index]}x`}))
          const text = `TY  - ${type}\n${typed.map(({tag, word}) => `${tag}  - ${word}\n`).join('')}ER  - \n`
          const said = saidBy(imported(text, 'a.ris'))
          for (const {word} of typed) expect(said).toContain(` ${word} `)
        }
      )
    )
  })

  const leaf = fc.integer({min: 1000, max: 99_999}).map(number => `Q${number}x`)
  const cslValue = fc.oneof(
    {weight: 3, arbitrary: leaf},
    fc.array(leaf, {maxLength: 3}),
    fc.array(fc.dictionary(fc.constantFrom('family', 'given', 'literal', 'suffix', 'email'), leaf), {maxLength: 2}),
    fc.dictionary(fc.constantFrom('literal', 'raw', 'season', 'other', 'date-parts'), leaf),
    leaf.map(word => `<i>${word}</i>`)
  )
  test('values of CSL-JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...cslNames), cslValue), fields => {
        const text = JSON.stringify([{id: 'it', type: 'book', ...fields}])
        const said = saidBy(imported(text, 'a.json'))
        for (const word of text.match(/Q\d+x/g) ?? []) expect(said).toContain(` ${word} `)
      }),
      {numRuns: 500}
    )
  })
})

describe('what is imported reads as it did in its file', () => {
  const rich = fc
    .array(
      fc.constantFrom(
        'a',
        ' ',
        '*',
        '_',
        '^',
        '~',
        '\\',
        '<',
        '&',
        '<i>',
        '</i>',
        '<b>',
        '</b>',
        '<sup>',
        '</sup>',
        '“',
        '.'
      ),
      {minLength: 1, maxLength: 10}
    )
    .map(parts => parts.join(''))
  const year = fc.oneof(fc.integer({min: -3000, max: 9999}), fc.constant(12345))
  const moment = fc.oneof(
    fc.tuple(year),
    fc.tuple(year, fc.integer({min: 1, max: 12})),
    fc.tuple(year, fc.integer({min: 1, max: 12}), fc.integer({min: 1, max: 28}))
  )
  const date = fc.oneof(
    fc.record({'date-parts': fc.array(moment, {minLength: 1, maxLength: 2}), circa: fc.boolean()}),
    fc.record({'date-parts': fc.tuple(fc.tuple(year)), season: fc.constantFrom('1', '2', '3', '4')}),
    fc.record({
      raw: fc.constantFrom('2020', '2020-05/', '2020-21', '../2020', 'soon', '2020-05-06/2020-06-07', '1850~')
    }),
    fc.record({literal: fc.constantFrom('n.d.', '2020', 'May')})
  )
  const person = fc.oneof(
    fc.record(
      {
        family: fc.constantFrom('Knox', 'van Dam'),
        given: fc.constantFrom('E. J. M.', 'Ann'),
        suffix: fc.constantFrom('Jr.', 'III'),
        'non-dropping-particle': fc.constant('de')
      },
      {requiredKeys: ['family']}
    ),
    fc.record({literal: fc.constantFrom('ALA', 'Doe, Jane', 'Simon & Schuster, Inc.')}),
    fc.record({given: fc.constant('Madonna')})
  )
  const reference = fc.record(
    {
      title: rich,
      'container-title': rich,
      publisher: rich,
      issued: date,
      accessed: date,
      author: fc.array(person, {maxLength: 3}),
      volume: fc.constantFrom('1.10', '007'),
      keyword: fc.constant(['a', 'b'])
    },
    {requiredKeys: []}
  )
  test('but for the losses', () => {
    fc.assert(
      fc.property(reference, fields => {
        const text = JSON.stringify([{id: 'it', type: 'book', ...fields}])
        const {entries, losses} = imported(text, 'a.json')
        const [original] = readBibliography(text, 'a.json', readYaml).entries
        const {item} = toCslItem('it', sourceFields((entries[0]?.fields ?? {}) as {readonly [key: string]: Typed}))
        const told = new Set(losses.map(({field}) => field.replace(/[.[].*/, '')))
        for (const name of Object.keys(original?.item ?? {}))
          if (!told.has(name)) expect([name, item[name]]).toEqual([name, original?.item[name]])
        expect(Object.keys(item).every(name => name in (original?.item ?? {}))).toBe(true)
      }),
      {numRuns: 1000}
    )
  })
})

test('a large file', () => {
  const text = Array.from(
    {length: 200},
    (_, i) =>
      `@article{a${i}, author={Knox, Emily}, title={T ${i}}, journal={J}, year=2014, volume=3, pages={1--2}, doi={10.1/${i}}, file={x}, month=may}`
  ).join('\n')
  const start = performance.now()
  expect(imported(text, 'a.bib').losses).toHaveLength(200)
  expect(performance.now() - start).toBeLessThan(20_000)
})
