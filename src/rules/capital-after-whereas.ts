import {defineRule, type Rule} from './define.ts'
import {wordsOf} from './parts/clause-words.ts'
import {isName, smallWords} from './parts/small-words.ts'
import {placeIn, replacement} from './parts/stretch.ts'

/** "Whereas The library": a capital on a word that no name begins with. */
export const capitalAfterWhereas: Rule = defineRule(
  {
    id: 'capital-after-whereas',
    severity: 'warning',
    summary: 'The first word after “Whereas” begins with a small letter, unless it is a name.'
  },
  ({resolution, template}, report) => {
    // Where a comma follows "Whereas", as in Robert's Rules, so does a capital.
    if (template.words.afterWhereas.includes(',')) return
    for (const {children} of resolution.whereas) {
      const [first] = children[0]?.children ?? []
      const [words] = wordsOf(children)
      // A title in italics, or a quotation, has its own capital.
      if (first?.type !== 'text' || !words) continue
      const found = /^(\s*)([A-ZÀ-ÖØ-ÞΑ-ΩА-Я][a-zß-öø-ÿα-ωа-я]*)(?![A-Za-zÀ-ʯͰ-῿’'-])/.exec(words.value)
      const word = found?.[2] ?? ''
      if (!found || !smallWords.has(word.toLowerCase()) || isName(word, words.value.slice(found[0].length))) continue
      const stretch = [found[1]?.length ?? 0, found[0].length] as const
      const expected = word.toLowerCase()
      report({
        message: `“${word}” has a capital, expected “${expected}”`,
        place: placeIn(resolution.file, words, ...stretch),
        note: 'the clause goes on after “Whereas” as an ordinary sentence',
        ...replacement(resolution.file, words, stretch, expected, `write “${expected}”`)
      })
    }
  }
)
