import {describe, expect, test} from 'vitest'
import {guessCitation, guessFromFile} from '../../src/source/web/guess.ts'
import type {GuessedSource} from '../../src/source/web/guessed-source.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Guesses from HTML at an address of an invented site. */
const guess = (html: string, finalAddress = 'https://www.maplereads.example/news/bans'): Promise<GuessedSource> =>
  guessCitation({bytes: bytesOf(html), mediaType: 'text/html', finalAddress})

const URL = 'https://www.maplereads.example/news/bans'
const linked = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`

describe('whole pages', () => {
  test('an article of a journal, with the tags of Highwire', async () => {
    const html = `<!doctype html><html lang="en"><head>
      <title>Shelves Under Watch | Journal of Open Stacks</title>
      <meta name="citation_title" content="Shelves Under Watch: Challenges in   Rural Libraries">
      <meta name="citation_author" content="Okafor, Adaeze N.">
      <meta name="citation_author" content="van der Meer, Pieter">
      <meta name="citation_publication_date" content="2018/3/7">
      <meta name="citation_journal_title" content="Journal of Open Stacks">
      <meta name="citation_volume" content="79"><meta name="citation_issue" content="2">
      <meta name="citation_firstpage" content="161"><meta name="citation_lastpage" content="178">
      <meta name="citation_doi" content="doi:10.5555/jos.79.2.161">
      <meta name="citation_publisher" content="Stacks Press"><meta name="citation_language" content="en-US">
      <meta property="og:title" content="Something for networks"><meta property="og:site_name" content="Stacks Online">
      </head><body><h1>Shelves</h1></body></html>`
    expect(await guess(html, 'https://journals.example/jos/161?utm_source=x')).toEqual({
      type: 'article-journal',
      title: 'Shelves Under Watch: Challenges in Rural Libraries',
      author: [
        {family: 'Okafor', given: 'Adaeze N.'},
        {family: 'van der Meer', given: 'Pieter'}
      ],
      issued: '2018-03-07',
      'container-title': 'Journal of Open Stacks',
      publisher: 'Stacks Press',
      volume: '79',
      issue: '2',
      page: '161-178',
      DOI: '10.5555/jos.79.2.161',
      language: 'en-US',
      URL: 'https://journals.example/jos/161?utm_source=x'
    })
  })

  test('a newspaper, with a graph of JSON-LD', async () => {
    const html = `<html lang=en><head><title>Board votes to keep novel - The Maple Courier</title>
      <link rel="canonical" href="/2021/05/13/board-votes">
      ${linked({
        '@context': 'https://schema.org',
        '@graph': [
          {'@type': 'WebSite', '@id': '#site', name: 'The Maple Courier'},
          {'@type': 'Organization', '@id': '#org', name: 'Courier Media Group'},
          {'@type': 'BreadcrumbList', name: 'crumbs'},
          {'@type': ['Person'], '@id': '#jane', name: 'Jane Q. Doe'},
          {'@type': 'WebPage', '@id': 'https://courier.example/2021/05/13/board-votes', name: 'Page'},
          {
            '@type': 'NewsArticle',
            headline: 'Board Votes to Keep Novel &#8212; &amp; the Readers&rsquo; Thanks',
            author: [{'@id': '#jane'}, {'@type': 'Organization', name: 'Courier Staff'}],
            publisher: {'@id': '#org'},
            isPartOf: {'@id': '#site'},
            datePublished: '2021-05-13T23:30:00-05:00',
            dateModified: '2022-01-01',
            inLanguage: 'en-CA'
          }
        ]
      })}</head><body></body></html>`
    expect(await guess(html, 'https://courier.example/2021/05/13/board-votes?share=1')).toEqual({
      type: 'article-newspaper',
      title: 'Board Votes to Keep Novel — & the Readers’ Thanks',
      author: [{family: 'Doe', given: 'Jane Q.'}, 'Courier Staff'],
      issued: '2021-05-13',
      'container-title': 'The Maple Courier',
      publisher: 'Courier Media Group',
      language: 'en-CA',
      URL: 'https://courier.example/2021/05/13/board-votes'
    })
  })

  test('a page of an organisation, with Open Graph', async () => {
    const html = `<html lang="en-US"><head>
      <title>What We Stand For | Readers Alliance</title>
      <meta property="og:title" content="What We Stand For | Readers Alliance">
      <meta property="og:site_name" content="Readers Alliance"><meta property="og:type" content="article">
      <meta property="article:published_time" content="2019-06-25T08:00:00+00:00">
      <meta property="article:author" content="https://social.example/readersalliance">
      <meta name="author" content="Readers Alliance"></head></html>`
    expect(await guess(html)).toEqual({
      type: 'webpage',
      title: 'What We Stand For',
      author: ['Readers Alliance'],
      issued: '2019-06-25',
      'container-title': 'Readers Alliance',
      language: 'en-US',
      URL
    })
  })

  test('a repository, with Dublin Core', async () => {
    const html = `<html><head><link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">
      <meta name="DC.title" content="Minutes of the Reading Room"><meta name="DC.creator" content="Lindqvist, Åsa">
      <meta name="DC.Creator" content="Committee on Reading"><meta name="DCTERMS.issued" content="1996-04">
      <meta name="DC.publisher" content="Northern University"><meta name="DC.identifier" content="https://doi.org/10.5555/12345678">
      <meta name="DC.language" content="sv"></head></html>`
    expect(await guess(html)).toEqual({
      type: 'webpage',
      title: 'Minutes of the Reading Room',
      author: [{family: 'Lindqvist', given: 'Åsa'}, 'Committee on Reading'],
      issued: '1996-04',
      publisher: 'Northern University',
      DOI: '10.5555/12345678',
      language: 'sv',
      URL
    })
  })

  test('a page that says nothing', async () => {
    expect(await guess('')).toEqual({type: 'webpage', URL})
    expect(await guess('<h1>Our  <em>House</em> Rules</h1><p>By the way')).toEqual({
      type: 'webpage',
      title: 'Our House Rules',
      URL
    })
  })
})

describe('type', () => {
  const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`
  test.each([
    [meta('citation_conference_title', 'Proc. of Stacks'), 'paper-conference', 'Proc. of Stacks'],
    [meta('citation_inbook_title', 'The Handbook'), 'chapter', 'The Handbook'],
    [meta('citation_dissertation_institution', 'Northern University'), 'thesis', undefined],
    [meta('citation_technical_report_institution', 'Reading Bureau'), 'report', undefined],
    [meta('citation_isbn', '978-0-306-40615-7'), 'book', undefined],
    [meta('citation_isbn', '978-0-306-40615-8'), 'webpage', undefined],
    [meta('bepress_citation_journal_title', 'Stacks Quarterly'), 'article-journal', 'Stacks Quarterly'],
    ['<meta property="og:type" content="book"><meta property="book:isbn" content="0-306-40615-2">', 'book', undefined],
    ['<meta property="og:type" content="book">', 'webpage', undefined],
    [
      linked({'@type': 'ScholarlyArticle', isPartOf: {'@type': 'Periodical', name: 'Stacks'}}),
      'article-journal',
      'Stacks'
    ],
    [linked({'@type': 'ScholarlyArticle', name: 'A preprint'}), 'webpage', undefined],
    [linked({'@type': 'Report', name: 'A report', reportNumber: '7'}), 'report', undefined],
    [linked({'@type': 'http://schema.org/Legislation', name: 'An Act'}), 'legislation', undefined],
    [linked({'@type': 'schema:Book', name: 'A book'}), 'book', undefined],
    [linked({'@type': 'OpinionNewsArticle', name: 'A view'}), 'article-newspaper', undefined],
    [linked({'@type': ['Article', 'BlogPosting'], name: 'A post'}), 'post-weblog', undefined],
    [
      linked([
        {'@type': 'WebPage', name: 'Page'},
        {'@type': 'NewsArticle', name: 'News'}
      ]),
      'article-newspaper',
      undefined
    ],
    [linked({'@type': 'FAQPage', name: 'Questions'}), 'webpage', undefined],
    [linked({'@type': 'Product', name: 'Mug'}), 'webpage', undefined]
  ])('%s', async (html, type, container) => {
    const found = await guess(html)
    expect(found.type).toBe(type)
    expect(found['container-title']).toBe(container)
  })

  test('volume, issue and pages of a journal in JSON-LD', async () => {
    const html = linked({
      '@type': 'ScholarlyArticle',
      name: 'Stacks',
      pageStart: 12,
      pageEnd: '34',
      sameAs: 'https://doi.org/10.5555/ABC.1',
      isPartOf: {
        '@type': 'PublicationIssue',
        issueNumber: '2',
        isPartOf: {'@type': ['PublicationVolume', 'Periodical'], volumeNumber: 7, name: 'Stacks Review'}
      }
    })
    expect(await guess(html)).toMatchObject({volume: '7', issue: '2', page: '12-34', DOI: '10.5555/ABC.1'})
  })

  test('a list of articles is none of them', async () => {
    const articles = ['a', 'b'].map(name => ({
      '@type': 'NewsArticle',
      headline: name,
      url: `https://www.maplereads.example/${name}`
    }))
    expect(await guess(`<title>Front page</title>${linked(articles)}`)).toEqual({
      type: 'webpage',
      title: 'Front page',
      URL
    })
    expect(await guess(linked(articles), 'https://maplereads.example/b')).toMatchObject({
      type: 'article-newspaper',
      title: 'b'
    })
  })
})

