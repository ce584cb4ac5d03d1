import type {DiffPart} from '../tree/index.ts'
import type {Paint} from './paint.ts'
import {printable} from './width.ts'

const marks = {same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}']} as const

/** Of words that are the same on both sides so many characters are shown beside a change. */
const shownBeside = 60

/**
 * A word diff on one line: what stands in the quotation only, then what stands in the source only;
 * in colours, or between `[-…-]` and `{+…+}` where there are none. Long stretches without a change are cut.
 */
export function diffLine(diff: readonly DiffPart[], paint: Paint): string {
  const isPlain = paint('strong', 'x') === 'x'
  return diff
    .map(({kind, text}, index) => {
      const words = printable(text.replace(/\s+/g, ' '))
      if (kind === 'same') return shortened(words, index > 0, index < diff.length - 1)
      return isPlain ? marks[kind][0] + words + marks[kind][1] : paint(kind, words)
    })
    .join('')
}

/** Cuts the middle of unchanged words, or the end that no change stands at. */
function shortened(words: string, isAfterChange: boolean, isBeforeChange: boolean): string {
  const head = isAfterChange ? shownBeside : 0
  const tail = isBeforeChange ? shownBeside : 0
  if (words.length <= head + tail + 20) return words
  const first = head === 0 ? '' : words.slice(0, head).replace(/\S*$/, '')
  const last = tail === 0 ? '' : words.slice(-tail).replace(/^\S*/, '')
  return `${first}…${last}`
}
