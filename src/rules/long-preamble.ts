import {defineRule, type Rule} from './define.ts'

/** Many whereas clauses. */
export const longPreamble: Rule = defineRule(
  {id: 'long-preamble', severity: 'info', summary: 'A preamble is as short as its reasons allow.'},
  ({resolution, template}, report) => {
    const most = template.limits.whereasClauses
    const {whereas} = resolution
    const first = whereas[most]
    if (most === 0 || !first) return
    report({
      message: `the preamble has ${whereas.length} whereas clauses, expected at most ${most}`,
      place: {start: first.text.place.start, end: first.text.place.start},
      note: 'keep the reasons that a resolved clause answers'
    })
  }
)