describe('JSON-LD that is not quite JSON', () => {
  const data = '{"@type":"Report","name":"A report"}'
  test.each([
    ['CDATA', `//<![CDATA[\n${data}\n//]]>`],
    ['CDATA in comments', `/*<![CDATA[*/${data}/*]]>*/`],
    ['a comment', `<!--\n${data}\n-->`],
    ['a line break in a text', data.replace('A report', 'A\nreport')],
    ['a semicolon', `${data};`],
    ['a list in a list', `[[${data}]]`]
  ])('%s', async (_, script) => {
    const html = `<script type="application/ld+json">{broken</script><script type="Application/LD+JSON; charset=utf-8">${script}</script>`
    expect(await guess(html)).toMatchObject({type: 'report', title: 'A report'})
  })

  test.each([
    'null',
    '"text"',
    '[]',
    '{"@type":null}',
    '{"@graph":7}',
    '{"@type":"Report","name":{"@value":7},"author":[null,7,{}]}',
    `${'['.repeat(50_000)}`
  ])('nothing to find in %.30s', async script => {
    expect(await guess(`<title>T</title><script type="application/ld+json">${script}</script>`)).toMatchObject({
      title: 'T'
    })
  })

  test('objects that refer to each other in a ring', async () => {
    const html = linked({
      '@graph': [
        {'@id': '#a', '@type': 'Report', name: 'A', isPartOf: {'@id': '#b'}, author: {'@id': '#a'}},
        {'@id': '#b', '@type': 'CreativeWorkSeries', name: 'B', isPartOf: {'@id': '#a'}}
      ]
    })
    expect(await guess(html)).toMatchObject({type: 'report', title: 'A'})
  })

  test('names of objects that every object has', async () => {
    const html = linked({'@type': 'Report', name: 'A', author: {'@id': 'constructor'}, publisher: {'@id': '__proto__'}})
    expect(await guess(`<meta name="constructor" content="x">${html}`)).toEqual({type: 'report', title: 'A', URL})
  })
})

