/** Verbs with which a sentence gives its words to somebody; stems, since number and tense do not matter. */
const saying =
  /\b(?:stat(?:e[sd]?|ing)|sa(?:ys?|id|ying)|wr(?:ites?|ote|itten)|not(?:e[sd]?|ing)|declar(?:e[sd]?|ing)|holds?|held|proclaim\w*|affirm\w*|warn\w*|f(?:inds?|ound)|ask(?:s|ed)?|call(?:s|ed)?|report\w*|argu(?:e[sd]?|ing)|assert\w*|conclud\w*|observ\w*|explain\w*|maintain\w*|promis\w*|guarante\w*|provid\w*|requir\w*|defin\w*|describ\w*|recogni[sz]\w*|urg(?:e[sd]?|ing)|resolv\w*|reads?|told|tells?|quot\w*|insist\w*|acknowledg\w*|announc\w*|caution\w*|remark\w*|commit\w*|according to|in the words of)\b[^.;"“”]{0,60}$/i

/** Whether the words before a quotation, or the parenthesis after it, say whose words they are. */
export function isAttributed(before: string, after: string): boolean {
  return saying.test(before.slice(-160)) || /^[\s,.;]*\([^)]{3,}/.test(after)
}
