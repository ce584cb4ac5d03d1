import {nodeLibrary} from './node-host.ts'
import {packageFolder} from './package-folder.ts'
import {read} from './read/index.ts'
import {
  type CheckedFile,
  type ReportFormat,
  type ReportOptions,
  reportedFile,
  report as reportWith
} from './report/index.ts'
import {type ResolveOptions, resolve as resolveWith} from './resolve/index.ts'
import {type CheckOptions, check, rules} from './rules/index.ts'
import {type Diagnostic, type Library, placeAt, type Resolution, type ResolvedResolution} from './tree/index.ts'
import {type FormatId, type WriteOptions, type Written, write as writePrinted} from './write/index.ts'

/**
 * Binds a resolution that was read: citations to sources, notes to numbers, the template's words to its clauses.
 * Files are read through `library`, the file system unless another one is given.
 */
export function resolve(
  resolution: Resolution,
  options: Omit<ResolveOptions, 'library'> & {readonly library?: Library} = {}
): Promise<ResolvedResolution> {
  return resolveWith(resolution, {...options, library: options.library ?? nodeLibrary(packageFolder)})
}

/**
 * Writes a resolved resolution in a format, deterministically. It must have been resolved with `rendersNotes`.
 * Rejects when a writer's library cannot be loaded on this machine.
 */
export function write(
  resolved: ResolvedResolution,
  format: FormatId,
  options: Omit<WriteOptions, 'pageTemplate'> = {}
): Promise<Written> {
  const {pageTemplate} = resolved
  return writePrinted(resolved.printed, format, {...options, ...(pageTemplate === undefined ? {} : {pageTemplate})})
}

/** Prints the findings of checked files in a format; what there is to tell of the rules is known. */
export function report(files: readonly CheckedFile[], format: ReportFormat, options: ReportOptions = {}): string {
  return reportWith(files.map(reportedFile), format, {rules, ...options})
}

export interface CompileOptions
  extends Omit<ResolveOptions, 'library' | 'isMarkedDraft'>,
    Omit<WriteOptions, 'pageTemplate'>,
    CheckOptions {
  /** The path of the text, for messages and for the files it names; default `resolution.yaml`. */
  readonly path?: string
  readonly library?: Library
  /** The formats to write; none only checks. */
  readonly to?: readonly FormatId[]
  /** Whether to write although there are errors, every page marked as a draft. */
  readonly isDraft?: boolean
}

export interface Compiled {
  /** In reading order. */
  readonly diagnostics: readonly Diagnostic[]
  /** Undefined when the YAML could not be read. */
  readonly resolved: ResolvedResolution | undefined
  /** False when the YAML is broken: what could be read of it is checked, but never printed. */
  readonly isReadable: boolean
  /** Empty when there are errors, unless a draft was asked for. */
  readonly outputs: readonly Output[]
}

export interface Output {
  readonly format: FormatId
  readonly bytes: Uint8Array
}

/** The whole way in one call: read, resolve, check, write. */
export async function compile(text: string, options: CompileOptions = {}): Promise<Compiled> {
  const {to = [], isDraft = false, path = 'resolution.yaml'} = options
  const {resolution, diagnostics: ofReading} = read(text, {path})
  const isReadable = !ofReading.some(({rule, severity}) => rule === 'malformed-yaml' && severity === 'error')
  if (!resolution) return {diagnostics: ofReading, resolved: undefined, isReadable: false, outputs: []}
  const rendersNotes = options.rendersNotes ?? to.length > 0
  const resolved = await resolve(resolution, {...options, rendersNotes, isMarkedDraft: isDraft})
  const isSaid = alreadySaid(ofReading)
  const news = resolved.diagnostics.filter(diagnostic => !isSaid(diagnostic))
  const found = check({...resolved, diagnostics: news}, {...options, ofReading})
  const diagnostics = inOrder(found, path)
  const isBlocked = !isReadable || (!isDraft && diagnostics.some(diagnostic => diagnostic.severity === 'error'))
  if (isBlocked || to.length === 0) return {diagnostics, resolved, isReadable, outputs: []}
  const outputs: Output[] = []
  const ofWriting: Diagnostic[] = []
  for (const format of to) {
    const written = await write(resolved, format, options).catch(error => ofPageTemplate(error, resolved))
    if ('rule' in written) ofWriting.push(written)
    else {
      outputs.push({format, bytes: written.bytes})
      for (const warning of written.warnings) ofWriting.push(ofWarning(warning, resolution))
    }
  }
  const isWhole = isDraft || !ofWriting.some(({severity}) => severity === 'error')
  const all = inOrder([...diagnostics, ...ofWriting], path)
  return {diagnostics: all, resolved, isReadable, outputs: isWhole ? outputs : []}
}

/** A `page.typ` that cannot be set is a fault of the template, unless it is the package's own. */
function ofPageTemplate(error: unknown, {template, resolution}: ResolvedResolution): Diagnostic {
  const isTheirs = !template.folder.startsWith(`${packageFolder}templates/`)
  if (!(isTheirs && error instanceof Error && error.message.includes('the page template'))) throw error
  return {
    rule: 'unusable-template',
    severity: 'error',
    message: `\`page.typ\` of template \`${resolution.template?.value ?? template.folder}\` cannot be set, expected one that Typst can set`,
    note: error.message,
    path: resolution.file.path,
    place: (resolution.template ?? resolution.title)?.place ?? resolution.place
  }
}

/** Whether reading has said already that something is wrong with these words: it knows the names of CSL too. */
function alreadySaid(said: readonly Diagnostic[]): (diagnostic: Diagnostic) => boolean {
  // All are of one file. Sorted, and with the furthest end of those before: found by bisection.
  const path = said[0]?.path
  const errors = said
    .filter(({severity}) => severity === 'error')
    .map(({place: {start, end}}) => ({start: start.offset, furthest: end.offset}))
    .sort((a, b) => a.start - b.start)
  for (const [index, error] of errors.entries())
    error.furthest = Math.max(error.furthest, errors[index - 1]?.furthest ?? 0)
  return diagnostic => {
    const {start, end} = diagnostic.place
    let low = 0
    let high = errors.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((errors[middle]?.start ?? 0) < end.offset) low = middle + 1
      else high = middle
    }
    return diagnostic.path === path && (errors[low - 1]?.furthest ?? 0) > start.offset
  }
}

/** Findings by place, those of the resolution before those of other files; those of one place keep their order. */
function inOrder(diagnostics: readonly Diagnostic[], path: string): Diagnostic[] {
  const ranks = new Map([[path, 0]])
  for (const diagnostic of diagnostics) if (!ranks.has(diagnostic.path)) ranks.set(diagnostic.path, ranks.size)
  const rank = (diagnostic: Diagnostic): number => ranks.get(diagnostic.path) ?? 0
  return diagnostics.toSorted((a, b) => rank(a) - rank(b) || a.place.start.offset - b.place.start.offset)
}

/** What a writer could not print, at the first place where the character stands in the file. */
function ofWarning({message, character}: Written['warnings'][number], {file}: Resolution): Diagnostic {
  const found = character === undefined ? -1 : file.text.indexOf(character)
  const place = found < 0 ? placeAt(file, 0, 0) : placeAt(file, found, found + (character ?? '').length)
  return {rule: 'unprintable-character', severity: 'warning', message, path: file.path, place}
}
