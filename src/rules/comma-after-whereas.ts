import {defineRule, type Rule} from './define.ts'
import {wordsOf} from './parts/clause-words.ts'
import {opensPhrase} from './parts/opening-phrase.ts'
import {placeIn, replacement} from './parts/stretch.ts'

/** "Whereas, the library": a comma where the template has none, unless it opens a phrase that a later one closes. */
export const commaAfterWhereas: Rule = defineRule(
  {
    id: 'comma-after-whereas',
    severity: 'warning',
    summary: '“Whereas” has no comma after it, unless a phrase follows that another comma closes.'
  },
  ({resolution, template}, report) => {
    const {whereas, afterWhereas} = template.words
    if (/[,:;]/.test(afterWhereas)) return
    for (const {typed, children} of resolution.whereas) {
      const {leadIn} = typed
      const mark = /[,:;]$/.exec(leadIn?.value ?? '')
      const [words] = wordsOf(children)
      if (!leadIn || !mark || (mark[0] === ',' && words && opensPhrase(words.value))) continue
      const stretch = [mark.index, mark.index + 1] as const
      report({
        message: `“${mark[0]}” follows the keyword, expected “${whereas}” without it`,
        place: placeIn(resolution.file, leadIn, ...stretch),
        ...replacement(resolution.file, leadIn, stretch, '', `take the “${mark[0]}” away`)
      })
    }
  }
)
