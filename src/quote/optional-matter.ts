import {once} from './once.ts'
import type {Span} from './types.ts'
import type {View} from './view.ts'

/** A line of a view, without the spaces around it. */
export interface Line extends Span {
  readonly text: string
  /** An empty line, a page end or the edge of the text stands before it. */
  readonly isFirst: boolean
  /** The same after it. */
  readonly isLast: boolean
}

/** The lines of a view that are not empty. */
export function linesOf(view: View): Line[] {
  const lines: Line[] = []
  const {text} = view
  const pattern = /[^\n\r\f\u2028\u2029]+|[\n\r\f\u2028\u2029]+/gu
  let isFirst = true
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [whole] = match
    if (/^[\n\r\f\u2028\u2029]/u.test(whole)) {
      if (isBlank(whole)) {
        isFirst = true
        markLast(lines)
      }
      continue
    }
    const inner = whole.trim()
    if (inner === '') {
      isFirst = true
      markLast(lines)
      continue
    }
    const start = match.index + whole.indexOf(inner)
    lines.push({text: inner, start, end: start + inner.length, isFirst, isLast: false})
    isFirst = false
  }
  markLast(lines)
  return lines
}

function isBlank(breaks: string): boolean {
  return breaks.includes('\f') || breaks.replace(/\r\n/g, '\n').length > 1
}

function markLast(lines: Line[]): void {
  const last = lines.pop()
  if (last !== undefined) lines.push({...last, isLast: true})
}

/** Sounds and movements in a transcript, in the languages we know. */
const stageWords = (): RegExp =>
  /applau|laugh|cheer|hear,? hear|interrupt|disturbance|commotion|crosstalk|cross talk|inaudible|unintelligible|indiscernible|pause|silence|music|ovation|booing|gavel|recess|video|audio|off mic|beifall|zuruf|heiterkeit|lachen|unruhe|glocke|widerspruch|applaudi|rires?\b|exclamation|murmures|protestations|mouvement|aplauso|risas|rumores|aplausi|апплод|аплодис|смех|шум|оживление|vỗ tay|tiếng cười|拍手|笑|掌声|鼓掌|歓声|場内/iu
/** “[Mr Jones: “Shame!”]”. */
const interjection = (): RegExp => /^[[(]\p{Lu}[^:\])]{0,40}:\s*[“"'‘«„]/u
const bracketed = /[([（［][^()[\]（）［］]{1,120}[)\]）］]/gu
const markPatterns = (): readonly RegExp[] => [
  // [3], [1,2], [a], [note 2], [*12], [p. 7], [00:12:34]
  /\[(?:\d{1,4}(?:\s?[,;–—-]\s?\d{1,4}){0,12}|[a-z]|\*+\s?\d*|(?:note|nb|n\.|fn\.?|pp?\.|page|seite|s\.)\s?\d+|(?:\d{1,2}:)?\d{1,2}:\d{2}|edit|citation needed|sic)\]/giu,
  // (3) glued to the word or sentence before it
  /(?<=[\p{L}.,;:!?”"’])\(\d{1,3}\)(?=[\s.,;:]|$)/gu,
  // ruby and notes of Aozora Bunko
  /(?<=[\p{Script=Han}々〆ヶ])《[^《》\n]{1,30}》|［＃[^］\n]{0,80}］/gu,
  // readings of Chinese characters in brackets
  /(?<=[\p{Script=Han}々])[（(][\p{Script=Hiragana}\p{Script=Katakana}ー]{1,12}[)）]/gu
]
/** A number set right after the end of a word or sentence. */
const gluedNumber = (): RegExp =>
  /(?<=[\p{L})”"’'»][.,;:!?]?[)”"’'»]?|[\p{L}][.,;:!?])\d{1,3}(?:[,–-]\d{1,3}){0,8}(?=[\s”"’')\]]|$)/gu

/** Note marks, time stamps, readings and stage directions. */
export function marksIn(view: View): Span[] {
  const spans: Span[] = []
  for (const pattern of [...markPatterns(), gluedNumber()])
    for (const match of view.text.matchAll(pattern)) spans.push(spanOf(match))
  for (const match of view.text.matchAll(bracketed))
    if (stageWords().test(match[0]) || interjection().test(match[0])) spans.push(spanOf(match))
  return spans
}

function spanOf(match: RegExpMatchArray): Span {
  const start = match.index ?? 0
  return {start, end: start + match[0].length}
}

