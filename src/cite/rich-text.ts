/** A run of `*` or `_`, and what became of its characters. */
interface Run {
  readonly char: string
  readonly length: number
  readonly canOpen: boolean
  readonly canClose: boolean
  readonly index: number
  left: number
  opens: string
  closes: string
}

const blank = /\s/
const escapable = /^[!-/:-@[-`{-~]$/
const punctuation = (): RegExp => /[\p{P}\p{S}]/u
const tag = /<\/?(?:i|b|sup|sub|sc|span)(?: [^<>]*)?>/g

/**
 * Markdown of a title or an affix as the rich text of CSL: `*x*` as `<i>x</i>`, `**x**`, `^x^`, `~x~` likewise;
 * the typed `<` and `&` as `&lt;` and `&amp;`, so that a typed `<b>` prints as typed.
 * CommonMark's rules for runs of delimiters; time linear in the length (a floor bounds the search for openers).
 */
export function richFromMarkdown(text: string): string {
  if (!/[*_^~\\<&]/.test(text)) return text
  const pieces = piecesOf(text)
  matchRuns(pieces)
  return pieces
    .map(piece => (typeof piece === 'string' ? piece : piece.closes + piece.char.repeat(piece.left) + piece.opens))
    .join('')
}

/** Rich text without its tags, as it reads. */
export function plainFromRich(rich: string): string {
  return decode(rich.replace(tag, ''))
}

/** Text without markup as rich text. */
export function richFromPlain(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}

/** A title of CSL-JSON: its tags stay when they are known and balanced, every other `<` and `&` is the writer's own. */
export function richFromCsl(text: string): string {
  if (!/[<&]/.test(text)) return text
  const open: string[] = []
  for (const [found] of text.matchAll(tag)) {
    const name = /[a-z]+/.exec(found)?.[0] ?? ''
    if (!found.startsWith('</')) open.push(name)
    else if (open.pop() !== name) return richFromPlain(text)
  }
  if (open.length > 0) return richFromPlain(text)
  let rich = ''
  let at = 0
  for (const found of text.matchAll(tag)) {
    rich += richFromPlain(text.slice(at, found.index)) + found[0]
    at = found.index + found[0].length
  }
  return rich + richFromPlain(text.slice(at))
}

/** Rich text cut at its tags; `write` gets the words between them, decoded. */
export function mapRich(rich: string, write: (words: string) => string): string {
  let out = ''
  let at = 0
  for (const found of rich.matchAll(tag)) {
    out += write(decode(rich.slice(at, found.index))) + found[0]
    at = found.index + found[0].length
  }
  return out + write(decode(rich.slice(at)))
}

function decode(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&amp;/g, '&')
}

function piecesOf(text: string): (string | Run)[] {
  const pieces: (string | Run)[] = []
  let at = 0
  while (at < text.length) {
    const char = text[at] ?? ''
    let end = at + 1
    if (char === '\\' && escapable.test(text[end] ?? '')) {
      pieces.push(richFromPlain(text[end] ?? ''))
      end++
    } else if (char === '*' || char === '_') {
      while (text[end] === char) end++
      pieces.push(runAt(text, at, end, pieces.length))
    } else if (char === '^' || char === '~') {
      const script = scriptAt(text, at)
      pieces.push(script?.rich ?? char)
      end = script?.end ?? end
    } else {
      while (end < text.length && !'*_^~\\'.includes(text[end] ?? '')) end++
      pieces.push(richFromPlain(text.slice(at, end)))
    }
    at = end
  }
  return pieces
}

/** `^x^` or `~x~`, as in pandoc: no blanks inside, one delimiter on each side. */
function scriptAt(text: string, start: number): {readonly rich: string; readonly end: number} | undefined {
  const char = text[start]
  let end = start + 1
  while (end < text.length && text[end] !== char && !blank.test(text[end] ?? '')) end++
  if (text[end] !== char || end === start + 1 || text[start - 1] === char || text[end + 1] === char) return undefined
  const mark = char === '^' ? 'sup' : 'sub'
  return {rich: `<${mark}>${richFromPlain(text.slice(start + 1, end))}</${mark}>`, end: end + 1}
}

/** Whether the run may open or close emphasis: left- and right-flanking of CommonMark 6.2. */
function runAt(text: string, start: number, end: number, index: number): Run {
  const char = text[start] ?? ''
  const before = text[start - 1] ?? ' '
  const after = text[end] ?? ' '
  const isLeft = !blank.test(after) && (!punctuation().test(after) || blank.test(before) || punctuation().test(before))
  const isRight = !blank.test(before) && (!punctuation().test(before) || blank.test(after) || punctuation().test(after))
  const run = {char, length: end - start, index, left: end - start, opens: '', closes: ''}
  if (char === '*') return {...run, canOpen: isLeft, canClose: isRight}
  return {
    ...run,
    canOpen: isLeft && (!isRight || punctuation().test(before)),
    canClose: isRight && (!isLeft || punctuation().test(after))
  }
}

function matchRuns(pieces: readonly (string | Run)[]): void {
  const openers: Run[] = []
  const floors = new Map<string, number>()
  for (const piece of pieces) {
    if (typeof piece === 'string') continue
    if (piece.canClose) close(piece, openers, floors)
    if (piece.canOpen && piece.left > 0) openers.push(piece)
  }
}

function close(closer: Run, openers: Run[], floors: Map<string, number>): void {
  const key = `${closer.char}${closer.canOpen}${closer.length % 3}`
  while (closer.left > 0) {
    const floor = floors.get(key) ?? -1
    let at = openers.length - 1
    while (at >= 0 && (openers[at]?.index ?? -1) > floor && !isPair(openers[at], closer)) at--
    const opener = openers[at]
    if (opener === undefined || opener.index <= floor) {
      // Nothing below this point can match a closer of the same kind: without the floor, hostile text costs the square.
      floors.set(key, openers.at(-1)?.index ?? -1)
      return
    }
    openers.splice(at + 1)
    const used = opener.left > 1 && closer.left > 1 ? 2 : 1
    const mark = used === 2 ? 'b' : 'i'
    opener.opens = `<${mark}>${opener.opens}`
    closer.closes += `</${mark}>`
    opener.left -= used
    closer.left -= used
    if (opener.left === 0) openers.splice(at)
  }
}

function isPair(opener: Run | undefined, closer: Run): boolean {
  if (opener === undefined || opener.char !== closer.char) return false
  // CommonMark 6.2, rules 9 and 10.
  const isBoth = closer.canOpen || opener.canClose
  return !isBoth || (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0)
}
