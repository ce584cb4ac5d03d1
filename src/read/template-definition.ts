import {languageTag} from './definition.ts'
import {jsonSchema} from './schema.ts'
import {flag, type Key, type Keys, type MapShape, text} from './shape.ts'

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
    page: part('the page', 'Paper, fonts and measures.', pageKeys),
    labels: part('the labels', 'Words that stand around the resolution.', labelKeys),
    statuses: part('the statuses', 'A sentence for each status of a resolution.', statusKeys)
  }
}

/** The JSON Schema (draft-07) of `template.yaml`, for editors. */
export function templateSchema(): object {
  return jsonSchema(templateShape, 'Template', 'The set words and looks of the resolutions of one body, for `whereas`.')
}
