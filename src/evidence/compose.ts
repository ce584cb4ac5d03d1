import type {
  Dossier,
  DossierBlock,
  DossierHeading,
  DossierParagraph,
  Evidence,
  QuotationEvidence
} from '../tree/index.ts'
import type {Verdict} from '../tree/resolved.ts'
import {entryOf, hasPassage} from './entry.ts'
import {owedBlocks} from './owed.ts'
import {marked, oneLine, paragraph, plain, strong} from './runs.ts'

/** Lays each quotation of a resolution beside its passage, after a list of what is still to be done. */
export function composeDossier(evidence: Evidence): Dossier {
  const {quotations} = evidence
  const name = oneLine(evidence.title).trim()
  const title = `Evidence for the quotations of ${name === '' ? 'a resolution' : `“${name}”`}`
  const isEnglish = /^en(?:-|$)/i.test(evidence.language)
  const entries = quotations.flatMap(quotation =>
    entryOf(quotation, {path: evidence.path, language: isEnglish ? undefined : evidence.language})
  )
  return {
    title,
    language: isEnglish ? evidence.language : 'en',
    labels,
    blocks: [
      heading(1, 'top', title),
      paragraph(plain(summaryOf(evidence))),
      heading(2, 'owed', 'Still owed'),
      ...owedBlocks(quotations),
      ...(quotations.length > 0 ? [heading(2, 'quotations', 'The quotations'), ...legendOf(quotations)] : []),
      ...entries
    ]
  }
}

const labels: Dossier['labels'] = {
  pageOf: 'Page {page} of {pages}',
  skip: 'Skip to the content',
  spoken: {
    quoted: {before: 'start of quoted words', after: 'end of quoted words'},
    removed: {before: 'in the quotation only', after: 'end'},
    added: {before: 'in the source only', after: 'end'}
  }
}

function heading(level: 1 | 2, id: string, words: string): DossierHeading {
  return {type: 'heading', level, id, runs: [plain(words)]}
}

const verdicts: readonly Verdict[] = ['verbatim', 'altered', 'misquoted', 'missing', 'unchecked']

function summaryOf({number, quotations}: Evidence): string {
  const name = number === undefined || number.trim() === '' ? 'The resolution' : `The resolution ${number.trim()}`
  if (quotations.length === 0) return `${name} has no quotations.`
  const counts = verdicts
    .map(verdict => ({verdict, count: quotations.filter(quotation => quotation.verdict === verdict).length}))
    .filter(({count}) => count > 0)
    .map(({verdict, count}) => `${count}\u00a0${verdict}`)
  return `${name} has ${quotations.length} ${quotations.length === 1 ? 'quotation' : 'quotations'}: ${counts.join(', ')}.`
}

/** How to read the marks and the hashes, as far as there are any. */
function legendOf(quotations: readonly QuotationEvidence[]): readonly DossierBlock[] {
  const hasDiff = quotations.some(({diff}) => diff.length > 0)
  const hasHash = quotations.some(({source}) => source?.sha256 !== undefined)
  const marks: DossierParagraph = paragraph(
    plain('Quoted words are '),
    marked('quoted', 'marked like this'),
    plain(quotations.some(hasPassage) ? ', in the clause and in the passage of the source.' : '.')
  )
  const comparison = paragraph(
    plain('Where both are compared word by word, words '),
    marked('removed', 'struck out like this'),
    plain(' are in the quotation only, and words '),
    marked('added', 'underlined like this'),
    plain(' are in the source only.')
  )
  const hash = paragraph(
    plain('The '),
    strong('SHA-256'),
    plain(' of a file is its fingerprint: a copy that has the same one has not been changed.')
  )
  return [marks, ...(hasDiff ? [comparison] : []), ...(hasHash ? [hash] : [])]
}
