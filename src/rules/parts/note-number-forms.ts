/** How people type the number of a note where `[^4]` is meant. */
export type NumberForm = 'caret' | 'superscript' | 'html' | 'bracket' | 'spaced' | 'bare'

/** What may be a note reference: its numbers, where it stands (UTF-16 units) and how much it looks like one, 1 to 9. */
export interface Candidate {
  readonly form: NumberForm
  readonly numbers: readonly number[]
  readonly start: number
  readonly end: number
  readonly weight: number
}

/** Stands for what is none of the words: marks of notes, addresses, escapes. */
export const masked = '\ufffc'

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** `^4`, `^4^`, `^{4}` */
const caret = /\^(?:\{([1-9]\d{0,2})\}|([1-9]\d{0,2})\^?)(?![A-Za-zÀ-ʯͰ-῿\d])/g
const superscript = /[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?![⁰¹²³⁴⁵⁶⁷⁸⁹ᵃ-ᶻⁿ])/g
const html = /<sup>\s{0,3}\[?([1-9]\d{0,2})\]?\s{0,3}<\/sup>/gi
/** `[4]`, `[1,2]`, `[1–3]`, but not the words of a link. */
const bracket = /\[([1-9]\d{0,2}(?:\s?[,–-]\s?[1-9]\d{0,2}){0,5})\](?!\()/g
/** "; 3" at the end of a clause, `"words" 3;` */
const spaced = /(?:(?<=[A-Za-zÀ-ʯͰ-῿"”’»)\]][;.,]) |(?<=["”»]) )([1-9]\d{0,2})(?=\s*$|[;.,](?:\s|$))/g
/** A figure glued to a word, a closing mark or punctuation, with a blank, punctuation or nothing behind it. */
const bare = /(?<=[A-Za-zÀ-ʯͰ-῿"”’'»)\].,;:!?])[1-9]\d{0,2}(?:,[1-9]\d{0,2}){0,3}(?!,?\d)(?=[\s.,;:!?)\]”"’'»—–]|$)/g

/** Domains and e-mail addresses that are no links of Markdown. */
const addresses =
  /(?:https?:\/\/|www\.)[^\s<>"“”]+|[\w.+-]{1,64}@[\w.-]{1,200}|\b[\w-]{1,63}\.(?:org|com|net|edu|gov|int|info|us|uk|ca)\b(?:\/[^\s<>"“”]*)?/gi

/** Everything in the words of a clause that may be the number of a note, in order. */
export function candidatesIn(words: string): Candidate[] {
  const value = words.replace(addresses, found => masked.repeat(found.length))
  const found: Candidate[] = []
  const add = (match: RegExpMatchArray, form: NumberForm, numbers: readonly number[], weight: number): void => {
    const end = (match.index ?? 0) + match[0].length
    const start = end - match[0].trimStart().length
    if (weight > 0 && start > 0) found.push({form, numbers, start, end, weight})
  }
  for (const match of value.matchAll(caret))
    add(match, 'caret', [Number(match[1] ?? match[2])], raisedWeight(value, match))
  for (const match of value.matchAll(superscript)) {
    const number = Number([...match[0]].map(figure => superscripts.indexOf(figure)).join(''))
    add(match, 'superscript', [number], number > 0 ? raisedWeight(value, match) : 0)
  }
  for (const match of value.matchAll(html)) add(match, 'html', [Number(match[1])], 9)
  for (const match of value.matchAll(bracket)) add(match, 'bracket', listed(match[1] ?? ''), 5)
  for (const match of value.matchAll(spaced)) {
    const {index = 0} = match
    add(match, 'spaced', [Number(match[1])], isAbbreviated(value.slice(Math.max(0, index - 12), index)) ? 0 : 2)
  }
  for (const match of value.matchAll(bare))
    add(match, 'bare', match[0].split(',').map(Number), bareWeight(value, match.index ?? 0, match[0]))
  return found.sort((a, b) => a.start - b.start)
}

/** `1,2` and `1–3` as numbers. */
function listed(list: string): number[] {
  return list.split(/\s?,\s?/).flatMap(part => {
    const [from = 0, to = from] = part.split(/\s?[–-]\s?/).map(Number)
    return Array.from({length: Math.max(1, Math.min(20, to - from + 1))}, (_, index) => from + index)
  })
}

const year = /(?<![\d.,/-])(?:1[5-9]|20)\d\d$/

/** Powers and units are no notes: 10², m², km^2, x^2; a year may have one. */
function raisedWeight(value: string, {index = 0}: RegExpMatchArray): number {
  const before = value.slice(Math.max(0, index - 12), index)
  if (/\d$/.test(before)) return year.test(before) ? 6 : 0
  return /(?<![A-Za-zÀ-ʯͰ-῿])(?:[kcmd]?m|ft|in|mi|yd|[a-z])$/.test(before) ? 0 : 8
}

/** How much a figure glued to something looks like a note; 0 for what is a number of its own. */
function bareWeight(value: string, at: number, figures: string): number {
  const next = value.slice(at + figures.length, at + figures.length + 2)
  if (/^[.,:]\d/.test(next)) return 0
  const glue = value[at - 1] ?? ''
  const before = value.slice(Math.max(0, at - 41), at - 1)
  const numbers = figures.split(',').map(Number)
  const isList = numbers.length > 1
  if (isList && !(numbers.every((number, index) => number === (numbers[0] ?? 0) + index) && /["”»]/.test(glue)))
    return 0
  if (/["”»’']/.test(glue)) return markWeight(before, glue)
  if (glue === ')') return /\d\([^()]{1,4}$|\([^()\s]{1,2}$/.test(before) ? 0 : 4
  if (glue === ']') return /\[[^\]]{0,2}$/.test(before) ? 0 : 3
  if (/[.,;:!?]/.test(glue)) return punctuationWeight(before, glue)
  return /(?:^|[\s"“(—–])[A-Za-zÀ-ʯͰ-῿]?[a-zß-öø-ÿα-ωа-я]{3,}$/.test(before + glue) ? 1 : 0
}

/** After a closing quotation mark; not after an opening one, '90, 5'11 or 4"2. */
function markWeight(before: string, mark: string): number {
  if (/(?:^|[\s([{—–-])$/.test(before) || /(?<!\d)\d{1,2}$/.test(before)) return 0
  return /['’]/.test(mark) ? 2 : 4
}

/** After punctuation: not 1,500, 3.5, 10:30, no.3, B.2; "2021,1" may be a note. */
function punctuationWeight(before: string, mark: string): number {
  if (year.test(before)) return mark === '.' ? 0 : 3
  if (/["”»)\]’']$/.test(before)) return /\([^()\s]{1,2}\)$/.test(before) ? 0 : 4
  if (!/[A-Za-zÀ-ʯͰ-῿]$/.test(before) || (mark === '.' && isAbbreviated(`${before}.`))) return 0
  return mark === ':' ? 2 : 3
}

const abbreviations =
  /(?<![A-Za-zÀ-ʯͰ-῿])(?:[A-Za-zÀ-ʯͰ-῿]|no|nos|nr|art|arts|arg|sec|secs|sect|vol|vols|ch|chap|chaps|p|pp|para|paras|par|fig|figs|ed|eds|cl|pt|pts|app|ver|res|rev|div|bk|col|ex|exh|sch|tit|reg|regs|doc|docs|cd|am|amend|amdt|st|stat|pub|supp|ser|subd|subsec|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|approx|ca|circa|cf|note|n|nn|rm|ste|ave|blvd|rd|dr|mt|ft|bldg|dept|ext|tel|int|inc)\.$/i

/** Whether words end with an abbreviation that a number belongs to, or with initials. */
function isAbbreviated(words: string): boolean {
  return abbreviations.test(words) || /[A-Za-zÀ-ʯͰ-῿]\.[A-Za-zÀ-ʯͰ-῿]{1,4}\.$/.test(words)
}
