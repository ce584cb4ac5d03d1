import {defineRule, type Rule} from './define.ts'
import {isGiven, lawTypes, readableSources} from './parts/cited-sources.ts'

/** Known by who wrote to whom, or who was asked. */
const needless: ReadonlySet<string> = new Set(['personal_communication', 'interview', 'manuscript', 'graphic', 'post'])

/** A source of which the note cannot say what it is. Law may go by its number. */
export const untitledSource: Rule = defineRule(
  {id: 'untitled-source', severity: 'warning', summary: 'Every source that is cited has a title.'},
  (resolved, report, options) => {
    for (const source of readableSources(resolved, options)) {
      const {id, item, path, place} = source
      if (needless.has(item.type) || isGiven(source, 'title', 'title-short', 'shortTitle')) continue
      if (lawTypes.has(item.type) && isGiven(source, 'number', 'container-title', 'section')) continue
      report({message: `source \`${id}\` has no title, expected \`title\``, path, place})
    }
  }
)
