import {defineRule, type Rule} from './define.ts'
import {wordsOf} from './parts/clause-words.ts'
import {placeIn, replacement} from './parts/stretch.ts'
import {hasTypedJoins, isBridge, lastWord} from './parts/typed-formula.ts'

/** A whereas clause without a semicolon among others that have it. */
export const missingSemicolon: Rule = defineRule(
  {
    id: 'missing-semicolon',
    severity: 'warning',
    summary: 'Where semicolons are typed, every whereas clause ends with one.'
  },
  ({resolution, template}, report) => {
    const {file, whereas} = resolution
    if (!hasTypedJoins(whereas) || !template.words.whereasJoin.includes(';')) return
    for (const {typed, children} of whereas.slice(0, -1)) {
      const {join} = typed
      if (join?.value.includes(';') || isBridge(join?.value ?? '')) continue
      const mark = /^[,:.]/.exec(join?.value ?? '')?.[0]
      if (join && mark) {
        const fix = replacement(file, join, [0, 1], ';', 'type a semicolon')
        report({message: `“${mark}” ends the clause, expected “;”`, place: placeIn(file, join, 0, 1), ...fix})
        continue
      }
      const text = join ?? wordsOf(children).at(-1)
      if (!text) continue
      const place = join ? join.place : placeIn(file, text, ...lastWord(text))
      report({message: 'the clause ends without “;”, which other clauses have', place})
    }
  }
)
