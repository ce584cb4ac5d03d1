import type {BoundSource} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'
import {isGiven, lawTypes, readableSources, wordsOf} from './parts/cited-sources.ts'

/** Letters, conversations and hearings are known by their titles. */
const needless: ReadonlySet<string> = new Set(['personal_communication', 'interview', 'hearing', 'map', 'event'])

const answerable = ['publisher', 'container-title', 'collection-title', 'authority', 'archive', 'event-title', 'event']

// A body in a title: “Statement of the Example Association”, “Amnesty International Report”, “ALA Policy Manual”.
const body =
  /\b(?:Association|Committee|Council|Commission|Congress|Court|Department|Ministry|Agency|Board|Bureau|Federation|Foundation|Institute|Nations|Organi[sz]ation|Parliament|Senate|University|College|Coalition|Alliance|Museum|Round Table|[A-ZÀ-ÖØ-ÞΑ-ΩА-Я][A-Za-zÀ-ʯͰ-῿]+ International)\b|\bLibrary$|^(?:The )?[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]{3,6}\b/

/** A source of which the note cannot say whose words they are. */
export const namelessSource: Rule = defineRule(
  {
    id: 'nameless-source',
    severity: 'warning',
    summary: 'Every source that is cited names its author, its publisher, or what it appeared in.'
  },
  (resolved, report, options) => {
    for (const source of readableSources(resolved, options)) {
      const {id, path, place} = source
      if (isNamed(source)) continue
      report({
        message: `source \`${id}\` names nobody, expected \`author\`, \`publisher\` or \`container-title\``,
        path,
        place,
        note: 'a body is an author too: `author: American Library Association`'
      })
    }
  }
)

/** Names of people and bodies are the only lists among the values of an item. */
function isNamed(source: BoundSource): boolean {
  const {item} = source
  if (needless.has(item.type) || lawTypes.has(item.type)) return true
  if (isGiven(source, 'author', 'editor', ...answerable) || Object.values(item).some(Array.isArray)) return true
  return body.test(wordsOf(item, 'title') ?? '') || body.test(wordsOf(item, 'genre') ?? '')
}
