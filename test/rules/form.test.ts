import {describe, expect, test} from 'vitest'
import {compile} from '../../src/index.ts'
import type {Diagnostic} from '../../src/tree/index.ts'
import {memoryLibrary} from '../memory-host.ts'
import {unmark} from '../read/marked.ts'

/** A resolution as a drafter types it who leaves the set words to the template. */
const plain = `title: Resolution on the Privacy of Readers
number: 2025-2026 ALA CD#23
meeting: 2026 ALA Annual Conference
date: 2026-06-28
status: draft
mover: {name: Pat Example, role: Councilor-at-Large, email: pat@example.org}
seconder: {name: Sam Example, role: Chapter Councilor}
endorsers:
  - {unit: Example Round Table, date: 2026-05-15}
whereas:
  - the freedom to read is a right of every resident, and libraries defend it
  - >-
    the Library Bill of Rights (Library Bill of Rights, B.2.1) protects the privacy of
    readers, and the courts have respected it
  - the survey of 2024 found that readers’ records are sold without consent
  - the Freedom of Information Act (FOIA) and the FOIA office keep the records of libraries “wholly private”
resolved:
  - urges the Congress to protect the records and the privacy of readers
  - calls on libraries to defend the freedom to read by January 31, 2027
  - directs its staff to send the survey to the courts
submission:
  consulted: none
  endorsements: none
  fiscal: none
  notify: none
  impact: none
  policy: viewpoint
`

/** The same kind of resolution with the set words typed. */
const typed = `title: Resolution on the Freedom to Read
mover: {unit: Example Committee, email: committee@example.org}
whereas:
  - Whereas the freedom to read is a right of every resident;
  - Whereas, in spite of this right, the records of readers are sold;
  - Whereas libraries defend the freedom to read; and
  - >-
    Whereas the courts have respected it; now, therefore, be it
resolved:
  - Resolved, that the American Library Association (ALA), on behalf of its members, urges the courts to defend it;
  - 2. calls on libraries to keep no records; and
  - 3. directs its staff to publish a model policy.
`

/** A defect: its rule, the text it is put into, the words it replaces, and those it puts, the flaw between « and ». */
type Defect = readonly [rule: string, base: string, words: string, put: string]

