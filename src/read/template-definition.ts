import {languageTag} from './definition.ts'
import {jsonSchema} from './schema.ts'
import {flag, type Key, type Keys, type MapShape, text, texts} from './shape.ts'

/** Words of a template: blanks count, and no words at all may be meant. */
const words = (description: string, fallback: string): Key => ({
  shape: {kind: 'text', isBlankAllowed: true},
  description,
  default: fallback
})

const inches = (description: string, fallback: number): Key => ({
  shape: {kind: 'number', least: 0, most: 4},
  description,
  default: fallback
})

const points = (description: string, fallback: number): Key => ({
  shape: {kind: 'number', least: 4, most: 72},
  description,
  default: fallback
})

const choice = (name: string, values: readonly string[], description: string): Key => ({
  shape: {kind: 'text', values: {name, values}},
  description,
  default: values[0]
})

/** The keys of `words`. */
export const wordKeys = {
  whereas: words('Lead-in of a whereas clause.', 'Whereas'),
  'after-whereas': words('Between the lead-in and the clause.', ' '),
  'whereas-join': words('After every whereas clause but the last two.', ';'),
  'last-whereas-join': words('After the last whereas clause but one.', '; and'),
  bridge: words('After the last whereas clause, leading to the operative part.', '; now, therefore, be it'),
  resolved: words('Lead-in of the operative part.', 'Resolved'),
  'after-resolved': words('Between that lead-in and the actor.', ', that '),
  actor: {
    shape: {kind: 'text', isBlankAllowed: true},
    description: 'Who resolves; `""` when every resolved clause names its own actor.',
    need: 'error',
    examples: ['the Example Library Association']
  },
  'before-list': words('After the actor, before a list of resolved clauses.', ':'),
  'before-one': words('After the actor, before a lone resolved clause; a blank follows.', ','),
  'action-join': words('After every resolved clause but the last two.', ';'),
  'last-action-join': words('After the last resolved clause but one.', '; and'),
  'action-end': words('After the last resolved clause.', '.'),
  'action-number': {
    shape: {
      kind: 'text',
      format: {
        rule: 'unknown-value',
        name: 'a form of number',
        pattern: '.*\\{n\\}.*',
        expected: 'a text with `{n}` in it'
      }
    },
    description: 'Number of a resolved clause; `{n}` stands for the figure.',
    default: '{n}.'
  },
  'numbers-lone-action': {shape: flag, description: 'Whether a lone resolved clause is a list of one.', default: false}
} as const satisfies Keys

/** The keys of `notes`. */
export const noteKeys = {
  placement: choice(
    'a placement',
    ['ama', 'chicago', 'before'],
    'Where a note reference stands: `ama` before ; and : but after , and . – `chicago` after all marks – `before` before all.'
  ),
  numbering: choice(
    'a way of numbering',
    ['notes', 'references'],
    '`notes`: each number once; `references`: numbers of a list of references, which recur.'
  ),
  'in-resolved': choice(
    'a severity',
    ['allowed', 'warning'],
    'What a note in a resolved clause is: `allowed`; `warning` where the body wants its actions without notes.'
  ),
  style: {
    shape: text,
    description: 'Citation style (CSL) of the notes: a file in the folder of the template.',
    default: 'notes.csl'
  }
} as const satisfies Keys

/** The keys of `page`. */
export const pageKeys = {
  paper: choice('a paper', ['us-letter', 'a4'], 'Size of the paper.'),
  margin: inches('Margin on all four sides, in inches.', 1),
  font: {shape: text, description: 'Font of the Word file.', default: 'Times New Roman'},
  'pdf-font': {
    shape: text,
    description: 'Font of the PDF; of the same widths as `font`, so that lines break alike.',
    default: 'Tinos'
  },
  size: points('Type size of the text, in points.', 12),
  'note-size': points('Type size of the notes, in points.', 10),
  'hanging-indent': inches('How far the lines of a clause after its first are indented, in inches.', 0.5),
  'line-numbers': {shape: flag, description: 'Whether every line is numbered, for debate.', default: false}
} as const satisfies Keys

/** The keys of `labels`. */
export const labelKeys = {
  mover: words('Before the mover.', 'Mover:'),
  seconder: words('Before the seconder.', 'Seconder:'),
  endorser: words('Before an endorser.', 'Endorsed by'),
  'endorser-in-principle': words('Before an endorser in principle.', 'Endorsed in principle by'),
  'page-of': words('Foot of the page; `{page}` and `{pages}` are filled in.', 'Page {page} of {pages}'),
  notes: words('Heading of the notes where they stand at the end.', 'Notes'),
  'back-to-text': words('Name of the link from a note back to its place.', 'Back to text'),
  draft: words('Mark on every page of a draft that was printed in spite of errors.', 'DRAFT')
} as const satisfies Keys

