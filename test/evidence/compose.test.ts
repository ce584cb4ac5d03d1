import {describe, expect, test} from 'vitest'
import {changesOf} from '../../src/evidence/changes.ts'
import {composeDossier} from '../../src/evidence/compose.ts'
import type {Dossier, DossierBlock, DossierRun, Evidence} from '../../src/tree/index.ts'
import {evidenceOf, found, quotationless, sample} from './sample.ts'

const words = (runs: readonly DossierRun[]): string => runs.map(({text}) => text).join('')

/** A line for each line of the document; marks as in `[quoted:…]`. */
const lines = ({blocks}: Dossier): string[] => blocks.flatMap(linesOf)

function linesOf(block: DossierBlock): string[] {
  if (block.type === 'list') return block.items.map(words)
  if (block.type === 'facts') return block.rows.map(({label, runs}) => `${label}: ${words(runs)}`)
  return [words(block.runs)]
}

const runsOf = (block: DossierBlock): readonly DossierRun[] => {
  if (block.type === 'list') return block.items.flat()
  return block.type === 'facts' ? block.rows.flatMap(({runs}) => runs) : block.runs
}

const headings = ({blocks}: Dossier): string[] =>
  blocks.flatMap(block => (block.type === 'heading' ? [`${block.level} ${block.id} ${words(block.runs)}`] : []))

const only = (ordinal: number, evidence: Evidence = sample): Evidence => ({
  ...evidence,
  quotations: evidence.quotations.filter(quotation => quotation.ordinal === ordinal)
})

test('the parts stand in their order: title, what is owed, each quotation', () => {
  expect(headings(composeDossier(sample))).toEqual([
    '1 top Evidence for the quotations of “Resolution on the Harbor Light”',
    '2 owed Still owed',
    '3 unchecked To be checked',
    '3 wrong To be mended',
    '3 doubtful To be read with care',
    '2 quotations The quotations',
    '3 q1 Quotation 1: verbatim',
    '3 q2 Quotation 2: altered',
    '3 q3 Quotation 3: misquoted',
    '3 q4 Quotation 4: missing',
    '3 q5 Quotation 5: unchecked',
    '3 q6 Quotation 6: unchecked'
  ])
})

describe('the line under the title', () => {
  test.each([
    [
      sample,
      'The resolution 2025-2026 HL CD#7 has 6 quotations: 1\u00a0verbatim, 1\u00a0altered, 1\u00a0misquoted, 1\u00a0missing, 2\u00a0unchecked.'
    ],
    [found, 'The resolution has 1 quotation: 1\u00a0verbatim.'],
    [quotationless, 'The resolution 2025-2026 HL CD#7 has no quotations.']
  ])('counts the quotations by verdict', (evidence, sentence) => {
    expect(lines(composeDossier(evidence))[1]).toBe(sentence)
  })
})

describe('what is owed', () => {
  const owed = (evidence: Evidence): string[] => {
    const all = lines(composeDossier(evidence))
    const end = all.indexOf('The quotations')
    return all.slice(all.indexOf('Still owed') + 1, end < 0 ? undefined : end)
  }

  test('is what was not compared, then what is wrong, then what is doubtful', () => {
    expect(owed(sample)).toEqual([
      'To be checked',
      'Quotation 5, “a library is a lighthouse for those who would otherwise sail past …”: the words of sayings are not on file',
      'Quotation 6, “no shelf is closed”: no citation follows it',
      'To be mended',
      'Quotation 3, “a grave threat to the readers of every port”: the words differ from those of “Ports and Pages” (ports)',
      'Quotation 4, “nobody may ask a sailor what he reads”: nothing like these words is in “Ports and Pages” (ports); these words are in “The Charter of the Harbor Libraries” (charter)',
      'To be read with care',
      'Quotation 2, “[n]o fee … may be asked of a reader”: the words left out hold “not”; a sentence ends inside the omission'
    ])
  })

  test('is nothing, in plain words, only when every quotation was found', () => {
    expect(owed(found)).toEqual(['Nothing: every quotation was compared with its source and found there.'])
    expect(owed(quotationless)).toEqual(['Nothing: there is no quotation to compare.'])
    for (const ordinal of [3, 4, 5, 6]) expect(owed(only(ordinal)).join()).not.toContain('Nothing: ')
  })

  test('says so too when a reason is wanting', () => {
    const [quotation] = only(5).quotations
    expect(owed({...sample, quotations: [{...quotation!, reason: undefined}]})[1]).toMatch(/: it was not compared$/)
  })
})

