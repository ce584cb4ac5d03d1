import {type ResolvedQuotation, relatedPassage} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'
import {changesOf, firstPlace, fixesOf} from './parts/quotation-fix.ts'

/** The source has a passage that is near, with other words. */
export const misquotation: Rule = defineRule(
  {
    id: 'misquotation',
    severity: 'error',
    summary: 'The words between quotation marks are those of the source that is cited.'
  },
  ({quotations}, report) => {
    for (const quotation of quotations) {
      if (quotation.verdict !== 'misquoted') continue
      const {passage, diff, sourceId, elsewhere} = quotation
      const fixes = fixesOf(quotation)
      report({
        message: messageOf(quotation),
        place: firstPlace(quotation),
        note: 'quote the words of the source exactly, or mark the change: [brackets] for words put in, … for words left out',
        related: [
          ...(passage ? [relatedPassage(`the passage in \`${sourceId}\``, passage)] : []),
          ...(elsewhere ? [relatedPassage(`these words are in \`${elsewhere.id}\``, elsewhere.passage)] : [])
        ],
        diff,
        ...(fixes.length > 0 ? {fixes} : {})
      })
    }
  }
)

function messageOf({diff, sourceId}: ResolvedQuotation): string {
  const changes = changesOf(diff)
  const [first] = changes
  const more = changes.length > 1 ? ` (and ${changes.length - 1} more)` : ''
  if (!first) return `the quotation differs from \`${sourceId}\``
  const removed = short(first.removed)
  const added = short(first.added)
  if (removed === '') return `“${added}” is left out, expected it as in \`${sourceId}\`${more}`
  if (added === '') return `“${removed}” is not in \`${sourceId}\`${more}`
  return `“${removed}” is not in \`${sourceId}\`, expected “${added}”${more}`
}

/** Words for a message: the middle of a long stretch is left out. */
function short(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= 48 ? line : `${line.slice(0, 28).trimEnd()} … ${line.slice(-16).trimStart()}`
}
