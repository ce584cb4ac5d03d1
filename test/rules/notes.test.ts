import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {compile, type Diagnostic, type Edit} from '../../src/index.ts'
import {memoryLibrary} from '../memory-host.ts'
import {ours} from '../resolve/support.ts'

/** The rules of this page of tests, and those beside them that a note can break. */
const ofNotes = new Set([
  'adjacent-notes',
  'bad-ibid',
  'duplicate-key',
  'empty-note',
  'empty-value',
  'far-note',
  'misplaced-note-reference',
  'mixed-note-form',
  'nested-note',
  'note-gap',
  'note-in-resolved',
  'note-in-title',
  'note-inside-quotation',
  'note-number-mismatch',
  'note-out-of-order',
  'note-start',
  'reused-note',
  'same-source-twice',
  'space-before-note',
  'typed-note-reference',
  'undefined-note',
  'unknown-source',
  'unreferenced-note',
  'unused-source'
])

const templates = {
  'chicago/template.yaml': ours('notes: {placement: chicago, in-resolved: warning}\n'),
  'before/template.yaml': ours('notes: {placement: before}\n'),
  'references/template.yaml': ours('notes: {numbering: references}\n')
}

/** What the rules find of a draft, advice included. */
async function findings(text: string): Promise<readonly Diagnostic[]> {
  const {diagnostics} = await compile(text, {path: 'draft.yaml', library: memoryLibrary(templates)})
  return diagnostics.filter(({rule}) => ofNotes.has(rule))
}

/** The draft without its `«marks»`, and `rule: words at the place` of each finding. */
async function found(marked: string): Promise<readonly string[]> {
  const text = marked.replace(/[⟦⟧]/g, '')
  return (await findings(text)).map(
    ({rule, place}) => `${rule}: ${text.slice(place.start.offset, place.end.offset).replace(/\s+/g, ' ')}`
  )
}

/** A resolution numbered by hand, without a flaw. */
const hand = `title: Resolution on the Freedom of the Press
whereas:
  - >-
    the declaration of 1776 holds "[t]hat the freedom of the press is one of the great bulwarks of
    liberty",[^1] and the people have built on that ground ever since
  - >-
    Jefferson declared that he would "not hesitate a moment to prefer the latter"[^2]
  - >-
    Justice Black wrote that "[t]he press was to serve the governed"[^3]; and he was right
  - >-
    the nations have agreed on the "freedom to seek, receive and impart information"[^4]
  - >-
    the covenant binds more than 1,700 courts, as its committee found in 2021,[^5] and has bound them since
resolved:
  - supports every lawful effort to keep those who publish the news free from prosecution
  - directs its staff to publish a report
notes:
  1: Virginia Declaration of Rights, sec. 12 (1776).
  2: Thomas Jefferson to Edward Carrington, January 16, 1787.
  3: New York Times Co. v. United States, 403 U.S. 713, 717 (1971) (Black, J., concurring).
  4: International Covenant on Civil and Political Rights, art. 19(2).
  5: Human Rights Committee, report, https://example.org/report (accessed May 2, 2026).
`

/** The same with automatic notes. */
const automatic = `title: Resolution on the Freedom of the Press
whereas:
  - >-
    the declaration of 1776 holds "[t]hat the freedom of the press is one of the great bulwarks of
    liberty" [@virginia, sec. 12], and the people have built on that ground ever since
  - Jefferson declared that he would "not hesitate a moment to prefer the latter" [@jefferson]
  - the nations have agreed on the "freedom to seek, receive and impart information" [@iccpr]
resolved:
  - supports every lawful effort to keep those who publish the news free from prosecution
sources:
  virginia: {type: legislation, title: Virginia Declaration of Rights, issued: 1776}
  jefferson:
    type: webpage
    title: Thomas Jefferson to Edward Carrington
    author: {family: Jefferson, given: Thomas}
    URL: https://example.org/letters/carrington
  iccpr: {type: treaty, title: International Covenant on Civil and Political Rights, DOI: 10.1000/182}
`

/** A change of a draft: what is replaced by what; \`⟦…⟧\` stands round the very words that are reported. */
type Change = readonly [from: string, to: string]

