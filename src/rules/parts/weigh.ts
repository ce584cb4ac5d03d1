import type {Diagnostic, Resolution, Severity} from '../../tree/index.ts'
import {needlessAllow, needlessAllows} from '../needless-allow.ts'
import {uncheckedQuotation} from '../unchecked-quotation.ts'
import {unknownRule, unknownRules} from '../unknown-rule.ts'
import {type Allowance, allowancesOf, allows, withoutAllowed} from './allow.ts'
import {isBroken, isFirm} from './firm.ts'

/** How grave the findings of a rule are to be; `off` takes them away. */
export type RuleSetting = Severity | 'off'

/** How findings are to be taken. */
export interface Weights {
  /** Whether a quotation that could not be compared is an error. */
  readonly isStrict?: boolean
  /** By the name of the rule; the others keep their own. */
  readonly severities?: Readonly<Record<string, RuleSetting>>
  /** Rules that are not to be reported, beside those that the file allows. */
  readonly allow?: readonly string[]
}

/**
 * Takes away what is allowed, tells which allowances are needless or name no rule, and gives each finding its severity.
 * `ids` are the names of the rules.
 */
export function weigh(
  found: readonly Diagnostic[],
  resolution: Resolution,
  ids: readonly string[],
  {isStrict = false, severities = {}, allow = []}: Weights
): Diagnostic[] {
  const {kept, idle} = withoutAllowed(found, resolution)
  const findings = [...kept, ...ofAllowances(idle, isBroken(found), ids, resolution)]
  return findings
    .filter(({rule}) => isFirm(rule) || !allow.includes(rule))
    .flatMap(diagnostic => {
      if (isStrict && isUnchecked(diagnostic)) return {...diagnostic, severity: 'error'}
      const setting = Object.hasOwn(severities, diagnostic.rule) ? severities[diagnostic.rule] : undefined
      if (setting === undefined || isFirm(diagnostic.rule)) return diagnostic
      return setting === 'off' ? [] : {...diagnostic, severity: setting}
    })
}

const isUnchecked = ({rule, severity}: Diagnostic): boolean => rule === uncheckedQuotation.id && severity === 'warning'

/** What is wrong with the allowances themselves. In a broken file nobody knows what they would have silenced. */
function ofAllowances(
  idle: readonly Allowance[],
  isFileBroken: boolean,
  known: readonly string[],
  resolution: Resolution
): Diagnostic[] {
  const isOfThese = ({name}: Allowance): boolean => name.value === needlessAllow.id || name.value === unknownRule.id
  const isKnown = ({name}: Allowance): boolean => known.includes(name.value)
  const unknown = unknownRules(
    idle.filter(each => !isKnown(each)),
    known,
    resolution
  )
  const needless = isFileBroken
    ? []
    : needlessAllows(
        idle.filter(each => isKnown(each) && !isOfThese(each)),
        resolution
      )
  const silencing = allowancesOf(resolution).filter(isOfThese)
  return [...unknown, ...needless].filter(
    diagnostic => !silencing.some(each => allows(each, diagnostic, resolution.file.path))
  )
}
