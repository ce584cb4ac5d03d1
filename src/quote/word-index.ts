import type {Key} from './key.ts'

/**
 * Where the words of a source stand, by the hash of their letters.
 * Two passes over the key and a counting sort: about 8 bytes and 40 ns a word.
 * Different words may share a bucket, so that a hit is a hint and never a proof.
 */
export interface WordIndex {
  readonly count: number
  /** Key offset of each word. */
  readonly wordStarts: Int32Array
  readonly buckets: Int32Array
  /** Word numbers, grouped by bucket, ascending in each. */
  readonly postings: Int32Array
  readonly mask: number
}

/** Indexes the words of a key. */
export function indexWords(key: Key): WordIndex {
  const wordStarts = startsOf(key)
  const count = wordStarts.length
  let bits = 10
  while (1 << bits < count / 4 && bits < 18) bits++
  const mask = (1 << bits) - 1
  const ids = bucketsOf(key, wordStarts, mask)
  // Counts are kept two places on, so that after the sums and the filling each bucket begins at its own place.
  const buckets = new Int32Array(mask + 3)
  for (let w = 0; w < count; w++) {
    const place = (ids[w] as number) + 2 // in range
    buckets[place] = (buckets[place] as number) + 1 // within the mask
  }
  for (let b = 2; b < buckets.length; b++) buckets[b] = (buckets[b] as number) + (buckets[b - 1] as number) // in range
  const postings = new Int32Array(count)
  for (let w = 0; w < count; w++) {
    const place = (ids[w] as number) + 1 // in range
    const next = buckets[place] as number // within the mask
    postings[next] = w
    buckets[place] = next + 1
  }
  return {count, wordStarts, buckets, postings, mask}
}

function startsOf(key: Key): Int32Array {
  const {starts} = key
  const wordStarts = new Int32Array(starts.length)
  let count = 0
  for (let i = 0; i < starts.length; i++) if (starts[i] === 1) wordStarts[count++] = i
  return wordStarts.slice(0, count)
}

/** Bucket of each word. */
function bucketsOf(key: Key, wordStarts: Int32Array, mask: number): Uint32Array {
  const {letters} = key
  const ids = new Uint32Array(wordStarts.length)
  for (let w = 0; w < ids.length; w++) {
    const end = w + 1 < ids.length ? (wordStarts[w + 1] as number) : letters.length // in range
    let hash = 0
    for (let i = wordStarts[w] as number; i < end; i++) hash = (Math.imul(hash, 31) + letters.charCodeAt(i)) | 0 // in range
    ids[w] = spread(hash) & mask
  }
  return ids
}

/** The stretch of `postings` that holds a word: from `from` up to, not including, `to`. */
export function bucketOf(index: WordIndex, letters: string): {readonly from: number; readonly to: number} {
  let hash = 0
  for (let i = 0; i < letters.length; i++) hash = (Math.imul(hash, 31) + letters.charCodeAt(i)) | 0
  const bucket = spread(hash) & index.mask
  return {from: index.buckets[bucket] ?? 0, to: index.buckets[bucket + 1] ?? 0}
}

/** Number of the word in which a place of the key lies. */
export function wordAt(index: WordIndex, place: number): number {
  let low = 0
  let high = index.count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((index.wordStarts[middle] ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return mixed ^ (mixed >>> 13)
}
