import type {Clause, Diagnostic, Resolution, Text} from '../../tree/index.ts'
import {isFirm} from './firm.ts'

/** A rule that the file allows, for the whole of it or for a clause. */
export interface Allowance {
  readonly name: Text
  /** The names it stands among. */
  readonly list: readonly Text[]
  readonly clause: Clause | undefined
}

/** All that a file allows; those of clauses first, since the nearer one answers for a finding. */
export function allowancesOf({whereas, resolved, allow}: Resolution): Allowance[] {
  const of = (list: readonly Text[], clause: Clause | undefined): Allowance[] =>
    list.map(name => ({name, list, clause}))
  return [...[...whereas, ...resolved].flatMap(clause => of(clause.allow, clause)), ...of(allow, undefined)]
}

/** Findings that are left, and the allowances that took none away. */
export interface Sifted {
  readonly kept: Diagnostic[]
  readonly idle: readonly Allowance[]
}

/** Takes away the findings that the file allows. */
export function withoutAllowed(found: readonly Diagnostic[], resolution: Resolution): Sifted {
  const allowances = allowancesOf(resolution)
  const busy = new Set<Allowance>()
  const answering = answerers(allowances, resolution.file.path)
  const kept = found.filter(diagnostic => {
    const allowance = answering(diagnostic)
    if (allowance) busy.add(allowance)
    return !allowance
  })
  return {kept, idle: allowances.filter(allowance => !busy.has(allowance))}
}

/** Finds the first allowance that covers a finding; that of a clause is found by bisection. */
function answerers(
  allowances: readonly Allowance[],
  ofFile: string
): (diagnostic: Diagnostic) => Allowance | undefined {
  const byRule = new Map<string, Allowance[]>()
  for (const allowance of allowances) {
    const ofRule = byRule.get(allowance.name.value) ?? []
    ofRule.push(allowance)
    byRule.set(allowance.name.value, ofRule)
  }
  const ofFileAlone = new Map<string, Allowance>()
  for (const each of allowances)
    if (!each.clause && !ofFileAlone.has(each.name.value)) ofFileAlone.set(each.name.value, each)
  const startOf = ({clause}: Allowance): number => clause?.place.start.offset ?? Number.POSITIVE_INFINITY
  // Those of the file come last. Sorting keeps the order of what stands in one place.
  for (const ofRule of byRule.values())
    ofRule.sort((a, b) => (startOf(a) < startOf(b) ? -1 : +(startOf(a) > startOf(b))))
  return diagnostic => {
    const ofRule = byRule.get(diagnostic.rule) ?? []
    const {offset} = diagnostic.place.start
    let low = 0
    let high = ofRule.length
    while (low < high) {
      const middle = (low + high) >> 1
      const each = ofRule[middle]
      if (each && startOf(each) <= offset) low = middle + 1
      else high = middle
    }
    // The clause that begins nearest before it; several lists may allow the same in one clause.
    const nearest = ofRule[low - 1]
    let at = low - 1
    while (at > 0 && nearest && ofRule[at - 1]?.clause?.place.start.offset === startOf(nearest)) at--
    const found = [ofRule[at], ofFileAlone.get(diagnostic.rule)]
    return found.find(each => each && allows(each, diagnostic, ofFile))
  }
}

/** Whether an allowance covers a finding: its rule, and its place where it is that of a clause. */
export function allows({name, clause}: Allowance, {rule, path, place}: Diagnostic, ofFile: string): boolean {
  if (name.value !== rule || isFirm(rule)) return false
  if (clause === undefined) return true
  const {offset} = place.start
  return path === ofFile && clause.place.start.offset <= offset && offset <= clause.place.end.offset
}
