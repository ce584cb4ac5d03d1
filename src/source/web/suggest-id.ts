import type {SourceFields, SourceFieldValue} from '../../tree/index.ts'
import {siteLabelOf} from './site-name.ts'

/** In characters, without the year. */
const longestId = 30

/**
 * A short id for a source, such as `aclu-2021` or `robbins-1996`: who wrote it, else where it stands, else its title;
 * and the year. Small Latin letters, digits and hyphens, so that it can be cited and be the name of a file everywhere.
 */
export function suggestId(fields: SourceFields): string {
  const {author, issued} = fields
  const candidates = [
    nameId(author),
    siteLabelOf(textIn(fields.URL)),
    nameId(fields['container-title'] ?? fields.publisher),
    firstWords(textIn(fields.title))
  ]
  const name = candidates.map(idFrom).find(id => id !== '') ?? 'source'
  const [year] = /^\d{4}/.exec(textIn(issued)) ?? []
  const id = year === undefined ? name : `${name}-${year}`
  return reserved.test(id) ? `${id}-source` : id
}

/** Names that Windows keeps for devices, with any ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

const smallWords = /^(?:a|an|and|at|by|der|des|du|de|die|el|for|from|in|is|la|le|les|of|on|or|the|to|und|with)$/i

/** A person by the family name; a body by its letters in brackets, or the first letters of its words, or its two words. */
function nameId(value: SourceFieldValue | undefined): string {
  const name = Array.isArray(value) ? value[0] : value
  if (typeof name === 'object') return textIn(name.family) || nameId(name.literal)
  if (typeof name !== 'string') return ''
  const acronym = /\(([A-Z]{2,8})\)/.exec(name)?.[1]
  if (acronym !== undefined) return acronym
  const words = wordsOf(name)
  return words.length < 3 ? words.join('-') : words.map(word => [...word][0] ?? '').join('')
}

function textIn(value: SourceFieldValue | undefined): string {
  return typeof value === 'string' ? value : ''
}

function firstWords(title: string): string {
  return wordsOf(title).slice(0, 3).join('-')
}

function wordsOf(text: string): readonly string[] {
  const words = text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(word => word !== '')
  const long = words.filter(word => !smallWords.test(word))
  return (long.length > 0 ? long : words).slice(0, 8)
}

/** Letters that do not come apart into a Latin letter and a mark. */
const spelled: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i'
}

function idFrom(text: string): string {
  const plain = text
    .slice(0, 200)
    .toLowerCase()
    .replace(/[æœøßłđðþı]/g, letter => spelled[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}|['’]/gu, '')
  // A word of another script that lost its letters would leave a stump of its digits.
  if (/[^\p{Script=Latin}\P{L}]/u.test(plain)) return ''
  const hyphened = plain.replace(/[^a-z0-9]+/g, '-')
  return hyphened.slice(0, longestId).replace(/^-+|-+$/g, '')
}
