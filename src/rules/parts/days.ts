import type {CslItem} from '../../tree/index.ts'

/** The first and the last day that a date of a source may mean, `YYYY-MM-DD`: `2026-05` is all of May. */
export interface Days {
  readonly first: string
  readonly last: string
}

/** The days of a date variable, of a range its start; undefined for words and for years before 1000. */
export function daysOf(item: CslItem, name: string): Days | undefined {
  const date = item[name] as {readonly 'date-parts'?: readonly (readonly number[])[]} | undefined // As CSL-JSON has it.
  const [year = 0, month, day] = date?.['date-parts']?.[0] ?? []
  if (year < 1000 || year > 9999) return undefined
  const two = (part: number): string => String(part).padStart(2, '0')
  const first = `${year}-${two(month ?? 1)}-${two(day ?? 1)}`
  return {first, last: `${year}-${two(month ?? 12)}-${two(day ?? 31)}`}
}

/** Whether a date variable says when: “n.d.” does not. */
export function isDated(item: CslItem, name: string): boolean {
  const date = item[name] as {readonly literal?: string} | undefined // As CSL-JSON has it.
  return date !== undefined && !/^(?:n\.? ?d\.?|no date|undated)$/i.test(date.literal ?? '')
}
