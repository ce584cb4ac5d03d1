import {
  Bookmark,
  BuilderElement,
  ExternalHyperlink,
  InternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  SoftHyphen,
  Tab,
  TextRun
} from 'docx'
import {lookOptions, lookStyles} from './looks.ts'
import type {Look, Piece, TextPiece} from './pieces.ts'
import type {NotePlan} from './plan.ts'
import {type Direction, type Script, type Stretch, stretchesOf} from './scripts.ts'

/** What the runs of a document part share; `printed` fills up as the marks of notes go by. */
export interface Marks {
  readonly plan: NotePlan
  readonly printed: Set<number>
  /** A note cannot hold a note: there a mark is only a number. */
  readonly isInNote: boolean
}

const lookOrder = Object.keys(lookStyles) as readonly Look[] // the keys are the looks

const scriptOptions: {readonly [Name in Script]: IRunOptions} = {
  plain: {},
  rightToLeft: {rightToLeft: true},
  eastAsian: {font: {hint: 'eastAsia'}}
}

const hebrew = /\p{Script=Hebrew}/u

/** Makes the children of a Word paragraph from pieces in a given direction. */
export function runsOf(pieces: readonly Piece[], direction: Direction, marks: Marks): readonly ParagraphChild[] {
  const stretches = stretchesOf(pieces.map(wordsOf).join(''), direction)
  const children: ParagraphChild[] = []
  let linked: TextRun[] = []
  let offset = 0
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1]
    if (piece.type === 'text') {
      const runs = textRuns(piece, offset, stretches)
      if (piece.link === undefined) children.push(...runs)
      else {
        linked.push(...runs)
        if (next?.type !== 'text' || next.link !== piece.link) {
          children.push(hyperlink(piece.link.url, linked))
          linked = []
        }
      }
    } else if (piece.type === 'mark') children.push(...markRuns(piece.number, next?.type === 'mark', marks))
    else children.push(new TextRun({children: [new Tab()]}))
    offset += wordsOf(piece).length
  }
  return children
}

function hyperlink(url: string, children: readonly TextRun[]): ParagraphChild {
  return url.startsWith('#')
    ? new InternalHyperlink({anchor: url.slice(1), children: [...children]})
    : new ExternalHyperlink({link: addressOf(url), children: [...children]})
}

/** A field with the result that stands in the file until Word counts anew. */
export function fieldRuns(instruction: string, result: string, options: IRunOptions = {}): readonly TextRun[] {
  const code = (child: BuilderElement): TextRun => new TextRun({...options, children: [child]})
  return [
    code(fieldCharacter('begin')),
    code(new BuilderElement({name: 'w:instrText', attributes: preserve, children: [raw(` ${instruction} `)]})),
    code(fieldCharacter('separate')),
    new TextRun({...options, children: [result]}),
    code(fieldCharacter('end'))
  ]
}

/** The bookmark round the first mark of a note. A low line in front hides it from Word's list. */
function noteBookmark(number: number): string {
  return `_Note${number}`
}

const preserve = {space: {key: 'xml:space', value: 'preserve'}}

/** BuilderElement takes words as a child, but its type does not say so. */
function raw(words: string): BuilderElement {
  return words as unknown as BuilderElement
}

function fieldCharacter(type: 'begin' | 'separate' | 'end'): BuilderElement {
  return new BuilderElement({name: 'w:fldChar', attributes: {type: {key: 'w:fldCharType', value: type}}})
}

/** Words as the cut by scripts sees them; all else is one neutral character. */
function wordsOf(piece: Piece): string {
  return piece.type === 'text' ? piece.value : '\ufffc'
}

function textRuns(piece: TextPiece, offset: number, stretches: readonly Stretch[]): readonly TextRun[] {
  const looks = runLooks(piece.looks)
  return stretches.flatMap(({start, end, script}) => {
    const words = piece.value.slice(Math.max(0, start - offset), Math.max(0, end - offset))
    if (words === '') return []
    const language = script === 'rightToLeft' && hebrew.test(words) ? {language: {bidirectional: 'he-IL'}} : {}
    return [new TextRun({...looks, ...scriptOptions[script], ...language, children: softHyphenated(words)})]
  })
}

/** Word shows U+00AD as a hyphen that is always there; its own element is the optional one. */
function softHyphenated(words: string): readonly (string | SoftHyphen)[] {
  return words
    .split('\u00ad')
    .flatMap((part, index) => [...(index > 0 ? [new SoftHyphen()] : []), ...(part === '' ? [] : [part])])
}

function runLooks(looks: readonly Look[]): IRunOptions {
  const [first, ...others] = lookOrder.filter(look => looks.includes(look))
  if (first === undefined) return {}
  return Object.assign({style: lookStyles[first]}, ...others.map(look => lookOptions[look]))
}

/** Two marks in a row are set a little apart, or notes 2 and 1 would read 21. */
function markRuns(number: number, isBeforeMark: boolean, marks: Marks): readonly ParagraphChild[] {
  const {ids, isAutomatic, repeated} = marks.plan
  const options: IRunOptions = {style: 'FootnoteReference', ...(isBeforeMark ? {characterSpacing: 30} : {})}
  const typed = new TextRun({...options, children: [String(number)]})
  const id = ids.get(number)
  if (id === undefined) return [typed]
  if (!marks.isInNote && !marks.printed.has(number)) {
    marks.printed.add(number)
    const reference = noteReference(id, isAutomatic)
    const mark = new TextRun({...options, children: isAutomatic ? [reference] : [reference, String(number)]})
    return repeated.has(number) ? [new Bookmark({id: noteBookmark(number), children: [mark]})] : [mark]
  }
  if (isAutomatic) return fieldRuns(`NOTEREF ${noteBookmark(number)} \\f \\h`, String(number), options)
  // Word cannot count typed marks: the number stays as printed, and leads to the first one.
  return [new InternalHyperlink({anchor: noteBookmark(number), children: [typed]})]
}

function noteReference(id: number, isAutomatic: boolean): BuilderElement {
  const custom = isAutomatic ? {} : {custom: {key: 'w:customMarkFollows', value: '1'}}
  return new BuilderElement({name: 'w:footnoteReference', attributes: {...custom, id: {key: 'w:id', value: id}}})
}

/** An address that may stand in a relationship: blanks, quotation marks and letters outside ASCII are escaped. */
function addressOf(url: string): string {
  return /^[!#-;=?-[\]_a-z~]+$/.test(url) ? url : new URL(url).href
}
