import type {BoundSource, CslItem, Place, ResolvedResolution, Text} from '../../tree/index.ts'
import type {CheckOptions} from '../define.ts'

/** The sources that are cited, each once. */
export function citedSources({sources}: ResolvedResolution): readonly BoundSource[] {
  return sources.filter(source => source.isUsed)
}

/**
 * The cited sources of which it may be said that something is missing: where a key is misspelt, its value is there
 * and the misspelling was reported.
 */
export function readableSources(resolved: ResolvedResolution, {ofReading = []}: CheckOptions): readonly BoundSource[] {
  const misspelt = [...ofReading, ...resolved.diagnostics].filter(({rule}) => rule === 'unknown-key')
  return citedSources(resolved).filter(({path, place, source}) => {
    const {start, end} = source?.place ?? place
    return !misspelt.some(
      other => other.path === path && start.offset <= other.place.start.offset && other.place.end.offset <= end.offset
    )
  })
}

/** Whether a source has one of these variables, readable or not. */
export function isGiven({item, source}: BoundSource, ...names: readonly string[]): boolean {
  return names.some(name => item[name] !== undefined || source?.fields.some(({key}) => key.value === name))
}

/** The address of a source, of its DOI, or of its archived copy: what a reader can open. */
export function isOnline(bound: BoundSource): boolean {
  return isGiven(bound, 'URL', 'DOI') || bound.source?.archive !== undefined
}

/** The words of a variable as they stand in the file; undefined for an entry of a bibliography. */
export function textOf({source}: BoundSource, name: string): Text | undefined {
  const value = source?.fields.find(({key}) => key.value === name)?.value
  return value?.type === 'text' ? value : undefined
}

/** Where a variable stands, or else the source. */
export function placeOf(bound: BoundSource, name: string): Place {
  return bound.source?.fields.find(({key}) => key.value === name)?.value.place ?? bound.place
}

/** A variable that is one text. */
export function wordsOf(item: CslItem, name: string): string | undefined {
  const value = item[name]
  return typeof value === 'string' ? value : undefined
}

/** Web pages and what else exists online only. */
export const webTypes: ReadonlySet<string> = new Set(['webpage', 'post', 'post-weblog'])

/** Law is found by its name or number alone, and nobody is its author. */
export const lawTypes: ReadonlySet<string> = new Set([
  'bill',
  'classic',
  'legal_case',
  'legislation',
  'patent',
  'regulation',
  'standard',
  'treaty'
])
