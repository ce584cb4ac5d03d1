import {defineRule, type Rule} from './define.ts'
import {afterActor} from './parts/action-verbs.ts'
import {wordsOf} from './parts/clause-words.ts'
import {placeIn} from './parts/stretch.ts'

/** A resolved clause that names who resolves, and names another than the template. */
export const unusualActor: Rule = defineRule(
  {
    id: 'unusual-actor',
    severity: 'warning',
    summary: 'Who resolves, where it is typed, is named as in the template.'
  },
  ({resolution, template}, report) => {
    const {actor} = template.words
    if (actor.trim() === '') return
    for (const {typed, children} of resolution.resolved) {
      const [words] = wordsOf(children)
      if (!words || afterActor(words.value, template) > 0) continue
      const found =
        ownName(words.value, actor, template.organisation) ?? (typed.leadIn ? subject(words.value) : undefined)
      if (!found) continue
      report({
        message: `“${words.value.slice(found[0], found[1])}” resolves, expected “${actor}”`,
        place: placeIn(resolution.file, words, ...found),
        note: 'the template prints who resolves: begin the clause with the verb'
      })
    }
  }
)

/** Where a clause begins with the body's own name or its letters. */
function ownName(value: string, actor: string, organisation: string): [number, number] | undefined {
  const letters = /\(([A-ZÀ-ÖØ-ÞΑ-ΩА-Я]{2,})\)/.exec(actor)?.[1]
  const names = [organisation, ...(letters ? [letters] : [])].map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const found = new RegExp(
    `^(?:that\\s+)?((?:the\\s+)?(?:${names.join('|')})(?:\\s*\\([^)]*\\))?)\\s+[a-zß-öø-ÿα-ωа-я]+`,
    'u'
  ).exec(value)
  const name = found?.[1] ?? ''
  return found ? [found[0].indexOf(name), found[0].indexOf(name) + name.length] : undefined
}

/** Where a clause behind "Resolved, that" begins with somebody. */
function subject(value: string): [number, number] | undefined {
  const found =
    /^(?:[Tt]he|[Oo]ur|[Tt]his|[Ww]e)(?![A-Za-zÀ-ʯͰ-῿])(?:\s+[A-ZÀ-ÖØ-ÞΑ-ΩА-Я][A-Za-zÀ-ʯͰ-῿’'-]*|\s+(?:of the|for the|of|for|and|the)(?=\s+[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]))*(?:\s+\([^)]*\))?/.exec(
      value
    )
  return found && found[0].length > 0 ? [0, found[0].length] : undefined
}
