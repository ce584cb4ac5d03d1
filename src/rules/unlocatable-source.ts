import {defineRule, type Rule} from './define.ts'
import {isGiven, isOnline, readableSources} from './parts/cited-sources.ts'

/** What leads to a source of a type, in words, and the variable that says it; an address always does. */
const ways: Readonly<Record<string, readonly [string, string]>> = {
  webpage: ['address', 'URL'],
  post: ['address', 'URL'],
  'post-weblog': ['address', 'URL'],
  'article-journal': ['journal', 'container-title'],
  'article-magazine': ['magazine', 'container-title'],
  'article-newspaper': ['newspaper', 'container-title'],
  chapter: ['book', 'container-title'],
  legal_case: ['reporter', 'container-title'],
  'paper-conference': ['conference', 'container-title'],
  'entry-dictionary': ['dictionary', 'container-title'],
  'entry-encyclopedia': ['encyclopedia', 'container-title']
}

const places = ['container-title', 'event-title', 'event', 'archive', 'archive_location', 'publisher', 'number']

/** A source that a reader of the note would look for in vain. */
export const unlocatableSource: Rule = defineRule(
  {
    id: 'unlocatable-source',
    severity: 'warning',
    summary: 'A web page has its address; an article, a chapter or a case says where it appeared.'
  },
  (resolved, report, options) => {
    for (const source of readableSources(resolved, options)) {
      const {id, item, path, place} = source
      const way = Object.hasOwn(ways, item.type) ? ways[item.type] : undefined
      if (way === undefined || isOnline(source)) continue
      const [what, name] = way
      if (name !== 'URL' && isGiven(source, ...places)) continue
      report({message: `${item.type} \`${id}\` has no ${what}, expected \`${name}\``, path, place})
    }
  }
)
