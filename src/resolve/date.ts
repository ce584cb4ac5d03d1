/**
 * A date as it is printed: "June 28, 2026" for `2026-06-28` in American English.
 * What is not a date in that form is printed as typed (a rule reports it).
 */
export function longDate(value: string, language: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(time)) return value
  return new Intl.DateTimeFormat(knownLanguage(language), {dateStyle: 'long', timeZone: 'UTC'}).format(time)
}

function knownLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en-US'
  } catch {
    return 'en-US'
  }
}
