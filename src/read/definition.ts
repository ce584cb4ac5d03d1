import {statuses} from '../tree/index.ts'
import {commonVariables, rareVariables, sourceTypes} from './csl.ts'
import {jsonSchema} from './schema.ts'
import {
  date,
  type Format,
  flag,
  type Keys,
  type ListShape,
  type MapShape,
  type RecordShape,
  text,
  texts
} from './shape.ts'

/** A language tag (BCP 47), as far as a pattern can tell. */
export const languageTag: Format = {
  rule: 'unknown-value',
  name: 'a language tag',
  pattern: '[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*',
  expected: 'a tag such as `en-US`'
}

const sha256: Format = {
  rule: 'unknown-value',
  name: 'a SHA-256 hash',
  pattern: '[0-9A-Fa-f]{64}',
  expected: '64 hexadecimal digits'
}

const noteNumber: Format = {
  rule: 'unknown-key',
  name: 'a note number',
  pattern: '[1-9][0-9]{0,5}',
  expected: 'a whole number such as `4`'
}

const allow: Keys[string] = {
  shape: texts,
  description: 'Rules that are not to be reported here, by their names. `whereas explain` tells what each is for.',
  examples: [['long-clause']]
}

const clause: MapShape = {
  kind: 'map',
  name: 'a clause',
  definition: 'clause',
  short: 'text',
  keys: {
    text: {
      shape: text,
      need: 'error',
      description:
        'The words of the clause, without “Whereas” or “Resolved, that” and without what joins it to the next: the template supplies them. `[@id]` cites a source in a note.',
      examples: ['the library profession has long upheld the freedom to read [@lbor]']
    },
    id: {
      shape: text,
      description: 'A name of its own for the clause, so that links can lead to it.',
      examples: ['privacy']
    },
    allow
  }
}

const clauses: ListShape = {kind: 'list', items: clause}

const personKeys: Keys = {
  name: {shape: text, description: 'Name of the person.', examples: ['Pat Example']},
  unit: {
    shape: text,
    description: 'Name of the committee, round table, chapter or other body.',
    examples: ['Intellectual Freedom Committee']
  },
  role: {shape: text, description: 'Office or capacity, printed after the name.', examples: ['Councilor-at-Large']},
  email: {shape: text, description: 'E-mail address for questions on the resolution.', examples: ['pat@example.org']},
  phone: {shape: text, description: 'Telephone number for questions on the resolution.'}
}

const person: MapShape = {
  kind: 'map',
  name: 'a person',
  definition: 'person',
  short: 'name',
  oneOf: ['name', 'unit'],
  keys: personKeys
}

const endorser: MapShape = {
  kind: 'map',
  name: 'an endorser',
  definition: 'endorser',
  short: 'name',
  oneOf: ['name', 'unit'],
  keys: {
    ...personKeys,
    'in-principle': {shape: flag, description: 'Whether the resolution is endorsed in principle only.', default: false},
    date: {
      shape: {kind: 'text', format: date},
      description: 'Day of the endorsement, year first.',
      examples: ['2026-06-26']
    }
  }
}

/** An entry under `sources`: the variables of CSL, and four keys of ours. */
const source: MapShape = {
  kind: 'map',
  name: 'a source',
  definition: 'source',
  keys: {
    type: {
      shape: {kind: 'text', values: {name: 'a type of source', values: sourceTypes}},
      description: 'What kind of work it is. It decides how the note is worded.',
      examples: ['webpage', 'book', 'treaty']
    },
    ...commonVariables,
    text: {
      shape: texts,
      description:
        'The file that holds the words of the source, or a list of files: .txt, .md, .html, .docx or .pdf. Quotations are compared with it.',
      examples: ['sources/udhr.html']
    },
    archive: {
      shape: text,
      description:
        'Address of an archived copy of the page. Anything but an address is the archive that holds the work.',
      examples: ['https://web.archive.org/web/20260502093000/https://www.un.org/']
    },
    sha256: {
      shape: {kind: 'text', format: sha256},
      description:
        'SHA-256 of the file under `text`, of the first if there are several; tells whether it has changed since it was kept.'
    },
    ...rareVariables
  }
}

const sources: RecordShape = {
  kind: 'record',
  value: source,
  description: 'A source, under the id by which it is cited: variables of CSL, and the file that holds its words.'
}

const notes: RecordShape = {
  kind: 'record',
  keyFormat: noteNumber,
  value: text,
  isEmptyAllowed: true,
  description: 'The words of the note with this number. A citation inside binds its source: `"[@pen, para. 2]."`'
}

