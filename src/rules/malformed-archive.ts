import {defineRule, type Rule} from './define.ts'
import {partOf} from './parts/addresses.ts'
import {citedSources, wordsOf} from './parts/cited-sources.ts'
import {samePage} from './parts/same-page.ts'

const wayback = /^https?:\/\/web\.archive\.org\/web\/([^/]{0,40})\/?(.*)$/i
// Year to second; letters after it choose how the copy is shown.
const moment = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d(?:[a-z]{2}_)?$/
const perma = /^https?:\/\/(?:www\.)?perma\.cc\//i

/** An archived copy that is not one, or is one of another page. */
export const malformedArchive: Rule = defineRule(
  {
    id: 'malformed-archive',
    severity: 'warning',
    summary: 'The address of an archived copy leads to one copy, and to that of the page that is cited.'
  },
  (resolved, report) => {
    const {file} = resolved.resolution
    for (const {source, item} of citedSources(resolved)) {
      const archive = source?.archive
      if (!archive) continue
      const flaw = flawOf(archive.value, wordsOf(item, 'URL'))
      if (!flaw) continue
      const {message, part} = flaw
      const start = part === undefined ? -1 : archive.value.lastIndexOf(part)
      const place = part && start >= 0 ? partOf(file, archive, start, start + part.length) : undefined
      report({message: `\`archive\` ${message}`, place: place ?? archive.place})
    }
  }
)

interface Flaw {
  readonly message: string
  /** The stretch at fault; all of it where there is none. */
  readonly part?: string
}

function flawOf(archive: string, page: string | undefined): Flaw | undefined {
  if (page !== undefined && samePage(archive, page))
    return {message: 'is the address of the page itself, expected that of a copy'}
  if (perma.test(archive))
    return /^\w{4}-\w{4}\/?$/.test(archive.replace(perma, ''))
      ? undefined
      : {message: 'is no link of Perma.cc, expected `https://perma.cc/` and a name such as `PT32-56LR`'}
  const [, when = '', copied = ''] = wayback.exec(archive) ?? []
  if (!/^https?:\/\/web\.archive\.org(?:\/|$)/i.test(archive)) return undefined
  if (!moment.test(when))
    return {
      message: 'names no moment, expected the 14 digits of year to second after `/web/`',
      ...(when ? {part: when} : {})
    }
  if (copied === '') return {message: 'names no page, expected its address after the digits'}
  if (page === undefined || samePage(copied, page)) return undefined
  return {message: 'is a copy of another page, expected that of `URL`', part: copied}
}
