import {hasPlainLetters, type SourceField, type SourceMap, type SourceValue, type Text} from '../tree/index.ts'
import type {CiteProblem} from './problem.ts'
import {oneOf, quoted, ticked} from './problem.ts'
import {suggest} from './suggest.ts'
import {collapse} from './text.ts'

/** A name of CSL-JSON: a person by its parts, or an organisation as `literal`. */
export type CslName = Readonly<Record<string, string>>

const nameParts = [
  'family',
  'given',
  'suffix',
  'dropping-particle',
  'non-dropping-particle',
  'literal',
  'comma-suffix',
  'static-ordering',
  'parse-names',
  'isInstitution'
]
const partAliases = {
  first: 'given',
  firstname: 'given',
  forename: 'given',
  last: 'family',
  lastname: 'family',
  surname: 'family',
  particle: 'non-dropping-particle',
  jr: 'suffix'
}

// "Robbins, Louise S.": one comma, a capital on each side, few words; not "Simon & Schuster, Inc."
const plainInvertedName = /^[A-Z][A-Za-z'’ -]{0,30}, [A-Z][A-Za-z.'’ -]{0,30}$/
const invertedName = (): RegExp => /^\p{Lu}[\p{L}'’ -]{0,30}, \p{Lu}[\p{L}.'’ -]{0,30}$/u
const company = /, (?:Inc|Ltd|LLC|LLP|Co|Corp|Office|Department|Division|Bureau)\b/

/** The names of a field: a text is an organisation, a map a person, a list several of either. */
export function namesFrom(key: Text, value: SourceValue, problems: CiteProblem[]): readonly CslName[] {
  const values = value.type === 'list' ? value.items : [value]
  const names: CslName[] = []
  for (const one of values) {
    const name = nameFrom(key, one, problems)
    if (name !== undefined) names.push(name)
  }
  return names
}

function nameFrom(key: Text, value: SourceValue, problems: CiteProblem[]): CslName | undefined {
  if (value.type === 'map') return nameFromMap(key, value, problems)
  if (value.type === 'list') {
    problems.push(malformed(`${ticked(key.value)} holds a list within a list, expected names`, value))
    return undefined
  }
  const literal = collapse(value.value)
  if (literal === '') return undefined
  if ((hasPlainLetters(literal) ? plainInvertedName : invertedName()).test(literal) && !company.test(literal)) {
    problems.push({
      rule: 'person-as-organisation',
      severity: 'info',
      message: `${quoted(literal)} is printed as an organisation, expected \`{family: …, given: …}\` for a person`,
      place: value.place
    })
  }
  return {literal}
}

function nameFromMap(key: Text, value: SourceMap, problems: CiteProblem[]): CslName | undefined {
  const name: Record<string, string> = {}
  for (const field of value.fields) {
    const part = field.key.value === 'name' ? 'literal' : field.key.value
    if (!nameParts.includes(part)) problems.push(unknownPart(field))
    else if (field.value.type !== 'text') {
      problems.push(malformed(`${ticked(part)} of a name is not a text, expected one text`, field.value))
    } else if (collapse(field.value.value) !== '') name[part] = collapse(field.value.value)
  }
  if (name.literal !== undefined || name.family !== undefined) return name
  // citeproc prints nothing for a lone given name.
  if (name.given !== undefined) {
    const {given, ...others} = name
    return {...others, family: given}
  }
  problems.push(malformed(`a name of ${ticked(key.value)} has no words, expected \`family\` or \`literal\``, value))
  return undefined
}

function unknownPart(field: SourceField): CiteProblem {
  const near = suggest(field.key.value, nameParts, partAliases)
  const expected = oneOf(near.length > 0 ? near : ['family', 'given', 'suffix', 'literal'])
  const message = `${ticked(field.key.value)} is not a part of a name, expected ${expected}`
  return {rule: 'malformed-name', severity: 'error', message, place: field.key.place}
}

function malformed(message: string, value: SourceValue): CiteProblem {
  return {rule: 'malformed-name', severity: 'error', message, place: value.place}
}
