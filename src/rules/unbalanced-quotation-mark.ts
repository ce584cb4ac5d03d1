import {type Place, placeAt, type Quotation, type Text, type TextFile, visitBlocks} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'
import {clausesOf} from './parts/clause-words.ts'

/** A quotation mark without its partner. */
export const unbalancedQuotationMark: Rule = defineRule(
  {
    id: 'unbalanced-quotation-mark',
    severity: 'warning',
    summary: 'Every opening quotation mark has a closing one, and the other way round.'
  },
  ({resolution}, report) => {
    const {file, title, notes} = resolution
    const found: {place: Place; mark: string; isOpening: boolean}[] = []
    if (title) {
      const marks = [...title.value.matchAll(/["“”]/g)].filter(mark => !isInchMark(title.value, mark.index))
      const last = marks.at(-1)
      const isOdd = marks.length % 2 === 1
      if (last && isOdd) found.push({...markAt(file, title, last.index), isOpening: last[0] !== '”'})
    }
    for (const {children} of [...clausesOf(resolution), ...notes])
      visitBlocks(children, node => {
        if (node.type === 'quotation' && !node.close) found.push({...openingMark(node), isOpening: true})
        if (node.type !== 'text') return
        for (const {index} of node.value.matchAll(/["“”„«»]/g)) {
          const isEscaped = file.text[node.offsets[index] ?? 0] === '\\'
          if (!isEscaped && !isInchMark(node.value, index)) found.push({...markAt(file, node, index), isOpening: false})
        }
      })
    for (const {place, mark, isOpening} of found)
      report({
        message: isOpening
          ? `the mark ${mark} is not closed, expected a closing mark after the quoted words`
          : `the mark ${mark} closes nothing, expected an opening mark before the quoted words`,
        place
      })
  }
)

function openingMark({open}: Quotation): {place: Place; mark: string} {
  return {place: open.place, mark: open.value}
}

function markAt(file: TextFile, text: Text, index: number): {place: Place; mark: string} {
  const start = text.offsets[index] ?? 0
  return {place: placeAt(file, start, start + 1), mark: text.value[index] ?? ''}
}

/** 12": a mark of inches or seconds. */
function isInchMark(words: string, index: number): boolean {
  return words[index] === '"' && /\d/.test(words[index - 1] ?? '')
}