const defects: readonly Defect[] = [
  ['keyword-in-capitals', typed, 'Whereas the freedom', '«WHEREAS» the freedom'],
  ['keyword-in-capitals', typed, 'Whereas libraries', '«whereas» libraries'],
  ['keyword-in-capitals', typed, 'Resolved, that', '«RESOLVED», that'],
  ['misspelt-formula', typed, 'Whereas libraries', '«Wheras» libraries'],
  ['misspelt-formula', typed, 'Whereas libraries', '«Wherreas» libraries'],
  ['misspelt-formula', typed, 'Resolved, that', '«Resloved», that'],
  ['misspelt-formula', typed, 'now, therefore, be it', 'now, «therefor», be it'],
  ['comma-after-whereas', typed, 'Whereas libraries', 'Whereas«,» libraries'],
  ['comma-after-whereas', typed, 'Whereas the courts', 'Whereas«:» the courts'],
  ['capital-after-whereas', plain, 'the freedom to read is', '«The» freedom to read is'],
  ['capital-after-whereas', plain, 'the survey of', '«The» survey of'],
  ['capital-after-whereas', typed, 'Whereas, in spite', 'Whereas, «In» spite'],
  ['missing-semicolon', typed, 'every resident;', 'every «resident»'],
  ['missing-semicolon', typed, 'every resident;', 'every resident«,»'],
  ['missing-semicolon', typed, 'every resident;', 'every resident«.»'],
  ['misplaced-and', typed, 'every resident;', 'every resident; «and»'],
  ['misplaced-and', typed, 'to read; and', 'to read«;»'],
  ['malformed-bridge', typed, '; now, therefore, be it', '«, now, therefore be it»'],
  ['malformed-bridge', typed, '; now, therefore, be it', '«: now, therefore, be it»'],
  ['malformed-bridge', typed, 'it; now, therefore, be it', 'it«.»'],
  ['malformed-bridge', typed, 'every resident;', 'every resident«; now, therefore, be it»'],
  ['malformed-action-list', typed, 'no records; and', 'no records«;»'],
  ['malformed-action-list', typed, 'defend it;', 'defend it«; and»'],
  ['malformed-action-list', typed, 'policy.', 'policy«;»'],
  ['malformed-lead-in', typed, 'Resolved, that', '«Be it resolved that»'],
  ['malformed-lead-in', typed, 'Resolved, that', '«Resolved, That»'],
  [
    'unusual-actor',
    typed,
    'the American Library Association (ALA), on behalf of its members,',
    '«the Council of the Association»'
  ],
  ['unusual-actor', plain, 'calls on libraries', '«the American Library Association» calls on libraries'],
  ['action-number-gap', typed, '3. directs', '«4.» directs'],
  ['action-number-gap', plain, 'calls on', '«1.» calls on'],
  ['capital-action-verb', plain, 'urges the', '«Urges» the'],
  ['capital-action-verb', typed, 'calls on', '«Calls» on'],
  ['bare-action-verb', plain, 'urges the', '«urge» the'],
  ['bare-action-verb', plain, 'directs its', '«Direct» its'],
  ['sentence-break-in-clause', plain, 'resident, and libraries', 'resident«.» Libraries'],
  ['sentence-break-in-clause', plain, 'privacy of\n    readers, and the', 'privacy of\n    readers«.» The'],
  ['uncited-policy', plain, 'Library Bill of Rights (Library Bill of Rights, B.2.1)', '«Library Bill of Rights»'],
  [
    'uncited-policy',
    plain,
    'Library Bill of Rights (Library Bill of Rights, B.2.1)',
    '«Library Bill of Rights» (Privacy)'
  ],
  ['uncited-policy', plain, 'and libraries defend', 'and libraries, by «ALA policy», defend'],
  ['malformed-policy-number', plain, 'Rights, B.2.1)', 'Rights, «B2.1»)'],
  ['malformed-policy-number', plain, 'Rights, B.2.1)', 'Rights, «53.1»)'],
  ['unbalanced-quotation-mark', plain, 'wholly private”', 'wholly private'],
  ['unbalanced-quotation-mark', plain, '“wholly private”', 'wholly private«”»'],
  ['unbalanced-quotation-mark', plain, 'Privacy of Readers', '“Privacy of Readers'],
  ['mixed-quotation-marks', plain, 'readers’', "readers«'»"],
  ['doubled-word', plain, 'is a right of', 'is a right of «of»'],
  ['doubled-word', plain, 'protects the privacy', 'protects the «the» privacy'],
  ['doubled-word', plain, 'on the Privacy', 'on the «the» Privacy'],
  ['stray-space', plain, 'resident, and', 'resident« », and'],
  ['stray-space', plain, 'B.2.1)', 'B.2.1« »)'],
  ['stray-space', plain, '(Library', '(« »Library'],
  ['stray-space', plain, 'is a right', 'is«  »a right'],
  ['stray-space', typed, 'defend it;', 'defend it« »;'],
  ['stray-space', typed, 'Whereas libraries', 'Whereas«  »libraries'],
  [
    'missing-mover',
    plain,
    'mover: {name: Pat Example, role: Councilor-at-Large, email: pat@example.org}\nseconder: {name',
    'seconder: {email: pat@example.org, name'
  ],
  ['missing-seconder', plain, 'seconder: {name: Sam Example, role: Chapter Councilor}\n', ''],
  ['same-mover-and-seconder', plain, 'name: Sam Example', 'name: «Pat Example»'],
  ['missing-role', plain, '{name: Sam Example, role: Chapter Councilor}', '{name: «Sam Example»}'],
  [
    'missing-contact',
    plain,
    'Pat Example, role: Councilor-at-Large, email: pat@example.org',
    '«Pat Example», role: Councilor-at-Large'
  ],
  ['malformed-document-number', plain, '2025-2026 ALA CD#23', '«2025-2027» ALA CD#23'],
  ['malformed-document-number', plain, '2025-2026 ALA CD#23', '«ALA 23»'],
  ['malformed-meeting', plain, '2026 ALA Annual Conference', '«Annual Conference»'],
  [
    'incomplete-e-form',
    plain,
    '  consulted: none\n  endorsements: none\n  fiscal: none',
    '  «consulted»: none\n  endorsements: none'
  ],
  ['unexpanded-acronym', plain, 'courts have', 'GODORT courts have'],
  ['vague-deadline', plain, 'by January 31, 2027', '«as soon as possible»'],
  ['undated-document-number', plain, 'courts have', 'members («CD#20.6») and courts have'],
  ['unusual-title', plain, 'Resolution on the Privacy of Readers', '«On the Privacy of Readers»'],
  ['incomplete-endorsement', plain, '{unit: Example Round Table, date: 2026-05-15}', '{unit: «Example Round Table»}'],
  [
    'unanswered-whereas',
    plain,
    'the survey of 2024 found that readers’ records are sold without consent',
    '«penguins» eat fish'
  ]
]

