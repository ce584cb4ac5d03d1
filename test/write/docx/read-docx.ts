import {strFromU8, unzipSync} from 'fflate'
import {childrenOf, type Element, findAll, parseXml, valOf, wordsIn} from './xml.ts'

/** A Word file as its reader sees it: words, numbers of clauses and of notes, page by page alike. */
export interface DocxWords {
  /** The lines at the head of each page, without the mark. */
  readonly header: readonly string[]
  /** A mark such as DRAFT, from the head of each page. */
  readonly mark: string | undefined
  readonly footer: string
  readonly paragraphs: readonly DocxParagraph[]
  /** In the order of their first marks. */
  readonly notes: readonly DocxNote[]
}

export interface DocxParagraph {
  /** The name of the style, as staff see it. */
  readonly style: string
  /** The number that Word prints before the paragraph. */
  readonly number: string | undefined
  /** Marks of notes as `showMark` shows them; a tab is a space. */
  readonly text: string
  readonly isRightToLeft: boolean
  readonly keepsWithNext: boolean
}

export interface DocxNote {
  readonly number: number
  readonly paragraphs: readonly string[]
}

export type Package = Readonly<Record<string, string>>

/** The parts of a package as text. */
export function unpack(bytes: Uint8Array): Package {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]))
}

/** Reads a Word file back, counting lists and notes as Word does. Marks of notes come out as `[^3]` unless told otherwise. */
export function readDocx(bytes: Uint8Array, showMark = (number: number): string => `[^${number}]`): DocxWords {
  const files = unpack(bytes)
  const part = (path: string): Element => parseXml(files[path] ?? '<none></none>')
  const body = part('word/document.xml')
  const numberOf = noteNumbers(body)
  const styles = styleNames(part('word/styles.xml'))
  const count = listCounter(part('word/numbering.xml'), part('word/styles.xml'))
  const show = (paragraph: Element): string => textOf(paragraph, reference => showMark(numberOf(reference)), showMark)
  const header = findAll(part('word/header1.xml'), 'w:p').map(paragraph => withoutMark(paragraph))
  return {
    header: header.flatMap(paragraph => show(paragraph).split('\t')).filter(line => line !== ''),
    mark: markIn(part('word/header1.xml')),
    footer: findAll(part('word/footer1.xml'), 'w:p').map(show).join('\n'),
    paragraphs: findAll(body, 'w:p').map(paragraph => ({
      style: styles.get(styleOf(paragraph)) ?? '',
      number: count(paragraph),
      text: show(paragraph).replaceAll('\t', ' '),
      isRightToLeft: findAll(paragraph, 'w:bidi').length > 0,
      keepsWithNext: findAll(paragraph, 'w:keepNext').length > 0
    })),
    notes: readNotes(part('word/footnotes.xml'), body, numberOf, show)
  }
}

function readNotes(
  part: Element,
  body: Element,
  numberOf: (reference: Element) => number,
  show: (paragraph: Element) => string
): readonly DocxNote[] {
  const notes = new Map(findAll(part, 'w:footnote').map(note => [note.attributes['w:id'], note]))
  return findAll(body, 'w:footnoteReference').map(reference => {
    const note = notes.get(reference.attributes['w:id'])!
    const [first, ...others] = findAll(note, 'w:p')
    const mark = findAll(first!, 'w:r')[0]!
    const typed = wordsIn(mark)
    const number = numberOf(reference)
    if (typed === '' ? findAll(mark, 'w:footnoteRef').length !== 1 : typed !== String(number))
      throw new Error(`the mark of note ${number} reads “${typed}”`)
    const rest = show({...first!, children: first!.children.filter(child => child !== mark)})
    if (!rest.startsWith(' ')) throw new Error(`no space after the mark of note ${number}`)
    return {number, paragraphs: [rest.slice(1), ...others.map(show)]}
  })
}

/** Word counts the notes without a mark of their own; the others read as typed. */
function noteNumbers(body: Element): (reference: Element) => number {
  const numbers = new Map<Element, number>()
  let count = 0
  for (const run of findAll(body, 'w:r'))
    for (const reference of findAll(run, 'w:footnoteReference')) {
      const isTyped = reference.attributes['w:customMarkFollows'] === '1'
      numbers.set(reference, isTyped ? Number(wordsIn(run)) : ++count)
    }
  return reference => numbers.get(reference)!
}

function textOf(
  paragraph: Element,
  showReference: (reference: Element) => string,
  showMark: (number: number) => string
): string {
  const readers: Readonly<Record<string, (child: Element) => string>> = {
    'w:t': wordsIn,
    'w:tab': () => '\t',
    'w:softHyphen': () => '\u00ad',
    'w:footnoteReference': () => ''
  }
  return findAll(paragraph, 'w:r')
    .map(run => {
      const [reference] = findAll(run, 'w:footnoteReference')
      if (reference !== undefined) return showReference(reference)
      const words = childrenOf(run)
        .map(child => readers[child.name]?.(child) ?? '')
        .join('')
      return valOf(run, 'w:rStyle') === 'FootnoteReference' && words !== '' ? showMark(Number(words)) : words
    })
    .join('')
}

/** The number before a paragraph, from its own list or from that of its style. */
function listCounter(numbering: Element, styles: Element): (paragraph: Element) => string | undefined {
  const lists = new Map(findAll(numbering, 'w:abstractNum').map(list => [list.attributes['w:abstractNumId'], list]))
  const numbers = new Map(
    findAll(numbering, 'w:num').map(number => [
      number.attributes['w:numId'],
      lists.get(valOf(number, 'w:abstractNumId'))
    ])
  )
  const ofStyle = new Map(
    findAll(styles, 'w:style').map(style => [style.attributes['w:styleId'], valOf(style, 'w:numId')])
  )
  const counts = new Map<string, number>()
  return paragraph => {
    const id = valOf(paragraph, 'w:numId') ?? ofStyle.get(styleOf(paragraph))
    if (id === undefined || id === '0') return undefined
    const level = findAll(numbers.get(id)!, 'w:lvl').find(one => one.attributes['w:ilvl'] === '0')!
    const count = (counts.get(id) ?? Number(valOf(level, 'w:start')) - 1) + 1
    counts.set(id, count)
    return valOf(level, 'w:lvlText')!.replace('%1', String(count))
  }
}

function styleNames(styles: Element): ReadonlyMap<string, string> {
  return new Map(findAll(styles, 'w:style').map(style => [style.attributes['w:styleId']!, valOf(style, 'w:name')!]))
}

function styleOf(paragraph: Element): string {
  return valOf(paragraph, 'w:pStyle') ?? 'Normal'
}

function isMark(run: Element): boolean {
  return valOf(run, 'w:rStyle') === 'DraftMark'
}

function withoutMark(paragraph: Element): Element {
  return {...paragraph, children: paragraph.children.filter(child => typeof child === 'string' || !isMark(child))}
}

function markIn(header: Element): string | undefined {
  const runs = findAll(header, 'w:r').filter(isMark)
  return runs.length === 0 ? undefined : runs.map(wordsIn).join('')
}
