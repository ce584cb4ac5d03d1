import type {Compiled} from './compile.ts'
import {
  type Block,
  type BoundCitation,
  type Diagnostic,
  type Inline,
  type ResolvedResolution,
  visitBlocks
} from './tree/index.ts'

/**
 * Whether nothing was lost from one text of a resolution to the next: it still reads, and it has all its clauses,
 * notes with their words, references, citations, and (unless they were to be mended) the letters of its quotations.
 */
export function keepsAll(before: Compiled, after: Compiled, isOfQuotations: boolean): boolean {
  if (!before.resolved || !after.resolved || before.isReadable !== after.isReadable) return false
  const [old, now] = [before.resolved, after.resolved]
  return (
    flawsOf(after).length <= flawsOf(before).length &&
    old.resolution.whereas.length === now.resolution.whereas.length &&
    old.resolution.resolved.length === now.resolution.resolved.length &&
    old.resolution.sources.length === now.resolution.sources.length &&
    keepsNotes(old, now) &&
    keepsCitations(old.citations, now.citations) &&
    (isOfQuotations || isWithin(quotedLetters(old), quotedLetters(now)))
  )
}

const ofFile: ReadonlySet<string> = new Set([
  'duplicate-key',
  'empty-value',
  'malformed-yaml',
  'missing-key',
  'unknown-key',
  'wrong-type'
])

/** What is wrong with the file as YAML and as a resolution: keys and values, not words. */
function flawsOf({diagnostics}: Compiled): Diagnostic[] {
  return diagnostics.filter(({rule}) => ofFile.has(rule))
}

/** Every reference still leads to the words it led to, and every body under `notes` is there. */
function keepsNotes(old: ResolvedResolution, now: ResolvedResolution): boolean {
  const words = (resolved: ResolvedResolution): string[] =>
    resolved.resolution.notes.map(({children}) => wordsOf(children)).sort()
  return isWithin(words(old), words(now)) && isWithin(referencesOf(old), referencesOf(now)) && hasAllMarks(old, now)
}

/** References by hand and notes in the text; two citations may become one with both sources. */
function hasAllMarks(old: ResolvedResolution, now: ResolvedResolution): boolean {
  const count = ({notes}: ResolvedResolution): number =>
    notes.reduce((sum, {kind, places}) => sum + (kind === 'citation' ? 0 : places.length), 0)
  return count(old) <= count(now)
}

/** The words behind each hand-numbered reference that has a note, in reading order. */
function referencesOf({notes, resolution}: ResolvedResolution): string[] {
  const bodies = new Map(resolution.notes.map(({label, children}) => [label.value, wordsOf(children)] as const))
  return notes
    .flatMap(({label, places}) => places.map(({start}) => ({offset: start.offset, words: bodies.get(label ?? '')})))
    .sort((a, b) => a.offset - b.offset)
    .flatMap(({words}) => words ?? [])
}

/** As many citations as before, and every one that named a source names it still. */
function keepsCitations(old: readonly BoundCitation[], now: readonly BoundCitation[]): boolean {
  const ids = (citations: readonly BoundCitation[]): string[] =>
    citations.flatMap(({source}) => source?.id ?? []).sort()
  return old.length <= now.length && isWithin(ids(old), ids(now))
}

/** The letters of the quotations; a `<sup>` that was typed in one is a mark and no word of it. */
function quotedLetters({quotations}: ResolvedResolution): string[] {
  return quotations.map(({text}) => text.replace(/<\/?[a-z]{1,8}>/gi, '').replace(/\P{L}+/gu, ''))
}

/** The words of blocks in small letters, without marks and figures; a word typed twice counts once. */
function wordsOf(blocks: readonly Block[]): string {
  let typed = ''
  const visitor = (node: Inline): void => {
    if (node.type === 'text') typed += ` ${node.value}`
  }
  visitBlocks(blocks, visitor)
  const words = typed.toLowerCase().match(/\p{L}+/gu) ?? []
  return words.filter((word, index) => word !== words[index - 1]).join(' ')
}

/** Whether all of `some` stand in `all`, in the same order. */
function isWithin(some: readonly string[], all: readonly string[]): boolean {
  let at = 0
  for (const each of all) if (at < some.length && each === some[at]) at++
  return at === some.length
}
