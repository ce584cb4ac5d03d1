import type {OpenParagraph, OpenRun, Reading, Story} from './reading.ts'
import {
  endField,
  endFlow,
  endParagraph,
  flushCarry,
  separateField,
  startField,
  startFlow,
  startParagraph,
  startReading,
  storyOf,
  take
} from './reading.ts'
import type {Styles} from './styles.ts'
import {symbolOf} from './symbols.ts'
import type {XmlElement} from './xml.ts'
import {isOn, readXml} from './xml.ts'

type Attributes = XmlElement['attributes']
/** Returns true when the element and what is in it are to be left out. */
type Opening = (reading: Reading, attributes: Attributes, parent: string) => boolean
type Closing = (reading: Reading, parent: string) => void

/** Reads the words of a part, with tracked changes as accepted. */
export function readStory(
  xml: string,
  part: string,
  styles: Styles,
  onField: (instruction: string) => void = () => undefined
): Story {
  const reading = startReading(styles, onField)
  let noteId = ''
  readXml(xml, part, {
    open: ({name, attributes}, parent) => {
      if (isNote(name, parent)) {
        noteId = attributes.id ?? ''
        if (attributes.type !== undefined && attributes.type !== 'normal') return true
        startFlow(reading)
      }
      return Object.hasOwn(openings, name) && openings[name]?.(reading, attributes, parent) === true
    },
    text: (text, parent) => {
      if (parent === 't' || parent === 'delText') reading.text += text
      else if (parent === 'instrText') {
        const field = reading.fields.at(-1)
        if (field) field.instruction += text
      }
    },
    close: ({name, attributes}, parent) => {
      if (isNote(name, parent)) reading.notes.set(noteId, endFlow(reading))
      else if (name === 't' || (name === 'delText' && reading.deleted > 0))
        take(reading, spaced(reading.text, attributes.space))
      else if (Object.hasOwn(closings, name)) closings[name]?.(reading, parent)
    }
  })
  return storyOf(reading)
}

function isNote(name: string, parent: string): boolean {
  return (name === 'footnote' && parent === 'footnotes') || (name === 'endnote' && parent === 'endnotes')
}

/** Without `xml:space` the white space at the edges of a text is layout of the XML. */
function spaced(text: string, space: string | undefined): string {
  const flat = text.replace(/[\r\n]+/g, ' ')
  return space === 'preserve' ? flat : flat.replace(/^[ \t]+|[ \t]+$/g, '')
}

function runOf(reading: Reading): OpenRun | undefined {
  return reading.paragraphs.at(-1)?.runs.at(-1)
}

const leaveOut: Opening = () => true

const inRun =
  (text: string): Opening =>
  (reading, _attributes, parent) => {
    if (parent === 'r') take(reading, text)
    return false
  }

const noteReference =
  (kind: 'footnote' | 'endnote'): Opening =>
  (reading, {id, customMarkFollows}) => {
    const run = runOf(reading)
    if (reading.deleted > 0 || run?.isHidden === true || id === undefined) return false
    const reference = {kind, id, mark: customMarkFollows !== undefined && isOn(customMarkFollows) ? '' : undefined}
    reading.references.push(reference)
    if (run && reference.mark !== undefined) run.marked = reference
    return false
  }

/** A change around runs; in the properties of a paragraph, a row or a cell it is their own. */
const change =
  (kind: 'inserted' | 'deleted', isMove: boolean): Opening =>
  (reading, _attributes, parent) => {
    if (parent === 'rPr') {
      if (runOf(reading) === undefined) changeMark(reading.paragraphs.at(-1), kind, isMove)
      return false
    }
    if (parent === 'trPr') {
      if (kind === 'deleted') deleteTablePart(reading)
      return true
    }
    reading[kind]++
    if (isMove) reading.moved++
    return false
  }

/** When the mark of a paragraph is deleted, or moved away, the next one goes on in it. */
function changeMark(paragraph: OpenParagraph | undefined, kind: 'inserted' | 'deleted', isMove: boolean): void {
  if (paragraph === undefined) return
  if (kind === 'deleted') paragraph.joinsNext = true
  if (!isMove) paragraph.revision = kind === 'deleted' ? 'deletion' : 'insertion'
}

const changed =
  (kind: 'inserted' | 'deleted', isMove: boolean): Closing =>
  (reading, parent) => {
    if (parent === 'rPr') return
    reading[kind]--
    if (isMove) reading.moved--
  }

function deleteTablePart(reading: Reading): void {
  if (reading.tableParts.pop() === false) reading.deleted++
  reading.tableParts.push(true)
}

const openText: Opening = reading => {
  reading.text = ''
  return false
}

const openTablePart: Opening = reading => {
  flushCarry(reading)
  reading.tableParts.push(false)
  return false
}

