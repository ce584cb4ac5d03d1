import type {Rule} from '../define.ts'

/** A rule that reading, resolving, citing or writing holds: it has a page, but no check of its own. */
export interface DescribedRule extends Rule {
  /** Whether it stands although it is allowed: words would be lost, or others printed in their place. */
  readonly isFirm?: true
  /** Whether it is found only when notes are put into words or a document is written, so that `check` cannot tell whether an `allow` is needed. */
  readonly isOfPrinting?: true
}

/** Every rule that is held elsewhere; the severity is that of most of its findings. */
export const described: readonly DescribedRule[] = [
  {
    id: 'control-character',
    severity: 'error',
    summary: 'Every character of the file can be printed.'
  },
  {
    id: 'duplicate-key',
    severity: 'error',
    summary: 'Every key, and every id of a clause, is given once.',
    isFirm: true
  },
  {
    id: 'duplicate-source',
    severity: 'error',
    summary: 'No two sources have the same id.'
  },
  {
    id: 'empty-value',
    severity: 'error',
    summary: 'What a resolution needs is not left empty.'
  },
  {
    id: 'lost-in-import',
    severity: 'info',
    summary: 'All that an entry of a bibliography says can be printed.'
  },
  {
    id: 'malformed-date',
    severity: 'error',
    summary: 'A date is a day of the calendar, year first.'
  },
  {
    id: 'malformed-name',
    severity: 'error',
    summary: 'A name of a source is words, or a map of the parts of a name.'
  },
  {
    id: 'malformed-yaml',
    severity: 'error',
    summary: 'The file is YAML that can be read.',
    isFirm: true
  },
  {
    id: 'missing-key',
    severity: 'error',
    summary: 'The keys that a resolution needs are there.'
  },
  {
    id: 'missing-source-id',
    severity: 'error',
    summary: 'Every entry of a bibliography has an id to cite it by.'
  },
  {
    id: 'missing-type',
    severity: 'warning',
    summary: 'Every source says what kind of work it is.'
  },
  {
    id: 'outside-project',
    severity: 'error',
    summary: 'The files that a resolution names lie in its project.',
    isFirm: true
  },
  {
    id: 'person-as-organisation',
    severity: 'info',
    summary: 'A person has a family name and given names; plain text names a body.'
  },
  {
    id: 'unknown-key',
    severity: 'error',
    summary: 'Every key of the file is one that has a meaning there.'
  },
  {
    id: 'unknown-type',
    severity: 'error',
    summary: 'The type of an entry of a bibliography is one of its format.'
  },
  {
    id: 'unknown-value',
    severity: 'error',
    summary: 'Where only certain words have a meaning, one of them is given.'
  },
  {
    id: 'unprintable-character',
    severity: 'warning',
    summary: 'Every character is in the fonts of the document.',
    isOfPrinting: true
  },
  {
    id: 'unprintable-source',
    severity: 'error',
    summary: 'A source that is cited has words for its note.',
    isOfPrinting: true
  },
  {
    id: 'unreadable-bibliography',
    severity: 'error',
    summary: 'A bibliography is in a format that can be read.'
  },
  {
    id: 'unreadable-file',
    severity: 'error',
    summary: 'Every file that is named can be opened.'
  },
  {
    id: 'unsupported-language',
    severity: 'info',
    summary: 'The language of the resolution is one in which notes can be worded.',
    isOfPrinting: true
  },
  {
    id: 'unusable-style',
    severity: 'error',
    summary: 'The citation style is a complete one that can be read.',
    isFirm: true
  },
  {
    id: 'unusable-template',
    severity: 'error',
    summary: 'The template is there and has no faults.',
    isFirm: true
  },
  {
    id: 'wrong-type',
    severity: 'error',
    summary: 'Every value is of the kind that its key wants: text, a list, a map, a number.',
    isFirm: true
  }
]
