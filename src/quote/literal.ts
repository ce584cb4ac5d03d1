import type {Key} from './key.ts'

/** Whether a stretch of a key begins and ends where words do. */
export function isWhole(key: Key, from: number, to: number): boolean {
  return key.starts[from] === 1 && (to >= key.letters.length || key.starts[to] === 1)
}

/** First place of some letters, as whole words, at or after a place; -1 when there is none. */
export function findForward(key: Key, letters: string, from: number, limit = Number.POSITIVE_INFINITY): number {
  let at = key.letters.indexOf(letters, from)
  while (at >= 0 && at <= limit) {
    if (isWhole(key, at, at + letters.length)) return at
    at = key.letters.indexOf(letters, at + 1)
  }
  return -1
}

/** Last place of some letters, as whole words, that ends at or before a place; -1 when there is none. */
export function findBackward(key: Key, letters: string, before: number): number {
  let at = before < letters.length ? -1 : key.letters.lastIndexOf(letters, before - letters.length)
  while (at >= 0) {
    if (isWhole(key, at, at + letters.length)) return at
    at = at === 0 ? -1 : key.letters.lastIndexOf(letters, at - 1)
  }
  return -1
}

/** The first places of some letters, as whole words. */
export function findAll(key: Key, letters: string, most: number): number[] {
  const found: number[] = []
  for (let at = findForward(key, letters, 0); at >= 0 && found.length < most; at = findForward(key, letters, at + 1))
    found.push(at)
  return found
}
