import {defineRule, type Rule} from './define.ts'
import {clausesOf, proseOf} from './parts/clause-words.ts'
import {blanksAroundFormula} from './parts/formula-blanks.ts'
import {placeIn, replacement} from './parts/stretch.ts'

/** A blank before a comma, after an opening bracket, or two for one. */
export const straySpace: Rule = defineRule(
  {
    id: 'stray-space',
    severity: 'warning',
    summary: 'No blank stands before a mark of punctuation or inside brackets, and none is doubled.'
  },
  ({resolution}, report) => {
    const {file} = resolution
    for (const words of proseOf(resolution))
      for (const {pattern, left, what, isMarked} of kinds)
        for (const found of words.value.matchAll(pattern)) {
          const stretch = [found.index, found.index + found[0].length] as const
          const place = placeIn(file, words, ...stretch)
          // A line break in the file is no blank that was typed.
          if (place.start.line !== place.end.line) continue
          const mark = words.value[isMarked === 'before' ? stretch[0] - 1 : stretch[1]] ?? ''
          const fix = replacement(file, words, stretch, left, 'take the blank away')
          report({message: isMarked ? `${what} “${mark}”, expected none` : what, place, ...fix})
        }
    for (const clause of clausesOf(resolution)) for (const finding of blanksAroundFormula(file, clause)) report(finding)
  }
)

interface Kind {
  readonly pattern: RegExp
  /** What is left of the blanks. */
  readonly left: string
  readonly what: string
  readonly isMarked?: 'before' | 'after'
}

const kinds: readonly Kind[] = [
  {
    pattern: /(?<=[^\s(.])[ \t]+(?=[,;)\]]|:(?=[\s\ufffc]|$)(?!\s\d)|\.(?=[\s\ufffc]|$)(?! ?\.))/g,
    left: '',
    what: 'a blank stands before',
    isMarked: 'after'
  },
  {pattern: /(?<=[([])[ \t]+(?=\S)/g, left: '', what: 'a blank stands after', isMarked: 'before'},
  {
    pattern: /(?<=[^\s.?!([])(?=\t| [ \t])[ \t]+(?=[^\s,;:.)\]])/g,
    left: ' ',
    what: 'a tab or several blanks stand here, expected one blank'
  }
]
