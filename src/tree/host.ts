/** What *resolve* may touch of the outside: files by path, and the folder that holds `templates/`. */
export interface Library {
  /** The package's own folder, absolute. */
  readonly packageFolder: string
  /** Rejects with an Error whose `code` is that of the system (`ENOENT`, `EISDIR`, `EACCES` …). */
  readFile(path: string): Promise<Uint8Array>
}

/** The outside as the command line sees it; tests bring their own. */
export interface Host extends Library {
  /** Written whole or not at all: a temporary file beside it, then a rename. */
  writeFile(path: string, bytes: Uint8Array): Promise<void>
  makeFolder(path: string): Promise<void>
  hasFile(path: string): Promise<boolean>
  readStandardInput(): Promise<Uint8Array>
  writeOut(data: string | Uint8Array): void
  writeError(text: string): void
  readonly terminal: Terminal
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The folder that relative paths start from, absolute. */
  readonly workingFolder: string
  now(): Date
}

export interface Terminal {
  readonly isOutput: boolean
  readonly isError: boolean
  /** Undefined when output goes to a file or pipe. */
  readonly columns: number | undefined
}
