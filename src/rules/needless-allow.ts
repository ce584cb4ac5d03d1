import type {Diagnostic, Resolution} from '../tree/index.ts'
import type {Rule} from './define.ts'
import {type Allowance, allowancesOf} from './parts/allow.ts'
import {removalOf} from './parts/allow-fix.ts'
import {isFirm, isOfPrinting} from './parts/firm.ts'

/** An `allow` without a finding. `needlessAllows` finds it, when all other rules have spoken. */
export const needlessAllow: Rule = {
  id: 'needless-allow',
  severity: 'warning',
  summary: 'Every rule under `allow` takes a finding away.'
}

/** What is to be said of allowances that took no finding away. */
export function needlessAllows(idle: readonly Allowance[], resolution: Resolution): Diagnostic[] {
  const {file} = resolution
  const all = allowancesOf(resolution)
  return idle
    .filter(({name}) => !isOfPrinting(name.value))
    .map(({name, list, clause}) => {
      const where = clause === undefined ? 'the file' : 'the clause'
      // An alias of YAML puts one name into several lists; another may need it.
      const isShared = all.some(each => each.list !== list && each.name.place.start.offset === name.place.start.offset)
      const fix = isShared ? undefined : removalOf(name, list, file)
      return {
        rule: needlessAllow.id,
        severity: needlessAllow.severity,
        message: isFirm(name.value)
          ? `\`${name.value}\` cannot be allowed, expected the flaw to be mended`
          : `allowing \`${name.value}\` takes away no finding of ${where}, expected no entry`,
        path: file.path,
        place: name.place,
        note: isFirm(name.value)
          ? 'words would be lost, or others printed in their place'
          : 'take the entry away: it would hide a flaw that comes later',
        ...(fix ? {fixes: [fix]} : {})
      }
    })
}
