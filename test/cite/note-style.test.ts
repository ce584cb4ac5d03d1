import {expect, test} from 'vitest'
import type {Typed} from './support.ts'
import {cite, note, notes, source} from './support.ts'

interface Row {
  readonly name: string
  readonly source: {readonly [key: string]: Typed}
  readonly rest?: string
  readonly archive?: string
  /** The note when the source is cited first. */
  readonly first: string
  /** The note when it is cited again, with the same locator. */
  readonly again: string
}

const knox: Typed = [{family: 'Knox', given: 'Emily J. M.'}]

const rows: readonly Row[] = [
  {
    name: 'book',
    source: {
      type: 'book',
      author: [{family: 'Robbins', given: 'Louise S.'}],
      title: 'Censorship and the American Library: The American Library Association’s Response, 1939–1969',
      'title-short': 'Censorship and the American Library',
      'publisher-place': 'Westport, CT',
      publisher: 'Greenwood Press',
      issued: '1996'
    },
    rest: ', p. 12',
    first:
      'Louise S. Robbins, /Censorship and the American Library: The American Library Association’s Response, 1939–1969/ (Westport, CT: Greenwood Press, 1996), 12.',
    again: 'Robbins, /Censorship and the American Library/, 12.'
  },
  {
    name: 'book with edition, editor, translator, series and original date',
    source: {
      type: 'book',
      author: [{family: 'Mill', given: 'John Stuart'}],
      title: 'On Liberty',
      edition: '2',
      editor: [{family: 'Rapaport', given: 'Elizabeth'}],
      translator: [{family: 'Roe', given: 'Sam'}],
      'collection-title': 'Classics of Liberty',
      'collection-number': '4',
      publisher: 'Hackett',
      'original-date': '1859',
      issued: '1978'
    },
    first:
      'John Stuart Mill, /On Liberty/, 2nd ed., ed. Elizabeth Rapaport, trans. Sam Roe, Classics of Liberty 4 (1859; Hackett, 1978).',
    again: 'Mill, /On Liberty/.'
  },
  {
    name: 'edited book, volume',
    source: {
      type: 'book',
      editor: [
        {family: 'Magi', given: 'Trina'},
        {family: 'Garnar', given: 'Martin'}
      ],
      title: 'A History of ALA Policy',
      volume: '2',
      publisher: 'ALA Editions',
      issued: '2015'
    },
    rest: ', pp. 15-17',
    first: 'Trina Magi and Martin Garnar, eds., /A History of ALA Policy/, vol. 2 (ALA Editions, 2015), 15–17.',
    again: 'Magi and Garnar, /A History of ALA Policy/, 15–17.'
  },
  {
    name: 'book of four authors',
    source: {
      type: 'book',
      author: [
        {family: 'Ash', given: 'Ann'},
        {family: 'Birch', given: 'Bob'},
        {family: 'Cedar', given: 'Cy'},
        {family: 'Dogwood', given: 'Di'}
      ],
      title: 'Trees',
      issued: '2001'
    },
    first: 'Ann Ash et al., /Trees/ (2001).',
    again: 'Ash et al., /Trees/.'
  },
  {
    name: 'chapter',
    source: {
      type: 'chapter',
      author: [{family: 'Garnar', given: 'Martin'}],
      title: 'The Right to Read: An Overview',
      'container-title': 'Intellectual Freedom Manual',
      edition: '10',
      editor: [
        {family: 'Garnar', given: 'Martin'},
        {family: 'Magi', given: 'Trina'}
      ],
      'publisher-place': 'Chicago',
      publisher: 'ALA Editions',
      issued: '2021',
      page: '3-16'
    },
    rest: ', 5',
    first:
      'Martin Garnar, “The Right to Read: An Overview,” in /Intellectual Freedom Manual/, 10th ed., ed. Martin Garnar and Trina Magi (Chicago: ALA Editions, 2021), 5.',
    again: 'Garnar, “The Right to Read,” 5.'
  },
  {
    name: 'journal article with DOI',
    source: {
      type: 'article-journal',
      author: knox,
      title: 'Society, Institutions, and Common Sense: Themes in the Discourse of Book Challengers',
      'container-title': 'Library & Information Science Research',
      volume: '36',
      issue: '3-4',
      page: '171-178',
      issued: '2014',
      DOI: '10.1016/j.lisr.2014.06.003',
      URL: 'https://example.org/dropped',
      accessed: '2024-01-01'
    },
    first:
      'Emily J. M. Knox, “Society, Institutions, and Common Sense: Themes in the Discourse of Book Challengers,” /Library & Information Science Research/ 36, nos. 3–4 (2014): 171–78, {https://doi.org/10.1016/j.lisr.2014.06.003}.',
    again: 'Knox, “Society, Institutions, and Common Sense.”'
  },
  {
    name: 'journal article at a page',
    source: {
      type: 'article-journal',
      author: knox,
      title: 'Society',
      'container-title': 'LISR',
      volume: '36',
      issue: '3',
      issued: '2014-07',
      page: '171-178'
    },
    rest: ' at 173',
    first: 'Emily J. M. Knox, “Society,” /LISR/ 36, no. 3 (2014): 173.',
    again: 'Knox, “Society,” 173.'
  },
  {
    name: 'review',
    source: {
      type: 'review-book',
      author: knox,
      title: 'Banned Again',
      'reviewed-title': 'Trees',
      'reviewed-author': [{family: 'Ash', given: 'Ann'}],
      'container-title': 'Library Quarterly',
      volume: '80',
      issued: '2010',
      page: '90'
    },
    first: 'Emily J. M. Knox, “Banned Again,” review of /Trees/, by Ann Ash, /Library Quarterly/ 80 (2010): 90.',
    again: 'Knox, “Banned Again.”'
  },
  {
    name: 'newspaper article',
    source: {
      type: 'article-newspaper',
      author: [
        {family: 'Harris', given: 'Elizabeth A.'},
        {family: 'Alter', given: 'Alexandra'}
      ],
      title: 'Book Ban Efforts Spread Across the U.S.',
      'container-title': 'New York Times',
      issued: '2022-01-30',
      URL: 'https://www.nytimes.com/2022/01/30/books/book-ban-us-schools.html',
      accessed: '2026-05-02'
    },
    first:
      'Elizabeth A. Harris and Alexandra Alter, “Book Ban Efforts Spread Across the U.S.,” /New York Times/, January 30, 2022, accessed May 2, 2026, {https://www.nytimes.com/2022/01/30/books/book-ban-us-schools.html}.',
    again: 'Harris and Alter, “Book Ban Efforts Spread Across the U.S.”'
  },
  {
    name: 'magazine article',
    source: {
      type: 'article-magazine',
      author: [{family: 'Lepore', given: 'Jill'}],
      title: 'The Long Blue Line',
      'container-title': 'New Yorker',
      issued: '2020-07-20',
      page: '64-69'
    },
    rest: ', 66',
    first: 'Jill Lepore, “The Long Blue Line,” /New Yorker/, July 20, 2020, 66.',
    again: 'Lepore, “The Long Blue Line,” 66.'
  },
  {
    name: 'web page with archived copy',
    source: {
      type: 'webpage',
      author: 'American Library Association',
      title: 'Universal Right to Free Expression: An Interpretation of the Library Bill of Rights',
      'container-title': 'Issues & Advocacy',
      issued: '2019-06-25',
      accessed: '2024-01-20',
      URL: 'https://www.ala.org/advocacy/universal-right'
    },
    archive: 'https://perma.cc/AB12-CD34',
    rest: ', para. 2',
    first:
      'American Library Association, “Universal Right to Free Expression: An Interpretation of the Library Bill of Rights,” Issues & Advocacy, June 25, 2019, para. 2, accessed January 20, 2024, {https://www.ala.org/advocacy/universal-right} [{https://perma.cc/AB12-CD34}].',
    again: 'American Library Association, “Universal Right to Free Expression,” para. 2.'
  },
  {
    name: 'undated web page: no "n.d."',
    source: {
      type: 'webpage',
      author: 'PEN International',
      title: 'Our Charter',
      accessed: '2026-05-02',
      URL: 'https://www.pen-international.org/charter'
    },
    first: 'PEN International, “Our Charter,” accessed May 2, 2026, {https://www.pen-international.org/charter}.',
    again: 'PEN International, “Our Charter.”'
  },
  {
    name: 'press release',
    source: {
      type: 'webpage',
      genre: 'press release',
      author: 'American Civil Liberties Union',
      title: 'ACLU Comment on Julian Assange Indictment',
      issued: '2019-05-23',
      accessed: '2026-05-02',
      URL: 'https://www.aclu.org/press-releases/assange'
    },
    first:
      'American Civil Liberties Union, “ACLU Comment on Julian Assange Indictment,” press release, May 23, 2019, accessed May 2, 2026, {https://www.aclu.org/press-releases/assange}.',
    again: 'American Civil Liberties Union, “ACLU Comment on Julian Assange Indictment.”'
  },
  {
    name: 'statute in a code',
    source: {
      type: 'legislation',
      title: 'Espionage Act of 1917',
      'title-short': 'Espionage Act',
      'container-title': 'U.S.C.',
      volume: '18',
      section: '793',
      issued: '2018'
    },
    rest: ', § 793(e)',
    first: 'Espionage Act of 1917, 18 U.S.C. §\u00a0793(e) (2018).',
    again: 'Espionage Act, §\u00a0793(e).'
  },
  {
    name: 'statute at large',
    source: {
      type: 'legislation',
      title: 'USA PATRIOT Act',
      number: 'Pub. L. No. 107-56',
      'container-title': 'Stat.',
      volume: '115',
      page: '272',
      issued: '2001'
    },
    first: 'USA PATRIOT Act, Pub. L. No. 107-56, 115 Stat. 272 (2001).',
    again: 'USA PATRIOT Act.'
  },
  {
    name: 'bill',
    source: {
      type: 'bill',
      title: 'Email Privacy Act',
      number: 'H.R. 387',
      authority: '115th Cong.',
      issued: '2017-01-09'
    },
    rest: ', § 3',
    first: 'Email Privacy Act, H.R. 387, 115th Cong., §\u00a03 (2017).',
    again: 'Email Privacy Act, §\u00a03.'
  },
  {
    name: 'regulation',
    source: {
      type: 'regulation',
      title: 'Family Educational Rights and Privacy',
      'container-title': 'C.F.R.',
      volume: '34',
      section: '99.31',
      issued: '2020'
    },
    first: 'Family Educational Rights and Privacy, 34 C.F.R. §\u00a099.31 (2020).',
    again: 'Family Educational Rights and Privacy.'
  },
  {
    name: 'case in a reporter',
    source: {
      type: 'legal_case',
      title: 'New York Times Co. v. United States',
      'container-title': 'U.S.',
      volume: '403',
      page: '713',
      issued: '1971'
    },
    rest: ' at 717',
    first: 'New York Times Co. v. United States, 403 U.S. 713, 717 (1971).',
    again: '/New York Times Co. v. United States/, 403 U.S. at 717.'
  },
  {
    name: 'case of a lower court, not reported',
    source: {type: 'legal_case', title: 'Doe v. Roe', number: 'No. 19-123', authority: 'D.D.C.', issued: '2020-05-02'},
    first: 'Doe v. Roe, No. 19-123 (D.D.C. May 2, 2020).',
    again: '/Doe v. Roe/.'
  },
  {
    name: 'treaty',
    source: {
      type: 'treaty',
      title: 'International Covenant on Civil and Political Rights',
      'container-title': 'U.N.T.S.',
      volume: '999',
      page: '171',
      issued: '1966-12-16'
    },
    rest: ', art. 19',
    first: 'International Covenant on Civil and Political Rights, art. 19, December 16, 1966, 999 U.N.T.S. 171.',
    again: 'International Covenant on Civil and Political Rights, art. 19.'
  },
  {
    name: 'declaration with its author (the example of the design)',
    source: {
      type: 'treaty',
      title: 'Universal Declaration of Human Rights',
      author: 'United Nations General Assembly',
      issued: '1948-12-10',
      URL: 'https://www.un.org/en/about-us/universal-declaration-of-human-rights',
      accessed: '2026-05-02'
    },
    rest: ', art. 19',
    first:
      'United Nations General Assembly, Universal Declaration of Human Rights, art. 19, December 10, 1948, accessed May 2, 2026, {https://www.un.org/en/about-us/universal-declaration-of-human-rights}.',
    again: 'Universal Declaration of Human Rights, art. 19.'
  },
  {
    name: 'hearing',
    source: {
      type: 'hearing',
      title: 'Homeland Security Act of 2002: Hearings on H.R. 5005 Before the Select Committee on Homeland Security',
      authority: '107th Cong.',
      issued: '2002-07-15'
    },
    rest: ', 203 (statement of David Walker)',
    first:
      '/Homeland Security Act of 2002: Hearings on H.R. 5005 Before the Select Committee on Homeland Security/, 107th Cong., 203 (2002) (statement of David Walker).',
    again:
      '/Homeland Security Act of 2002: Hearings on H.R. 5005 Before the Select Committee on Homeland Security/, 203 (statement of David Walker).'
  },
  {
    name: 'report with its full date',
    source: {
      type: 'report',
      author: [
        {family: 'Friedman', given: 'Jonathan'},
        {family: 'Johnson', given: 'Nadine Farid'}
      ],
      title: 'Banned in the USA: The Growing Movement to Censor Books',
      'publisher-place': 'New York',
      publisher: 'PEN America',
      issued: '2022-09-19'
    },
    rest: ', p. 4',
    first:
      'Jonathan Friedman and Nadine Farid Johnson, /Banned in the USA: The Growing Movement to Censor Books/ (New York: PEN America, September 19, 2022), 4.',
    again: 'Friedman and Johnson, /Banned in the USA/, 4.'
  },
  {
    name: 'thesis',
    source: {
      type: 'thesis',
      author: knox,
      title: 'Reading Practices',
      genre: 'PhD diss.',
      publisher: 'Rutgers University',
      issued: '2010'
    },
    rest: ', chap. 3',
    first: 'Emily J. M. Knox, “Reading Practices” (PhD diss., Rutgers University, 2010), chap. 3.',
    again: 'Knox, “Reading Practices,” chap. 3.'
  },
  {
    name: 'section of the policy manual',
    source: {
      type: 'standard',
      author: 'American Library Association',
      title: 'ALA Policy Manual',
      accessed: '2024-01-20',
      URL: 'https://www.ala.org/policymanual'
    },
    rest: ', sec. B.2.1.17',
    first:
      'American Library Association, /ALA Policy Manual/, sec. B.2.1.17, accessed January 20, 2024, {https://www.ala.org/policymanual}.',
    again: 'American Library Association, /ALA Policy Manual/, sec. B.2.1.17.'
  },
  {
    name: 'policy number as typed',
    source: {type: 'standard', title: 'ALA Policy Manual'},
    rest: ', B.2.1.17',
    first: '/ALA Policy Manual/, B.2.1.17.',
    again: '/ALA Policy Manual/, B.2.1.17.'
  },
  {
    name: 'resolution',
    source: {
      type: 'document',
      genre: 'resolution',
      number: 'ALA CD#19.1',
      author: 'American Library Association',
      title: 'Resolution on Book Bans',
      issued: '2023-01-30'
    },
    rest: ', Resolved clause 2',
    first:
      'American Library Association, “Resolution on Book Bans,” resolution ALA CD#19.1, January 30, 2023, Resolved clause 2.',
    again: 'American Library Association, “Resolution on Book Bans,” Resolved clause 2.'
  },
  {
    name: 'interview',
    source: {
      type: 'interview',
      author: [{family: 'Krug', given: 'Judith'}],
      interviewer: [{family: 'Doe', given: 'Pat'}],
      'container-title': 'Fresh Air',
      publisher: 'NPR',
      issued: '1998-09-28'
    },
    first: 'Judith Krug, interview by Pat Doe, /Fresh Air/, NPR, September 28, 1998.',
    again: 'Krug.'
  },
  {
    name: 'speech',
    source: {
      type: 'speech',
      author: [{family: 'Ford', given: 'Barbara'}],
      title: 'Libraries: Global Reach',
      genre: 'inaugural address',
      'event-title': 'ALA Annual Conference',
      'event-place': 'San Francisco',
      issued: '1997-07-01'
    },
    first:
      'Barbara Ford, “Libraries: Global Reach” (inaugural address, ALA Annual Conference, San Francisco, July 1, 1997).',
    again: 'Ford, “Libraries.”'
  },
  {
    name: 'film',
    source: {
      type: 'motion_picture',
      director: [{family: 'Poitras', given: 'Laura'}],
      title: 'Citizenfour',
      publisher: 'Praxis Films',
      issued: '2014',
      medium: 'DVD'
    },
    rest: ', 1:02:33',
    first: 'Laura Poitras, dir., /Citizenfour/ (Praxis Films, 2014), DVD, at 1:02:33.',
    again: 'Poitras, /Citizenfour/, at 1:02:33.'
  },
  {
    name: 'broadcast',
    source: {
      type: 'broadcast',
      title: 'The Trials of Julian Assange',
      'container-title': 'Frontline',
      publisher: 'PBS',
      issued: '2024-03-05',
      URL: 'https://example.org/frontline',
      accessed: '2026-05-02'
    },
    first:
      '“The Trials of Julian Assange,” /Frontline/, PBS, March 5, 2024, accessed May 2, 2026, {https://example.org/frontline}.',
    again: '“The Trials of Julian Assange.”'
  },
  {
    name: 'dataset: a version keeps its nought',
    source: {
      type: 'dataset',
      author: 'PEN America',
      title: 'Index of School Book Bans',
      version: '1.10',
      issued: '2023',
      URL: 'https://pen.org/index',
      accessed: '2026-05-02'
    },
    first:
      'PEN America, “Index of School Book Bans,” version 1.10, 2023, accessed May 2, 2026, {https://pen.org/index}.',
    again: 'PEN America, “Index of School Book Bans.”'
  },
  {
    name: 'letter',
    source: {
      type: 'personal_communication',
      author: [{family: 'Jefferson', given: 'Thomas'}],
      recipient: [{family: 'Carrington', given: 'Edward'}],
      issued: '1787-01-16'
    },
    first: 'Thomas Jefferson to Edward Carrington, January 16, 1787.',
    again: 'Jefferson to Carrington, January 16, 1787.'
  },
  {
    name: 'social post',
    source: {
      type: 'post',
      author: 'American Library Association',
      title: 'Everyone has the right to read',
      'container-title': 'Mastodon',
      issued: '2022-09-18',
      URL: 'https://social.example.com/@ala/1571',
      accessed: '2026-05-02'
    },
    first:
      'American Library Association, “Everyone has the right to read,” Mastodon, September 18, 2022, accessed May 2, 2026, {https://social.example.com/@ala/1571}.',
    again: 'American Library Association, “Everyone has the right to read.”'
  },
  {
    name: 'blog post',
    source: {
      type: 'post-weblog',
      author: [{family: 'Doe', given: 'Pat'}],
      title: 'On Bans',
      'container-title': 'Intellectual Freedom Blog',
      issued: '2021-02-03'
    },
    first: 'Pat Doe, “On Bans,” /Intellectual Freedom Blog/, February 3, 2021.',
    again: 'Doe, “On Bans.”'
  },
  {
    name: 'entry of an encyclopedia',
    source: {
      type: 'entry-encyclopedia',
      title: 'Censorship',
      'container-title': 'Encyclopaedia Britannica',
      accessed: '2026-05-02',
      URL: 'https://www.britannica.com/topic/censorship'
    },
    first:
      '/Encyclopaedia Britannica/, s.v. “Censorship,” accessed May 2, 2026, {https://www.britannica.com/topic/censorship}.',
    again: '/Encyclopaedia Britannica/, s.v. “Censorship.”'
  },
  {
    name: 'conference paper',
    source: {
      type: 'paper-conference',
      author: knox,
      title: 'On Challenges',
      genre: 'paper',
      'event-title': 'ALISE Conference',
      'event-place': 'Atlanta',
      issued: '2019-09-24'
    },
    first: 'Emily J. M. Knox, “On Challenges” (paper, ALISE Conference, Atlanta, September 24, 2019).',
    again: 'Knox, “On Challenges.”'
  }
]

