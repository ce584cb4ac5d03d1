import {type Diagnostic, type Place, placeAt, type TextFile} from '../tree/index.ts'

/** The file being read, and what was found in it so far. */
export interface Reading {
  readonly file: TextFile
  readonly diagnostics: Diagnostic[]
}

/** Rules of the file format. */
export type ReadingRule =
  | 'malformed-yaml'
  | 'unknown-key'
  | 'duplicate-key'
  | 'missing-key'
  | 'wrong-type'
  | 'empty-value'
  | 'unknown-value'
  | 'malformed-date'
  | 'control-character'

/** Nobody reads more than this many diagnostics of one file. */
const most = 1000

/** Adds a diagnostic of severity error, unless `more` says otherwise. */
export function report(
  reading: Reading,
  rule: ReadingRule,
  place: Place,
  message: string,
  more: Partial<Pick<Diagnostic, 'severity' | 'note' | 'related'>> = {}
): void {
  if (reading.diagnostics.length < most)
    reading.diagnostics.push({rule, severity: 'error', message, path: reading.file.path, place, ...more})
}

/** Adds a diagnostic at the offsets `start` to `end`. */
export function reportAt(
  reading: Reading,
  rule: ReadingRule,
  [start, end]: readonly [number, number],
  message: string,
  more: Partial<Pick<Diagnostic, 'severity' | 'note' | 'related'>> = {}
): void {
  report(reading, rule, placeAt(reading.file, start, end), message, more)
}

/** In order of place, each once: an alias can lead to the same flaw twice. Of the flaws of YAML on one line, the first tells most. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>()
  return diagnostics
    .toSorted((a, b) => a.place.start.offset - b.place.start.offset || a.place.end.offset - b.place.end.offset)
    .filter(({rule, severity, message, place}) => {
      const isFlaw = rule === 'malformed-yaml' && severity === 'error'
      const key = isFlaw ? `line ${place.start.line}` : `${place.start.offset} ${rule} ${message}`
      return !seen.has(key) && seen.add(key)
    })
}

/** Words of the document for a message: on one line, at most 40 characters. */
export function shown(words: string): string {
  const line = words.trim().replace(/\s+/g, ' ')
  return line.length <= 40 ? line : `${Array.from(line.slice(0, 80)).slice(0, 39).join('').trimEnd()}…`
}

/** A key or value in backticks. */
export const inBackticks = (words: string): string => `\`${shown(words).replace(/`/g, "'")}\``
