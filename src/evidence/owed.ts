import type {DossierBlock, DossierRun, QuotationEvidence} from '../tree/index.ts'
import {leadingTo, nameOf, oneLine, paragraph, plain, said} from './runs.ts'

/** What is still to be done: quotations to compare, quotations to mend; a plain sentence when there are none. */
export function owedBlocks(quotations: readonly QuotationEvidence[]): readonly DossierBlock[] {
  if (quotations.length === 0) return [paragraph(plain('Nothing: there is no quotation to compare.'))]
  const unchecked = quotations.filter(({verdict}) => verdict === 'unchecked')
  const wrong = quotations.filter(({verdict}) => verdict === 'misquoted' || verdict === 'missing')
  const doubtful = quotations.filter(one => one.warnings.length > 0 && !isOwed(one))
  const isClear = unchecked.length + wrong.length === 0
  return [
    ...(isClear ? [paragraph(plain('Nothing: every quotation was compared with its source and found there.'))] : []),
    ...section('unchecked', 'To be checked', unchecked, reasonOf),
    ...section('wrong', 'To be mended', wrong, flawOf),
    ...section('doubtful', 'To be read with care', doubtful, ({warnings}) => said(warnings.join('; ')))
  ]
}

/** Whether work is left on a quotation. */
export function isOwed({verdict}: QuotationEvidence): boolean {
  return verdict !== 'verbatim' && verdict !== 'altered'
}

/** The id of the heading of a quotation. */
export function idOf({ordinal}: QuotationEvidence): string {
  return `q${ordinal}`
}

function section(
  id: string,
  words: string,
  quotations: readonly QuotationEvidence[],
  say: (quotation: QuotationEvidence) => readonly DossierRun[]
): readonly DossierBlock[] {
  if (quotations.length === 0) return []
  const items = quotations.map(quotation => [
    leadingTo(idOf(quotation), `Quotation ${quotation.ordinal}`),
    plain(`, “${opening(quotation.text)}”: `),
    ...say(quotation)
  ])
  return [
    {type: 'heading', level: 3, id, runs: [plain(words)]},
    {type: 'list', isContents: true, items}
  ]
}

const wordsShown = 12

/** The first words of a quotation, enough to know it by. */
function opening(text: string): string {
  const words = oneLine(text).trim().split(' ')
  return words.length <= wordsShown + 3 ? words.join(' ') : `${words.slice(0, wordsShown).join(' ')} …`
}

function reasonOf({reason}: QuotationEvidence): readonly DossierRun[] {
  return said(reason ?? 'it was not compared')
}

function flawOf({verdict, source, elsewhere}: QuotationEvidence): readonly DossierRun[] {
  const name = source === undefined ? [plain('its source')] : nameOf(source)
  const other = elsewhere === undefined ? [] : [plain('; these words are in '), ...nameOf(elsewhere)]
  const flaw = verdict === 'misquoted' ? 'the words differ from those of ' : 'nothing like these words is in '
  return [plain(flaw), ...name, ...other]
}

/** The way back from a quotation to the list that it stands in. */
export function wayBack(quotation: QuotationEvidence): readonly DossierBlock[] {
  const isListed = isOwed(quotation) || quotation.warnings.length > 0
  const runs = [leadingTo('owed', 'Back to what is still owed')]
  return isListed ? [{type: 'paragraph', role: 'wayBack', runs}] : []
}
