import type {SourceText, Stretch} from '../types.ts'
import {mendHyphen, wordsOf} from './hyphens.ts'
import type {Line} from './lines.ts'
import type {ReadPage} from './page.ts'
import type {PlacedLine} from './paragraphs.ts'
import {paragraphsOf} from './paragraphs.ts'

/**
 * Writes the text of all pages, then the notes of all pages, so that no note interrupts a sentence that runs over the
 * end of a page. A page that has notes therefore has two stretches of the same names. Lines end in `\n`, paragraphs in
 * two; a word cut at the end of a line stands whole on that line.
 */
export function composeText(pages: readonly ReadPage[], warnings: readonly string[]): SourceText {
  const body = flowOf(pages, page => page.body)
  const notes = flowOf(pages, page => page.notes)
  const words = wordsOf([...body, ...notes].map(({line}) => line.text))
  const stretches: Stretch[] = []
  let text = ''
  for (const flow of [body, notes]) {
    const lines = mendLines(flow, words)
    let page = -1
    for (const [i, line] of lines.entries()) {
      if (text !== '') text += line.isFirst || i === 0 ? '\n\n' : '\n'
      if (line.page !== page) stretches.push({kind: 'page', start: text.length, names: pages[line.page]?.names ?? []})
      page = line.page
      text += line.text.replace(/\u00ad$/u, '')
    }
  }
  return {text, format: 'text', fileText: undefined, offsets: undefined, stretches, warnings}
}

function flowOf(
  pages: readonly ReadPage[],
  columnsOf: (page: ReadPage) => readonly (readonly Line[])[]
): readonly PlacedLine[] {
  return paragraphsOf(pages.flatMap((page, i) => columnsOf(page).map(lines => ({page: i, lines}))))
}

interface MendedLine {
  readonly text: string
  readonly page: number
  readonly isFirst: boolean
}

function mendLines(flow: readonly PlacedLine[], words: ReadonlyMap<string, number>): MendedLine[] {
  const lines: MendedLine[] = []
  for (const {line, page, isFirst} of flow) {
    const own = line.mark === '' ? line.text : `${line.mark} ${line.text}`
    const previous = lines.at(-1)
    const mended = previous === undefined || isFirst ? undefined : mendHyphen(previous.text, own, words)
    if (previous === undefined || mended === undefined) lines.push({text: own, page, isFirst})
    else {
      lines[lines.length - 1] = {...previous, text: mended.line}
      if (mended.next !== '') lines.push({text: mended.next, page, isFirst})
    }
  }
  return lines
}
