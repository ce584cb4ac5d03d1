import type {Dossier, DossierBlock, DossierRun} from '../../tree/index.ts'
import {headingIds, targetOf} from '../dossier-links.ts'
import {type Handlers, handle} from '../handlers.ts'
import {shippedFonts} from './fonts.ts'
import {splitLanguage} from './language.ts'
import {type Piece, toPieces} from './pieces.ts'

/** The data of `evidence.typ`, described at its head. */
export interface DossierData {
  readonly blocks: readonly BlockData[]
  readonly [key: string]: unknown
}

interface BlockData {
  readonly type: string
  readonly [key: string]: unknown
}

interface RunData {
  readonly pieces: readonly Piece[]
  readonly style: string | null
  readonly url: string | null
  readonly target: string | null
}

/** Turns a dossier into what its page template reads. */
export function toDossierData(dossier: Dossier, hasFallback: boolean): DossierData {
  const ids = headingIds(dossier)
  return {
    ...splitLanguage(dossier.language),
    fonts: shippedFonts,
    'has-fallback': hasFallback,
    title: dossier.title,
    'page-of': dossier.labels.pageOf,
    blocks: dossier.blocks.flatMap(block => handle(handlers, block, ids))
  }
}

type Ids = ReadonlySet<string>

/** Blocks without words are left out: PDF/UA forbids empty headings. */
const handlers: Handlers<DossierBlock, readonly BlockData[], Ids> = {
  heading: ({level, id, runs}, ids) => withRuns({type: 'heading', level, id}, runs, ids),
  paragraph: ({role, runs}, ids) => withRuns({type: role}, runs, ids),
  list: ({items}, ids) => [{type: 'list', items: items.map(runs => toRuns(runs, ids))}],
  facts: ({rows}, ids) => [{type: 'facts', rows: rows.map(({label, runs}) => ({label, runs: toRuns(runs, ids)}))}],
  passage: ({language, runs}, ids) =>
    withRuns({type: 'passage', 'passage-language': language === undefined ? null : splitLanguage(language)}, runs, ids)
}

function withRuns(block: BlockData, runs: readonly DossierRun[], ids: Ids): readonly BlockData[] {
  const data = toRuns(runs, ids)
  return data.length === 0 ? [] : [{...block, runs: data}]
}

function toRuns(runs: readonly DossierRun[], ids: Ids): readonly RunData[] {
  return runs.filter(({text}) => text !== '').map(run => toRun(run, ids))
}

/** Bytes; Typst refuses a longer address. */
const longestUrl = 8000

function toRun(run: DossierRun, ids: Ids): RunData {
  const target = targetOf(run, ids)
  const url = target !== undefined && 'url' in target && Buffer.byteLength(target.url) <= longestUrl ? target.url : null
  return {
    pieces: toPieces([{type: 'text', value: run.text}], number => ({type: 'text', value: String(number)})),
    style: run.style ?? null,
    url,
    target: target !== undefined && 'id' in target ? target.id : null
  }
}
