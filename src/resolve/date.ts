/**
 * A date as it is printed: "June 28, 2026" for `2026-06-28` in American English.
 * What is not a date in that form is printed as typed (a rule reports it).
 */
export function longDate(value: string, language: string): string {
  const time = Date.parse(`${value}T00:00:00Z`)
  // A day that its month does not have would come out as one of the next month.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value) return value
  if (language === 'en' || language === 'en-US') return americanDate(value)
  return new Intl.DateTimeFormat(knownLanguage(language), {dateStyle: 'long', timeZone: 'UTC'}).format(time)
}

const months = 'January February March April May June July August September October November December'.split(' ')

/** The usual case by hand: loading the tables of Intl takes longer than all the rest of a check (14 ms). */
function americanDate(value: string): string {
  const [year = '', month = '', day = ''] = value.split('-')
  return `${months[Number(month) - 1]} ${Number(day)}, ${Number(year)}`
}

function knownLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en-US'
  } catch {
    return 'en-US'
  }
}
