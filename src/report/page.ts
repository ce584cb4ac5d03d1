import {painter} from './paint.ts'
import {printable, wrap} from './width.ts'

/** Wider lines are hard to read. */
const widest = 100

/** A page of Markdown for a terminal: headings stand out, paragraphs are broken at words, fences stay as they are. */
export function pageOnTerminal(page: string, look: {readonly hasColor: boolean; readonly columns: number}): string {
  const paint = painter(look.hasColor)
  const room = Math.max(30, Math.min(look.columns, widest))
  let isInFence = false
  const lines = page.split('\n').flatMap(line => {
    const isFence = line.startsWith('```')
    if (isFence) isInFence = !isInFence
    if (isFence) return paint('faint', printable(line))
    if (isInFence) return printable(line)
    const heading = /^#+ (.*)$/.exec(line)
    if (heading) return look.hasColor ? paint('strong', printable(heading[1] ?? '')) : printable(line)
    const mark = /^(?:[-*]|\d+\.) /.exec(line)?.[0] ?? ''
    if (line.startsWith('|')) return printable(line)
    const [first = '', ...others] = wrap(printable(line.slice(mark.length)), room - mark.length)
    return [mark + first, ...others.map(words => ' '.repeat(mark.length) + words)]
  })
  return lines.join('\n')
}
