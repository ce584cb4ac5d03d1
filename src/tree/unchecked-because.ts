import type {UncheckedReason} from './resolved.ts'

type Reasons = {
  readonly [Kind in UncheckedReason['kind']]: (reason: UncheckedReason & {readonly kind: Kind}) => string
}

const reasons: Reasons = {
  'no-citation': () => 'no citation follows it',
  'unknown-source': ({id}) => `there is no source \`${id}\``,
  'no-words': ({ids}) => `the words of ${ids.map(id => `\`${id}\``).join(', ')} are not on file`,
  unreadable: ({path, id}) => `\`${path}\` of \`${id}\` cannot be read`
}

/** Why a quotation was not compared, in words that go on from "is not checked: ". */
export function uncheckedBecause(reason: UncheckedReason): string {
  const word = reasons[reason.kind] as (reason: UncheckedReason) => string // the table pairs kinds with reasons
  return word(reason)
}