test.each(rows)('$name', ({source: typed, rest = '', archive, first, again}) => {
  const item = cite('it', {rest, ...(archive === undefined ? {} : {archive})})
  const {lines, problems} = notes([source('it', typed)], [[item], [item]])
  expect(lines).toEqual([first, again])
  expect(problems).toEqual([])
})

test('a date that is not certain', () => {
  expect(note({type: 'book', title: 'T', issued: '1850~', publisher: 'P'})).toBe('/T/ (P, ca. 1850).')
  expect(note({type: 'document', title: 'T', issued: '1850?'})).toBe('“T,” ca. 1850.')
})

test('a printed book without a date says so, a book on the web does not', () => {
  expect(note({type: 'book', title: 'T', publisher: 'P'})).toBe('/T/ (P, n.d.).')
  expect(note({type: 'book', title: 'T', publisher: 'P', URL: 'https://x.org/'})).toBe('/T/ (P), {https://x.org/}.')
})

test('words of German notes', () => {
  const items = [
    source('a', {
      type: 'webpage',
      author: 'Deutscher Bibliotheksverband',
      title: 'Zensur',
      issued: '2019-06-25',
      accessed: '2024-01-20',
      URL: 'https://x.org/'
    })
  ]
  const {lines, problems} = notes(items, [[cite('a')]], {language: 'de'})
  expect(lines).toEqual([
    'Deutscher Bibliotheksverband, „Zensur“, 25. Juni 2019, zugegriffen 20. Januar 2024, {https://x.org/}.'
  ])
  expect(problems).toEqual([])
})