/** Where the whole of a finding stands in the text; the mark of a quotation, or the title, where nothing is marked. */
const placed = ({place}: Diagnostic): readonly [number, number] => [place.start.offset, place.end.offset]

async function findingsOf(text: string, more: {readonly meetingAt?: string; readonly now?: string} = {}) {
  const {diagnostics} = await compile(text, {path: 'draft.yaml', library: memoryLibrary({}), ...more})
  return diagnostics
}

/** What quotations are is the business of other rules. */
const isOfForm = ({rule}: Diagnostic): boolean => !/quotation$|^unsourced|^unquoted/.test(rule) || /mark/.test(rule)

const grave = (found: readonly Diagnostic[]): readonly Diagnostic[] =>
  found.filter(diagnostic => isOfForm(diagnostic) && diagnostic.severity !== 'info')

describe('a correct resolution', () => {
  test.each([
    ['without set words', plain],
    ['with set words', typed],
    ['submitted', plain.replace('draft', 'submitted')],
    ['of a committee', plain.replace(/mover: .*\nseconder: .*/, 'mover: {unit: A Committee, email: a@example.org}')],
    ['adopted', plain.replace('status: draft', 'status: adopted').replace(/mover: .*\nseconder: .*\n/, '')]
  ])('%s has no finding', async (_, text) => {
    const found = await findingsOf(text)
    expect(found.filter(isOfForm).map(({rule, message}) => `${rule}: ${message}`)).toEqual([])
  })
})

describe('a defect is found at its place, and nothing else is', () => {
  test.each(defects)('%s', async (rule, base, words, put) => {
    expect(base.split(words).length, `“${words}” stands in the text once`).toBeGreaterThan(1)
    const {text, places} = unmark(base.replace(words, put))
    const found = (await findingsOf(text)).filter(isOfForm)
    const [severity] = found.filter(diagnostic => diagnostic.rule === rule).map(diagnostic => diagnostic.severity)
    const seen = severity === 'info' ? found.filter(diagnostic => diagnostic.rule === rule) : grave(found)
    expect(
      seen.map(diagnostic => diagnostic.rule),
      seen.map(({message}) => message).join('\n')
    ).toEqual([rule])
    if (places.length > 0) expect(seen.map(placed)).toEqual(places)
    for (const {message} of seen) expect(message.length, message).toBeLessThan(160)
  })
})

