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
  const {letters, starts} = key
  const {length} = letters
  let count = 0
  for (let i = 0; i < length; i++) count += starts[i] as number // in range
  const wordStarts = new Int32Array(count)
  let bits = 10
  while (1 << bits < count / 4 && bits < 18) bits++
  const mask = (1 << bits) - 1
  const ids = new Uint32Array(count)
  const buckets = new Int32Array(mask + 3)
  let word = -1
  let hash = 0
  for (let i = 0; i < length; i++) {
    if (starts[i] === 1) {
      if (word >= 0) buckets[(ids[word] = spread(hash) & mask) + 2]!++ // the bucket is within the mask
      word++
      wordStarts[word] = i
      hash = 0
    }
    hash = (Math.imul(hash, 31) + letters.charCodeAt(i)) | 0
  }
  if (word >= 0) buckets[(ids[word] = spread(hash) & mask) + 2]!++ // the bucket is within the mask
  for (let b = 2; b < buckets.length; b++) buckets[b]! += buckets[b - 1]! // both in range
  const postings = new Int32Array(count)
  for (let w = 0; w < count; w++) postings[buckets[ids[w]! + 1]!++] = w // filled above
  return {count, wordStarts, buckets, postings, mask}
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
