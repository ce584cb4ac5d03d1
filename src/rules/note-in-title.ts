import {sliceText} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'

/** The marks of notes in all their forms; a figure alone only behind a closing quotation mark. */
const mark =
  /\[\^[^\s[\]]{1,40}\]|\^\[[^\]]{0,400}\]|\[[^[\]@]{0,80}@[^[\]]{1,200}\]|\^\{?\d{1,3}[}^]?|(?<=\D)[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|<sup>\s?\d{1,3}\s?<\/sup>|(?<=\S)\s?\[\d{1,3}\]$|(?<=["”»])\d{1,2}$/g

/** A note reference in the title, which is plain words: it would be printed as typed. */
export const noteInTitle: Rule = defineRule(
  {id: 'note-in-title', severity: 'error', summary: 'The title has no note.'},
  ({resolution: {title, file}}, report) => {
    for (const found of title?.value.matchAll(mark) ?? []) {
      if (!title) continue
      const words = found[0].trim()
      const start = found.index + found[0].indexOf(words)
      report({
        message: `“${words}” is in the title, expected notes in the clauses only`,
        place: sliceText(file, title, start, start + words.length).place,
        note: 'the title is printed as it is typed; put the note where a clause says the same'
      })
    }
  }
)

/** The labels of the notes that the title refers to. */
export function labelsIn(title: string): string[] {
  return [...title.matchAll(/\[\^([^\s[\]]{1,40})\]/g)].map(([, label = '']) => label)
}