describe('fixes', () => {
  const fixable = new Set(
    'keyword-in-capitals misspelt-formula comma-after-whereas capital-after-whereas misplaced-and malformed-bridge malformed-action-list malformed-lead-in action-number-gap lone-numbered-action capital-action-verb doubled-word stray-space mixed-quotation-marks'.split(
      ' '
    )
  )

  test.each(defects.filter(([rule]) => fixable.has(rule)))('%s is mended for good', async (rule, base, words, put) => {
    const {text} = unmark(base.replace(words, put))
    const found = (await findingsOf(text)).filter(diagnostic => diagnostic.rule === rule)
    const fixes = found.flatMap(diagnostic => diagnostic.fixes ?? [])
    // What was forgotten, or stands at the wrong clause, is for its drafter to mend.
    if (fixes.length === 0) return expect(['malformed-bridge']).toContain(rule)
    const mended = fixes
      .flatMap(({edits}) => edits)
      .toSorted((a, b) => b.place.start.offset - a.place.start.offset)
      .reduce((all, {place, text}) => all.slice(0, place.start.offset) + text + all.slice(place.end.offset), text)
    expect(mended).not.toBe(text)
    expect(grave(await findingsOf(mended)).map(({rule, message}) => `${rule}: ${message}`)).toEqual([])
    expect(fixes.every(({isOfQuotation}) => !isOfQuotation)).toBe(true)
  })

  test('no word of a quotation is touched', async () => {
    const text = plain
      .replace('“wholly private”', '“wholly  private , the the courts’ The”')
      .replace('readers’', "readers'")
    const found = (await findingsOf(text)).filter(isOfForm)
    expect(grave(found).map(({rule}) => rule)).toEqual(['mixed-quotation-marks'])
    const straight = plain.replace('“wholly private”', '"the courts’ own", "it\'s own"').replace('readers’', "readers'")
    const [mixed, ...others] = grave(await findingsOf(straight))
    expect(others).toEqual([])
    expect(mixed).toMatchObject({
      rule: 'mixed-quotation-marks',
      message: "the mark ’ is curly, expected ' as elsewhere: 1 of 7 marks is curly"
    })
    expect(mixed?.fixes).toBeUndefined()
  })
})

describe('submission', () => {
  test.each([
    ['2026-06-28T09:00:00Z', '2026-06-26T08:59:00Z', []],
    [
      '2026-06-28T09:00:00Z',
      '2026-06-26T09:01:00Z',
      ['47 hours are left before the meeting, expected at least 48 hours for a submission']
    ],
    [
      '2026-06-28T09:00:00Z',
      '2026-06-29T09:01:00Z',
      ['the meeting has begun, expected at least 48 hours for a submission']
    ]
  ])('meeting %s, now %s', async (meetingAt, now, expected) => {
    const found = (await findingsOf(plain, {meetingAt, now})).filter(({rule}) => rule === 'late-submission')
    expect(found.map(({message}) => message)).toEqual(expected)
  })

  test('what is submitted needs mover and seconder', async () => {
    const text = plain.replace('draft', 'submitted').replace(/mover: .*\nseconder: .*\n/, '')
    const found = grave(await findingsOf(text))
    expect(found.map(({rule, severity}) => `${severity} ${rule}`)).toEqual([
      'error missing-mover',
      'error missing-seconder'
    ])
  })
})

