import type {Diagnostic, ResolvedResolution} from '../tree/index.ts'
import {withoutAllowed} from './allow.ts'
import type {Rule} from './define.ts'
import {undefinedNote} from './undefined-note.ts'
import {unknownSource} from './unknown-source.ts'
import {unreferencedNote} from './unreferenced-note.ts'
import {unusedSource} from './unused-source.ts'

export type {Finding, Rule} from './define.ts'

/** Every rule that looks at the resolved tree. */
export const rules: readonly Rule[] = [undefinedNote, unknownSource, unreferencedNote, unusedSource]

/**
 * What is wrong with a resolved resolution: what resolving found and what the rules find, in reading order,
 * without what the file allows. Pure.
 */
export function check(resolved: ResolvedResolution): readonly Diagnostic[] {
  const found = [...resolved.diagnostics, ...rules.flatMap(rule => rule.check(resolved))]
  return withoutAllowed(found, resolved.resolution)
}
