import type {CslItem} from '../tree/index.ts'
import {titleFields} from './csl-terms.ts'
import {hideTags, mark} from './marks.ts'
import {mapRich} from './rich-text.ts'
import {collapse} from './text.ts'

/** Law is known by its whole name; a colon in it is no subtitle. */
const lawTypes: ReadonlySet<string> = new Set(['bill', 'hearing', 'legal_case', 'legislation', 'regulation', 'treaty'])

/**
 * A source as citeproc may have it: under a harmless id, every value a text on one line, no typed sign taken for a tag.
 * With an archived copy the address carries the key, so that the copy can be printed after it.
 */
export function engineItem(item: CslItem, key: string, archive: string | undefined): Readonly<Record<string, unknown>> {
  const ready: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(item)) {
    const fit = fitValue(name, value)
    if (fit !== undefined) ready[name] = fit
  }
  const address = item.URL
  if (typeof address === 'string') {
    ready.URL = (archive === undefined ? '' : mark.keyStart + key + mark.keyEnd) + hideTags(collapse(address))
  } else if (archive !== undefined && item.DOI === undefined) ready.URL = hideTags(archive)
  if (typeof item.DOI === 'string') ready.DOI = hideTags(collapse(item.DOI).replace(doiPrefix, ''))
  const short = shortened(item)
  if (short !== undefined) ready['title-short'] = fitValue('title-short', short)
  return {...ready, id: key, type: item.type}
}

const doiPrefix = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i

/** A later note needs the title without its subtitle, after the manner of Chicago. */
function shortened(item: CslItem): string | undefined {
  const title = item.title
  if (typeof title !== 'string' || item['title-short'] !== undefined || lawTypes.has(item.type)) return undefined
  const head = title.slice(0, Math.max(0, title.search(/: /)))
  // Not in the middle of emphasised or quoted words.
  return head === '' || /[<"“«„]/.test(head) ? undefined : head
}

function fitValue(name: string, value: unknown): unknown {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') {
    const text = collapse(value)
    if (text === '') return undefined
    return titleFields.has(name) ? mapRich(text, hideTags) : hideTags(text)
  }
  if (Array.isArray(value)) return value.map(one => fitObject(one))
  return typeof value === 'object' && value !== null ? fitObject(value) : undefined
}

/** Names and dates: texts in them are made fit, numbers and lists of numbers stay. */
function fitObject(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, typeof part === 'string' ? hideTags(collapse(part)) : part])
  )
}

/** Whether a style can find words in the source. */
export function hasWords(item: CslItem): boolean {
  return Object.keys(item).some(name => name !== 'id' && name !== 'type' && name !== 'language' && name !== 'accessed')
}
