const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A month by its English name or a shortening of it, with or without a point. */
const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?'
const weekday = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,? )?'
const year = '(\\d{4})(?!\\d)'

type Parts = readonly [year: string, month?: string | undefined, day?: string | undefined]

/** The ways in which pages write days; the first that fits counts. What follows the day, such as the hour, is left out. */
const forms: readonly (readonly [pattern: RegExp, parts: (found: RegExpExecArray) => Parts | undefined])[] = [
  // 2019-06-25T10:00:00Z, 2019/6/25, 2019-06, 2019
  [/^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?(?![\d/.-])/, ([, y = '', , m, d]) => [y, m, d]],
  // 20190625, D:20190625100000+02'00' of PDF
  [/^(?:D:)?(\d{4})(\d\d)(\d\d)(?:\d{6})?(?!\d)/, ([, y = '', m, d]) => [y, m, d]],
  [
    new RegExp(`^${weekday}${monthName} (\\d{1,2})(?:st|nd|rd|th)?,? ${year}`),
    ([, m, d, y = '']) => [y, monthOf(m), d]
  ],
  // The second is also the form of mail and HTTP: Tue, 25 Jun 2019 10:00:00 GMT
  [
    new RegExp(`^${weekday}(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]${monthName},?[ -]${year}`),
    ([, d, m, y = '']) => [y, monthOf(m), d]
  ],
  [new RegExp(`^${monthName},? ${year}`), ([, m, y = '']) => [y, monthOf(m)]],
  // Where points part the numbers the day always comes first.
  [new RegExp(`^(\\d{1,2})\\. ?(\\d{1,2})\\. ?${year}`), ([, d, m, y = '']) => [y, m, d]],
  [new RegExp(`^(\\d{1,2})[/-](\\d{1,2})[/-]${year}`), ([, a = '', b = '', y = '']) => bySlashes(a, b, y)]
]

/**
 * A day, month or year as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: the day that the page writes, in its own time zone.
 * Undefined when the text is no date, or one that no calendar has. Of a date that may be read in two ways the year counts.
 */
export function readDate(text: string): string | undefined {
  const typed = text.trim().toLowerCase().replace(/\s+/g, ' ').replace(/^d:/, 'D:')
  for (const [pattern, parts] of forms) {
    const found = pattern.exec(typed)
    const read = found && parts(found)
    if (read) return dateOf(read)
  }
  return undefined
}

/** Systems write these where they have no date. */
const noDates: readonly string[] = ['1970-01-01', '1900-01-01', '1601-01-01']

function dateOf([year, month, day]: Parts): string | undefined {
  const [y, m, d] = [Number(year), Number(month ?? 0), Number(day ?? 0)]
  if (y < 1000 || m > 12) return undefined
  if (m === 0) return year
  const yearAndMonth = `${year}-${String(m).padStart(2, '0')}`
  if (d === 0) return yearAndMonth
  if (d > new Date(Date.UTC(y, m, 0)).getUTCDate()) return undefined
  const date = `${yearAndMonth}-${String(d).padStart(2, '0')}`
  return noDates.includes(date) ? undefined : date
}

/** 6/25/2019 and 25/6/2019 can be read in one way only; of 5/6/2019 nobody knows the month. */
function bySlashes(first: string, second: string, year: string): Parts {
  if (first === second || (Number(first) <= 12 && Number(second) > 12)) return [year, first, second]
  if (Number(first) > 12 && Number(second) <= 12) return [year, second, first]
  return Number(first) > 12 ? [year, '13'] : [year]
}

function monthOf(name: string | undefined): string {
  return String(months.indexOf(name ?? '') + 1)
}