/** The keys of `quotations`. */
export const quotationKeys = {
  'silent-capitals': choice(
    'a severity',
    ['warning', 'error', 'allowed'],
    'What a capital changed without brackets is: `warning`; `error` in the strict style of lawyers; `allowed`.'
  )
} as const satisfies Keys

/** The keys of `sources`. */
export const sourceKeys = {
  'access-dates': choice(
    'a choice of access dates',
    ['undated', 'always', 'never'],
    'Which web sources need the day on which they were read, `accessed`: `undated`, those without a date of their own; `always`; `never`.'
  )
} as const satisfies Keys

/** The keys of `policies`. */
export const policyKeys = {
  names: {
    shape: texts,
    description: 'Names of policies; a whereas clause that has one gives title and section in parentheses.',
    examples: [['Library Bill of Rights']]
  },
  parts: {
    shape: texts,
    description: 'The letters with which the numbers of sections begin.',
    examples: [['A', 'B']]
  }
} as const satisfies Keys

/** The keys of `documents`. */
export const documentKeys = {
  titles: {shape: texts, description: 'How titles open.', examples: [['Resolution']]},
  number: words('Form of a document number: `{years}`, `{series}` and `{n}` stand for its parts. Empty for any.', ''),
  series: {shape: texts, description: 'The series of documents.', examples: [['CD']]},
  meeting: words('Form of the name of a meeting: `{year}` and `{name}` stand for its parts. Empty for any.', '')
} as const satisfies Keys

const atMost = (description: string, fallback: number): Key => ({
  shape: {kind: 'number', least: 0, most: 10_000},
  description,
  default: fallback
})

/** The keys of `limits`. */
export const limitKeys = {
  'whereas-clauses': atMost('A preamble of more whereas clauses is long; 0 for no limit.', 12),
  'clause-words': atMost('A clause of more words is long; 0 for no limit.', 100)
} as const satisfies Keys

/** The keys of `submission`. */
export const submissionKeys = {
  answers: {
    shape: texts,
    description: 'The keys of `submission` in a resolution that the form of the body asks for.',
    examples: [['fiscal', 'notify']]
  },
  'hours-before-meeting': atMost('Hours before the meeting by which a resolution must be in; 0 for no deadline.', 0)
} as const satisfies Keys

const sentence = (what: string): Key =>
  words(
    `Sentence printed on a resolution that ${what}; \`{date}\` and \`{meeting}\` are filled in. Empty for none.`,
    ''
  )

/** The keys of `statuses`. */
export const statusKeys = {
  draft: sentence('is a draft'),
  submitted: sentence('was submitted'),
  adopted: sentence('was adopted'),
  defeated: sentence('was defeated'),
  withdrawn: sentence('was withdrawn'),
  referred: sentence('was referred'),
  attestation: words('Office that attests an adopted copy, under a line to sign on. Empty for no attestation.', '')
} as const satisfies Keys

const part = (name: string, description: string, keys: Keys, need?: 'error'): Key => ({
  shape: {kind: 'map', name, keys},
  description,
  ...(need ? {need} : {})
})

/** The one definition of `template.yaml`. */
export const templateShape: MapShape = {
  kind: 'map',
  name: 'a template',
  keys: {
    name: {shape: text, description: 'Name of the template.', need: 'error', examples: ['ala']},
    organisation: {
      shape: text,
      description: 'Full name of the body whose resolutions these are.',
      need: 'error',
      examples: ['American Library Association']
    },
    language: {
      shape: {kind: 'text', format: languageTag},
      description: 'Language of the set words, as a tag.',
      default: 'en-US'
    },
    words: part(
      'the words',
      'The set words of a resolution, with the blanks and marks between them.',
      wordKeys,
      'error'
    ),
    notes: part('the notes', 'How notes are numbered, placed and worded.', noteKeys),
    quotations: part('the quotations', 'How strictly quotations are held against their sources.', quotationKeys),
    sources: part('the sources', 'What is asked of the sources.', sourceKeys),
    policies: part('the policies', 'Policies of the body, and how their sections are numbered.', policyKeys),
    documents: part('the documents', 'Usual forms of titles, document numbers and meetings.', documentKeys),
    limits: part('the limits', 'Lengths from which on shorter is advised.', limitKeys),
    submission: part('the submission', 'What the body asks of those who submit a resolution.', submissionKeys),
    page: part('the page', 'Paper, fonts and measures.', pageKeys),
    labels: part('the labels', 'Words that stand around the resolution.', labelKeys),
    statuses: part('the statuses', 'A sentence for each status of a resolution.', statusKeys)
  }
}

/** The JSON Schema (draft-07) of `template.yaml`, for editors. */
export function templateSchema(): object {
  return jsonSchema(templateShape, 'Template', 'The set words and looks of the resolutions of one body, for `whereas`.')
}
