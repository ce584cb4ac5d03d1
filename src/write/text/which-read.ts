import type {PrintedBlock, PrintedParagraph, PrintedResolution} from '../../tree/index.ts'
import {cleanWords} from './clean-words.ts'

/** Statuses that minutes name before the text; a text without one of them has only been laid before the body. */
const decisions: readonly string[] = ['adopted', 'defeated', 'withdrawn', 'referred']

/**
 * The words that minutes quote: `ADOPTED, ALA CD#23, Title, which read: “That …”`.
 * The resolved clauses alone, each on a line; the keyword "Resolved" is dropped and the words after it begin with "That".
 */
export function writeWhichRead(printed: PrintedResolution): string {
  const {status, number, title} = printed.properties
  const isDecided = decisions.includes(status)
  const opening = [isDecided ? status.toUpperCase() : '', number ?? '', title].filter(words => words !== '')
  const text = printed.blocks.flatMap(resolvedLines).join('\n')
  return `${[...opening, `which ${isDecided ? 'read' : 'reads'}:`].join(', ')} “${text}”\n`
}

function resolvedLines(block: PrintedBlock): readonly string[] {
  if (block.type === 'resolvedLead') return [withoutKeyword(block)]
  if (block.type !== 'resolvedClause') return []
  const [first, ...rest] = block.paragraphs.map(withoutKeyword)
  return [[block.number ?? '', first ?? ''].filter(words => words !== '').join(' '), ...rest]
}

/** ", that the Association" after "Resolved" becomes "That the Association". */
function withoutKeyword({children}: Pick<PrintedParagraph, 'children'>): string {
  const [keyword, ...rest] = children
  if (keyword?.type !== 'leadIn') return cleanWords(children)
  const words = cleanWords(rest).replace(/^[,:]? */, '')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
