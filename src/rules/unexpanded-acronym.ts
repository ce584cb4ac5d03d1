import {defineRule, type Rule} from './define.ts'
import {clausesOf, noteMark, wordsOf} from './parts/clause-words.ts'
import {placeIn} from './parts/stretch.ts'

/** Letters that nothing before them spells out. */
export const unexpandedAcronym: Rule = defineRule(
  {id: 'unexpanded-acronym', severity: 'info', summary: 'An acronym is spelt out where it is first used.'},
  ({resolution, template}, report) => {
    const known = new Set([
      ...wellKnown,
      ...(template.words.actor.match(/[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]{2,}/g) ?? []),
      ...template.documents.series
    ])
    for (const words of clausesOf(resolution).flatMap(({children}) => wordsOf(children)))
      for (const {0: letters, index} of words.value.matchAll(acronym)) {
        const before = words.value.slice(Math.max(0, index - 20), index)
        const after = words.value.slice(index + letters.length, index + letters.length + 20)
        // "Freedom of Information Act (FOIA)", "FOIA (the Freedom …)", "RSF/Reporters Without Borders".
        const isExpanded = before.endsWith('(') || /^(?:\s+\(|\/[A-ZÀ-ÖØ-ÞΑ-ΩА-Я][a-zß-öø-ÿα-ωа-я])/.test(after)
        const isCapitals = /[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]{2,}[\s,]+$/.test(before) || /^[\s,]+[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]{2,}/.test(after)
        const isNumber = after.startsWith('#') || roman.test(letters)
        const isSeen = known.has(letters) || isNumber || before.endsWith(noteMark)
        known.add(letters)
        if (isSeen || isExpanded || isCapitals) continue
        report({
          message: `“${letters}” is not spelt out, expected its words with “(${letters})” after them`,
          place: placeIn(resolution.file, words, index, index + letters.length)
        })
      }
  }
)

const acronym = /(?<![A-Za-zÀ-ʯͰ-῿0-9.@/#&-])[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]{3,7}(?![A-Za-zÀ-ʯͰ-῿0-9&]|\.[A-Za-zÀ-ʯͰ-῿])/g
const roman = /^[IVXLCDM]+$/

/** What needs no words. */
const wellKnown = (
  'USA NATO UNESCO UNICEF NASA FBI CIA AIDS HIV COVID SARS DNA RNA ISBN ISSN PDF URL HTML USB GPS CEO PIN ZIP ' +
  'PEN AFL CIO NAACP YMCA YWCA NPR BBC CNN NBC ABC CBS PBS IBM SAT LGBT LGBTQ LGBTQIA BIPOC STEM STEAM OCLC ' +
  'ACT FAQ AND THE FOR NOT'
).split(' ')
