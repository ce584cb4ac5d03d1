import type {DiffPart, Edit, Fix, Place, ResolvedQuotation} from '../../tree/index.ts'

/** Characters that a YAML scalar or Markdown would read as something else: an edit with one of them is not offered. */
const unsafe = /["'“”\\#:*_[\]<>{}`\n@^]/

/**
 * Two ways to mend a misquotation: the words of the source, or a mark that they were changed.
 * Only for words that can be put into any YAML scalar as they stand.
 */
export function fixesOf({diff, errors}: ResolvedQuotation): Fix[] {
  const changes = changesOf(diff)
  if (changes.length === 0 || changes.length !== errors.length) return []
  const exact: Edit[] = []
  const marked: Edit[] = []
  for (const [index, {removed, added}] of changes.entries()) {
    const place = errors[index]?.place
    if (!place || unsafe.test(added) || unsafe.test(removed) || place.start.line !== place.end.line) return []
    const isInsertion = removed.trim() === ''
    exact.push({place, text: isInsertion ? ` ${added.trim()} ` : added.trim()})
    marked.push({place, text: isInsertion ? ' … ' : `[${removed.trim()}]`})
  }
  return [fixOf('quote the source exactly', exact), fixOf('mark the change', marked)]
}

function fixOf(title: string, edits: readonly Edit[]): Fix {
  return {title, isOfQuotation: true, edits}
}

interface Change {
  readonly removed: string
  readonly added: string
}

/** The changes of a diff in order: what stands in the quotation only, beside what stands in the source only. */
export function changesOf(diff: readonly DiffPart[]): Change[] {
  const changes: Change[] = []
  let removed = ''
  let added = ''
  for (const part of [...diff, {kind: 'same', text: ' '} as const]) {
    if (part.kind === 'removed') removed += part.text
    else if (part.kind === 'added') added += part.text
    else if ((removed + added).trim() !== '' && part.text !== '') {
      changes.push({removed, added: added.replace(/\s+/g, ' ')})
      removed = ''
      added = ''
    }
  }
  return changes
}

/** The place of all of a quotation, its marks left out, or of its first wrong words. */
export function firstPlace({errors, quotation}: ResolvedQuotation): Place {
  return errors[0]?.place ?? quotation.place
}
