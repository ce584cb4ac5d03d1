/** What must come of a monster: the exit status of `check`, and rules that must be among those reported. */
export interface Monster {
  readonly name: string
  /** The file, in a size of `n`: the larger one is four times the smaller one. */
  readonly file: (n: number) => string
  /** The smaller size. */
  readonly size: number
  readonly status: number
  readonly rules?: readonly string[]
}

const head = 'title: Resolution on Reading\nmover: {unit: U, email: u@example.org}\n'

const repeat = (piece: string, n: number): string => piece.repeat(n)

const each = (n: number, piece: (index: number) => string): string =>
  Array.from({length: n}, (_, i) => piece(i)).join('')

/** A resolution with these items under `whereas`, and other keys behind them. */
function draft(items: string, more = ''): string {
  return `${head}whereas:\n${items}resolved:\n  - affirms the right to read\n${more}`
}

const clause = (words: string, more = ''): string => draft(`  - ${words}\n`, more)

const source = 'sources:\n  a: {type: book, title: T, publisher: P, issued: 2001, text: a.txt}\n'

/**
 * Files made to do harm by their size or their form. What reading alone does with others stands in `test/read`
 * (`yaml.test.ts`, `clause-hostile.test.ts`), comparing in `test/quote/hostile.test.ts`, files of sources in `test/source`.
 */
