/** The day that it is somewhere on earth at that time, so that nobody's today is taken for the future. */
export function latestDay(now: Date): string {
  return new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10)
}
