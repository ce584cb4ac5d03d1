import type {KeptChange, KeptFile} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'

/** A file with the words of a source is not the one that was kept. */
export const changedSource: Rule = defineRule(
  {
    id: 'changed-source',
    severity: 'error',
    summary: 'The words of a source on file are those that were kept.'
  },
  ({keptFiles}, report) => {
    for (const kept of keptFiles) {
      if (kept.listProblem !== undefined)
        report({
          message: `the list of kept sources cannot tell whether \`${kept.name.value}\` has changed`,
          place: kept.name.place,
          note: kept.listProblem
        })
      for (const change of kept.changes) report(findingOf(kept, change))
    }
  }
)

function findingOf({name, path, record}: KeptFile, change: KeptChange) {
  const file = change.path === path ? name.value : change.path
  const day = record && change.listPath !== undefined ? ` on ${record.accessed}` : ''
  const isGone = change.found === undefined
  return {
    message: isGone
      ? `\`${file}\` is gone, expected the file that was kept${day}`
      : `\`${file}\` has changed since it was kept${day}`,
    place: change.sha256?.place ?? name.place,
    note: isGone
      ? 'bring it back, or fetch it again with `whereas source refresh`'
      : `its SHA-256 is ${short(change.found)}, expected ${short(change.expected)}${remedyOf(change)}`
  }
}

function remedyOf({listPath}: KeptChange): string {
  return listPath === undefined
    ? '; bring the file back, or give its new hash if the change is meant'
    : ` as in \`${listPath}\`; bring the file back, or fetch it again with \`whereas source refresh\``
}

/** The first digits of a hash tell two apart. */
function short(hash: string): string {
  return `${hash.slice(0, 12)}…`
}
