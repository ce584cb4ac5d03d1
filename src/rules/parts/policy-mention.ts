import type {Clause, ResolvedResolution, Text} from '../../tree/index.ts'
import {noteMark, wordsOf} from './clause-words.ts'
import {letter} from './letter.ts'

/** A policy named in a clause: `start` and `end` in units of a paragraph. */
export interface PolicyMention {
  readonly words: Text
  readonly start: number
  readonly end: number
  readonly name: string
}

/** The first policy that each whereas clause names, in its own words or by a citation in the sentence. */
export function policyMentions(resolved: ResolvedResolution): Map<Clause, PolicyMention> {
  const {names} = resolved.template.policies
  const mentions = new Map<Clause, PolicyMention>()
  if (names.length === 0) return mentions
  const pattern = new RegExp(`(?<![${letter}0-9])(?:${names.map(escaped).join('|')})(?![${letter}0-9])`, 'i')
  const cited = citedPolicies(resolved, pattern)
  for (const clause of resolved.resolution.whereas) {
    const mention = mentionIn(clause, pattern, cited)
    if (mention) mentions.set(clause, mention)
  }
  return mentions
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')

function mentionIn(clause: Clause, pattern: RegExp, cited: ReadonlyMap<number, string>): PolicyMention | undefined {
  for (const words of wordsOf(clause.children)) {
    const found = pattern.exec(words.value)
    if (found) return {words, start: found.index, end: found.index + found[0].length, name: found[0]}
    for (let at = words.value.indexOf(noteMark); at >= 0; at = words.value.indexOf(noteMark, at + 1)) {
      const name = cited.get(words.offsets[at] ?? 0)
      if (name !== undefined) return {words, start: at, end: at + 1, name}
    }
  }
  return undefined
}

/** The titles that citations in the sentence print for policies, by the offset of the citation. */
function citedPolicies({citations}: ResolvedResolution, pattern: RegExp): Map<number, string> {
  const policies = new Map<number, string>()
  for (const {item, source} of citations) {
    const {title, genre} = source?.item ?? {title: undefined, genre: undefined}
    const isPolicy = [title, genre].some(value => typeof value === 'string' && pattern.test(value))
    if ('type' in item && isPolicy) policies.set(item.place.start.offset, String(title ?? item.id.value))
  }
  return policies
}