const changed = (draft: string, changes: readonly Change[]): string =>
  changes.reduce((text, [from, to]) => {
    expect(text.split(from).length, from).toBeGreaterThan(1)
    return text.replace(from, () => to)
  }, draft)

const one = (draft: string, ...changes: readonly Change[]): string => changed(draft, changes)

const template = (name: string): Change => ['title:', `template: ./${name}\ntitle:`]

const note5: Change = ['  5: Human Rights Committee, report, https://example.org/report (accessed May 2, 2026).\n', '']

/** Each with one flaw: the rule that must report it, and nothing else may. */
const defects: readonly (readonly [rule: string, draft: string])[] = [
  ['note-gap', one(hand, ['[^5]', '⟦[^6]⟧'], ['  5: Human', '  6: Human'])],
  [
    'note-start',
    one(
      hand,
      ['"[^2]', '"'],
      ['liberty",[^1]', 'liberty",⟦[^2]⟧'],
      ['  1: Virginia', '  2: Virginia'],
      ['  2: Thomas Jefferson to Edward Carrington, January 16, 1787.\n', '']
    )
  ],
  ['note-out-of-order', one(hand, ['latter"[^2]', 'latter"⟦[^3]⟧'], ['governed"[^3]', 'governed"[^2]'])],
  [
    'note-out-of-order',
    one(
      hand,
      ['liberty",[^1]', 'liberty",⟦[^5]⟧'],
      ['latter"[^2]', 'latter"[^1]'],
      ['governed"[^3]', 'governed"[^2]'],
      ['information"[^4]', 'information"[^3]'],
      ['2021,[^5]', '2021,[^4]']
    )
  ],
  ['reused-note', one(hand, ['2021,[^5]', '2021,⟦[^4]⟧'], note5)],
  ['undefined-note', one(hand, ['2021,[^5]', '2021,⟦[^5]⟧'], note5)],
  ['unreferenced-note', one(hand, ['2021,[^5]', '2021,'], ['  5: Human', '  ⟦5⟧: Human'])],
  ['unreferenced-note', one(hand, ['latter"[^2]', 'latter"'], ['  2: Thomas', '  ⟦2⟧: Thomas'])],
  ['empty-note', one(hand, ['  4: International Covenant on Civil and Political Rights, art. 19(2).', '  ⟦4⟧: ""'])],
  ['empty-note', one(hand, ['  4: International Covenant on Civil and Political Rights, art. 19(2).', '  ⟦4⟧:'])],
  ['empty-note', one(automatic, ['latter" [@jefferson]', 'latter" [@jefferson] and more⟦^[ ]⟧'])],
  ['note-number-mismatch', one(hand, ['  3: New York', '  3: ⟦4.⟧ New York'])],
  ['note-number-mismatch', one(hand, ['  3: New York', '  3: ⟦²⟧ New York'])],
  ['adjacent-notes', one(automatic, ['[@jefferson]', '⟦[@jefferson][@iccpr]⟧'])],
  ['adjacent-notes', one(hand, ['information"[^4]', 'information"⟦[^4][^5]⟧'], ['2021,[^5]', '2021,'])],
  ['mixed-note-form', one(hand, ['2021,[^5]', '2021⟦^[Report of the committee.]⟧,'], note5)],
  [
    'mixed-note-form',
    one(
      automatic,
      ['latter" [@jefferson]', 'latter" [@jefferson], a letter⟦[^2]⟧'],
      ['sources:', 'notes: {2: A letter.}\nsources:']
    )
  ],
  ...['^3', '^3^', '³', '<sup>3</sup>', '[3]', '3'].map(
    typed => ['typed-note-reference', one(hand, ['governed"[^3]', `governed"⟦${typed}⟧`])] as const
  ),
  ['typed-note-reference', one(hand, ['2021,[^5]', '2021,⟦5⟧'])],
  ['typed-note-reference', one(hand, ['latter"[^2]', 'latter"; ⟦2⟧'])],
  ['typed-note-reference', one(hand, ['latter"[^2]', 'latter" ⟦2⟧;'])],
  ['typed-note-reference', one(hand, ['latter"[^2]', 'latter⟦2⟧"'])],
  ['typed-note-reference', one(hand, ['declared that', 'declared⟦2⟧ that'], ['latter"[^2]', 'latter"'])],
  ['typed-note-reference', one(hand, ['information"[^4]', 'information"⟦[4,5]⟧'], ['2021,[^5]', '2021,'])],
  ['typed-note-reference', one(hand, ['information"[^4]', 'information"⟦4,5⟧'], ['2021,[^5]', '2021,'])],
  ['typed-note-reference', one(automatic, ['latter" [@jefferson]', 'latter" [@jefferson], a letter⟦^3^⟧'])],
  ['note-inside-quotation', one(hand, ['latter"[^2]', 'latter⟦[^2]⟧"'])],
  ['note-inside-quotation', one(hand, ['prefer the latter"[^2]', 'prefer⟦[^2]⟧ the latter"'])],
  ['note-inside-quotation', one(automatic, ['latter" [@jefferson]', 'latter ⟦[@jefferson]⟧"'])],
  ['misplaced-note-reference', one(hand, ['2021,[^5]', '2021⟦[^5]⟧,'])],
  ['misplaced-note-reference', one(hand, ['governed"[^3];', 'governed";⟦[^3]⟧'])],
  ['misplaced-note-reference', one(hand, template('chicago'), ['governed"[^3];', 'governed"⟦[^3]⟧;'])],
  [
    'misplaced-note-reference',
    one(hand, template('before'), ['liberty",[^1]', 'liberty"[^1],'], ['2021,[^5]', '2021,⟦[^5]⟧'])
  ],
  ['space-before-note', one(hand, ['latter"[^2]', 'latter"⟦ [^2]⟧'])],
  ['note-in-title', one(hand, ['of the Press\n', 'of the Press⟦[^5]⟧\n'], ['2021,[^5]', '2021,'])],
  ['note-in-title', one(automatic, ['of the Press\n', 'of the Press⟦¹⟧\n'])],
  ['note-in-title', one(automatic, ['of the Press\n', 'of the Press ⟦[@iccpr]⟧\n'])],
  [
    'note-in-resolved',
    one(
      hand,
      template('chicago'),
      ['governed"[^3];', 'governed";[^3]'],
      ['2021,[^5]', '2021,'],
      ['publish a report', 'publish a report⟦[^5]⟧']
    )
  ],
  ['nested-note', one(hand, ['(1776).', '(1776), with⟦[^5]⟧'], ['2021,[^5]', '2021,'])],
  ['nested-note', one(automatic, ['latter" [@jefferson]', 'latter"^[See @jefferson⟦^[A letter.]⟧]'])],
  ['bad-ibid', one(hand, ['  1: Virginia Declaration of Rights, sec. 12 (1776).', '  1: ⟦Ibid.⟧, sec. 12.'])],
  [
    'bad-ibid',
    one(
      hand,
      ['(1776).', '(1776); Bill of Rights (1791).'],
      ['Thomas Jefferson to Edward Carrington, January 16, 1787.', '"*⟦Ibid.⟧*, 4."']
    )
  ],
  [
    'bad-ibid',
    one(hand, ['International Covenant on Civil and Political Rights, art. 19(2)', 'Black, ⟦supra note 7⟧'])
  ],
  [
    'same-source-twice',
    one(hand, ['(1776).', '(1776), http://www.example.org/report/.'], ['  5: Human', '  ⟦5⟧: Human'])
  ],
  [
    'same-source-twice',
    one(
      automatic,
      ['[@iccpr]', '[@iccpr; @letter]'],
      [
        '  iccpr:',
        '  ⟦letter⟧: {type: webpage, title: A Letter, URL: "http://www.example.org/letters/carrington/?utm_source=x"}\n  iccpr:'
      ]
    )
  ],
  [
    'same-source-twice',
    one(
      automatic,
      ['[@iccpr]', '[@iccpr; @treaty]'],
      [
        'DOI: 10.1000/182}\n',
        'DOI: 10.1000/182}\n  ⟦treaty⟧: {type: treaty, title: Covenant, URL: "https://doi.org/10.1000/182"}\n'
      ]
    )
  ],
  ['unknown-source', one(automatic, ['[@iccpr]', '[@⟦icpr⟧; @iccpr]'])],
  ['unused-source', one(automatic, ['sources:\n', 'sources:\n  ⟦mill⟧: {type: book, title: On Liberty}\n'])],
  [
    'duplicate-key',
    one(automatic, ['DOI: 10.1000/182}\n', 'DOI: 10.1000/182}\n  ⟦virginia⟧: {type: book, title: Virginia}\n'])
  ],
  [
    'far-note',
    one(automatic, [
      'latter" [@jefferson]',
      'latter". The letter is well known. It is kept in a library ⟦[@jefferson]⟧'
    ])
  ]
]

