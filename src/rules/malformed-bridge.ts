import {defineRule, type Rule} from './define.ts'
import {wordsOf} from './parts/clause-words.ts'
import {placeIn, replacement} from './parts/stretch.ts'
import {hasTypedJoins, isBridge, lastWord, plainForm} from './parts/typed-formula.ts'

/** "now therefore be it" typed otherwise than the template has it, at the wrong clause, or forgotten. */
export const malformedBridge: Rule = defineRule(
  {
    id: 'malformed-bridge',
    severity: 'warning',
    summary: 'The words that lead to the operative part, where they are typed, are those of the template.'
  },
  ({resolution, template}, report) => {
    const {file, whereas, resolved} = resolution
    const {bridge} = template.words
    const note = 'the template prints these words: they need not be typed'
    for (const [index, {typed, children}] of whereas.entries()) {
      const {join} = typed
      const isLast = index === whereas.length - 1
      if (join && isBridge(join.value)) {
        // "be it resolved that" belongs to what follows.
        const form = plainForm(join.value).replace(/(?<=\bbe it)[\s,:]*resolved\b.*$/i, '')
        if (isLast && form === plainForm(bridge)) continue
        report({
          message: isLast
            ? `“${plainForm(join.value)}” leads to the operative part, expected “${bridge}”`
            : 'these words lead to the operative part, expected after the last whereas clause',
          place: join.place,
          note,
          ...(isLast ? replacement(file, join, [0, join.value.length], bridge, `write “${bridge}”`) : {})
        })
      } else if (isLast && isForgotten(join?.value) && hasTypedJoins(whereas.slice(0, -1))) {
        const text = join ?? wordsOf(children).at(-1)
        // Typed before "resolved", or typed with a slip.
        if (isBridge(resolved[0]?.typed.leadIn?.value ?? '') || isBridge(text?.value.slice(-24) ?? '')) continue
        if (!text) continue
        const message = `the last whereas clause ends without the bridge, expected “${bridge}”`
        report({message, place: placeIn(file, text, ...lastWord(text)), note})
      }
    }
  }
)

/** Where other clauses have their semicolons, the last one has nothing, or a full stop. */
function isForgotten(join: string | undefined): boolean {
  return join === undefined || !/\band\b/i.test(join)
}