describe('title', () => {
  const site = '<meta property="og:site_name" content="Maple Reads">'
  test.each([
    [`${site}<title>Book Bans | Maple Reads</title>`, 'Book Bans'],
    [`${site}<title>Book Bans - MAPLE READS.</title>`, 'Book Bans'],
    [`${site}<title>Maple Reads » Book Bans</title>`, 'Book Bans'],
    [`${site}<title>Book Bans – A History — Maple Reads</title>`, 'Book Bans – A History'],
    [`${site}<title>Book Bans | Research</title>`, 'Book Bans | Research'],
    [`${site}<title>Maple Reads</title>`, 'Maple Reads'],
    [`${site}<title>Maple Reads | Maple Reads</title>`, 'Maple Reads'],
    [`${site}<title>Well-being - reading</title>`, 'Well-being - reading'],
    ['<title>Book Bans | maplereads.example</title>', 'Book Bans'],
    ['<title>Book Bans | MapleReads</title>', 'Book Bans'],
    ['<title>Book\n\t Bans &amp; Readers&#8217; Rights</title>', 'Book Bans & Readers’ Rights'],
    ['<title>The &amp;amp; Sign</title>', 'The &amp; Sign'],
    ['<meta property="og:title" content="Readers&amp;#8217; Rights">', 'Readers’ Rights'],
    ['<meta name="citation_title" content="The &lt;i&gt;Huck&lt;/i&gt; Case: 2 &lt; 3">', 'The Huck Case: 2 < 3'],
    ['<title>a\u0000b\u202ec\u200b\u00add\u0007</title>', 'a\uFFFDbc d'],
    ['<svg><title>Icon</title></svg><title>Page</title>', 'Page'],
    ['<title> </title><h1>Heading<script>x</script></h1>', 'Heading'],
    [
      '<title>*Emphasis* in M*A*S*H, x^2 and snake_case _low_</title>',
      '\\*Emphasis\\* in M\\*A\\*S\\*H, x\\^2 and snake_case \\_low\\_'
    ],
    ['<title>Right to Left: حرية القراءة</title>', 'Right to Left: حرية القراءة'],
    ['<title>😀 Books</title>', '😀 Books']
  ])('%s', async (html, title) => {
    expect((await guess(html)).title).toBe(title)
  })

  test('of great length', async () => {
    const {title = ''} = await guess(`<title>${'word '.repeat(400)}</title>`)
    expect(title).toBe(`${'word '.repeat(99)}word…`)
    expect((await guess(`<title>${'x'.repeat(3000)}</title>`)).title).toBe(`${'x'.repeat(499)}…`)
    expect((await guess(`<title>${'x'.repeat(500)}</title>`)).title).toBe('x'.repeat(500))
    expect((await guess(`<title>${'😀'.repeat(600)}</title>`)).title).toBe(`${'😀'.repeat(249)}…`)
  })

  test('precedence', async () => {
    const ways = [
      '<meta name="citation_title" content="1">',
      linked({'@type': 'Article', headline: '2'}),
      '<meta name="dc.title" content="3">',
      '<meta property="og:title" content="4">',
      '<title>5</title>',
      '<h1>6</h1>'
    ]
    for (const [index] of ways.entries()) {
      const html = ways.slice(index).reverse().join('')
      expect((await guess(html)).title).toBe(String(index + 1))
    }
  })
})