describe('a flaw in the notes is found once, at its words', () => {
  test.each(defects)('%s %#', async (rule, marked) => {
    const [, words] = /⟦([^⟧]*)⟧/.exec(marked) ?? []
    expect(await found(marked)).toEqual([`${rule}: ${words}`])
  })
})

/** Words with figures that are no notes. */
const innocent: readonly string[] = [
  'in 1948, 1966, and 2021, the G20, the G7 and the EU27 met',
  'the H1N1 strain, COVID-19, SARS-CoV-2, and the B52 came',
  'more than 1,500 people, 2,300,000 books and 3.5 percent',
  "at 10:30 a.m. and 1:15 p.m., in the fall of '90 and the ’90s",
  'under F451, no.3 and No.4, art.5, sec.6, vol.1, p.2 and pp.3',
  'a 501(c)3 or 501(c)(3), section 2(a)1, rule 52.4.1 and an M1A1',
  'policy numbers B.2.1, B.2.1.17, A.4.2.3 and CD#23, CD#19.1',
  'on June 25, 2019, Jan.1, 2020, and 6/25/2019, 2019-06-25',
  'statutes such as 18 U.S.C. § 793 and 18 U.S.C. §793(e), 403 U.S. 713, 717',
  'areas of 10 m², 20 km², 5 ft^2, a sum of 10^6, 10⁶, and x²',
  'see https://example.org/page,1 and www.example.org/a.2, a@b1.org, site2.org/x.3',
  'a person of 5\'11" with a 3" map, 4"2, and the (2) parts',
  'Chapter 1, Title IX, and Article 19; part 2',
  'the "Article 19" group, "version 2.0", and "Resolution 1" of 1971',
  'it asks "[2] things", "the [3] ways", and "5 more"',
  'the mp3, sha256, utf8 and Windows10 files; Fahrenheit 451, Area51, Catch22',
  'there are 1st, 2nd and 3rd readings and CO2 and H2O; vitamin B2, R2-D2',
  'scores of 3-2, 4:1 and 1/2; costs of $1, $2, £3; #1; no. 1; 1; 2',
  'at the 1st Ave.1 shop',
  'on page 1, 2; and 3',
  'Public Law 93-579, Pub.L.93, 88 Stat. 1896, H.R.1, S.2, H.Res.3, A/RES/68/262'
]

