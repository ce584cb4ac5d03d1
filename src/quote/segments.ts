import type {Item} from './parts.ts'

export interface Segment {
  readonly first: number
  readonly items: readonly Item[]
}

export function segmentsOf(items: readonly Item[]): Segment[] {
  const segments: Segment[] = []
  let first = 0
  for (let i = 0; i <= items.length; i++) {
    if (i < items.length && items[i]?.kind !== 'gap') continue
    if (i > first) segments.push({first, items: items.slice(first, i)})
    first = i + 1
  }
  return segments
}

export function lettersOf(items: readonly Item[]): string {
  return items.map(item => (item.kind === 'word' || item.kind === 'part' ? item.letters : '')).join('')
}

/** Longest run of plain words of the quotation: its items and letters. */
export function longestRun(items: readonly Item[]): {
  readonly first: number
  readonly last: number
  readonly letters: string
} {
  let best = {first: 0, last: -1, letters: ''}
  for (let i = 0; i < items.length; i++) {
    const first = i
    let letters = ''
    for (let item = items[i]; item?.kind === 'word'; item = items[++i]) letters += item.letters
    if (letters.length > best.letters.length) best = {first, last: i - 1, letters}
  }
  return best
}