/** Whereas clauses of the kinds that associations and legislatures write; none has a flaw. */
const innocent: readonly string[] = [
  'libraries have served the public since the founding of the first subscription library in 1731',
  'Whereas, despite the advice of its own committee, the board closed three branches',
  'Whereas, in 2021, the county cut the budget of its libraries by 12.5 percent',
  'Whereas, according to a survey of 1,204 readers, most residents trust their library',
  'Whereas, against the wishes of the town, the collection was sold',
  'Whereas since 1990 the office has answered every request',
  'Whereas Dr. Martin Luther King Jr. was an American clergyman and leader of the movement for civil rights',
  'Whereas the U.S. Supreme Court held in Island Trees v. Pico that boards may not remove books for their ideas',
  'Whereas the case of Smith v. Jones, No. 12 of the term, was decided by Justice A. B. Example',
  'Whereas Washington, D.C. is home to the Library of Congress',
  'Whereas St. Louis, Mt. Vernon and Ft. Worth have opened new branches',
  'Whereas Pub. L. No. 93-579 protects records that agencies hold',
  'Whereas H.R. 1234 and S. 567 were introduced in the 118th Congress',
  'Whereas Title I. funds are spent on school libraries',
  'Whereas the meeting at 9 a.m. Eastern time was held by telephone',
  'Whereas the committee met on Oct. 3 and on Dec. 12 in Room 4',
  'Whereas the United States Postal Service delivers books to readers who are blind',
  'Whereas The Hague is the seat of the International Court of Justice',
  'Whereas The New York Times reported on the removal of books from schools',
  'Whereas *The Bluest Eye* was removed from the shelves of a school',
  'Whereas A Clockwork Orange and All Boys Aren’t Blue were removed in the same week',
  'Whereas No Child Left Behind was signed into law in 2002',
  'Whereas In re Gault secured the rights of young people',
  'Whereas *On the Road* was written in three weeks',
  'Whereas Congress has had had enough of reports that that office has never read',
  'Whereas the people of Walla Walla and Pago Pago read long long books',
  'Whereas those who who have read it know it',
  'Whereas what is done is done, and the archive holds that that is so',
  'Whereas 2021–2022 was the year with the most challenges on record (729 challenges to 1,597 books)',
  'Whereas the fund spent $1,250.75 on books; the rest (about 3 percent) went to repairs',
  'Whereas the network runs at 1.5 Gb per second and the site is https://www.example.org/reading.html',
  'Whereas readers wrote to info@example.org and visited example.org for help',
  'Whereas the ratio was 3 : 1 in favour of the library . . . and rising',
  'Whereas readers who are deaf, blind, or otherwise disabled use the service daily',
  'Whereas the shelves are 12" deep and 6\' high',
  'Whereas the branch on 5th Street, No. 7, lends tools, seeds, and instruments',
  'Whereas Yahoo! and Google hold records of what people search',
  'Whereas “[t]he freedom to read is essential to our democracy”, as the statement of 1953 says',
  'Whereas the poet wrote that “the library is an arena of possibility” and that “it opens a window”',
  'Whereas she asked “Who shall read? Who shall not?” and left the room',
  'Whereas he said that “the librarian answered ‘no’ and closed the book”',
  'Whereas the rock ’n’ roll of the ’90s and the readers’ own songs are collected here',
  'Whereas the library of the ’60s was the people’s university',
  'Whereas William “Bill” Example served as treasurer for 20 years',
  'Whereas the so-called “trigger list” names 300 books',
  'Whereas libraries (whether public, school, or academic) are open to all',
  'Whereas the parties agreed (i) to lend books; (ii) to share costs; and (iii) to report each year',
  'Whereas the rules require: 1. a written request; 2. a review; 3. an answer',
  'Whereas members of the Association of Research Libraries (ARL) asked the ARL board to act',
  'Whereas RSF/Reporters Without Borders and PEN International have spoken for journalists',
  'Whereas the USA PATRIOT Act allows searches of library records',
  'Whereas World War II and Article IX of the treaty changed the law of nations',
  'Whereas the COVID-19 pandemic closed 16,000 buildings in a single month',
  'Whereas the National Aeronautics and Space Administration (NASA) gave its archive to the public',
  'Whereas the motto is *ex libris, lux*, and **nothing** in it has changed',
  'Whereas [the report](https://example.org/report) was published in May',
  'Whereas ALA has affirmed that policy ought to serve readers, and its policies change with the times',
  'Whereas policymakers and policy makers alike use the services of the law library',
  'Whereas the county’s policy manual was last revised in 2.5 years of work',
  'Whereas in keeping with ALA Policy Manual section B.2.1.17 (Privacy) the library keeps no records',
  'Whereas the association has stated its support (ALA Policy Manual, Access to Information, A.1.1)',
  'Whereas where there is no library there is no public square',
  'Whereas wherever readers gather they talk of books',
  'Whereas it is, as it were, as good as lost',
  'Whereas the United Nations General Assembly proclaimed 2003–2012 the Literacy Decade',
  'Whereas Jane Example (1931–2024), librarian, teacher, and friend, died on March 3, 2024',
  'Whereas $5.00 a year buys a card for any resident of the state',
  'Whereas 40 percent of households have no connection to the Internet',
  'Whereas over half a century, the bookmobile has travelled 1,000,000 miles',
  'Whereas to read is to vote, and to vote is to be heard',
  'Whereas “This Book Is Gay” was the subject of the hearing',
  'Whereas there is no evidence that readers are harmed, i.e., that any of them complained',
  'Whereas e.g. the Carnegie libraries, built 1883–1929, are still in use',
  'Whereas Ms. Example, Mr. Example, et al. have signed the petition',
  'Whereas Example Books Inc. and Sample Co. have given 300 volumes'
]