const roman = '[ivxlcdm]{1,7}'
const numberOf = `(?:\\d{1,4}(?:\\.\\d{1,3}){0,4}[a-z]?|${roman}|[a-z])`
/** "1.", "(a)", "iv)", "2.3.1", "§ 4", "#12", at the start of a line. */
const label = once(
  () =>
    new RegExp(
      `^(?:[-–—*•·▪◦‣o>#|]+\\s*)?(?:\\(${numberOf}\\)|\\[\\d{1,4}\\]|${numberOf}[.)](?:\\s|$)|\\d{1,3}(?:\\.\\d{1,3}){1,4}\\s|[§¶#]{1,2}\\s?\\d{1,4}[a-z]?[.)]?)\\s*`,
      'iu'
    )
)
/** "Article 5.", "Section IV:", "Điều 3", "第三条". */
const namedLabel = once(
  () =>
    new RegExp(
      `^(?:#+\\s*)?(?:(?:article|art\\.|section|sec\\.|chapter|clause|paragraph|para\\.|rule|principle|canon|amendment|title|part|item|artikel|abs\\.|absatz|artículo|capítulo|sección|titre|chapitre|alinéa|статья|раздел|глава|пункт|điều|khoản|chương|mục)\\s+(?:${numberOf}|first|1er|premier)\\b[.:)]?\\s*[-–—.]?|第[一二三四五六七八九十百千零〇\\d]{1,6}[条條章款项項節节編]\\s*)\\s*`,
      'iu'
    )
)
/** A number that begins a paragraph without any sign after it. */
const bareNumber = /^\d{1,4}(?=\s+\S)/u
/** "Penalties.—" after the label of a section. */
const runInTitle = (): RegExp => /^\p{Lu}[^.:—–]{1,60}(?:[.:]\s?[—–-]|[.:—–])\s*/u
const lineNumber = /^\d{1,3}\s+/u
const verse = /^\d{1,3}:\d{1,3}(?=\s)/u
const timeStamp =
  /^(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?(?:\s*-+>\s*(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)?$/u
/** "(b)" or "(2)" in running text, after a sign or a conjunction. */
const inlineLabel = once(
  () =>
    new RegExp(
      `(?<=[,;:.—–-]\\s?|\\b(?:and|or|und|oder|et|ou|y|o|и|и́ли)\\s)\\((?:\\d{1,2}|[a-z]|${roman})\\)(?=\\s)`,
      'giu'
    )
)
const sentenceEnd = /[.?!:;。？！…]["'”’»)\]]*$/u

/** Numbers and labels of paragraphs, articles, list items and verses. */
export function labelsIn(view: View, lines: readonly Line[]): Span[] {
  const spans: Span[] = []
  for (const [i, line] of lines.entries()) {
    const previous = lines[i - 1]
    const isFree =
      line.isFirst ||
      previous === undefined ||
      /[.?!:;,—–。；，]["'”’»)\]]*$|\b(?:and|or|und|oder|et|ou|y|o|и|или)$/iu.test(previous.text)
    // A label may stand after the number of its line.
    for (const skipped of [0, lineNumber.exec(line.text)?.[0].length ?? 0]) {
      const text = line.text.slice(skipped)
      const found =
        (isFree ? label().exec(text) : null) ?? namedLabel().exec(text) ?? verse.exec(text) ?? timeStamp.exec(text)
      if (found === null) continue
      spans.push({start: line.start + skipped, end: line.start + skipped + found[0].trimEnd().length})
      const title = runInTitle().exec(text.slice(found[0].length))
      if (title !== null)
        spans.push({
          start: line.start + skipped,
          end: line.start + skipped + found[0].length + title[0].trimEnd().length
        })
    }
    const number =
      line.isFirst || (previous !== undefined && sentenceEnd.test(previous.text)) ? bareNumber.exec(line.text) : null
    if (number !== null) spans.push({start: line.start, end: line.start + number[0].length})
  }
  for (const match of view.text.matchAll(inlineLabel())) spans.push(spanOf(match))
  return [...spans, ...versesIn(view)]
}

/** Numbers between two sentences of running text that count on: "… the earth. 2 And the earth …". */
function versesIn(view: View): Span[] {
  const found = [...view.text.matchAll(/(?<=[.?!:;,”"’»]\s+)\d{1,3}(?=\s+[\p{Lu}“"‘«])/gu)]
  const numbers = new Set(found.map(match => Number(match[0])))
  return found.filter(match => numbers.has(Number(match[0]) + 1) || numbers.has(Number(match[0]) - 1)).map(spanOf)
}

/** Numbers of lines at the left or right edge, as in bills and transcripts: they count on from line to line. */
export function numberedLines(_view: View, lines: readonly Line[]): Span[] {
  const spans: Span[] = []
  for (const side of [/^\d{1,3}(?=\s|$)/u, /(?<=\s)\d{1,3}$/u]) {
    const numbers = lines.map(line => side.exec(line.text))
    for (const [i, match] of numbers.entries()) {
      const line = lines[i]
      if (match === null || line === undefined) continue
      const value = Number(match[0])
      const isNext = (step: number): boolean => {
        for (let j = 1; j <= 6; j++) {
          const other = numbers[i + step * j]
          if (other === undefined) return false
          const distance = other === null ? 0 : step * (Number(other[0]) - value)
          if (distance > 0 && (distance === 1 || distance === 5 || distance === 10)) return true
        }
        return false
      }
      const isStart = value === 1 && isNext(1)
      if (isStart || isNext(1) || isNext(-1))
        spans.push({start: line.start + match.index, end: line.start + match.index + match[0].length})
    }
  }
  return spans
}
