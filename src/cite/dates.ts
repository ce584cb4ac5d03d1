/** A date of CSL-JSON. */
export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[]
  readonly season?: string
  readonly circa?: string
  readonly literal?: string
}

/** One end of a range; an open end has no parts. */
interface Moment {
  readonly parts: readonly number[]
  readonly season?: number
  readonly isCirca: boolean
}

/** Words that are meant as they stand; anything else that is no date is reported. */
const meantAsWords = /^(?:n\.\s?d\.|no date|undated|forthcoming|in press|in preparation)$/i

// Year, month and day of EDTF level 1 (ISO 8601-2), a time of day is dropped; 21 to 24 in place of a month are seasons.
const edtf = /^(-?\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:T[\d:.,+-]{2,30}Z?)?)?)?([?~%]?)$/

/**
 * A date as typed (EDTF subset: `2020`, `2020-05-06`, `2020-21` for spring 2020, `2020~`, ranges with `/`).
 * Other words come back as a literal; `isRead` is false when they ought to have been a date.
 */
export function dateFromText(text: string): {readonly date: CslDate; readonly isRead: boolean} {
  const ends = text.split('/').map(end => end.trim())
  const moments = ends.map(momentFromText)
  const [from, to] = moments
  if (ends.length === 1 && from !== undefined && from.parts.length > 0) return {date: dateOf(from), isRead: true}
  if (ends.length === 2 && from !== undefined && to !== undefined && from.parts.length > 0) {
    return {date: rangeOf(from, to), isRead: true}
  }
  // An open start (`../2020`) has no CSL form but words.
  return {date: {literal: text}, isRead: meantAsWords.test(text)}
}

/** A date given by its parts, as texts; undefined when they are not numbers of a calendar. */
export function dateFromParts(ranges: readonly (readonly string[])[], season = '', circa = ''): CslDate | undefined {
  const moments = ranges.map(parts => momentFromParts(parts, season, isTrue(circa)))
  const [from, to] = moments
  if (from === undefined || from.parts.length === 0 || moments.length > 2) return undefined
  if (moments.length === 1) return dateOf(from)
  return to === undefined ? undefined : rangeOf(from, to)
}

function isTrue(text: string): boolean {
  return text !== '' && !/^(?:false|no|0)$/i.test(text)
}

function momentFromText(text: string): Moment | undefined {
  if (text === '' || text === '..') return {parts: [], isCirca: false}
  const found = edtf.exec(text)
  if (found === null) return undefined
  const month = Number(found[2] ?? '')
  if (month > 12 && (month < 21 || month > 24)) return undefined
  return momentFromParts([found[1] ?? '', found[2] ?? '', found[3] ?? ''], '', (found[4] ?? '') !== '')
}

function momentFromParts(texts: readonly string[], season: string, isCirca: boolean): Moment | undefined {
  const given = texts.filter(text => text !== '')
  if (!given.every(text => /^-?\d{1,6}$/.test(text))) return undefined
  const [year = 0, month, day] = given.map(Number)
  const named = seasonOf(season)
  if (season !== '' && named === undefined) return undefined
  if (given.length === 0) return {parts: [], isCirca}
  if (month === undefined)
    return named === undefined ? {parts: [year], isCirca} : {parts: [year], season: named, isCirca}
  const fromMonth = month > 12 ? seasonOf(String(month)) : undefined
  if (fromMonth !== undefined && day === undefined) return {parts: [year], season: fromMonth, isCirca}
  if (!isInCalendar(year, month, day)) return undefined
  return {parts: day === undefined ? [year, month] : [year, month, day], isCirca}
}

/** 1 to 4, or 21 to 24 as in EDTF, or 13 to 16 as older CSL data have it, or the word. */
function seasonOf(text: string): number | undefined {
  const words = ['spring', 'summer', 'autumn', 'winter', 'fall']
  const word = words.indexOf(text.toLowerCase())
  if (word >= 0) return word === 4 ? 3 : word + 1
  const number = /^\d{1,2}$/.test(text) ? Number(text) : 0
  for (const base of [0, 12, 20]) if (number > base && number <= base + 4) return number - base
  return undefined
}

function isInCalendar(year: number, month: number, day: number | undefined): boolean {
  if (month < 1 || month > 12) return false
  if (day === undefined) return true
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day >= 1 && day <= (days[month - 1] ?? 0)
}

function dateOf(moment: Moment): CslDate {
  return {
    'date-parts': [moment.parts],
    ...(moment.season === undefined ? {} : {season: String(moment.season)}),
    ...(moment.isCirca ? {circa: 'true'} : {})
  }
}

/** citeproc wants an open end as zeros, and knows one season only: that of a range is that of its start. */
function rangeOf(from: Moment, to: Moment): CslDate {
  const end = to.parts.length === 0 ? [0, 0, 0] : to.parts
  const start = dateOf({...from, isCirca: from.isCirca || to.isCirca})
  return {...start, 'date-parts': [from.parts, end]}
}
