import type {Place, Severity} from '../tree/index.ts'

/** The flaws that this folder finds in sources, bibliographies, citations and styles. */
export const citeRules = [
  'duplicate-source',
  'lost-in-import',
  'malformed-date',
  'malformed-name',
  'missing-source-id',
  'missing-type',
  'person-as-organisation',
  'unknown-key',
  'unknown-source',
  'unknown-type',
  'unprintable-source',
  'unreadable-bibliography',
  'unsupported-language',
  'unusable-style',
  'wrong-type'
] as const

export type CiteRule = (typeof citeRules)[number]

/** A finding about a source, a bibliography or a style; the caller adds the path. */
export interface CiteProblem {
  readonly rule: CiteRule
  readonly severity: Severity
  readonly message: string
  readonly note?: string
  /** The smallest stretch that is wrong, where it is known. */
  readonly place?: Place
  /** The id of the source at fault, so that findings about unused entries of a bibliography can be left out. */
  readonly id?: string
}

const longest = 60

/** Document text for a message: in curly quotes, on one line, cut when long. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return `“${line.length > longest ? `${line.slice(0, longest - 1)}…` : line}”`
}

/** Keys and ids for a message: in backticks, cut when long. */
export function ticked(text: string): string {
  const line = text.replace(/[\s`]+/g, ' ').trim()
  return `\`${line.length > longest ? `${line.slice(0, longest - 1)}…` : line}\``
}

/** `a`, `b` or `c`, at most eight; the form in which messages list the right answers. */
export function oneOf(names: readonly string[]): string {
  const list = names.slice(0, 8).map(name => `\`${name}\``)
  return list.length < 2 ? (list[0] ?? '') : `one of ${list.join(', ')}`
}
