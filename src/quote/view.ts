import type {Key} from './key.ts'
import {nameOf} from './markup.ts'
import type {SourceFormat} from './types.ts'

/** A stretch of a source as a reader sees it: markup gone, blocks on lines of their own, each character with its place. */
export interface View {
  readonly text: string
  /** Raw offset of each character. */
  readonly places: readonly number[]
  /** Captions, asides and the like. */
  readonly asides: readonly {readonly start: number; readonly end: number}[]
}

const blockEnd = '\n\n'

/** Strips a stretch of its markup; plain text stays as it is. */
export function viewOf(key: Key, format: SourceFormat, start: number, end: number): View {
  const from = format === 'html' ? afterTag(key.text, start) : start
  let text = ''
  const places: number[] = []
  const put = (letters: string, place: number): void => {
    text += letters
    for (let i = 0; i < letters.length; i++) places.push(place)
  }
  const asides: {start: number; end: number}[] = []
  const open: {name: string; start: number}[] = []
  for (let i = from; i < end; i++) {
    const character = key.text.charAt(i)
    const skip = '<&[]!'.includes(character) ? key.skip(key.text, i) : undefined
    if (skip === undefined) {
      put(format === 'html' && /\s/u.test(character) ? ' ' : character, i)
      continue
    }
    if (format === 'html' && character === '<') noteAside(nameOf(key.text, i), key.text.charAt(i + 1) === '/')
    if (skip.letters !== undefined) put(skip.letters, i)
    else if (skip.parts) put(isHeading(key.text, i) ? `${blockEnd}# ` : blockEnd, i)
    i = skip.end - 1
  }
  return {text, places, asides}

  function noteAside(name: string, isEnd: boolean): void {
    if (!asideNames.has(name)) return
    const last = open.at(-1)
    if (!isEnd) open.push({name, start: text.length})
    else if (last?.name === name) {
      open.pop()
      asides.push({start: last.start, end: text.length})
    }
  }
}

/** Elements that stand beside the text. */
const asideNames = new Set([
  'aside',
  'figure',
  'figcaption',
  'nav',
  'button',
  'form',
  'header',
  'footer',
  'label',
  'iframe'
])

/** A stretch may begin inside a tag. */
function afterTag(text: string, start: number): number {
  const close = text.indexOf('>', start)
  const open = text.indexOf('<', start)
  return close >= 0 && (open < 0 || close < open) && close - start < 500 ? close + 1 : start
}

function isHeading(text: string, at: number): boolean {
  return /^h[1-6]$/.test(nameOf(text, at)) && text.charCodeAt(at + 1) !== 47
}
