import {defineRule, type Rule} from './define.ts'

/** A title that does not say that it is a resolution. */
export const unusualTitle: Rule = defineRule(
  {id: 'unusual-title', severity: 'info', summary: 'The title opens as the titles of the body do.'},
  ({resolution, template}, report) => {
    const {title} = resolution
    const {titles} = template.documents
    const isUsual = titles.some(opening => title?.value.toLowerCase().startsWith(opening.toLowerCase()))
    if (!title || titles.length === 0 || isUsual) return
    const first = /^\S+/.exec(title.value)?.[0] ?? ''
    report({
      message: `“${first}” opens the title, expected a title such as “${titles[0]} on …”`,
      place: title.place
    })
  }
)