describe('authors', () => {
  const author = async (html: string): Promise<GuessedSource['author']> => (await guess(html)).author
  const doe = {family: 'Doe', given: 'Jane'}

  test('precedence', async () => {
    const ways = [
      '<meta name="citation_author" content="One, A.">',
      linked({'@type': 'Article', author: 'A. Two'}),
      '<meta name="dc.creator" content="Three, A.">',
      '<meta property="article:author" content="A. Four">',
      '<meta name="author" content="A. Five">',
      '<span itemprop="author">A. Six</span>',
      '<a rel="author nofollow" href="/x">A. Seven</a>'
    ]
    const families = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven']
    for (const [index, family] of families.entries()) {
      expect(await author(ways.slice(index).reverse().join(''))).toEqual([{family, given: 'A.'}])
    }
  })

  test.each<readonly [string, GuessedSource['author']]>([
    ['Jane Doe, PhD, and John Roe, Jr.', [doe, {family: 'Roe', given: 'John', suffix: 'Jr.'}]],
    ['Jane Doe', [doe]],
    ['By Jane Doe', [doe]],
    ['by: Jane Doe,', [doe]],
    ['Written by Jane Doe', [doe]],
    ['Doe, Jane', [doe]],
    ['Dr. Jane Doe', [doe]],
    ['Jane Doe, Ph.D.', [doe]],
    ['Jane Doe, MLIS', [doe]],
    ['Jane Doe, John Roe and Ann Poe', [doe, {family: 'Roe', given: 'John'}, {family: 'Poe', given: 'Ann'}]],
    ['Jane Doe, John Roe', [doe, {family: 'Roe', given: 'John'}]],
    ['Jane Doe and John Roe', [doe, {family: 'Roe', given: 'John'}]],
    ['Jane Doe; Roe, John', [doe, {family: 'Roe', given: 'John'}]],
    ['Jane Doe and jane doe', [doe]],
    ['John Roe Jr.', [{family: 'Roe', given: 'John', suffix: 'Jr.'}]],
    ['Roe, John, III', [{family: 'Roe', given: 'John', suffix: 'III'}]],
    ['Ludwig van Beethoven', [{family: 'van Beethoven', given: 'Ludwig'}]],
    ['María de la Cruz', [{family: 'de la Cruz', given: 'María'}]],
    ['García Márquez, Gabriel', [{family: 'García Márquez', given: 'Gabriel'}]],
    ['J. D. Vance-Poe', [{family: 'Vance-Poe', given: 'J. D.'}]],
    ['Emily J. M. Knoxville', [{family: 'Knoxville', given: 'Emily J. M.'}]],
    ['Voltaire', ['Voltaire']],
    ['ACLU', ['ACLU']],
    ['PEN America', ['PEN America']],
    ['Association of Maple Readers', ['Association of Maple Readers']],
    ['Office for Reading and Libraries', ['Office for Reading and Libraries']],
    ['Committee on Shelves, Northern Branch', ['Committee on Shelves, Northern Branch']],
    ['Maple Civil Liberties Union', ['Maple Civil Liberties Union']],
    ['Simon & Daughter', ['Simon & Daughter']],
    ['The Editors', ['The Editors']],
    ['Editorial Board', ['Editorial Board']],
    ['admin', undefined],
    ['Administrator', undefined],
    ['webmaster', undefined],
    ['Unknown', undefined],
    ['jane@maplereads.example', undefined],
    ['https://maplereads.example/jane', undefined],
    ['www.maplereads.example', undefined],
    ['12345', undefined],
    ['{{ author }}', undefined],
    ['x'.repeat(700), undefined]
  ])('%s', async (typed, expected) => {
    expect(await author(`<meta name="author" content="${typed}">`)).toEqual(expected)
  })

  test.each<readonly [unknown, GuessedSource['author']]>([
    [{'@type': 'Person', name: 'Jane Doe'}, [doe]],
    [{'@type': 'Person', givenName: 'Jane', familyName: 'Doe', name: 'jdoe'}, [doe]],
    [{'@type': 'Person', name: 'admin'}, undefined],
    [{'@type': 'Person', name: 'Maple Library Association'}, ['Maple Library Association']],
    [{'@type': 'Organization', name: 'Jane Doe'}, ['Jane Doe']],
    [{'@type': 'GovernmentOrganization', name: ['Reading', 'Bureau']}, ['Reading']],
    [
      [{name: 'Jane Doe'}, 'John Roe', {'@type': 'Person'}],
      [doe, {family: 'Roe', given: 'John'}]
    ],
    ['Jane Doe and John Roe', [doe, {family: 'Roe', given: 'John'}]],
    [{'@type': 'Person', name: 'Sean O&#039;Reader'}, [{family: "O'Reader", given: 'Sean'}]]
  ])('of JSON-LD: %j', async (value, expected) => {
    expect(await author(linked({'@type': 'Article', author: value}))).toEqual(expected)
  })

  test('in microdata', async () => {
    const html =
      '<div itemprop="author" itemscope><b itemprop="name">Jane</b> <i>Doe</i></div><meta itemprop="datePublished" content="2001">'
    expect(await guess(html)).toMatchObject({author: [doe], issued: '2001'})
  })
})

