import {editDistance} from '../../tree/index.ts'

/**
 * The names to offer for one that is not known: the nearest first, at most eight.
 * Case is put aside, and what is longer than 80 letters is cut.
 */
export function nearest(name: string, known: readonly string[]): string[] {
  const wanted = name.slice(0, 80).toLowerCase()
  return known
    .map(candidate => ({candidate, far: editDistance(wanted, candidate.slice(0, 80).toLowerCase())}))
    .sort((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 8)
    .map(({candidate}) => candidate)
}
