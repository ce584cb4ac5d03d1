const words =
  'the board of a library shall keep its rooms open to every reader and no book may be taken from a shelf because somebody dislikes what it says nor may a name be put on a list that anyone can read'.split(
    ' '
  )

/** Sentences of so many characters together, the same each time; every sentence and every `number` has others. */
export function sourceOf(size: number, number: number): string[] {
  const lines: string[] = []
  let seed = number * 7919 + 7
  for (let length = 0, n = 0; length < size; n++) {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    const start = seed % 20
    const line = `In the year ${n} of report ${number} ${words.slice(start, start + 12 + (seed % 9)).join(' ')}.`
    lines.push(line)
    length += line.length + 1
  }
  return lines
}

/** A resolution whose clauses quote lines of a source, each with a note of its own; every tenth errs in a word. */
export function draftOf(clauses: number, lines: readonly string[], source: string, seed: number): string {
  const whereas = Array.from({length: clauses}, (_, index) => {
    const line = (lines[(seed * 3 + index * 5) % lines.length] ?? '').replace(/\.$/, '')
    const quoted = (seed + index) % 10 === 3 ? line.replace('year', 'month') : line
    return `  - report ${index + 1} of the committee says “${quoted}” [@act, p. ${index + 1}]`
  })
  return `title: Resolution ${seed} on the Open Library
mover: {unit: Council Committee, name: Ann Reader, email: ann@example.org}
seconder: {unit: Board, name: Ben Writer, email: ben@example.org}
sources:
  act:
    type: book
    title: The Open Library ${seed}
    author: Ann Author
    publisher: Example Press
    issued: 2001
    text: ${source}
whereas:
${whereas.join('\n')}
resolved:
  - acts to keep its libraries open to every reader
`
}
