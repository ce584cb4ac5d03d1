import type {Region, SourceWord} from './align.ts'
import {labelsIn, linesOf, marksIn, numberedLines} from './optional-matter.ts'
import {footnotesIn, headingsIn, pageMatter} from './page-matter.ts'
import type {Placed} from './placed.ts'
import type {PreparedSource} from './prepare.ts'
import type {Span} from './types.ts'
import type {View} from './view.ts'
import {viewOf} from './view.ts'

/** Raw text around the differences that is looked through for what may be left out. */
const before = 1500
const after = 1500
const most = 60_000

/**
 * Finds what a quotation may leave out without a mark near the words that a plain alignment could not place: note
 * marks, numbers of lines, verses and paragraphs, headings, running heads, footnotes, stage directions. Only the
 * neighbourhood of the differences is looked at, so that the cost does not grow with the source.
 */
export function findOptional(source: PreparedSource, words: readonly SourceWord[], placed: Placed): Region['optional'] {
  if (!isInOrder(words, source.key.places)) return []
  const range = differencesOf(source, words, placed)
  const view = viewOf(source.key, source.format, range.start, range.end)
  const lines = linesOf(view)
  const spans = [
    ...marksIn(view),
    ...labelsIn(view, lines),
    ...numberedLines(view, lines),
    ...headingsIn(view, lines),
    ...pageMatter(view, lines, source.text, range.wrong),
    ...footnotesIn(view, lines),
    ...view.asides
  ]
  return stretchesOf(source, words, view, spans)
}

/** Read by columns, the words of a passage are not in the order of the text, and lines mean nothing. */
function isInOrder(words: readonly SourceWord[], places: Int32Array): boolean {
  return words.every((word, i) => i === 0 || (places[word.key] ?? 0) >= (places[words[i - 1]?.key ?? 0] ?? 0))
}

/** Raw stretch from the first to the last difference, with room around it. */
function differencesOf(
  source: PreparedSource,
  words: readonly SourceWord[],
  placed: Placed
): Span & {readonly wrong: Span} {
  const {places} = source.key
  const bad = placed.steps.filter(step => step.kind === 'wrong' || step.kind === 'extra' || step.kind === 'dropped')
  const from = bad.reduce((least, step) => Math.min(least, step.from), Number.POSITIVE_INFINITY)
  const to = bad.reduce((most, step) => Math.max(most, step.to), Number.NEGATIVE_INFINITY)
  const first = words[0]?.key ?? 0
  const last = words.at(-1)?.key ?? 0
  const start = Math.max(places[Math.min(Math.max(from, first), last)] ?? 0, 0)
  const end = places[Math.min(Math.max(to, first), last)] ?? start
  return {
    wrong: {start: Math.min(start, end), end: Math.max(start, end)},
    start: Math.max(0, Math.min(start, end) - before),
    end: Math.min(source.text.length, Math.max(start, end) + after, Math.min(start, end) + most)
  }
}

/** Spans of the view as ranges of words; a word belongs to a span that its first letter lies in. */
function stretchesOf(
  source: PreparedSource,
  words: readonly SourceWord[],
  view: View,
  spans: readonly Span[]
): {from: number; to: number}[] {
  const {places} = source.key
  const firstWordAt = (raw: number): number => {
    let low = 0
    let high = words.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((places[words[middle]?.key ?? 0] ?? 0) < raw) low = middle + 1
      else high = middle
    }
    return low
  }
  const stretches: {from: number; to: number}[] = []
  for (const span of spans) {
    const start = view.places[span.start]
    const end = view.places[span.end - 1]
    if (start === undefined || end === undefined) continue
    const from = firstWordAt(start)
    const to = firstWordAt(end + 1)
    if (to > from) stretches.push({from, to})
  }
  return stretches
}
