import {prepareSource, verifyQuotation} from '../../src/quote/index.ts'
import type {Row} from './measure.ts'

const words =
  'the board of a library shall keep its rooms open to every reader and no book may be taken from a shelf because somebody dislikes what it says nor may a name be put on a list that anyone can read'.split(
    ' '
  )

/** A text of sentences, the same each time, in which every sentence has a number of its own. */
function textOf(size: number): string {
  const parts: string[] = []
  let seed = 7
  for (let length = 0, n = 0; length < size; n++) {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    const start = seed % 20
    const sentence = `In the year ${n} ${words.slice(start, start + 12 + (seed % 9)).join(' ')}.`
    parts.push(sentence)
    length += sentence.length + 1
  }
  return parts.join('\n')
}

function least(runs: number, work: () => void): {least: number; median: number} {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const begin = performance.now()
    work()
    times.push(performance.now() - begin)
  }
  times.sort((a, b) => a - b)
  return {least: times[0] ?? 0, median: times[Math.floor(times.length / 2)] ?? 0}
}

/** How do preparing a source and verifying a quotation grow with the source? Ratios are to a source of 0.1 MB. */
export function quotations(): Row[] {
  const first = new Map<string, number>()
  return [0.1, 1, 5, 50].flatMap(size => {
    const text = textOf(size * 1e6)
    const line = text.slice(text.indexOf('\n', text.length * 0.7) + 1).split('\n')[0] ?? ''
    const quotation = line.replace(/\.$/, '')
    const wrong = quotation.replace(/(\S+)(\s\S+\s\S+)$/, 'unheard$2')
    const source = prepareSource(text)
    verifyQuotation(source, wrong)
    const measured = {
      prepare: least(size > 10 ? 3 : 9, () => prepareSource(text)),
      verbatim: least(40, () => verifyQuotation(source, quotation)),
      misquoted: least(40, () => verifyQuotation(source, wrong))
    }
    return Object.entries(measured).map(([what, timing]) => {
      if (!first.has(what)) first.set(what, timing.least)
      return {what: `${what}, source of ${size} MB`, ...timing, ratio: timing.least / (first.get(what) ?? 1)}
    })
  })
}