describe('dates', () => {
  test('precedence', async () => {
    const ways = [
      '<meta name="citation_publication_date" content="2001">',
      linked({'@type': 'Article', datePublished: '2002', dateModified: '2022'}),
      '<meta name="dc.date.issued" content="2003">',
      '<meta property="article:published_time" content="2004">',
      '<meta name="date" content="2005">',
      '<i itemprop="datePublished" content="2006"></i>',
      '<time pubdate datetime="2007">then</time>'
    ]
    for (const [index] of ways.entries()) {
      expect((await guess(ways.slice(index).reverse().join(''))).issued).toBe(`200${index + 1}`)
    }
  })

  test.each([
    ['2019-06-25', '2019-06-25'],
    ['2019-06-25T23:59:59-08:00', '2019-06-25'],
    ['2019-06-25 10:00', '2019-06-25'],
    ['2019/6/5', '2019-06-05'],
    ['2019.06.25', '2019-06-25'],
    ['20190625', '2019-06-25'],
    ['2019-06', '2019-06'],
    ['2019', '2019'],
    ['2019-00-00', '2019'],
    ['2019-06-00', '2019-06'],
    ['June 25, 2019', '2019-06-25'],
    ['Jun. 25 2019', '2019-06-25'],
    ['Sept. 5th, 2019 at 10:00 PM', '2019-09-05'],
    ['Tuesday, June 25, 2019', '2019-06-25'],
    ['25 June 2019', '2019-06-25'],
    ['25th of June 2019', '2019-06-25'],
    ['Tue, 25 Jun 2019 23:30:00 -0800', '2019-06-25'],
    ['25-Jun-2019', '2019-06-25'],
    ['June 2019', '2019-06'],
    ['25.06.2019', '2019-06-25'],
    ['5. 6. 2019', '2019-06-05'],
    ['6/25/2019', '2019-06-25'],
    ['25/6/2019', '2019-06-25'],
    ['6/6/2019', '2019-06-06'],
    ['5/6/2019', '2019'],
    ['2020-02-29', '2020-02-29'],
    ['2019-02-29', undefined],
    ['2019-13-01', undefined],
    ['June 31, 2019', undefined],
    ['31/31/2019', undefined],
    ['0000-00-00', undefined],
    ['1970-01-01T00:00:00Z', undefined],
    ['0001-01-01', undefined],
    ['2019-20', undefined],
    ['1561420800', undefined],
    ['yesterday', undefined],
    ['Smarch 5, 2019', undefined],
    ['12345-01-01', undefined]
  ])('%s', async (typed, expected) => {
    expect((await guess(`<meta name="date" content="${typed}">`)).issued).toBe(expected)
  })

  test('one that is none gives way to the next', async () => {
    expect(
      (await guess('<meta name="citation_date" content="0000"><meta name="date" content="May 1, 2001">')).issued
    ).toBe('2001-05-01')
  })

  test('times that nothing marks count only when they agree', async () => {
    expect((await guess('<time datetime="2001-05-01T10:00">a</time><time>May 1, 2001</time>')).issued).toBe(
      '2001-05-01'
    )
    expect(
      (await guess('<time datetime="2001-05-01">a</time><time datetime="2001-05-02">b</time>')).issued
    ).toBeUndefined()
    expect(
      (await guess('<time datetime="2001-05-01">a</time><time itemprop="datePublished" datetime="2001-05-02">b</time>'))
        .issued
    ).toBe('2001-05-02')
  })
})

