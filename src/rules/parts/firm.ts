import type {Diagnostic} from '../../tree/index.ts'
import {described} from './described.ts'

const firm: ReadonlySet<string> = new Set(described.flatMap(({id, isFirm}) => (isFirm ? id : [])))
const ofPrinting: ReadonlySet<string> = new Set(described.flatMap(({id, isOfPrinting}) => (isOfPrinting ? id : [])))

/** Whether the findings of a rule stand, whatever is allowed. */
export function isFirm(rule: string): boolean {
  return firm.has(rule)
}

/** Whether `check` cannot tell if there will be findings of a rule. */
export function isOfPrinting(rule: string): boolean {
  return ofPrinting.has(rule)
}

/** Whether YAML was broken, so that what is behind the flaw was not looked at. */
export function isBroken(found: readonly Diagnostic[]): boolean {
  return found.some(({rule, severity}) => rule === 'malformed-yaml' && severity === 'error')
}
