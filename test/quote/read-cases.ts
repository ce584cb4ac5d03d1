import type {QuotationVerdict, SourceFormat} from '../../src/quote/index.ts'

/** One line of a case table: a quotation and what must be found of it. */
export interface Case {
  readonly heading: string
  readonly verdict: QuotationVerdict
  readonly quotation: string
  readonly after: string | undefined
  /** Kinds of warnings; none at all are allowed when this is empty. */
  readonly warnings: readonly string[]
  /** What must be named wrong, in order; undefined when the table does not say. */
  readonly errors: readonly {readonly start: number; readonly end: number}[] | undefined
}

/** A source text and its cases. */
export interface CaseTable {
  readonly format: SourceFormat
  readonly language: string
  readonly text: string
  readonly cases: readonly Case[]
}

const verdicts: readonly QuotationVerdict[] = ['verbatim', 'altered', 'misquoted', 'missing']

/** Reads a file of tables: "@ format language", the source, then under "== heading" lines of "verdict | quotation". */
export function readCases(file: string): CaseTable[] {
  return file
    .split(/^@ /m)
    .slice(1)
    .map(part => {
      const [first = '', ...rest] = part.split('\n')
      const [format = 'text', language = 'en'] = first.split(' ')
      const [text = '', ...sections] = rest.join('\n').split(/^== /m)
      return {format: asFormat(format), language, text, cases: sections.flatMap(readSection)}
    })
}

function asFormat(word: string): SourceFormat {
  return word === 'html' || word === 'markdown' ? word : 'text'
}

function readSection(section: string): Case[] {
  const [heading = '', ...lines] = section.split('\n')
  return lines
    .join('\n')
    .split(/\n(?=\w+ \|)/)
    .map(line => line.trimEnd())
    .filter(line => line !== '')
    .map(line => readCase(heading, line))
}

function readCase(heading: string, line: string): Case {
  const [verdict = '', marked = '', after] = line.split(/ ?\| ?/)
  const known = verdicts.find(each => each === verdict)
  if (known === undefined) throw new Error(`unknown verdict in “${line}”`)
  const warnings = [...marked.matchAll(/ !([a-z-]+)/g)].map(match => match[1] ?? '')
  const plain = marked.replace(/ ![a-z-]+/g, '')
  const {quotation, errors} = readErrors(plain)
  return {heading, verdict: known, quotation, after: after?.trim(), warnings, errors}
}

/** Takes the braces out that mark wrong words. */
function readErrors(marked: string): {quotation: string; errors: Case['errors']} {
  const errors: {start: number; end: number}[] = []
  let quotation = ''
  for (const part of marked.split(/(\{[^{}]*\})/)) {
    const start = quotation.length
    const isMarked = part.startsWith('{')
    quotation += isMarked ? part.slice(1, -1) : part
    if (isMarked) errors.push({start, end: quotation.length})
  }
  return {quotation, errors: errors.length > 0 ? errors : undefined}
}
