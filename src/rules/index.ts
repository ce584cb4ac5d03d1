import type {Diagnostic, ResolvedResolution} from '../tree/index.ts'
import {withoutAllowed} from './allow.ts'
import {deceptiveQuotation} from './deceptive-quotation.ts'
import type {Rule} from './define.ts'
import {misquotation} from './misquotation.ts'
import {missingQuotation} from './missing-quotation.ts'
import {shortQuotation} from './short-quotation.ts'
import {uncheckedQuotation} from './unchecked-quotation.ts'
import {undefinedNote} from './undefined-note.ts'
import {unknownSource} from './unknown-source.ts'
import {unmarkedChange} from './unmarked-change.ts'
import {unquotedWords} from './unquoted-words.ts'
import {unreferencedNote} from './unreferenced-note.ts'
import {unsourcedQuotation} from './unsourced-quotation.ts'
import {unusedSource} from './unused-source.ts'

export type {Finding, Rule} from './define.ts'

/** Every rule that looks at the resolved tree. */
export const rules: readonly Rule[] = [
  deceptiveQuotation,
  misquotation,
  missingQuotation,
  shortQuotation,
  uncheckedQuotation,
  undefinedNote,
  unknownSource,
  unmarkedChange,
  unquotedWords,
  unreferencedNote,
  unsourcedQuotation,
  unusedSource
]

export interface CheckOptions {
  /** Whether a quotation that could not be compared is an error. */
  readonly isStrict?: boolean
}

/**
 * What is wrong with a resolved resolution: what resolving found and what the rules find, in reading order,
 * without what the file allows. Pure.
 */
export function check(resolved: ResolvedResolution, {isStrict = false}: CheckOptions = {}): readonly Diagnostic[] {
  const found = [...resolved.diagnostics, ...rules.flatMap(rule => rule.check(resolved))]
  const kept = withoutAllowed(found, resolved.resolution)
  return isStrict ? kept.map(stricter) : kept
}

function stricter(diagnostic: Diagnostic): Diagnostic {
  const isRaised = diagnostic.rule === uncheckedQuotation.id && diagnostic.severity === 'warning'
  return isRaised ? {...diagnostic, severity: 'error'} : diagnostic
}
