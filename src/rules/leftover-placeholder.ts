import {type Diagnostic, placeAt, type Text} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'
import {citedSources} from './parts/cited-sources.ts'
import {draftedWords, wordsOfSource} from './parts/drafted-words.ts'
import {placeholdersIn} from './parts/placeholder.ts'

/** In these only a placeholder that is all of the value is one. */
const codes: ReadonlySet<string> = new Set(['URL', 'DOI', 'ISBN', 'ISSN', 'PMID', 'PMCID', 'call-number'])

/** Words that were to be filled in before the resolution is laid before anyone. */
export const leftoverPlaceholder: Rule = defineRule(
  {
    id: 'leftover-placeholder',
    severity: 'error',
    summary: 'Nothing that was to be filled in, such as TBD, XX or ???, is left.'
  },
  (resolved, report) => {
    const {file} = resolved.resolution
    const look = (text: Text, isWhole = false): void => {
      for (const {start, end} of placeholdersIn(text.value)) {
        if (isWhole && end - start < text.value.length) continue
        const [from = 0, last = 0] = [text.offsets[start], text.offsets[end - 1]]
        report({
          message: `“${text.value.slice(start, end)}” is left over from a draft, expected what is to stand there`,
          place: placeAt(file, from, last + 1)
        })
      }
    }
    for (const text of draftedWords(resolved.resolution)) look(text)
    for (const source of citedSources(resolved))
      for (const {key, text} of wordsOfSource(source))
        if (!isSaid(text, resolved.diagnostics)) look(text, codes.has(key))
  }
)

/** Whether it was said already that a value is wrong, as of “TBD” where a date should stand. */
function isSaid({place}: Text, said: readonly Diagnostic[]): boolean {
  return said.some(
    other =>
      other.rule === 'malformed-date' &&
      other.place.start.offset <= place.start.offset &&
      place.end.offset <= other.place.end.offset
  )
}
