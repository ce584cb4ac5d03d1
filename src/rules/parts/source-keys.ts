import type {CslItem} from '../../tree/index.ts'

/** An address without what does not tell pages apart; undefined for the front page of a site, which is no one page. */
export function addressKey(address: string): string | undefined {
  const found = /^https?:\/\/(?:www\.)?([^/?#]+)([^?#]*)(\?[^#]*)?/i.exec(address.trim())
  if (!found) return undefined
  const [, host = '', path = '', query = ''] = found
  const doi = /^(?:dx\.)?doi\.org$/i.test(host) ? doiKey(path.slice(1)) : undefined
  if (doi !== undefined) return doi
  const kept = query
    .slice(1)
    .split('&')
    .filter(part => part !== '' && !/^(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref|share)=/i.test(part))
  const page = path.replace(/\/+$/, '').replace(/\/index\.html?$/i, '')
  return page === '' && kept.length === 0 ? undefined : `${host.toLowerCase()}${page}?${kept.sort().join('&')}`
}

/** A DOI as itself, however it is written. */
export function doiKey(doi: string): string | undefined {
  const found = /10\.\d{4,9}\/\S+/.exec(doi)
  return found ? `doi:${found[0].replace(/[.,;]+$/, '').toLowerCase()}` : undefined
}

/** By what a source can be known: its DOI, its address, or its title with its authors and parts. */
export function sourceKeys(item: CslItem): string[] {
  const text = (name: string): string => (typeof item[name] === 'string' ? item[name] : '')
  const parts = ['page', 'volume', 'issue', 'number', 'edition', 'section', 'chapter-number'].map(text).join('|')
  const address = addressKey(text('URL'))
  const title = plain(text('title'))
  const author = plain(JSON.stringify(item.author ?? ''))
  const year = /\d{4}/.exec(JSON.stringify(item.issued ?? ''))?.[0] ?? ''
  return [
    doiKey(text('DOI')),
    address && (address.startsWith('doi:') ? address : `${address} ${parts}`),
    title !== '' && author !== '' ? `${title} by ${author} ${year} ${parts}` : undefined
  ].filter((key): key is string => key !== undefined && key !== '')
}

/** Letters and figures only, the names of JSON and blanks aside. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/"(?:family|given|literal|name)":/g, '')
    .replace(/[^A-Za-zÀ-ʯͰ-῿0-9]+/g, ' ')
    .trim()
}