export const monsters: readonly Monster[] = [
  {name: 'clauses', size: 2000, status: 0, file: n => draft(repeat('  - readers read\n', n))},
  {
    name: 'actions',
    size: 1200,
    status: 0,
    file: n => `${head}resolved:\n${repeat('  - affirms the right to read\n', n)}`
  },
  {
    name: 'flaws in every clause',
    size: 500,
    status: 1,
    rules: ['stray-space', 'undefined-note'],
    file: n => draft(repeat("  - 'readers  read , books “and @x [^3] '\n", n))
  },
  {
    name: 'exceptions in every clause',
    size: 500,
    status: 0,
    file: n => draft(repeat('  - {text: readers  read, allow: [stray-space]}\n', n))
  },
  {
    name: 'notes',
    size: 1000,
    status: 0,
    file: n =>
      draft(
        each(n, i => `  - readers read[^${i + 1}]\n`),
        `notes:\n${each(n, i => `  ${i + 1}: See page ${i}.\n`)}`
      )
  },
  {
    name: 'notes with gaps',
    size: 1000,
    status: 1,
    rules: ['note-gap'],
    file: n =>
      draft(
        each(n, i => `  - readers read[^${2 * i + 1}]\n`),
        `notes:\n${each(n, i => `  ${2 * i + 1}: See page ${i}.\n`)}`
      )
  },
  {
    name: 'notes in one clause',
    size: 1000,
    status: 1,
    rules: ['undefined-note'],
    file: n => clause(`a ${repeat('b[^1]', n)}`)
  },
  {
    name: 'labels that are no numbers',
    size: 1000,
    status: 1,
    file: n => clause('a b[^3] c[^5]', `notes:\n  3: b\n  5: c\n${each(n, i => `  "@${i}": d\n`)}`)
  },
  {name: 'omissions in a quotation', size: 40_000, status: 1, file: n => clause(`a “${repeat('… a ', n)}”`)},
  {name: 'alterations in a quotation', size: 40_000, status: 1, file: n => clause(`a “${repeat('[a] ', n)}”`)},
  {
    name: 'sources cited in a quotation',
    size: 2000,
    status: 1,
    rules: ['unknown-source'],
    file: n => clause(`a “${repeat('@a ', n)}”`)
  },
  {
    name: 'quotations of one source',
    size: 1000,
    status: 1,
    rules: ['missing-quotation'],
    file: n => clause(`'a ${repeat('"a b c d e" ', n)}[@a]'`, source)
  },
  {
    name: 'quotations, each with its citation',
    size: 300,
    status: 0,
    file: n => clause(`'a ${repeat('"people read books" [@a] ', n)}'`, source)
  },
  {
    name: 'open quotation marks',
    size: 1000,
    status: 0,
    rules: ['unbalanced-quotation-mark'],
    file: n => clause(`a ${repeat('“', n)}`)
  },
  {name: 'open brackets', size: 65_000, status: 0, file: n => clause(`a ${repeat('[', n)}`)},
  {
    name: 'emphasis in emphasis',
    size: 16_000,
    status: 0,
    file: n => clause(`a ${repeat('*a ', n)}${repeat(' b*', n)}`)
  },
  {
    name: 'sources',
    size: 2000,
    status: 0,
    file: n => draft('  - a\n', `sources:\n${each(n, i => `  s${i}: {type: book}\n`)}`)
  },
  {
    name: 'sources cited',
    size: 500,
    status: 0,
    file: n =>
      draft(
        each(n, i => `  - a [@s${i}]\n`),
        `sources:\n${each(n, i => `  s${i}: {type: book, title: T${i}, publisher: P, issued: 2001}\n`)}`
      )
  },
  {name: 'one source cited by all', size: 1000, status: 0, file: n => draft(repeat('  - a [@a]\n', n), source)},
  {name: 'one long word', size: 100_000, status: 0, file: n => clause(repeat('a', n))},
  {
    name: 'one long title',
    size: 50_000,
    status: 0,
    file: n => `title: ${repeat('a b, ', n)}\nmover: {unit: U, email: u@e.org}\nresolved: [affirms it]\n`
  },
  {name: 'hundreds of thousands of lines', size: 100_000, status: 0, file: n => clause('a', repeat('\n', n))},
  {
    name: 'Windows line ends',
    size: 2000,
    status: 0,
    file: n => draft(repeat('  - readers read\n', n)).replaceAll('\n', '\r\n')
  },
  {name: 'letters from right to left', size: 1000, status: 0, file: n => clause(`a ${each(n, i => `שלום${i} `)}`)},
  {name: 'emoji', size: 20_000, status: 0, file: n => clause(`a ${repeat('👩‍👩‍👧', n)}`)},
  {
    name: 'isolates in isolates',
    size: 600,
    status: 0,
    rules: ['bidirectional-control'],
    file: n => clause(`a ${repeat('\u2067', n)}b${repeat('\u2069', n)}`)
  },
  {
    name: 'one text repeated by aliases',
    size: 1500,
    status: 0,
    file: n =>
      `title: &a Reading\nmover: {unit: U, email: u@e.org}\nwhereas:\n${repeat('  - *a\n', n)}resolved: [affirms it]\n`
  },
  {
    name: 'unknown keys',
    size: 5000,
    status: 1,
    rules: ['unknown-key'],
    file: n =>
      clause(
        'a',
        each(n, i => `k${i}: v\n`)
      )
  },
  {
    name: 'ids given twice',
    size: 1000,
    status: 1,
    rules: ['duplicate-key'],
    file: n => draft(repeat('  - {text: a, id: x}\n', n))
  },
  {
    name: 'endorsers',
    size: 1000,
    status: 0,
    file: n => clause('a', `endorsers:\n${repeat('  - {unit: B, date: 2026-01-02}\n', n)}`)
  },
  {
    name: 'exceptions of the file',
    size: 1000,
    status: 0,
    rules: ['unknown-rule'],
    file: n => clause('a', `allow: [${repeat('none-such, ', n)}none]\n`)
  }
]

/** What is refused at once, whatever else is in it. */
export const refused: readonly (Pick<Monster, 'name' | 'status' | 'rules'> & {readonly yaml: string})[] = [
  {name: 'a scalar of 10 MB', status: 2, rules: ['malformed-yaml'], yaml: clause(repeat('a ', 5_000_000))},
  {
    name: '100,000 clauses in more than 2 MB',
    status: 2,
    rules: ['malformed-yaml'],
    yaml: draft(repeat('  - readers read books\n', 100_000))
  },
  {
    name: 'an alias bomb',
    status: 2,
    rules: ['malformed-yaml'],
    yaml: clause(
      'a',
      `sources:\n  s:\n    a0: &a0 [x, x]\n${each(40, i => `    a${i + 1}: &a${i + 1} [${repeat(`*a${i}, `, 9)}*a${i}]\n`)}`
    )
  }
]
