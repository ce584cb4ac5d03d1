import {strToU8, zipSync} from 'fflate'
import {orderProperties} from './order.ts'

/** What the finishing pass must be told. */
export interface Finish {
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** From the id of a note to its typed number, where Word shall not count. */
  readonly typedMarks: ReadonlyMap<number, number>
}

/** The parts of a file by their paths. */
type Package = Readonly<Record<string, string>>

/** Parts that come first in the zip file; the others follow in the order of their names. */
const firstParts = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml']

/** Styles that docx adds to every file, whether they are used or not. */
const addedStyle =
  /<w:style [^>]*w:styleId="(Heading\d|ListParagraph|TOC\d|Caption|Bibliography|Endnote\w+)"[^>]*>.*?<\/w:style>/gs

/** Word lists only the styles of this file; its own others show up once they are used. */
const latentStyles =
  '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'

const defaultCharacterStyle =
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>' +
  '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'

/** The number that docx prints before the rule above the notes; Word offers to repair a file that has it. */
const separatorNumber =
  /<w:r><w:rPr><w:rStyle w:val="\w+"\/><\/w:rPr><w:(?:foot|end)noteRef\/><\/w:r>(?=<w:r><w:(?:s|continuationS)eparator\/>)/g

/** Characters that XML does not allow, whatever the words were. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const illegalCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/**
 * Mends the parts that docx has made, and zips them so that the same input gives the same bytes:
 * no random ids, no clock, parts in a fixed order, a compressor that does not depend on the machine.
 */
export function finish(parts: Package, {date, typedMarks}: Finish): Uint8Array {
  const used = Object.entries(renumberRelationships(parts)).filter(([path, xml]) => !isEmptyList(path, xml))
  const body = parts['word/document.xml'] ?? ''
  const mended = used.map(([path, xml]) => [path, mend(path, xml, typedMarks, body)] as const)
  return zip(Object.fromEntries(mended), date)
}

function mend(path: string, xml: string, typedMarks: ReadonlyMap<number, number>, body: string): string {
  const legal = xml.replace(illegalCharacters, '\ufffd')
  if (!/^word\/\w+\.xml$/.test(path)) return legal
  if (path === 'word/styles.xml') return orderProperties(mendStyles(legal, body))
  if (path === 'word/footnotes.xml') return orderProperties(mendNotes(legal, typedMarks))
  if (path === 'word/endnotes.xml') return mendNotes(legal, new Map())
  // A tentative level is one that no paragraph uses.
  return orderProperties(renumberBookmarks(legal.replaceAll(' w:tentative="1"', '')))
}

function isEmptyList(path: string, xml: string): boolean {
  return path.endsWith('.rels') && !xml.includes('<Relationship ')
}

function mendStyles(xml: string, body: string): string {
  return xml
    .replace(addedStyle, (style, id: string) => (body.includes(`<w:pStyle w:val="${id}"/>`) ? style : ''))
    .replace('</w:docDefaults>', `</w:docDefaults>${latentStyles}`)
    .replace('<w:style w:type="table"', `${defaultCharacterStyle}<w:style w:type="table"`)
}

function mendNotes(xml: string, typedMarks: ReadonlyMap<number, number>): string {
  const pieces = xml.replace(separatorNumber, '').split(/(?=<w:footnote w:id="\d+">)/)
  return pieces
    .map(piece => {
      const typed = typedMarks.get(Number(/^<w:footnote w:id="(\d+)">/.exec(piece)?.[1]))
      return typed === undefined ? piece : piece.replace('<w:footnoteRef/>', `<w:t>${typed}</w:t>`)
    })
    .join('')
}

/** docx counts bookmarks for the whole process: a second document would begin where the first ended. */
function renumberBookmarks(xml: string): string {
  const ids = new Map<string, number>()
  return xml.replace(/(<w:bookmark(?:Start|End)\b[^>]*? w:id=")(\d+)/g, (_, before: string, id: string) => {
    const own = ids.get(id) ?? ids.size + 1
    ids.set(id, own)
    return before + own
  })
}

/** docx draws the ids of links at random: they become `rId1`, `rId2` … in the order of each part's list. */
function renumberRelationships(files: Package): Package {
  const renumbered: Record<string, string> = {...files}
  for (const path of Object.keys(files).filter(path => path.endsWith('.rels'))) {
    const ids = new Map<string, string>()
    renumbered[path] = (files[path] ?? '').replace(/ Id="([^"]+)"/g, (_, id: string) => {
      ids.set(id, `rId${ids.size + 1}`)
      return ` Id="${ids.get(id)}"`
    })
    const owner = path.replace('_rels/', '').replace(/\.rels$/, '')
    const part = files[owner]
    if (part !== undefined)
      renumbered[owner] = part.replace(
        /( r:id=")([^"]+)/g,
        (_, before: string, id: string) => before + (ids.get(id) ?? id)
      )
  }
  return renumbered
}

function zip(files: Package, date: string): Uint8Array {
  const rest = Object.keys(files).filter(path => !firstParts.includes(path))
  const paths = [...firstParts.filter(path => path in files), ...rest.toSorted()]
  const contents = Object.fromEntries(paths.map(path => [path, strToU8(files[path] ?? '')]))
  return zipSync(contents, {mtime: zipTime(date), level: 9, os: 3})
}

/** A zip file holds the time of the clock on the wall, from 1980 to 2099: the date is built from local parts. */
function zipTime(date: string): Date {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number)
  return year < 1980 || year > 2099 ? new Date(1980, 0, 1) : new Date(year, month - 1, day)
}