describe('numbers', () => {
  test.each([
    ['<meta name="citation_doi" content="https://dx.doi.org/10.5555%2Fa(b)c.">', '10.5555/a(b)c'],
    ['<meta name="prism.doi" content="10.5555/x">', '10.5555/x'],
    ['<meta name="citation_doi" content="none">', undefined],
    ['<p>Published 2019. DOI: 10.5555/abc-1. Open access.</p>', '10.5555/abc-1'],
    [
      '<p>(<a href="https://doi.org/10.5555/ABC">https://doi.org/10.5555/abc</a>) and doi:10.5555/ABC</p>',
      '10.5555/abc'
    ],
    ['<p>DOI: 10.5555/abc; see also DOI: 10.5555/def.</p>', undefined],
    ['<p>A <a href="https://doi.org/10.5555/abc">study</a> found</p>', undefined],
    ['<p>Section 10.1234/5 of the code</p>', undefined],
    [`<p>${'words '.repeat(1000)}</p><p>DOI: 10.5555/cited</p>`, undefined]
  ])('DOI in %.80s', async (html, doi) => {
    expect((await guess(html)).DOI).toBe(doi)
  })

  test.each([
    ['978-0-306-40615-7', '9780306406157'],
    ['ISBN-13: 978 0 306 40615 7', '9780306406157'],
    ['urn:isbn:0306406152', '0306406152'],
    ['0-8044-2957-X', '080442957X'],
    ['978-0-306-40615-6', undefined],
    ['0306406153', undefined],
    ['9770306406157', undefined],
    ['12', undefined]
  ])('ISBN %s', async (typed, isbn) => {
    expect((await guess(linked({'@type': 'Book', name: 'A', isbn: typed}))).ISBN).toBe(isbn)
  })
})

