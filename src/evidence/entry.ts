import type {DossierBlock, DossierFacts, DossierPassage, DossierRun, QuotationEvidence} from '../tree/index.ts'
import type {Verdict} from '../tree/resolved.ts'
import {changesOf} from './changes.ts'
import {idOf, wayBack} from './owed.ts'
import {
  code,
  isWebAddress,
  label,
  linked,
  marked,
  nameOf,
  oneLine,
  paragraph,
  plain,
  said,
  strong,
  withWords
} from './runs.ts'

/** What the entries of a dossier share. */
export interface Setting {
  /** Of the resolution file. */
  readonly path: string
  /** Of the resolution, where it is not English. */
  readonly language: string | undefined
}

/** A quotation in its clause, the verdict, the passage, and where both can be found. */
export function entryOf(quotation: QuotationEvidence, setting: Setting): readonly DossierBlock[] {
  const {clause, text, verdict, ordinal} = quotation
  return [
    {type: 'heading', level: 3, id: idOf(quotation), runs: [plain(`Quotation ${ordinal}: ${verdict}`)]},
    label(`${clause.name}:`),
    passage(clause.before, text, clause.after, setting),
    paragraph(strong(`${capitalised(verdict)}. `), ...said(sentenceOf(quotation))),
    ...elsewhereBlocks(quotation),
    ...passageBlocks(quotation, setting),
    ...diffBlocks(quotation),
    ...warningBlocks(quotation),
    factsOf(quotation, setting),
    ...wayBack(quotation)
  ]
}

export function hasPassage({passage}: QuotationEvidence): boolean {
  return passage !== undefined
}

const sentences: Readonly<Record<Verdict, string>> = {
  verbatim: 'These words are in the source.',
  altered:
    'These words are in the source; the quotation marks its changes, [brackets] for words put in and … for words left out.',
  misquoted: 'The source has a passage that is near, with other words.',
  missing: 'Nothing like these words is in the source.',
  unchecked: 'These words were not compared with a source'
}

function sentenceOf({verdict, reason}: QuotationEvidence): string {
  if (verdict !== 'unchecked') return sentences[verdict]
  const why = reason === undefined ? '' : `: ${oneLine(reason).trim()}`
  return `${sentences.unchecked}${why}${why.endsWith('.') ? '' : '.'}`
}

function elsewhereBlocks({elsewhere}: QuotationEvidence): readonly DossierBlock[] {
  if (elsewhere === undefined) return []
  return [paragraph(plain('Another source of the resolution has them: '), ...nameOf(elsewhere), plain('.'))]
}

function passageBlocks({passage: found, verdict}: QuotationEvidence, setting: Setting): readonly DossierBlock[] {
  if (found === undefined) {
    const isFound = verdict !== 'missing' && verdict !== 'unchecked'
    return isFound ? [paragraph(plain('The passage is not at hand.'))] : []
  }
  const name =
    verdict === 'verbatim' || verdict === 'altered' ? 'The passage in the source' : 'The nearest passage in the source'
  const where = found.where === '' ? '' : `, ${found.where}`
  return [label(`${name}${where}:`), passage(found.before, found.text, found.after, setting)]
}

function passage(before: string, text: string, after: string, {language}: Setting): DossierPassage {
  return {type: 'passage', language, runs: withWords([plain(before), marked('quoted', text), plain(after)])}
}

/** The comparison word by word, and the same in sentences for those who see no marks. */
function diffBlocks({diff}: QuotationEvidence): readonly DossierBlock[] {
  if (diff.length === 0) return []
  const runs = diff.flatMap(({kind, text}, index) => {
    if (kind === 'same') return [plain(text)]
    const before = diff[index - 1]
    const isTouching = before !== undefined && before.kind !== 'same' && !/\s$/.test(before.text) && !/^\s/.test(text)
    return [...(isTouching ? [plain(' ')] : []), marked(kind, text)]
  })
  const items = changesOf(diff).map(sentence => [plain(sentence)])
  return [
    label('Word by word:'),
    paragraph(...runs),
    ...(items.length > 0 ? [{type: 'list', isContents: false, items} as const] : [])
  ]
}

function warningBlocks({warnings}: QuotationEvidence): readonly DossierBlock[] {
  if (warnings.length === 0) return []
  return [label('To be read with care:'), {type: 'list', isContents: false, items: warnings.map(said)}]
}

/** What is unknown is left out, but for the source and its words: that they are wanting must be said. */
function factsOf(quotation: QuotationEvidence, setting: Setting): DossierFacts {
  const {note, line, column} = quotation
  const rows: [label: string, runs: readonly DossierRun[]][] = [
    ...(note === undefined ? [] : [[`Note ${note.number}`, [plain(note.text)]] as [string, readonly DossierRun[]]]),
    ...sourceRows(quotation),
    ['In the resolution file', [code(setting.path), plain(`, line ${line}, column ${column}`)]]
  ]
  const said = rows.map(([label, runs]) => ({label, runs: withWords(runs)}))
  return {type: 'facts', rows: said.filter(({runs}) => runs.length > 0)}
}

function sourceRows({source, passage: found, ordinal}: QuotationEvidence): [string, readonly DossierRun[]][] {
  if (source === undefined) return [['Source', [plain('none that is known')]]]
  const {address, archive, accessed, file, mediaType, sha256} = source
  const type = mediaType === undefined ? '' : ` (${mediaType})`
  return [
    ['Source', nameOf(source)],
    ['Where', [plain(found?.where ?? '')]],
    ['Address', addressRuns(address)],
    ['In a browser', fragmentRuns(found?.fragment, ordinal)],
    ['Archived copy', addressRuns(archive)],
    ['Date of access', [plain(accessed ?? '')]],
    ['Words on file', file === undefined ? [plain('none')] : [code(file), plain(type)]],
    ['SHA-256', sha256 === undefined ? [] : [code(sha256)]]
  ]
}

function addressRuns(address: string | undefined): readonly DossierRun[] {
  return address === undefined ? [] : [linked(address, address)]
}

/** No two links that lead to different places have the same words; an address that is none is shown. */
function fragmentRuns(fragment: string | undefined, ordinal: number): readonly DossierRun[] {
  if (fragment === undefined) return []
  const words = `show the passage of quotation ${ordinal} in a browser`
  return [linked(fragment, isWebAddress(fragment) ? words : fragment)]
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