const submission: MapShape = {
  kind: 'map',
  name: 'the submission',
  keys: {
    consulted: {shape: texts, description: 'Units and committees that were consulted.'},
    endorsements: {shape: texts, description: 'Units that endorse the resolution.'},
    fiscal: {
      shape: texts,
      description: 'Resources that the resolution needs; `none` is an answer.',
      examples: ['none']
    },
    notify: {shape: texts, description: 'Everyone to whom the resolution is to be sent.'},
    impact: {shape: texts, description: 'How it supports the strategic plan, the mission or the core values.'},
    policy: {
      shape: {kind: 'text', values: {name: 'a kind of policy', values: ['general', 'viewpoint']}},
      description: 'Whether it states a general policy or a viewpoint.',
      examples: ['viewpoint']
    },
    'policy-change': {
      shape: texts,
      description: 'Number of the policy that it changes, and the change.',
      examples: ['none']
    },
    'policy-new': {shape: texts, description: 'The new policy that it sets, if any.'},
    'policy-conflict': {
      shape: texts,
      description: 'The policy with which it conflicts, and how the conflict is to be resolved.'
    },
    author: {shape: texts, description: 'Who fills in the form.'},
    email: {shape: texts, description: 'E-mail address for the form.'},
    supporting: {
      shape: texts,
      description: 'Supporting material beside the sources: addresses, documents, bibliography.'
    }
  }
}

/** The one definition of the resolution file. */
export const resolutionShape: MapShape = {
  kind: 'map',
  name: 'a resolution',
  keys: {
    template: {
      shape: text,
      description: 'The body whose format is used: the name of a template, or the path of a folder that holds one.',
      default: 'ala',
      examples: ['ala', './ours']
    },
    language: {
      shape: {kind: 'text', format: languageTag},
      description: 'Language of the resolution as a tag. The language of the template if it is not given.',
      examples: ['en-US']
    },
    title: {
      shape: text,
      need: 'error',
      description: 'Title of the resolution, as it is to be printed.',
      examples: ['Resolution on the Privacy of Readers']
    },
    number: {
      shape: text,
      description: 'Number given by the body; drafts have none.',
      examples: ['2025-2026 ALA CD#23']
    },
    meeting: {
      shape: text,
      description: 'Meeting before which the resolution comes.',
      examples: ['2026 ALA Annual Conference']
    },
    date: {
      shape: {kind: 'text', format: date},
      description: 'Day of the resolution, year first: of adoption once it is adopted, of submission before.',
      examples: ['2026-06-28']
    },
    status: {
      shape: {kind: 'text', values: {name: 'a status', values: statuses}},
      description: 'How far the resolution has come. The template words the sentence that is printed for it.',
      default: 'draft'
    },
    mover: {shape: person, description: 'Who moves the resolution: a person, or `{unit: …}` for a committee.'},
    seconder: {shape: person, description: 'Who seconds it; a resolution of a committee needs none.'},
    endorsers: {shape: {kind: 'list', items: endorser}, description: 'People and bodies that endorse the resolution.'},
    'attested-by': {shape: person, description: 'Who attests the adopted copy with a signature.'},
    whereas: {
      shape: clauses,
      need: 'warning',
      description: 'The preamble: one item for each reason, in order.',
      examples: [['the library profession has long upheld the freedom to read']]
    },
    resolved: {
      shape: clauses,
      need: 'error',
      description: 'What is resolved: one item for each action, each beginning with its verb.',
      examples: [['urges libraries to protect the privacy of readers']]
    },
    notes: {
      shape: notes,
      description: 'Notes that are numbered by hand: the words of each `[^4]` of the clauses, by number.'
    },
    sources: {
      shape: sources,
      description: 'The sources that are cited, each under an id of its own: `[@udhr]` cites `udhr`.'
    },
    bibliography: {
      shape: texts,
      description: 'Files with further sources: CSL-JSON, CSL-YAML, BibTeX, BibLaTeX or RIS; one path or a list.',
      examples: ['refs.bib']
    },
    submission: {
      shape: submission,
      description: 'Answers for the form that accompanies the resolution; not printed in it.'
    },
    page: {
      shape: {
        kind: 'map',
        name: 'the page',
        keys: {
          'line-numbers': {shape: flag, description: 'Whether every line is numbered, for debate.', default: false}
        }
      },
      description: 'Settings of the page that differ from those of the template.'
    },
    allow
  }
}

/** The JSON Schema (draft-07) of the resolution file, for editors. */
export function resolutionSchema(): object {
  return jsonSchema(
    resolutionShape,
    'Resolution',
    'A resolution for `whereas`: its clauses, the people behind it, its notes and sources.'
  )
}