describe('what is no note is not taken for one', () => {
  test.each(innocent)('%s', async words => {
    const list = `  - ${JSON.stringify(words)}\n`
    const draft = `title: Resolution on 3 Things\nwhereas:\n${list}resolved:\n${list}`
    expect(await found(draft)).toEqual([])
    const middle = automatic.replace('  - Jefferson', () => `${list}  - Jefferson`)
    expect(await found(middle)).toEqual([])
    const numbered = hand.replace('  - >-\n    Justice', () => `${list}  - >-\n    Justice`)
    expect(await found(numbered)).toEqual([])
  })

  const drafts: readonly (readonly [string, string])[] = [
    ['notes by hand', hand],
    ['automatic notes', automatic],
    ['a blank before an automatic note', one(automatic, ['liberty" [@virginia, sec. 12],', 'liberty"[@virginia],'])],
    ['numbers of a list that recur', one(hand, template('references'), ['2021,[^5]', '2021,[^1][^2]'], note5)],
    ['a note in a resolved clause', one(hand, ['2021,[^5]', '2021,'], ['publish a report', 'publish a report[^5]'])],
    [
      'notes beside typed joins',
      one(hand, ['latter"[^2]', 'latter";[^2]'], ['information"[^4]', 'information"[^4]; and'])
    ],
    [
      'ibid. after one source',
      one(hand, ['Thomas Jefferson to Edward Carrington, January 16, 1787.', 'Ibid., sec. 13.'])
    ],
    ['notes that begin with figures', one(hand, ['New York Times Co. v. United States, 403', '18 U.S.C. § 793; 403'])],
    ['a note that repeats its own number', one(hand, ['  3: New York', '  3: 3. New York'])],
    ['two pages of one site', one(hand, ['(1776).', '(1776), https://example.org/reports.'])]
  ]
  test.each(drafts)('%s', async (_, draft) => {
    expect(await found(draft)).toEqual([])
  })
})