describe('nothing is flagged that is right', () => {
  test('there are enough of them', () => expect(innocent.length).toBeGreaterThan(60))

  test.each(innocent)('%s', async words => {
    const text = `title: Resolution on Libraries
mover: {unit: Example Committee, email: committee@example.org}
whereas:
  - >-
    ${words}
resolved:
  - urges its members to read
`
    const found = (await findingsOf(text)).filter(({rule}) => rule !== 'unanswered-whereas')
    expect(found.filter(isOfForm).map(({rule, message}) => `${rule}: ${message}`)).toEqual([])
  })

  test.each([
    'urges the Congress to act, as it soon will, as soon as a loan ends',
    'supports the Freedom to Read Act and its companion bill, S. 12',
    'the staff of every library be thanked',
    'Congress be urged to act',
    'support for libraries be made known to all',
    'recognizes that “[e]veryone has the right”. and thanks its members',
    'expresses its thanks to J. K. Example',
    '1984 be read in every school'
  ])('resolved: %s', async words => {
    const text = `title: Resolution on Libraries
mover: {unit: Example Committee, email: committee@example.org}
whereas:
  - libraries serve the public
resolved:
  - urges its members to read
  - >-
    ${words}
`
    const found = (await findingsOf(text)).filter(({rule}) => rule !== 'unanswered-whereas')
    expect(found.filter(isOfForm).map(({rule, message}) => `${rule}: ${message}`)).toEqual([])
  })
})

describe('hostile input is checked in time', () => {
  const size = 60_000
  test.each([
    ['one long word', 'a'.repeat(size)],
    ['long words', `${'a'.repeat(size / 2)} ${'b'.repeat(size / 2)}`],
    ['blanks before a comma', `a${' '.repeat(size)},`],
    ['tabs', `a${'\t'.repeat(size)}b`],
    ['doubled words', 'the '.repeat(size / 4)],
    ['apostrophes of both kinds', "it’s it's ".repeat(size / 10)],
    ['full stops', 'Mr. A. b.c. '.repeat(size / 12)],
    ['acronyms', 'ABCD, '.repeat(size / 6)],
    ['opening brackets', '( '.repeat(size / 2)],
    ['policies', 'ALA policy 5.3, '.repeat(size / 16)],
    ['citations in the sentence', '@a '.repeat(size / 6)],
    ['and, and, and', 'and, '.repeat(size / 5)],
    ['capitals', 'The A '.repeat(size / 6)]
  ])('%s', async (_, words) => {
    const text = `title: ${JSON.stringify(words)}\nnumber: ${JSON.stringify(words)}\nwhereas:\n  - ${JSON.stringify(words)}\n  - a;\nresolved:\n  - ${JSON.stringify(words)}\n  - b\n`
    const start = performance.now()
    await findingsOf(text)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
