import type {Text} from './nodes.ts'

/** What is known of a source file that was kept with `source add`. Paths are relative to the folder of the list. */
export interface KeptRecord {
  readonly file: string
  /** Of its bytes, in hexadecimal. */
  readonly sha256: string
  readonly size: number
  readonly mediaType: string
  /** The encoding that the server named. */
  readonly charset?: string
  /** The address that was asked for, and the one that answered; absent for files of one's own. */
  readonly address?: string
  readonly finalAddress?: string
  /** The day on which it was fetched or copied, `YYYY-MM-DD`. */
  readonly accessed: string
  /** The text that was read out of it, for people. */
  readonly words?: {readonly file: string; readonly sha256: string}
  /** What the address gave before, the latest copy first. */
  readonly earlier?: readonly EarlierCopy[]
}

export type EarlierCopy = Pick<KeptRecord, 'file' | 'sha256' | 'size' | 'mediaType' | 'charset' | 'accessed'>

/** A file with the words of a source as a check finds it. */
export interface KeptFile {
  readonly sourceId: string
  /** As named under `text`. */
  readonly name: Text
  readonly path: string
  readonly record: KeptRecord | undefined
  /** Files that are not what was kept. */
  readonly changes: readonly KeptChange[]
  /** Why the list of kept sources beside it cannot be used. */
  readonly listProblem: string | undefined
  /** What the reader had to guess or leave out. */
  readonly warnings: readonly string[]
}

/** A file whose bytes are not those that a hash was taken of. */
export interface KeptChange {
  readonly path: string
  readonly expected: string
  /** Undefined when the file is gone. */
  readonly found: string | undefined
  /** Where the hash stands: a place in the resolution, else the list of kept sources. */
  readonly sha256: Text | undefined
  readonly listPath: string | undefined
}
