import {type Block, plainText} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'
import {wordsOf} from './parts/clause-words.ts'
import {placeIn} from './parts/stretch.ts'

/** A reason that no action takes up. */
export const unansweredWhereas: Rule = defineRule(
  {
    id: 'unanswered-whereas',
    severity: 'info',
    summary: 'What a whereas clause raises is dealt with in a resolved clause.'
  },
  ({resolution}, report) => {
    const {whereas, resolved, title, file} = resolution
    const answered = new Set([
      ...resolved.flatMap(({children}) => keyWords(wordsIn(children))),
      ...keyWords(title?.value ?? '')
    ])
    if (resolved.length === 0) return
    for (const {children} of whereas) {
      const own = keyWords(wordsIn(children))
      const [words] = wordsOf(children)
      if (!words || own.length === 0 || own.some(word => answered.has(word))) continue
      report({
        message: 'no resolved clause takes up what this clause raises, expected an action on it',
        place: placeIn(file, words, 0, /^\S+/.exec(words.value)?.[0].length ?? 0),
        note: 'no word of weight stands in both; add an action, or leave the clause out'
      })
    }
  }
)

function wordsIn(blocks: readonly Block[]): string {
  return blocks.map(({children}) => plainText(children).value).join(' ')
}

const light = new Set(
  'also been does done even ever from have here into just made make many more most must only over same some such than that them then they this thus upon very were what when whom will with your about after again against among amongst because before being between could during every first further general great having however including itself known large least libra made many might never number often other people person second several shall should since still their themselves there therefore these thing third those though through throughout towards under united until where whereas whether which while within without would years'.split(
    ' '
  )
)

/** The beginnings of words of weight: "censored" and "censorship" are one, "read" and "reads" too. */
function keyWords(words: string): string[] {
  const all = words.toLowerCase().match(/[A-Za-zÀ-ʯͰ-῿]{4,}/g) ?? []
  return all
    .filter(word => !light.has(word))
    .map(word => word.replace(/(?<=[A-Za-zÀ-ʯͰ-῿]{4})(?:s|ed|er|ers|ing)$/, '').slice(0, 5))
}
