import type {Evidence, QuotationEvidence} from '../../src/tree/index.ts'

const hash = '5f0c1d7be2a94c3386e7d0b1f2a49c5877aa21c0de93b46f10e8d5c7b6a39f42'

const charter: QuotationEvidence['source'] = {
  id: 'charter',
  title: 'The Charter of the Harbor Libraries',
  address: 'https://harbor.example.org/charter',
  archive: 'https://archive.example.net/2026/harbor.example.org/charter',
  accessed: '2026-01-05',
  file: 'sources/charter.html',
  sha256: hash,
  mediaType: 'text/html'
}

const verbatim: QuotationEvidence = {
  ordinal: 1,
  text: 'every reader has a right to the harbor light',
  clause: {
    name: 'Whereas clause 1',
    before: 'Whereas the Charter of the Harbor Libraries holds that “',
    after: '” and that no shelf is closed; and'
  },
  line: 8,
  column: 41,
  note: {number: 1, text: 'Harbor Libraries, “The Charter,” accessed January 5, 2026.'},
  verdict: 'verbatim',
  reason: undefined,
  warnings: [],
  diff: [],
  source: charter,
  passage: {
    where: 'paragraph 2',
    before: 'The libraries were founded in 1911. We hold that ',
    text: 'every reader has a right to the harbor light',
    after: ', by day and by night. No fee is asked.',
    fragment: 'https://harbor.example.org/charter#:~:text=every%20reader,harbor%20light'
  },
  elsewhere: undefined
}

const altered: QuotationEvidence = {
  ...verbatim,
  ordinal: 2,
  text: '[n]o fee … may be asked of a reader',
  clause: {name: 'Whereas clause 2', before: 'Whereas it adds that “', after: '”; and'},
  line: 9,
  column: 22,
  note: undefined,
  verdict: 'altered',
  warnings: ['the words left out hold “not”', 'a sentence ends inside the omission'],
  source: {...charter, archive: undefined, accessed: undefined, mediaType: undefined},
  passage: {
    where: 'p. 4',
    before: '',
    text: 'No fee, and not even a small one, may be asked of a reader',
    after: '.',
    fragment: undefined
  }
}

const misquoted: QuotationEvidence = {
  ...verbatim,
  ordinal: 3,
  text: 'a grave threat to the readers of every port',
  clause: {name: 'Whereas clause 3', before: 'Whereas the closing of shelves is “', after: '”; now'},
  line: 12,
  column: 36,
  note: {number: 2, text: 'Lee Example, Ports and Pages (Quay Press, 2024), 17.'},
  verdict: 'misquoted',
  diff: [
    {kind: 'same', text: 'a grave '},
    {kind: 'removed', text: 'threat'},
    {kind: 'added', text: 'danger'},
    {kind: 'same', text: ' to the readers of '},
    {kind: 'removed', text: 'every '},
    {kind: 'added', text: 'any old '},
    {kind: 'same', text: 'port'}
  ],
  source: {
    id: 'ports',
    title: 'Ports and Pages',
    address: undefined,
    archive: undefined,
    accessed: undefined,
    file: 'sources/ports.pdf',
    sha256: hash.split('').reverse().join(''),
    mediaType: 'application/pdf'
  },
  passage: {
    where: 'p. 17',
    before: 'The closing began in spring. It was ',
    text: 'a grave danger to the readers of any old port',
    after: ', and they knew it.',
    fragment: undefined
  }
}

const missing: QuotationEvidence = {
  ...misquoted,
  ordinal: 4,
  text: 'nobody may ask a sailor what he reads',
  clause: {name: 'Resolved clause 1', before: 'affirms that “', after: '”.'},
  line: 15,
  column: 18,
  note: undefined,
  verdict: 'missing',
  diff: [],
  passage: undefined,
  elsewhere: {id: 'charter', title: 'The Charter of the Harbor Libraries'}
}

const unchecked: QuotationEvidence = {
  ...missing,
  ordinal: 5,
  text: 'a library is a lighthouse for those who would otherwise sail past all that was ever written',
  clause: {name: 'Resolved clause 2', before: 'commends the saying that “', after: '”.'},
  line: 16,
  column: 29,
  verdict: 'unchecked',
  reason: 'the words of `sayings` are not on file',
  source: {
    id: 'sayings',
    title: 'Sayings of the Quay',
    address: 'https://sayings.example.org/quay?page=3&lang=en',
    archive: undefined,
    accessed: '2026-01-06',
    file: undefined,
    sha256: undefined,
    mediaType: undefined
  },
  elsewhere: undefined
}

const unsourced: QuotationEvidence = {
  ...unchecked,
  ordinal: 6,
  text: 'no shelf is closed',
  clause: {name: 'Resolved clause 3', before: 'repeats that “', after: '”.'},
  line: 17,
  column: 15,
  reason: 'no citation follows it',
  source: undefined
}

/** A resolution with a quotation of each verdict. */
export const sample: Evidence = {
  path: 'drafts/harbor-light.resolution.yaml',
  title: 'Resolution on the Harbor Light',
  number: '2025-2026 HL CD#7',
  language: 'en-US',
  quotations: [verbatim, altered, misquoted, missing, unchecked, unsourced]
}

export const found: Evidence = {...sample, number: undefined, quotations: [verbatim]}

export const quotationless: Evidence = {...sample, quotations: []}

/** An evidence with the same words in each of its fields; each is found by the letter that stands before it. */
export function evidenceOf(words: string, address = words): Evidence {
  return {
    path: `a${words}`,
    title: `b${words}`,
    number: `c${words}`,
    language: 'en-US',
    quotations: [
      {
        ordinal: 1,
        text: `d${words}`,
        clause: {name: `e${words}`, before: `f${words}`, after: `g${words}`},
        line: 1,
        column: 1,
        note: {number: 1, text: `h${words}`},
        verdict: 'misquoted',
        reason: undefined,
        warnings: [`i${words}`, `j${words}`],
        diff: [
          {kind: 'same', text: `k${words}`},
          {kind: 'removed', text: `l${words}`},
          {kind: 'added', text: `m${words}`}
        ],
        source: {
          id: `n${words}`,
          title: `o${words}`,
          address,
          archive: `p${words}`,
          accessed: `q${words}`,
          file: `r${words}`,
          sha256: `s${words}`,
          mediaType: `t${words}`
        },
        passage: {
          where: `u${words}`,
          before: `v${words}`,
          text: `w${words}`,
          after: `x${words}`,
          fragment: `y${words}`
        },
        elsewhere: {id: `z${words}`, title: `A${words}`}
      },
      {...unsourced, ordinal: 2, reason: `B${words}`}
    ]
  }
}

/** Every letter that stands before the words of `evidenceOf`, `a` to `z`, `A` and `B`. */
export const fieldLetters = [...'abcdefghijklmnopqrstuvwxyzAB']