describe('an entry', () => {
  const entry = (ordinal: number): string[] => {
    const all = lines(composeDossier(only(ordinal)))
    return all.slice(all.findIndex(line => line.startsWith(`Quotation ${ordinal}: `)) + 1)
  }

  test('has the clause, the verdict, the passage, and where they can be found', () => {
    expect(entry(1)).toEqual([
      'Whereas clause 1:',
      'Whereas the Charter of the Harbor Libraries holds that “every reader has a right to the harbor light” and that no shelf is closed; and',
      'Verbatim. These words are in the source.',
      'The passage in the source, paragraph 2:',
      'The libraries were founded in 1911. We hold that every reader has a right to the harbor light, by day and by night. No fee is asked.',
      'Note 1: Harbor Libraries, “The Charter,” accessed January 5, 2026.',
      'Source: “The Charter of the Harbor Libraries” (charter)',
      'Where: paragraph 2',
      'Address: https://harbor.example.org/charter',
      'In a browser: show the passage of quotation 1 in a browser',
      'Archived copy: https://archive.example.net/2026/harbor.example.org/charter',
      'Date of access: 2026-01-05',
      'Words on file: sources/charter.html (text/html)',
      'SHA-256: 5f0c1d7be2a94c3386e7d0b1f2a49c5877aa21c0de93b46f10e8d5c7b6a39f42',
      'In the resolution file: drafts/harbor-light.resolution.yaml, line 8, column 41'
    ])
  })

  test('of a misquotation has the differences as marks and as sentences', () => {
    const all = entry(3)
    expect(all.slice(3, 8)).toEqual([
      'The nearest passage in the source, p. 17:',
      'The closing began in spring. It was a grave danger to the readers of any old port, and they knew it.',
      'Word by word:',
      'a grave threat danger to the readers of every any old port',
      'The quotation has “threat”, the source has “danger”.'
    ])
    expect(all.at(-1)).toBe('Back to what is still owed')
  })

  test('says where else missing words are, and what is wanting', () => {
    expect(entry(4)).toContain(
      'Another source of the resolution has them: “The Charter of the Harbor Libraries” (charter).'
    )
    expect(entry(5)).toContain(
      'Unchecked. These words were not compared with a source: the words of sayings are not on file.'
    )
    expect(entry(5)).toContain('Words on file: none')
    expect(entry(6)).toContain('Source: none that is known')
  })

  test('never claims a passage that it does not have', () => {
    const [quotation] = only(1).quotations
    const all = lines(composeDossier({...sample, quotations: [{...quotation!, passage: undefined}]}))
    expect(all).toContain('The passage is not at hand.')
    expect(all.join()).not.toContain('The passage in the source')
    expect(all).toContain('Quoted words are marked like this.')
  })
})

test('links lead to headings of the document or to addresses of the web, nowhere else', () => {
  for (const evidence of [sample, found, quotationless, evidenceOf('x', 'javascript:alert(1)')]) {
    const {blocks} = composeDossier(evidence)
    const ids = blocks.flatMap(block => (block.type === 'heading' ? [block.id] : []))
    expect(new Set(ids).size).toBe(ids.length)
    for (const {link} of blocks.flatMap(runsOf))
      if (link?.startsWith('#')) expect(ids).toContain(link.slice(1))
      else if (link !== undefined) expect(link).toMatch(/^https?:\/\//)
  }
})

test('our own words are English; those of a resolution in another language are marked', () => {
  const passages = (language: string) =>
    composeDossier({...sample, language}).blocks.flatMap(block => (block.type === 'passage' ? [block.language] : []))
  expect(composeDossier({...sample, language: 'en-GB'}).language).toBe('en-GB')
  expect(new Set(passages('en-GB'))).toEqual(new Set([undefined]))
  expect(composeDossier({...sample, language: 'fr'}).language).toBe('en')
  expect(new Set(passages('fr'))).toEqual(new Set(['fr']))
})

test('blanks become spaces, and what cannot be printed is shown as such', () => {
  const [line] = lines(composeDossier({...sample, title: 'one\r\n two\u0000\ud800\ufffe\u00a0three'}))
  expect(line).toBe('Evidence for the quotations of “one two\ufffd\ufffd\ufffd\u00a0three”')
})

test('changes are told by place', () => {
  expect(
    changesOf([
      {kind: 'removed', text: 'our '},
      {kind: 'same', text: 'b '},
      {kind: 'added', text: 'their '},
      {kind: 'same', text: 'c '},
      {kind: 'removed', text: 'x'},
      {kind: 'added', text: 'y'}
    ])
  ).toEqual([
    'The source does not have “our”.',
    'The source also has “their”.',
    'The quotation has “x”, the source has “y”.'
  ])
})
