/** What titles put between their own words and the name of the site. */
const separator = / (?:[|·•»«:—–-]|::|\/\/) /

/** Second-level labels under which a country lets sites register. */
const registries: ReadonlySet<string> = new Set([
  'ac',
  'co',
  'com',
  'edu',
  'gob',
  'gouv',
  'gov',
  'govt',
  'ne',
  'net',
  'or',
  'org'
])

/** The label of a host that names who it is: `aclu` of `www.aclu.org`, `bbc` of `news.bbc.co.uk`; empty for numbers. */
export function siteLabelOf(address: string): string {
  if (!URL.canParse(address)) return ''
  const {hostname} = new URL(address)
  if (/^\[|^[\d.]+$/.test(hostname)) return ''
  const labels = hostname
    .replace(/\.$/, '')
    .replace(/^www\./, '')
    .split('.')
  if (labels.length > 1) labels.pop()
  if (labels.length > 1 && registries.has(labels.at(-1) ?? '')) labels.pop()
  return labels.at(-1) ?? ''
}

/** Names that the address alone gives a site: host and label. */
export function siteNamesOf(address: string | undefined): readonly string[] {
  if (address === undefined || !URL.canParse(address)) return []
  const host = new URL(address).hostname
  return [host, host.replace(/^www\./, ''), siteLabelOf(address)].filter(name => name !== '')
}

/** Takes the name of the site off either end of a title: "Book Bans | Example Library". */
export function cutSiteName(title: string, names: readonly string[]): string {
  const known = new Set(names.map(lettersOf).filter(name => name !== ''))
  const parts = title.split(separator)
  const separators = title.match(new RegExp(separator, 'g')) ?? []
  let [start, end] = [0, parts.length]
  while (end - start > 1 && known.has(lettersOf(parts[end - 1] ?? ''))) end--
  while (end - start > 1 && known.has(lettersOf(parts[start] ?? ''))) start++
  return parts.slice(start, end).reduce((whole, part, index) => whole + (separators[start + index - 1] ?? '') + part)
}

/** Letters and digits alone: "Example Library." and "EXAMPLE LIBRARY" are one name. */
function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
