import {createRequire} from 'node:module'
import {describe, expect, test} from 'vitest'
import {createCitationEngine, renderNotes} from '../../src/cite/index.ts'
import {loadStyles} from '../../src/cite/load.ts'
import {inspectStyle, prepareStyle} from '../../src/cite/style.ts'
import {cite, line, note, notes, notesCsl, source} from './support.ts'

const web = source('web', {
  type: 'webpage',
  author: 'ALA',
  title: 'Right to Read: A View',
  issued: '2019-06-25',
  URL: 'https://www.ala.org/r',
  accessed: '2024-01-20'
})
const book = source('book', {
  type: 'book',
  author: [{family: 'Robbins', given: 'Louise'}],
  title: 'Censorship',
  publisher: 'Greenwood',
  issued: '1996'
})
const law = source('law', {
  type: 'legislation',
  title: 'Privacy Act',
  'container-title': 'U.S.C.',
  volume: '5',
  section: '552a',
  issued: '1974'
})
const all = [web, book, law]

describe('clusters', () => {
  test('three sources in one note, prefix and suffix with Markdown', () => {
    const {lines} = notes(all, [
      [
        cite('web', {prefix: 'see *generally*', rest: ', para. 2'}),
        cite('book', {prefix: 'see also', rest: ', pp. 3-5 (emphasis *added*)'}),
        cite('law')
      ]
    ])
    expect(lines).toEqual([
      'See /generally/ ALA, “Right to Read: A View,” June 25, 2019, para. 2, accessed January 20, 2024, {https://www.ala.org/r}; see also Louise Robbins, /Censorship/ (Greenwood, 1996), 3–5 (emphasis /added/); Privacy Act, 5 U.S.C. §\u00a0552a (1974).'
    ])
  })

  test('the same source three times: full, short, short; never "ibid."', () => {
    const {lines} = notes(all, [
      [cite('book', {rest: ', 3'})],
      [cite('book', {rest: ', 3'})],
      [cite('law')],
      [cite('book')]
    ])
    expect(lines).toEqual([
      'Louise Robbins, /Censorship/ (Greenwood, 1996), 3.',
      'Robbins, /Censorship/, 3.',
      'Privacy Act, 5 U.S.C. §\u00a0552a (1974).',
      'Robbins, /Censorship/.'
    ])
  })

  test('the same source twice in one note', () => {
    const {lines} = notes(all, [[cite('book', {rest: ', 3'}), cite('book', {rest: ', 9'})]])
    expect(lines).toEqual(['Louise Robbins, /Censorship/ (Greenwood, 1996), 3; Robbins, /Censorship/, 9.'])
  })

  test('sources keep the order in which they were typed', () => {
    const {lines} = notes(all, [[cite('law'), cite('book')]])
    expect(lines[0]).toMatch(/^Privacy Act.*; Louise Robbins/)
  })

  test('two clusters of one hand-numbered note; numbers out of order', () => {
    const {lines} = notes(all, [
      {noteNumber: 7, items: [cite('book', {prefix: 'see'})], endsNote: false},
      {noteNumber: 7, items: [cite('law', {prefix: 'and'})]},
      {noteNumber: 2, items: [cite('book')]}
    ])
    expect(lines).toEqual([
      'See Louise Robbins, /Censorship/ (Greenwood, 1996)',
      'and Privacy Act, 5 U.S.C. §\u00a0552a (1974).',
      'Robbins, /Censorship/.'
    ])
  })

  test('words around a cluster: no capital, no point, whatever the note ends with', () => {
    const inc = source('inc', {type: 'webpage', author: 'Apple Inc.', title: 'T'})
    const {lines} = notes(
      [web, inc],
      [
        {noteNumber: 1, items: [cite('web', {prefix: 'see'})], opensNote: false, endsNote: false},
        {noteNumber: 2, items: [cite('web')], endsNote: false},
        {noteNumber: 3, items: [cite('inc')], endsNote: false},
        {noteNumber: 4, items: [cite('inc', {rest: ', by Apple Inc.'})], endsNote: false},
        {noteNumber: 5, items: [cite('inc', {rest: ', by Apple Inc.'})]}
      ]
    )
    expect(lines).toEqual([
      'see ALA, “Right to Read: A View,” June 25, 2019, accessed January 20, 2024, {https://www.ala.org/r}',
      'ALA, “Right to Read”',
      'Apple Inc., “T”',
      'Apple Inc., “T,” by Apple Inc.',
      'Apple Inc., “T,” by Apple Inc.'
    ])
  })

  test('a name or title that was typed small stays small', () => {
    const hooks = source('h', {type: 'book', author: [{given: 'bell', family: 'hooks'}], title: 'Theory'})
    const email = source('e', {type: 'legislation', title: 'e-Government Act'})
    const {lines} = notes([hooks, email], [[cite('h')], [cite('e')], [cite('e', {prefix: 'cf.'})]])
    expect(lines).toEqual(['bell hooks, /Theory/.', 'e-Government Act.', 'Cf. e-Government Act.'])
  })

  test('archived copies stand in brackets after their own addresses, and only there', () => {
    const other = source('other', {type: 'webpage', title: 'O', URL: 'https://www.ala.org/r'})
    const {lines} = notes(
      [web, other, book],
      [
        [
          cite('web', {archive: 'https://perma.cc/AAAA-1111', rest: ', para. 1 (emphasis added)'}),
          cite('other', {archive: 'https://perma.cc/BBBB-2222'})
        ],
        [cite('web', {archive: 'https://perma.cc/AAAA-1111'}), cite('book', {archive: 'https://perma.cc/CCCC-3333'})]
      ]
    )
    expect(lines).toEqual([
      'ALA, “Right to Read: A View,” June 25, 2019, para. 1, accessed January 20, 2024, {https://www.ala.org/r} [{https://perma.cc/AAAA-1111}] (emphasis added); “O,” {https://www.ala.org/r} [{https://perma.cc/BBBB-2222}].',
      'ALA, “Right to Read”; Louise Robbins, /Censorship/ (Greenwood, 1996), {https://perma.cc/CCCC-3333}.'
    ])
  })

  test('an empty cluster prints nothing, an unknown id is printed and reported', () => {
    const {lines, problems} = notes(all, [[], [cite('nobody')], [cite('book')]])
    expect(lines).toEqual(['', '@nobody.', 'Louise Robbins, /Censorship/ (Greenwood, 1996).'])
    expect(problems).toMatchObject([{rule: 'unknown-source', severity: 'error', id: 'nobody', cluster: 1}])
  })

  test('no clusters, no work', () => {
    expect(renderNotes({items: all, clusters: [], styleXml: 'no style', language: 'en'})).toEqual({
      clusters: [],
      problems: []
    })
  })

  test('a source without words is an error, and its note holds no error mark', () => {
    const {lines, problems} = notes(
      [source('empty', {type: 'webpage'}), book],
      [[cite('empty')], [cite('book'), cite('empty')]]
    )
    expect(lines[0]).not.toMatch(/CSL|NO_PRINTED/)
    expect(problems).toMatchObject([{rule: 'unprintable-source', severity: 'error', id: 'empty', cluster: 0}])
    expect(problems[0]?.message).toBe('`empty` has nothing to print, expected at least a `title`')
  })
})

