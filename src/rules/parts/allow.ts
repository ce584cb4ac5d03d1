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
  const kept = found.filter(diagnostic => {
    const allowance = allowances.find(each => allows(each, diagnostic, resolution.file.path))
    if (allowance) busy.add(allowance)
    return !allowance
  })
  return {kept, idle: allowances.filter(allowance => !busy.has(allowance))}
}

/** Whether an allowance covers a finding: its rule, and its place where it is that of a clause. */
export function allows({name, clause}: Allowance, {rule, path, place}: Diagnostic, ofFile: string): boolean {
  if (name.value !== rule || isFirm(rule)) return false
  if (clause === undefined) return true
  const {offset} = place.start
  return path === ofFile && clause.place.start.offset <= offset && offset <= clause.place.end.offset
}
