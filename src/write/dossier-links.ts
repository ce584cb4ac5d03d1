import type {Dossier, DossierRun} from '../tree/index.ts'
import {isLinkable} from './addresses.ts'

/** Where a run leads: to an address, or to the heading of an id. */
export type DossierTarget = {readonly url: string} | {readonly id: string}

/** The ids of all headings. */
export function headingIds({blocks}: Dossier): ReadonlySet<string> {
  return new Set(blocks.flatMap(block => (block.type === 'heading' ? [block.id] : [])))
}

/** Where a run leads; undefined when it has no link, or one that must stay words. */
export function targetOf({link}: DossierRun, ids: ReadonlySet<string>): DossierTarget | undefined {
  if (link === undefined) return undefined
  if (link.startsWith('#')) return ids.has(link.slice(1)) ? {id: link.slice(1)} : undefined
  return isLinkable(link) ? {url: link} : undefined
}
