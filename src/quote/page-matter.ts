import type {Line} from './optional-matter.ts'
import type {Span} from './types.ts'
import type {View} from './view.ts'

const pageNumber = (): RegExp =>
  /^[-–—\s[(|·•]*(?:(?:page|pg\.?|p\.|col(?:umn|\.)|seite|s\.|spalte|colonne|página|pág\.|стр\.|страница|trang|第)\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|\/|von|de|sur|из|頁|页|ページ)\s*\d{0,4})?[-–—\s\])|·•]*$/iu
/** A page number that says so needs no other sign. */
const namedPage = (): RegExp => /^[^\p{L}]*(?:page|column|seite|spalte|colonne|página|страница|trang)\s*\d+[^\p{L}]*$/iu
const rule = /^[\s_\-–—=*]{5,}$/u
/** Of the text around a heading: a colon or semicolon would make it an item of a list. */
const fullStop = /[.?!。？！…]["'”’»)\]]*(?:\s*\[?\d{0,3}\]?)?$/u
/** The legend of a figure or table, on one line. */
const caption = (): RegExp =>
  /^(?:fig(?:ure|\.)|table|photo|image|picture|chart|abb(?:ildung|\.)|tabelle|tableau|graphique|figura|tabla|рис\.|таблица|hình|bảng|[图圖図表])\s*\d{0,3}\s*[.:–—-]/iu
const heading = /^#{1,6}\s+\S/u
const startsSentence = (): RegExp => /^[\p{Lu}\p{Lo}\p{N}"'“‘«„([¿¡*•–—-]/u
/** Headings have few words. */
const longestHeading = 90

/** Lines that stand between two sentences as a heading, a label or a link does: short, alone, and no sentence. */
export function headingsIn(_view: View, lines: readonly Line[]): Span[] {
  const spans: Span[] = []
  for (const [i, line] of lines.entries()) {
    if (heading.test(line.text) || caption().test(line.text)) {
      spans.push(line)
      continue
    }
    const previous = lines[i - 1]
    const next = lines[i + 1]
    if (previous === undefined || next === undefined || line.text.length > longestHeading) continue
    const isAlone = line.isFirst && line.isLast
    const isLoud = isCapitals(line.text)
    if (!isAlone && !isLoud && !isWedged(lines, i)) continue
    if (/[.?!,;:。，；]$/u.test(line.text) && !isLoud && !/^(?:[\divxlc]+|[a-z])\.?[^.]{0,60}\.$/iu.test(line.text))
      continue
    if (isBetweenSentences(lines, i)) spans.push(line)
  }
  return spans
}

/** The last line before that is no heading ends a sentence, the next one begins one. */
function isBetweenSentences(lines: readonly Line[], at: number): boolean {
  let first = at - 1
  while (first > 0 && isLoose(lines, first) && at - first < 4) first--
  let next = at + 1
  while (next < lines.length - 1 && isLoose(lines, next) && next - at < 4) next++
  return fullStop.test(lines[first]?.text ?? '') && startsSentence().test(lines[next]?.text ?? '')
}

function isLoose(lines: readonly Line[], at: number): boolean {
  return isShortLine(lines[at]) || isWedged(lines, at)
}

function isShortLine(line: Line | undefined): boolean {
  return (
    line !== undefined &&
    line.text.length <= longestHeading &&
    line.isFirst &&
    line.isLast &&
    !/[.?!,;:。]$/u.test(line.text)
  )
}

/** A few words on a line of their own between long lines, as web pages leave them. */
function isWedged(lines: readonly Line[], at: number): boolean {
  let first = at
  while (first > 0 && at - first < 3 && isFewWords(lines[first])) first--
  let last = at
  while (last < lines.length - 1 && last - at < 3 && isFewWords(lines[last])) last++
  return isFewWords(lines[at]) && (lines[first]?.text.length ?? 0) > 60 && (lines[last]?.text.length ?? 0) > 60
}

function isFewWords(line: Line | undefined): boolean {
  return (
    line !== undefined && line.text.length < 50 && !/[.?!,;:]$/u.test(line.text) && line.text.split(/\s+/u).length <= 5
  )
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && text === text.toUpperCase()
}

/** Page numbers, and the running heads and feet around a page end. */
export function pageMatter(view: View, lines: readonly Line[], whole: string, wrong: Span): Span[] {
  const spans: Span[] = []
  const ends = [...view.text.matchAll(/\f/g)].map(match => match.index)
  let asked = 0
  for (const [i, line] of lines.entries()) {
    const isPaged = ends.some(end => standsNear(lines, i, end))
    if (
      pageNumber().test(line.text) &&
      (isPaged || line.isFirst || line.isLast || namedPage().test(line.text) || /^[-–—[(]/u.test(line.text))
    )
      spans.push(line)
    else if (
      line.text.length < 140 &&
      asked < 12 &&
      isAt(view, line, wrong) &&
      (isPaged || (line.text.length > 4 && couldRun(lines, i)))
    ) {
      asked++
      if (isRepeated(whole, line.text, isPaged || isBesidePage(lines, i) ? 2 : 3)) spans.push(line)
    }
  }
  return spans
}

/** Only lines at the differences can heal them; each costs a search of the whole source. */
function isAt(view: View, line: Line, wrong: Span): boolean {
  return (view.places[line.end - 1] ?? 0) >= wrong.start - 200 && (view.places[line.start] ?? 0) <= wrong.end + 200
}

function isBesidePage(lines: readonly Line[], at: number): boolean {
  return namedPage().test(lines[at - 1]?.text ?? '') || namedPage().test(lines[at + 1]?.text ?? '')
}

/** One of the three lines before or after a page end. */
function standsNear(lines: readonly Line[], at: number, end: number): boolean {
  const line = lines[at]
  if (line === undefined) return false
  if (line.start > end) return (lines[at - 3]?.end ?? -1) < end
  return (lines[at + 3]?.start ?? Number.POSITIVE_INFINITY) > end
}

/** Without page ends a running head shows by its page number or by the empty lines around it. */
function couldRun(lines: readonly Line[], at: number): boolean {
  const line = lines[at]
  if (line === undefined) return false
  return (
    /^\d{1,4}\s|\s\d{1,4}$/u.test(line.text) ||
    (line.isFirst && line.isLast) ||
    pageNumber().test(lines[at - 1]?.text ?? 'x') ||
    pageNumber().test(lines[at + 1]?.text ?? 'x')
  )
}

/** Whether a line, but for its numbers, stands in the source so many times as a line. */
function isRepeated(whole: string, text: string, times: number): boolean {
  const core = text
    .split(/\d+/u)
    .reduce((longest, part) => (part.trim().length > longest.length ? part.trim() : longest), '')
  if (core.length < 3) return false
  let count = 0
  for (let at = whole.indexOf(core); at >= 0 && count < times; at = whole.indexOf(core, at + core.length)) {
    const before = whole.slice(Math.max(0, at - 40), at)
    const after = whole.slice(at + core.length, at + core.length + 60)
    const isLineStart = /(?:^|[\n\r\f])[\s\d\p{P}]*(?:\p{L}+[\s\d\p{P}]*){0,3}$/u.test(before)
    if ((at < 40 || isLineStart) && /^[^\n\r\f]{0,40}(?:$|[\n\r\f])/u.test(after)) count++
  }
  return count >= times
}

const noteStart = (): RegExp =>
  /^(?:\[?(\d{1,3})\]?(?=\s|$|\p{Lu})|([*†‡§]{1,3})|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}|\[\^([^\]]{1,20})\]:?)(?:[\s.)]*\S|$)/u

/** Footnotes: from a line that begins with a note mark to the page end, or the block that it begins. */
export function footnotesIn(view: View, lines: readonly Line[]): Span[] {
  const spans: Span[] = []
  for (const [i, line] of lines.entries()) {
    if (rule.test(line.text)) {
      spans.push({start: line.start, end: blockEnd(lines, i + 1, view)})
      continue
    }
    const match = noteStart().exec(line.text)
    if (match === null || !hasMark(view.text, line.start, match[1] ?? match[2] ?? match[3])) continue
    const pageEnd = view.text.indexOf('\f', line.start)
    if (pageEnd >= 0 && pageEnd - line.start < 5000) spans.push({start: line.start, end: pageEnd})
    let last = i
    while (last < lines.length && lines[last]?.isLast === false) last++
    if (line.isFirst || i === 0) spans.push({start: line.start, end: lines[last]?.end ?? line.end})
    else if (match[2] !== undefined) spans.push(line)
  }
  return spans
}

function blockEnd(lines: readonly Line[], from: number, view: View): number {
  const start = lines[from]?.start ?? 0
  const pageEnd = view.text.indexOf('\f', start)
  if (pageEnd >= 0 && pageEnd - start < 5000) return pageEnd
  let last = from
  while (last < lines.length && lines[last]?.isLast === false) last++
  return lines[last]?.end ?? start
}

/** Whether the mark of a note stands in the text before the note. */
function hasMark(text: string, before: number, mark: string | undefined): boolean {
  if (mark === undefined) return true
  const page = text.slice(Math.max(0, before - 6000), before)
  if (!/^\d/u.test(mark))
    return (
      new RegExp(`[^\\s]\\s?${mark.replace(/[*]/g, '\\*')}(?![*†‡§])`, 'u').test(page) || page.includes(`[^${mark}]`)
    )
  return new RegExp(`(?:[\\p{L}.,;:)”"’]|\\[)${mark}(?!\\d)`, 'u').test(page)
}
