import {relatedPassage, whereabouts} from '../tree/index.ts'
import {defineRule, type Rule} from './define.ts'

/** The citation names a page on which the quoted words do not stand. */
export const wrongPage: Rule = defineRule(
  {
    id: 'wrong-page',
    severity: 'warning',
    summary: 'The page that a citation names is the one on which the quoted words stand.'
  },
  ({quotations}, report) => {
    for (const {citedPage, passage, sourceId, verdict} of quotations) {
      // Where the words are wrong, nobody knows which passage was meant.
      if (!citedPage || !passage || (verdict !== 'verbatim' && verdict !== 'altered')) continue
      report({
        message: `the words stand on ${whereabouts(passage)} of \`${sourceId}\`, not on “${citedPage.words}”`,
        place: citedPage.place,
        related: [relatedPassage('the passage', passage)]
      })
    }
  }
)
