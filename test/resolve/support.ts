import type {ResolvedResolution} from '../../src/index.ts'
import {compile, rules} from '../../src/index.ts'
import {memoryLibrary} from '../memory-host.ts'
import {wordsOfTree} from '../write/words.ts'

export interface Made {
  /** From the head to the last signature; marks are `[^3]`. */
  readonly lines: readonly string[]
  /** `3 Words of the note.` */
  readonly notes: readonly string[]
  /** `rule: message`, advice included, of what reading, resolving and citing find. */
  readonly findings: readonly string[]
  readonly resolved: ResolvedResolution
}

/** A resolution from its YAML to the words on paper; `files` stand beside it. */
export async function make(
  yaml: string,
  files: Readonly<Record<string, string | Uint8Array>> = {},
  options: {readonly fallbackDate?: string; readonly style?: string} = {}
): Promise<Made> {
  const compiled = await compile(yaml, {library: memoryLibrary(files), rendersNotes: true, ...options})
  const resolved = compiled.resolved!
  const {lines} = wordsOfTree(resolved.printed)
  return {
    lines,
    notes: resolved.printed.notes.map(
      ({number, paragraphs}) => `${number} ${wordsOfTree(only(resolved, paragraphs)).lines.join(' / ')}`
    ),
    findings: compiled.diagnostics
      .filter(({rule}) => ofResolving.has(rule))
      .map(({rule, message}) => `${rule}: ${message}`),
    resolved
  }
}

const ofResolving = new Set([...rules.flatMap(({id, check}) => (check ? [] : id)), 'unknown-source'])

/** A printed tree that holds only these paragraphs. */
function only(
  {printed}: ResolvedResolution,
  paragraphs: ResolvedResolution['printed']['notes'][number]['paragraphs']
): ResolvedResolution['printed'] {
  return {
    ...printed,
    mark: undefined,
    header: [],
    notes: [],
    blocks: [{type: 'whereasClause', number: undefined, id: undefined, paragraphs}]
  }
}

/** A template of another body with some keys of its own. */
export const ours = (more = ''): string =>
  `name: ours\norganisation: Our Association\nwords: {actor: our association}\n${more}`