describe('address and language', () => {
  test.each([
    ['/news/bans-2021', 'https://www.maplereads.example/news/bans-2021'],
    ['https://maplereads.example/news/b#c', 'https://maplereads.example/news/b'],
    ['https://other.example/news/bans', URL],
    ['http://www.maplereads.example/news/bans', URL],
    ['https://www.maplereads.example/', URL],
    ['javascript:alert(1)', URL],
    ['http://[broken', URL],
    ['', URL]
  ])('canonical %s', async (canonical, expected) => {
    expect((await guess(`<link rel="canonical" href="${canonical}">`)).URL).toBe(expected)
  })

  test.each([
    ['<html lang="en-GB">', 'en-GB'],
    ['<html lang="zh-Hant-TW">', 'zh-Hant-TW'],
    ['<html lang="en_US">', 'en-US'],
    ['<html lang="english, of course">', undefined],
    ['<html lang=""><meta property="og:locale" content="fr_CA">', 'fr-CA'],
    [linked({'@type': 'Article', inLanguage: {'@type': 'Language', name: 'Spanish', alternateName: 'es'}}), 'es']
  ])('language of %s', async (html, expected) => {
    expect((await guess(html)).language).toBe(expected)
  })
})

test('encodings', async () => {
  const inWindows = new Uint8Array([...bytesOf('<title>Caf'), 0xe9, 0x20, 0x93, 0x78, 0x94, ...bytesOf('</title>')])
  const page = {bytes: inWindows, mediaType: 'text/html', finalAddress: URL}
  for (const charset of [undefined, 'utf-8', 'windows-1252', 'iso-8859-1', 'x-unknown']) {
    expect((await guessCitation({...page, charset})).title).toBe('Café “x”')
  }
  const inUtf8 = {...page, bytes: bytesOf('<meta charset="utf-8"><title>Café</title>')}
  expect((await guessCitation(inUtf8)).title).toBe('Café')
  expect((await guessCitation({...inUtf8, text: '<title>From the text</title>'})).title).toBe('From the text')
})

describe('hostile pages', () => {
  /** Milliseconds; ours take far less. */
  const limit = 10_000
  test.each([
    ['nesting', '<div>'.repeat(200_000)],
    [
      'copies of formatting',
      `${Array.from({length: 20_000}, (_, index) => `<b a${index}>`).join('')}${'<p>x'.repeat(20_000)}`
    ],
    ['attributes', `<p ${Array.from({length: 200_000}, (_, index) => `a${index}`).join(' ')}>`],
    ['properties round each other', '<p itemprop="author isbn datePublished">x'.repeat(50_000)],
    ['properties in each other', '<div itemprop="author">'.repeat(50_000)],
    ['metas', '<meta name="author" content="Jane Doe">'.repeat(50_000)],
    ['one long meta', `<meta name="author" content="${'a, '.repeat(500_000)}">`],
    ['blanks', `<title>${' '.repeat(2_000_000)}</title>`],
    ['separators', `<title>${'a | '.repeat(500_000)}</title>`],
    ['references', `<meta property="og:title" content="${'&amp;'.repeat(300_000)}">`],
    ['tags in metadata', `<meta property="og:title" content="${'&lt;i '.repeat(300_000)}">`],
    ['DOIs', `<p>${'10.5555/x'.repeat(100_000)}`],
    ['brackets after a DOI', `<p>doi:10.5555/${')'.repeat(500_000)}`],
    ['JSON', `<script type="application/ld+json">${'{"@graph":['.repeat(100_000)}</script>`],
    ['objects', linked(Array.from({length: 50_000}, () => ({'@type': 'Article', author: {'@id': '#a'}})))],
    ['scripts', linked({'@type': 'Article'}).repeat(20_000)],
    ['comments', `<script type="application/ld+json">${'<!--//'.repeat(200_000)}</script>`],
    ['times', '<time datetime="2001-01-01">'.repeat(50_000)]
  ])('%s', async (_, html) => {
    const start = performance.now()
    expect((await guess(html)).URL).toBe(URL)
    expect(performance.now() - start).toBeLessThan(limit)
  })
})