describe('data that would break citeproc', () => {
  test.each([
    [
      'a number of a YAML reader as text',
      {type: 'article-journal', title: 'T', volume: '36', issue: '0012', issued: '2020'},
      '“T,” 36, no. 0012 (2020).'
    ],
    ['a new line in a title', {type: 'book', title: 'A lazy line\nsecond line'}, '/A lazy line second line/.'],
    ['two new lines in a title', {type: 'book', title: 'One\n\nTwo  three'}, '/One Two three/.'],
    [
      '1e3 and 1.10',
      {type: 'report', title: 'T', genre: 'paper', number: '1e3', edition: '1.10'},
      '/T/, paper 1e3, 1.10.'
    ],
    ['a plain-text date', {type: 'document', title: 'T', issued: 'Easter 1916'}, '“T,” Easter 1916.'],
    [
      'an author that is text, and two',
      {type: 'document', author: ['A Union', 'B, C & D'], title: 'T'},
      'A Union and B, C & D, “T.”'
    ],
    ['a lone given name', {type: 'document', author: [{given: 'Plato'}], title: 'T'}, 'Plato, “T.”'],
    ['field syntax in a note of the source', {type: 'book', title: 'T', note: 'type: webpage\nissued: 1999'}, '/T/.'],
    [
      'tags that were typed',
      {type: 'book', title: 'The <b> and <i>x</i> tags', author: '<sup>A</sup>', publisher: '<i>P</i> & Co'},
      '<sup>A</sup>, /The <b> and <i>x</i> tags/ (<i>P</i> & Co, n.d.).'
    ],
    ['entities that were typed', {type: 'book', title: 'R&amp;D &lt; &#38; x'}, '/R&amp;D &lt; &#38; x/.'],
    [
      'Markdown in a title',
      {type: 'book', title: 'On *Ulysses* and **x^2^** of H~2~O'},
      '/On /Ulysses/ and **x‹superscript:2›** of H‹subscript:2›O/.'
    ],
    [
      'apostrophes and quotation marks',
      {type: 'webpage', title: `Readers' "Right" isn't 'new'`},
      '“Readers’ ‘Right’ isn’t ‘new.’”'
    ],
    ['dashes and no-break spaces', {type: 'book', title: '1939–1969 — a\u00a0b'}, '/1939–1969 — a\u00a0b/.'],
    [
      'Chinese, which knows no italics',
      {type: 'book', author: [{family: '王', given: '小明'}], title: '图书馆自由'},
      '王小明, 图书馆自由.'
    ],
    ['Hebrew', {type: 'book', author: 'הספרייה הלאומית', title: 'חופש הקריאה'}, 'הספרייה הלאומית, /חופש הקריאה/.'],
    ['combining accents', {type: 'book', title: 'Cafe\u0301'}, '/Cafe\u0301/.'],
    ['our own marks', {type: 'book', title: 'a\uFDD0b\uFDD5c'}, '/a\uFFFDb\uFFFDc/.'],
    ['dollar signs', {type: 'book', title: `$& $1 $' \\1`}, `/$& $1 $’ \\1/.`]
  ])('%s', (_, typed, expected) => {
    expect(note(typed)).toBe(expected)
  })

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a b', `q"uo'te`, '', 'k0', 'note:1'])(
    'id `%s`',
    id => {
      const items = [source(id, {type: 'book', title: 'T'}), book]
      const {lines, problems} = notes(items, [[cite('book')], [cite(id, {rest: ', 4'})], [cite(id)]])
      expect(lines).toEqual(['Louise Robbins, /Censorship/ (Greenwood, 1996).', '/T/, 4.', '/T/.'])
      expect(problems).toEqual([])
      expect(Object.hasOwn(Object.prototype, 'title')).toBe(false)
    }
  )

  test.each([
    [
      'https://x.org/" onmouseover="alert(1)',
      '“T,” {https://x.org/" onmouseover="alert(1)|https://x.org/%22%20onmouseover=%22alert(1)}.'
    ],
    ['javascript:alert(1)', '“T,” javascript:alert(1).'],
    ['data:text/html,<script>', '“T,” data:text/html,<script>.'],
    [
      "https://x.org/it's_a*b*?q=1&r=<i>",
      "“T,” {https://x.org/it's_a*b*?q=1&r=<i>|https://x.org/it's_a*b*?q=1&r=%3Ci%3E}."
    ],
    ['https://', '“T,” https://.'],
    ['www.ala.org/x', '“T,” www.ala.org/x.'],
    ['https://x.org/(a)', '“T,” {https://x.org/(a)}.'],
    ['HTTPS://X.org', '“T,” {HTTPS://X.org|https://x.org/}.']
  ])('address %s', (URL, expected) => {
    expect(note({type: 'webpage', title: 'T', URL})).toBe(expected)
  })

  test('addresses in typed words become links, their points do not', () => {
    expect(note({type: 'book', title: 'T'}, {rest: ' (see https://x.org/a_(b), javascript:x)'})).toBe(
      '/T/ (see {https://x.org/a_(b)}, javascript:x).'
    )
  })

  test.each(['10.1000/182', 'https://doi.org/10.1000/182', 'http://dx.doi.org/10.1000/182', 'doi:10.1000/182'])(
    'DOI %s',
    DOI => {
      expect(note({type: 'book', title: 'T', DOI})).toBe('/T/, {https://doi.org/10.1000/182}.')
    }
  )

  test('typed words that look like an error mark are words', () => {
    const {lines, problems} = notes([book], [[cite('book', {rest: ' [NO_PRINTED_FORM]'})]])
    expect(lines).toEqual(['Louise Robbins, /Censorship/ (Greenwood, 1996) [NO_PRINTED_FORM].'])
    expect(problems).toEqual([])
  })
})

describe('engine', () => {
  const sources = Array.from({length: 12}, (_, i) =>
    source(`s${i}`, {
      type: ['book', 'webpage', 'article-journal', 'legal_case'][i % 4] ?? 'book',
      author: [{family: ['Ash', 'Birch'][i % 2] ?? '', given: `N${i}`}],
      title: `Title ${i}: With a Subtitle`,
      'container-title': 'J',
      volume: String(i),
      page: '1-20',
      issued: String(2000 + i)
    })
  )

  test('restoreProcessorState prints what rebuildProcessorState prints', () => {
    const facts = inspectStyle(notesCsl)
    if ('rule' in facts) throw new Error(facts.message)
    const style = prepareStyle(notesCsl, facts)
    const loaded = loadStyles()
    if (!loaded.styles.has(style.name)) loaded.styles.add(style.name, style.xml)
    const items = sources.map((item, i) => ({...item, id: `k${i}`}))
    const clusters = (): Parameters<ReturnType<typeof loaded.engine>['restoreProcessorState']>[0] =>
      Array.from({length: 60}, (_, i) => ({
        citationID: `c${i}`,
        citationItems: [
          {id: `k${(i * 7) % 12}`, label: 'page', locator: String(1 + (i % 9)), suffix: i % 5 === 0 ? ' (x)' : ''}
        ],
        properties: {noteIndex: i + 1, index: i, unsorted: true}
      }))
    const fresh = (): ReturnType<typeof loaded.engine> => {
      const engine = loaded.engine(items, style.name, 'en-US', 'text')
      engine.restoreProcessorState([])
      return engine
    }
    const fast = (fresh().restoreProcessorState(clusters())[1] as [number, string][]).map(([, text]) => text)
    const slow = (fresh().rebuildProcessorState(clusters(), 'text', []) as [string, number, string][]).map(
      ([, , text]) => text
    )
    expect(fast).toHaveLength(60)
    expect(fast).toEqual(slow)
  })

  test('document B after document A reads as B alone', () => {
    const twins = (given: string): typeof sources => [
      source('x', {type: 'book', author: [{family: 'Ash', given}], title: 'T', issued: '2001'}),
      source('y', {type: 'book', author: [{family: 'Ash', given: 'Zoe'}], title: 'T', issued: '2001'})
    ]
    const request = (items: typeof sources): Parameters<typeof renderNotes>[0] => ({
      items,
      clusters: [...items, ...items].map((item, i) => ({noteNumber: i + 1, items: [cite(item.id)]})),
      styleXml: notesCsl,
      language: 'en-US'
    })
    const alone = createCitationEngine().render(request(twins('Ann')))
    const kept = createCitationEngine()
    kept.render(request(sources))
    kept.render(request(twins('Bob')))
    expect(kept.render(request(twins('Ann')))).toEqual(alone)
    expect(alone.clusters.map(line)).toEqual(['Ann Ash, /T/ (2001).', 'Zoe Ash, /T/ (2001).', 'Ash, /T/.', 'Ash, /T/.'])
  })

  test('neither does a style that tells names apart', () => {
    const styleXml = notesCsl.replace(
      '<citation>',
      '<citation disambiguate-add-names="true" disambiguate-add-givenname="true">'
    )
    const people = (...given: readonly string[]): typeof sources =>
      given.map(name =>
        source(name, {type: 'book', author: [{family: 'Ash', given: name}], title: 'T', issued: '2001'})
      )
    const request = (items: typeof sources): Parameters<typeof renderNotes>[0] => ({
      items,
      clusters: [...items, ...items].map((item, i) => ({noteNumber: i + 1, items: [cite(item.id)]})),
      styleXml,
      language: 'en-US'
    })
    const kept = createCitationEngine()
    expect(kept.render(request(people('Zoe', 'Ann'))).clusters.map(line)[3]).toBe('Ann Ash, /T/.')
    expect(kept.render(request(people('Ann'))).clusters.map(line)).toEqual(['Ann Ash, /T/ (2001).', 'Ash, /T/.'])
  })

  test('a style that sorts does not: sources stand as typed', () => {
    const styleXml = notesCsl.replace('<citation>', '<citation><sort><key variable="title"/></sort>')
    expect(notes(all, [[cite('web'), cite('book')]], {styleXml}).lines[0]).toMatch(/^ALA, .*; Louise Robbins/)
  })

  test('a style that prints "p." does so before pages only', () => {
    const styleXml = notesCsl.replace(
      /<if locator="page">\s*<text variable="locator"\/>\s*<\/if>\s*<else-if locator="section">/,
      '<if locator="page"><group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group></if><else-if locator="section">'
    )
    const places = [', 12', ', B.2.1.17', ', Resolved clause 2', ', vol. 2, p. 12']
    const {lines} = notes(
      [law, book],
      places.map(rest => [cite('book', {rest})]),
      {styleXml}
    )
    expect(
      lines.map(one =>
        one
          .split('/, ')
          .at(-1)
          ?.replace(/^.*\), /, '')
      )
    ).toEqual(['p. 12.', 'B.2.1.17.', 'Resolved clause 2.', 'vol. 2, p. 12.'])
  })

  test('two styles under one title, and one style twice, do not mix', () => {
    const short = notesCsl.replace('<text term="accessed"/>', '<text value="seen"/>')
    const clusters = [[cite('web')]]
    const first = notes(all, clusters).lines
    expect(notes(all, clusters, {styleXml: short}).lines[0]).toContain(', seen January 20, 2024,')
    expect(notes(all, clusters).lines).toEqual(first)
  })

  test('a style that fails leaves the engine sound', () => {
    const engine = createCitationEngine()
    const loop = notesCsl
      .replace('<macro name="short">', '<macro name="short"><text macro="full"/></macro><macro name="unused">')
      .replace('<if type="legal_case"><text macro="case"/></if>', '<if type="legal_case"><text macro="short"/></if>')
    const clusters = [{noteNumber: 1, items: [cite('web', {prefix: 'see'}), cite('nobody', {rest: ', 3'})]}]
    const broken = engine.render({items: all, clusters, styleXml: loop, language: 'en-US'})
    expect(broken.problems.map(({rule}) => rule)).toContain('unusable-style')
    expect(broken.clusters.map(line)).toEqual(['see Right to Read: A View; @nobody, 3'])
    const sound = engine.render({items: all, clusters, styleXml: notesCsl, language: 'en-US'})
    expect(sound.clusters.map(line)[0]).toMatch(/^See ALA, “Right to Read: A View,”/)
  })

  test('entities of a style are not expanded without bound', () => {
    const bomb = notesCsl
      .replace('<style ', '<!DOCTYPE style [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>\n<style ')
      .replace('<text term="accessed"/>', '<text value="&b;&b;"/>')
    const before = performance.now()
    notes(all, [[cite('web')]], {styleXml: bomb})
    expect(performance.now() - before).toBeLessThan(10_000)
  })

  test('10,000 characters of title and 400 sources in a note', () => {
    const long = source('long', {type: 'book', title: `${'*a* <b> '.repeat(1250)}end`})
    const many = Array.from({length: 400}, () => cite('book'))
    const {lines} = notes([long, book], [[cite('long')], many])
    expect(lines[0]).toContain('end')
    expect(lines[1]?.split('; ')).toHaveLength(400)
  })

  test('languages', () => {
    const say = (language: string): readonly [string, number] => {
      const {lines, problems} = notes([web], [[cite('web')]], {language})
      return [lines[0] ?? '', problems.length]
    }
    expect(say('en')).toEqual(say('en-US'))
    expect(say('fr')[0]).toContain('25 juin 2019')
    expect(say('es')[0]).toContain('de junio de 2019')
    expect(say('nl')[0]).toContain('25 juni 2019')
    expect(say('de-AT')[0]).toContain('25. Juni 2019')
    expect(notes([web], [[cite('web')]], {language: 'cy'}).problems).toMatchObject([
      {
        rule: 'unsupported-language',
        severity: 'info',
        message: 'notes cannot be printed in `cy`, expected one of `en-US`, `es-ES`, `de-DE`, `fr-FR`, `nl-NL`'
      }
    ])
    expect(say('cy')[0]).toBe(say('en-US')[0])
  })
})

describe('author-date and numeric styles print the entry of the bibliography', () => {
  const outer = createRequire(createRequire(import.meta.url).resolve('citation-js'))
  const styles = outer('@citation-js/plugin-csl/lib/styles.json') as Record<string, string>
  const two = [
    source('a', {
      type: 'book',
      author: [{family: 'Robbins', given: 'Louise'}],
      title: 'Censorship',
      publisher: 'Greenwood',
      issued: '1996'
    }),
    source('b', {
      type: 'book',
      author: [{family: 'Robbins', given: 'Louise'}],
      title: 'Libraries',
      publisher: 'Greenwood',
      issued: '1996',
      URL: 'https://x.org/'
    })
  ]

  test('APA', () => {
    const styleXml = styles.apa ?? ''
    const {lines} = notes(
      two,
      [[cite('a', {rest: ', p. 12'})], [cite('b', {prefix: 'see', archive: 'https://perma.cc/A'}), cite('a')]],
      {styleXml}
    )
    expect(lines).toEqual([
      'Robbins, L. (1996). /Censorship/. Greenwood, p. 12.',
      'See Robbins, L. (1996). /Libraries/. Greenwood. {https://x.org/} [{https://perma.cc/A}]; Robbins, L. (1996). /Censorship/. Greenwood.'
    ])
  })

  test('Vancouver: its numbers fall away', () => {
    const styleXml = styles.vancouver ?? ''
    const {lines} = notes(two, [[cite('a', {rest: ', p. 12'})], [cite('b')], [cite('a')]], {styleXml})
    expect(lines[0]).toBe('Robbins L. Censorship. Greenwood; 1996, p. 12.')
    expect(lines[2]).toBe('Robbins L. Censorship. Greenwood; 1996.')
  })
})

test('the same request gives the same nodes', () => {
  const run = (): unknown =>
    notes(all, [[cite('web', {archive: 'https://perma.cc/A'})], [cite('book', {rest: ', x'})]]).rendered
  expect(run()).toEqual(run())
})

test('looks are nested once and neighbours are joined', () => {
  const {rendered} = notes([source('a', {type: 'book', title: 'A ^2^ b'})], [[cite('a')]])
  expect(rendered.clusters[0]).toEqual([
    {
      type: 'emphasis',
      children: [
        {type: 'text', value: 'A '},
        {type: 'superscript', children: [{type: 'text', value: '2'}]},
        {type: 'text', value: ' b'}
      ]
    },
    {type: 'text', value: '.'}
  ])
})
