import {type ResolvedQuotation, relatedPassage} from '../../tree/index.ts'
import type {Finding} from '../define.ts'

/** The warnings of some kinds as findings, the passage of the source as the other place. */
export function quotationWarnings(quotations: readonly ResolvedQuotation[], kinds: ReadonlySet<string>): Finding[] {
  return quotations.flatMap(({warnings, passage: whole}) =>
    warnings
      .filter(({kind}) => kinds.has(kind))
      .map(({message, place, passage = whole}) => ({
        message,
        place,
        ...(passage ? {related: [relatedPassage('the passage in the source', passage)]} : {})
      }))
  )
}
