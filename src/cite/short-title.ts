import type {CslItem} from '../tree/index.ts'
import {plainFromRich} from './rich-text.ts'

/** The words of an in-sentence citation, plain: `title-short`, else the whole title, else author, else the id. */
export function shortTitle(item: CslItem): string {
  for (const title of [item['title-short'], item.title]) {
    if (typeof title === 'string' && title !== '') return plainFromRich(title)
  }
  return authorOf(item) ?? item.id
}

function authorOf(item: CslItem): string | undefined {
  const names: unknown = Array.isArray(item.author) ? item.author[0] : undefined
  if (typeof names !== 'object' || names === null) return undefined
  const {literal, family, given} = names as Record<string, unknown> // The shape of a name, each part tested below.
  if (typeof literal === 'string') return literal
  return typeof family === 'string' ? [given, family].filter(part => typeof part === 'string').join(' ') : undefined
}
