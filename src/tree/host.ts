/** What *resolve* may touch of the outside: files by path, and the folder that holds `templates/`. */
export interface Library {
  /** The package's own folder, absolute. */
  readonly packageFolder: string
  /** Rejects with an Error whose `code` is that of the system (`ENOENT`, `EISDIR`, `EACCES` …). */
  readFile(path: string): Promise<Uint8Array>
  /** A path with its symbolic links followed, absolute; rejects as `readFile` does. Absent where there are none. */
  realPath?(path: string): Promise<string>
  /** Whether a path leads out of the project, so that `readFile` rejects with `EOUTSIDE`. Absent where all may be read. */
  isOutside?(path: string): Promise<boolean>
  /** Where text is kept that took long to read out of a file; nothing is kept without it. */
  readonly cache?: Cache
}

/** A place for what can be made again. What is read from it is not trusted; a write that fails is of no account. */
export interface Cache {
  read(name: string): Promise<Uint8Array | undefined>
  write(name: string, bytes: Uint8Array): Promise<void>
}

/** The outside as the command line sees it; tests bring their own. */
export interface Host extends Library {
  /** Written whole or not at all: a temporary file beside it, then a rename. */
  writeFile(path: string, bytes: Uint8Array): Promise<void>
  makeFolder(path: string): Promise<void>
  hasFile(path: string): Promise<boolean>
  readStandardInput(): Promise<Uint8Array>
  /** Fetches a page; what the network does is a problem, not an exception. Only `source add` and `source refresh` ask. */
  fetchPage(
    address: string,
    options: {readonly allowPrivate: boolean}
  ): Promise<FetchedPage | {readonly problem: string}>
  writeOut(data: string | Uint8Array): void
  writeError(text: string): void
  readonly terminal: Terminal
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The folder that relative paths start from, absolute. */
  readonly workingFolder: string
  now(): Date
  /** Other threads of this program; where there are none, all is done on this one. */
  readonly threads?: Threads
}

export interface Threads {
  /** How many can run at once without waiting for one another. */
  readonly cores: number
  /** Starts one for a calling, which like all that passes between threads is plain data. */
  start(calling: unknown): Promise<Thread>
}

/** A thread that does one task at a time. */
export interface Thread {
  /** Rejects when the thread dies over it, or is dead. */
  work(task: unknown): Promise<unknown>
  end(): Promise<void>
}

/** What an address answered. */
export interface FetchedPage {
  /** Decompressed. */
  readonly bytes: Uint8Array
  /** The address that answered, after all redirects. */
  readonly finalAddress: string
  /** In small letters, without parameters; empty when the server named none. */
  readonly mediaType: string
  readonly charset: string | undefined
}

export interface Terminal {
  readonly isOutput: boolean
  readonly isError: boolean
  /** Undefined when output goes to a file or pipe. */
  readonly columns: number | undefined
}