describe('files', () => {
  const fromFile = (text: string, ...rest: readonly [name: string, details?: Parameters<typeof guessFromFile>[2]]) =>
    guessFromFile(bytesOf(text), ...rest)
  const pdf = '%PDF-1.7\n'

  test.each([
    [pdf, 'freedom-to-read_2004.pdf', {}, {title: 'freedom to read 2004'}],
    [
      pdf,
      'a.pdf',
      {title: 'The  Right\nto Read', author: 'Jane Doe', created: "D:20040630120000-05'00'"},
      {title: 'The Right to Read', author: [{family: 'Doe', given: 'Jane'}], issued: '2004-06-30'}
    ],
    [
      pdf,
      'The Right to Read.pdf',
      {title: 'Microsoft Word - right-to-read FINAL.docx', author: 'Microsoft Office User'},
      {title: 'right to read FINAL'}
    ],
    [pdf, 'Right to Read.pdf', {title: 'Untitled'}, {title: 'Right to Read'}],
    [pdf, 'Right to Read.pdf', {title: 'Document1', language: 'en-US'}, {title: 'Right to Read', language: 'en-US'}],
    [pdf, 'Right to Read.pdf', {title: '', created: 'no date'}, {title: 'Right to Read'}],
    [
      'x',
      'report.docx',
      {title: 'A Report', creator: 'Office of Reading', created: '2021-03-04T05:06:07Z'},
      {title: 'A Report', author: ['Office of Reading'], issued: '2021-03-04'}
    ],
    ['Intro\n\n# The *Right* to Read #\n\nWords', 'x.md', {}, {title: 'The Right to Read'}],
    ['---\ntitle: x\n---\n\n## Heading\n', 'x.md', {}, {title: 'Heading'}],
    ['\n\n  A Statement on Reading  \nWords', 'x.txt', {}, {title: 'A Statement on Reading'}],
    [`${'long '.repeat(50)}\n`, 'my-notes.txt', {}, {title: 'my notes'}],
    ['', 'folder/empty.txt', {}, {title: 'empty'}],
    ['words', 'C:\\notes\\no ending', {}, {title: 'no ending'}]
  ])('%.30s %s %j', async (text, name, details, expected) => {
    expect(await fromFile(text, name, details)).toEqual({type: 'document', ...expected})
  })

  test('a saved page', async () => {
    const html =
      '<!doctype html><title>Bans</title><link rel=canonical href="https://maplereads.example/bans"><meta name=author content="Jane Doe">'
    expect(await fromFile(html, 'saved.html')).toEqual({
      type: 'webpage',
      title: 'Bans',
      author: [{family: 'Doe', given: 'Jane'}],
      URL: 'https://maplereads.example/bans'
    })
    expect(await fromFile('<link rel=canonical href="/bans">', 'saved page.htm')).toEqual({
      type: 'webpage',
      title: 'saved page'
    })
  })

  test('from the web', async () => {
    const page = {
      bytes: bytesOf(pdf),
      mediaType: 'application/pdf',
      finalAddress: 'https://maplereads.example/files/Right%20to_Read.pdf?v=2'
    }
    expect(await guessCitation(page)).toEqual({type: 'document', title: 'Right to Read', URL: page.finalAddress})
    expect(await guessCitation(page, {title: 'M*A*S*H'})).toMatchObject({title: 'M\\*A\\*S\\*H'})
    const text = {
      bytes: bytesOf('# A Heading'),
      mediaType: 'text/plain',
      finalAddress: 'https://maplereads.example/%zz.md'
    }
    expect(await guessCitation(text)).toEqual({type: 'document', title: 'A Heading', URL: text.finalAddress})
  })
})
