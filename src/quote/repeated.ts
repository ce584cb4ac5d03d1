import {scan, spanOfKey} from './key.ts'
import {wordsOf} from './parts.ts'
import type {PreparedSource} from './prepare.ts'
import type {Repetition} from './types.ts'
import {bucketOf} from './word-index.ts'

/** Places of one word that are tried; a word more frequent than that is no sign of repetition. */
const mostPlaces = 50_000

/**
 * Finds the stretches of a text that repeat at least so many words of a source. In each window of that many words the
 * rarest one is looked up and its places are extended both ways: near-linear in the text, no pass over the source.
 */
export function findRepeatedWords(source: PreparedSource, text: string, least = 8): Repetition[] {
  const {key} = source
  const own = scan(text, source.quotationReading)
  const words = wordsOf(own)
  const size = Math.max(1, least)
  if (words.length < size) return []
  const index = source.index()
  const counts = words.map(word => {
    const {from, to} = bucketOf(index, word.letters)
    return to - from
  })
  const found: Repetition[] = []
  for (let first = 0; first + size <= words.length; ) {
    let rarest = first
    for (let i = first; i < first + size; i++) if ((counts[i] ?? 0) < (counts[rarest] ?? 0)) rarest = i
    const best = (counts[rarest] ?? 0) === 0 ? undefined : longestAt(rarest)
    if (best !== undefined && best.last - best.first >= size) {
      found.push({
        start: words[best.first]?.start ?? 0,
        end: words[best.last - 1]?.end ?? 0,
        passage: spanOfKey(key, best.from, best.to)
      })
      first = best.last
    } else first = rarest + 1
  }
  return found

  function longestAt(word: number): {first: number; last: number; from: number; to: number} | undefined {
    const {from, to} = bucketOf(index, words[word]?.letters ?? '')
    let best: {first: number; last: number; from: number; to: number} | undefined
    for (let p = from; p < Math.min(to, from + mostPlaces); p++) {
      const run = extend(word, index.postings[p] ?? 0)
      if (run !== undefined && (best === undefined || run.last - run.first > best.last - best.first)) best = run
    }
    return best
  }

  function extend(word: number, place: number): {first: number; last: number; from: number; to: number} | undefined {
    if (!isSame(word, place)) return undefined
    let back = 0
    while (word - back - 1 >= 0 && place - back - 1 >= 0 && isSame(word - back - 1, place - back - 1)) back++
    let on = 1
    while (word + on < words.length && place + on < index.count && isSame(word + on, place + on)) on++
    return {first: word - back, last: word + on, from: index.wordStarts[place - back] ?? 0, to: endOf(place + on - 1)}
  }

  function endOf(place: number): number {
    return place + 1 < index.count ? (index.wordStarts[place + 1] ?? 0) : key.letters.length
  }

  function isSame(word: number, place: number): boolean {
    const letters = words[word]?.letters ?? ''
    const start = index.wordStarts[place] ?? 0
    return endOf(place) - start === letters.length && key.letters.startsWith(letters, start)
  }
}
