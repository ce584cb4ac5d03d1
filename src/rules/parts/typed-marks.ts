import {type Inline, type Place, placeAt, type Resolution, type Text} from '../../tree/index.ts'
import {clausesOf} from './clause-words.ts'

/** A quotation mark or an apostrophe as it was typed. */
export interface TypedMark {
  readonly mark: string
  readonly isCurly: boolean
  readonly place: Place
  /** The same mark in the other form. */
  readonly other: string
  /** Whether it is one of the source's own, inside a quotation. */
  readonly isQuoted: boolean
}

/** The quotation marks and apostrophes of title, clauses and notes, in reading order; marks of feet and inches are none. */
export function typedMarks(resolution: Resolution): TypedMark[] {
  const marks: TypedMark[] = []
  if (resolution.title) for (const each of marksOf(resolution, resolution.title, false, undefined)) marks.push(each)
  for (const {children} of [...clausesOf(resolution), ...resolution.notes])
    for (const block of children) gather(resolution, block.children, block.type === 'blockQuotation', marks)
  return marks
}

function gather(resolution: Resolution, nodes: readonly Inline[], isQuoted: boolean, marks: TypedMark[]): void {
  for (const node of nodes) {
    if (node.type === 'text') for (const each of marksOf(resolution, node, isQuoted, undefined)) marks.push(each)
    else if (node.type === 'quotation') {
      marks.push(...marksOf(resolution, node.open, isQuoted, 0))
      gather(resolution, node.children, true, marks)
      if (node.close) marks.push(...marksOf(resolution, node.close, isQuoted, 1))
    } else if ('children' in node) gather(resolution, node.children, isQuoted, marks)
  }
}

const others: Readonly<Record<string, readonly [string, string]>> = {
  '"': ['“', '”'],
  "'": ['‘', '’'],
  '“': ['"', '"'],
  '”': ['"', '"'],
  '‘': ["'", "'"],
  '’': ["'", "'"]
}

/** `side`: 0 for opening, 1 for closing marks; an apostrophe, which is neither, has the form of a closing one. */
function marksOf({file}: Resolution, text: Text, isQuoted: boolean, side: 0 | 1 | undefined): TypedMark[] {
  return [...text.value.matchAll(/["“”'‘’]/g)].flatMap(({0: mark, index}) => {
    const start = text.offsets[index] ?? 0
    const isApostrophe =
      side !== undefined || /[A-Za-zÀ-ʯͰ-῿0-9]/.test((text.value[index - 1] ?? '') + (text.value[index + 1] ?? ''))
    const isPrime = side === undefined && /\d/.test(text.value[index - 1] ?? '') && /["']/.test(mark)
    const other = others[mark]?.[side ?? 1]
    if (other === undefined || !isApostrophe || isPrime || file.text[start] !== mark) return []
    return [{mark, isCurly: !/["']/.test(mark), place: placeAt(file, start, start + 1), other, isQuoted}]
  })
}
