import type {Diagnostic, Resolution} from '../tree/index.ts'

/** Takes away the findings that the file allows, for the whole of it or for a clause. */
export function withoutAllowed(found: readonly Diagnostic[], resolution: Resolution): Diagnostic[] {
  const everywhere = new Set(resolution.allow.map(rule => rule.value))
  const clauses = [...resolution.whereas, ...resolution.resolved].filter(clause => clause.allow.length > 0)
  return found.filter(diagnostic => {
    if (everywhere.has(diagnostic.rule)) return false
    if (diagnostic.path !== resolution.file.path) return true
    const {offset} = diagnostic.place.start
    return !clauses.some(
      ({place, allow}) =>
        place.start.offset <= offset && offset <= place.end.offset && allow.some(rule => rule.value === diagnostic.rule)
    )
  })
}
