import type {Clause, Template, Text} from '../../tree/index.ts'
import {wordsOf} from './clause-words.ts'
import {letter} from './letter.ts'

/** What bodies do in resolved clauses. */
const verbs = new Set(
  (
    'accept acknowledge adopt advise advocate affirm amend applaud appoint appreciate approve ask authorize call ' +
    'celebrate charge collaborate commend commit condemn congratulate convene create decline declare decry demand ' +
    'denounce deplore develop direct discourage discontinue dissolve endorse establish encourage expand explore ' +
    'express extend form forward fund honor implore instruct invite join mourn oppose pledge proclaim promote ' +
    'protest provide publish reaffirm recognize recommend reiterate reject remember request require rescind resolve ' +
    'salute send share stand strive submit support thank transmit undertake update uphold urge welcome withdraw work'
  ).split(' ')
)

/** The third person of a verb. */
function third(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`
  return /(?:s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : `${verb}s`
}

const thirdPersons = new Set([...verbs].map(third))

/** The first word of an action when it is a verb that actions begin with. */
export interface ActionVerb {
  readonly words: Text
  readonly start: number
  readonly end: number
  readonly word: string
  readonly isBare: boolean
  /** The form that follows the actor. */
  readonly expected: string
}

/** Finds the verb of an action, behind the actor where one was typed. */
export function actionVerb(clause: Clause, template: Template): ActionVerb | undefined {
  const [words] = wordsOf(clause.children)
  if (!words || template.words.actor.trim() === '') return undefined
  const start = afterActor(words.value, template)
  const found = /^([A-Za-zÀ-ʯͰ-῿]+)(?=\s+(?!(?:for|of|to be|is|are|be)\s))/.exec(words.value.slice(start))
  const word = found?.[1] ?? ''
  const verb = word.toLowerCase()
  const isBare = verbs.has(verb)
  if (!isBare && !thirdPersons.has(verb)) return undefined
  return {words, start, end: start + word.length, word, isBare, expected: isBare ? third(verb) : verb}
}

/** Where the words begin behind the actor of the template; 0 where it was not typed. */
export function afterActor(value: string, {words}: Template): number {
  const parts = words.actor
    .trim()
    .split(/\s+/)
    .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (words.actor.trim() === '') return 0
  return new RegExp(`^\\s*${parts.join('\\s+')}(?![${letter}0-9])\\s*[,:]?\\s*`, 'i').exec(value)?.[0].length ?? 0
}