/** The text with the edits of all fixes that do not overlap with one before. */
function repaired(text: string, diagnostics: readonly Diagnostic[]): string {
  const edits: Edit[] = []
  for (const {fixes} of diagnostics)
    for (const fix of fixes?.slice(0, 1) ?? [])
      if (fix.edits.every(edit => edits.every(other => !overlap(edit, other)))) edits.push(...fix.edits)
  return edits
    .toSorted((a, b) => b.place.start.offset - a.place.start.offset)
    .reduce((out, {place, text: words}) => out.slice(0, place.start.offset) + words + out.slice(place.end.offset), text)
}

const overlap = (a: Edit, b: Edit): boolean =>
  a.place.start.offset <= b.place.end.offset && b.place.start.offset <= a.place.end.offset

const numbersOf = (text: string): string[] => [...text.matchAll(/\[\^(\d+)\]|@(\w+)/g)].map(([, a, b]) => a ?? b ?? '')

const fixable: readonly (readonly [string, string, string])[] = [
  ['a gap', one(hand, ['2021,[^5]', '2021,[^7]'], ['  5: Human', '  7: Human']), hand],
  [
    'a wrong start',
    hand.replace(/\[\^(\d)\]|^ {2}(\d):/gm, found => found.replace(/\d/, figure => `${Number(figure) + 1}`)),
    hand
  ],
  [
    'an order',
    one(
      hand,
      ['latter"[^2]', 'latter"[^3]'],
      ['governed"[^3]', 'governed"[^2]'],
      ['  3: New', '  x: New'],
      ['  2: Thomas', '  3: Thomas'],
      ['  x: New', '  2: New']
    ),
    hand
  ],
  ['typed', one(hand, ['governed"[^3]', 'governed"3']), hand],
  ['inside', one(hand, ['latter"[^2]', 'latter[^2]"']), hand],
  ['typed inside', one(hand, ['latter"[^2]', 'latter²"']), hand],
  ['inside, before a comma', one(hand, ['bulwarks of\n    liberty",[^1]', 'bulwarks of\n    liberty[^1]",']), hand],
  ['before the comma', one(hand, ['2021,[^5]', '2021[^5],']), hand],
  ['typed before the comma', one(hand, ['2021,[^5]', '2021^5,']), hand],
  ['after the semicolon', one(hand, ['governed"[^3];', 'governed";[^3]']), hand],
  ['a blank', one(hand, ['latter"[^2]', 'latter"  [^2]']), hand],
  [
    'adjacent',
    one(automatic, ['[@jefferson]', '[@jefferson] [@iccpr, p. 3]']),
    one(automatic, ['[@jefferson]', '[@jefferson; @iccpr, p. 3]'])
  ]
]