const closeTablePart: Closing = reading => {
  flushCarry(reading)
  if (reading.tableParts.pop() === true) reading.deleted--
}

const openBox: Opening = reading => {
  startFlow(reading)
  return false
}

const closeBox: Closing = reading => {
  const words = endFlow(reading)
  const holder = reading.paragraphs.at(-1)?.boxes ?? reading.flows.at(-1)?.done
  holder?.push(...words)
}

const openings: Readonly<Record<string, Opening>> = {
  p: reading => {
    startParagraph(reading)
    return false
  },
  r: reading => {
    const run = {style: undefined, isHidden: undefined, isRaised: undefined, marked: undefined}
    reading.paragraphs.at(-1)?.runs.push(run)
    return false
  },
  t: openText,
  delText: openText,
  tab: inRun('\t'),
  ptab: inRun('\t'),
  br: inRun('\n'),
  cr: inRun('\n'),
  noBreakHyphen: inRun('\u2011'),
  softHyphen: inRun('\u00ad'),
  sym: (reading, {font = '', char = ''}) => {
    take(reading, symbolOf(font, char))
    return false
  },
  // The look of a content control or of the frame of an equation is not that of a run.
  rPr: (_reading, _attributes, parent) => parent === 'sdtPr' || parent === 'sdtEndPr' || parent === 'ctrlPr',
  pStyle: (reading, {val}) => {
    const paragraph = reading.paragraphs.at(-1)
    if (paragraph) paragraph.style = val
    return false
  },
  rStyle: (reading, {val}) => {
    const run = runOf(reading)
    if (run) run.style = val
    return false
  },
  vanish: (reading, {val}, parent) => {
    const run = runOf(reading)
    const paragraph = reading.paragraphs.at(-1)
    if (parent === 'rPr' && run) run.isHidden = isOn(val)
    // A hidden paragraph mark does not end a line.
    else if (parent === 'rPr' && paragraph && isOn(val)) paragraph.joinsNext = true
    return false
  },
  vertAlign: (reading, {val}) => {
    const run = runOf(reading)
    if (run) run.isRaised = val === 'superscript'
    return false
  },
  framePr: (reading, {dropCap = 'none'}) => {
    const paragraph = reading.paragraphs.at(-1)
    // A large first letter is a paragraph of its own.
    if (paragraph && dropCap !== 'none') paragraph.joinsNext = true
    return false
  },
  ins: change('inserted', false),
  moveTo: change('inserted', true),
  del: change('deleted', false),
  moveFrom: change('deleted', true),
  tr: openTablePart,
  tc: openTablePart,
  cellDel: reading => {
    deleteTablePart(reading)
    return false
  },
  hyperlink: reading => {
    reading.links++
    return false
  },
  footnoteReference: noteReference('footnote'),
  endnoteReference: noteReference('endnote'),
  fldChar: (reading, {fldCharType}) => {
    if (fldCharType === 'begin') startField(reading)
    else if (fldCharType === 'separate') separateField(reading)
    else if (fldCharType === 'end') endField(reading)
    return false
  },
  fldSimple: (reading, {instr = ''}) => {
    reading.onField(instr)
    return false
  },
  tag: (reading, {val = ''}, parent) => {
    if (parent === 'sdtPr') reading.onField(val)
    return false
  },
  altChunk: reading => {
    reading.hasOtherFile = true
    return true
  },
  txbxContent: openBox,
  txBody: openBox,
  AlternateContent: reading => {
    reading.alternatives.push({wasChosen: false})
    return false
  },
  Choice: chooseOnce,
  Fallback: chooseOnce,
  rt: leaveOut,
  rPrChange: leaveOut,
  pPrChange: leaveOut,
  sectPrChange: leaveOut,
  tblPrChange: leaveOut,
  tblPrExChange: leaveOut,
  trPrChange: leaveOut,
  tcPrChange: leaveOut,
  numberingChange: leaveOut
}

/** Of several ways to show the same, the first one is read. */
function chooseOnce(reading: Reading): boolean {
  const alternative = reading.alternatives.at(-1)
  if (alternative === undefined) return false
  if (alternative.wasChosen) return true
  alternative.wasChosen = true
  return false
}

const closings: Readonly<Record<string, Closing>> = {
  p: endParagraph,
  r: reading => {
    reading.paragraphs.at(-1)?.runs.pop()
  },
  ins: changed('inserted', false),
  moveTo: changed('inserted', true),
  del: changed('deleted', false),
  moveFrom: changed('deleted', true),
  tr: closeTablePart,
  tc: closeTablePart,
  hyperlink: reading => {
    reading.links--
  },
  txbxContent: closeBox,
  txBody: closeBox,
  AlternateContent: reading => {
    reading.alternatives.pop()
  }
}
