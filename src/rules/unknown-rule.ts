import {type Diagnostic, editDistance, type Resolution} from '../tree/index.ts'
import type {Rule} from './define.ts'
import type {Allowance} from './parts/allow.ts'
import {nearest} from './parts/nearest.ts'

/** An `allow` that names no rule. `unknownRules` finds it, since only the list of all rules can tell. */
export const unknownRule: Rule = {
  id: 'unknown-rule',
  severity: 'warning',
  summary: 'Every name under `allow` is that of a rule.'
}

/** What is to be said of allowances that name no rule; `known` are the names that there are. */
export function unknownRules(named: readonly Allowance[], known: readonly string[], {file}: Resolution): Diagnostic[] {
  return named.map(({name}) => ({
    rule: unknownRule.id,
    severity: unknownRule.severity,
    message: `\`${name.value}\` is not a rule, expected ${listed(alike(name.value, known).slice(0, 3))}`,
    path: file.path,
    place: name.place
  }))
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'a name that `whereas explain` lists'
  const words = names.map(name => `\`${name}\``).join(', ')
  return names.length === 1 ? words : `one of ${words}`
}

/** The known names that are spelt much alike, a blank or low line taken for a hyphen: a change for every three letters. */
function alike(name: string, known: readonly string[]): string[] {
  const plain = name.slice(0, 80).toLowerCase().replace(/[_ ]/g, '-')
  return nearest(plain, known).filter(other => editDistance(plain, other) <= Math.max(1, Math.floor(other.length / 3)))
}