describe('fixes', () => {
  test.each(fixable)('%s', async (_, draft, right) => {
    const once = repaired(draft, await findings(draft))
    expect(once).toBe(right)
    expect(repaired(once, await findings(once))).toBe(once)
  })

  test('notes are not numbered anew where words speak of their numbers', async () => {
    const draft = one(
      hand,
      ['2021,[^5]', '2021,[^7]'],
      ['  5: Human', '  7: "See note 2. Human'],
      ['2026).\n', '2026)."\n']
    )
    expect((await findings(draft)).map(({rule, fixes}) => [rule, fixes])).toEqual([['note-gap', undefined]])
  })

  test('none where brackets, a colon or an escape would be read as YAML', async () => {
    const flow = 'title: T\nwhereas: [the law says "no"1 and more]\nresolved: [acts]\nnotes: {1: A law.}\n'
    const colon = one(hand, template('before'), ['liberty",[^1]', 'liberty"[^1],'], ['2021,[^5] and', '2021:[^5] it'])
    const found = [...(await findings(flow)), ...(await findings(colon))]
    expect(found.map(({rule, fixes}) => [rule, fixes])).toEqual([
      ['typed-note-reference', undefined],
      ['misplaced-note-reference', undefined]
    ])
  })

  test('in every scalar style they keep the file readable and lose no note; twice is as once', async () => {
    const pieces = [
      '[^1]',
      '[^2]',
      ' [^3]',
      '"',
      '"',
      ',',
      ';',
      ': ',
      '—',
      '.',
      ' and ',
      'word',
      '^2',
      '³',
      '1',
      "''",
      '[@a]',
      '[@b]',
      '\n    ',
      ' '
    ]
    const styles = ['>-', '|', '"', "'", ''] as const
    const words = fc.array(fc.constantFrom(...pieces), {minLength: 1, maxLength: 14})
    await fc.assert(
      fc.asyncProperty(
        words,
        fc.constantFrom(...styles),
        fc.constantFrom('ama', 'chicago', 'before'),
        async (parts, style, place) => {
          const typed = `the words${parts.join('')} end`
          const scalar =
            style === '"'
              ? JSON.stringify(typed.replace(/\n/g, ''))
              : style === "'"
                ? `'${typed.replaceAll("''", "'").replaceAll("'", "''")}'`
                : style === ''
                  ? typed.replace(/: | #/g, ' ')
                  : `${style}\n    ${typed}`
          const draft = `title: T\n${place === 'ama' ? '' : `template: ./${place}\n`}whereas:\n  - ${scalar}\nresolved:\n  - acts\nnotes: {1: One., 2: Two., 3: Three.}\nsources: {a: {type: book, title: A}, b: {type: book, title: B}}\n`
          const before = await findings(draft)
          let fixed = repaired(draft, before)
          // Each round moves a mark over one sign; no draft here has more signs than that.
          for (let round = 0; round < 15; round++) fixed = repaired(fixed, await findings(fixed))
          expect(repaired(fixed, await findings(fixed))).toBe(fixed)
          const {diagnostics} = await compile(fixed, {library: memoryLibrary(templates)})
          expect(diagnostics.filter(({rule}) => rule === 'malformed-yaml' || rule === 'wrong-type')).toEqual([])
          for (const number of numbersOf(draft)) expect(numbersOf(fixed)).toContain(number)
          expect(numbersOf(fixed).length).toBeGreaterThanOrEqual(numbersOf(draft).length)
        }
      ),
      {numRuns: 150}
    )
  }, 60_000)
})

describe('numbers typed otherwise are held to the same rules', () => {
  const typed = (...numbers: readonly number[]): string =>
    `title: T\nwhereas:\n${numbers.map(number => `  - it is "a right"${number}; and it stays\n`).join('')}resolved:\n  - acts\n`
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['in order', typed(1, 2, 3), []],
    ['a gap', typed(1, 2, 4, 5), ['note-gap: 4']],
    ['a wrong start', typed(2, 3, 4), ['note-start: 2']],
    ['used again', typed(1, 2, 3, 2), ['reused-note: 2']],
    ['out of order', typed(1, 2, 4, 3, 5), ['note-out-of-order: 4']]
  ]
  test.each(cases)('%s', async (_, draft, expected) => {
    const all = await found(draft)
    expect(all.filter(finding => !finding.startsWith('typed-note-reference'))).toEqual(expected)
    expect(all.length - expected.length).toBe(draft.split('"a right"').length - 1)
  })
})

test('hostile words are read in time', async () => {
  const words = ['"1', 'word1 ', '.,;1 ', '^1', '[1,', '1,1,', '(a)1', '<sup>1', '¹ ', '"a"1;2 '].map(part =>
    part.repeat(1000)
  )
  const draft = `title: T\nwhereas:\n${words.map(part => `  - ${JSON.stringify(`a ${part}`)}\n`).join('')}resolved: [acts]\n`
  const start = performance.now()
  await findings(draft)
  expect(performance.now() - start).toBeLessThan(10_000)
}, 30_000)
