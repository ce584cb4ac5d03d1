import {
  AlignmentType,
  Bookmark,
  Document,
  type INumberingOptions,
  type IParagraphOptions,
  LevelFormat,
  LevelSuffix,
  Paragraph
} from 'docx'
import type {Dossier, DossierBlock, DossierRun} from '../../tree/index.ts'
import {headingIds, targetOf} from '../dossier-links.ts'
import {type Handlers, handle} from '../handlers.ts'
import {bulletList, dossierStyles} from './dossier-styles.ts'
import {footerOf, noMarks} from './edges.ts'
import {finish} from './finish.ts'
import {compile} from './index.ts'
import {declaration, officeDocument, property, settings} from './parts.ts'
import type {Look, TextPiece} from './pieces.ts'
import {runsOf} from './runs.ts'
import {type Direction, directionOfLanguage, directionOfText} from './scripts.ts'
import {papers} from './styles.ts'

/** Prints a dossier as a Word file: the same bytes each time, and no date, for a dossier has none. */
export function writeDossierDocx(dossier: Dossier): Uint8Array {
  return finish({...compile(documentOf(dossier)), ...ownParts(dossier)}, {date: '1980-01-01', typedMarks: new Map()})
}

const inch = 1440
const face = 'Times New Roman'

function documentOf(dossier: Dossier): Document {
  const setting: Setting = {
    direction: directionOfLanguage(dossier.language),
    ids: headingIds(dossier),
    bookmarks: bookmarksOf(dossier)
  }
  return new Document({
    theme: {name: 'Evidence', fonts: {headings: face, body: face}},
    styles: dossierStyles(dossier.language),
    numbering: numbering(),
    sections: [
      {
        properties: {page: {size: papers['us-letter'], margin: {top: inch, bottom: inch, left: inch, right: inch}}},
        footers: {default: footerOf(dossier)},
        children: dossier.blocks.flatMap(block => handle(handlers, block, setting))
      }
    ]
  })
}

function numbering(): INumberingOptions {
  const paragraph = {indent: {left: 360, hanging: 360}}
  const level = {
    level: 0,
    format: LevelFormat.BULLET,
    text: '•',
    alignment: AlignmentType.LEFT,
    suffix: LevelSuffix.TAB,
    style: {style: 'ListBullet', paragraph}
  }
  return {config: [{reference: bulletList, levels: [level]}]}
}

interface Setting {
  /** Of the document, for paragraphs without a letter. */
  readonly direction: Direction
  readonly ids: ReadonlySet<string>
  /** From the id of a heading to its bookmark; a low line in front hides it from Word's list. */
  readonly bookmarks: ReadonlyMap<string, string>
}

function bookmarksOf(dossier: Dossier): Setting['bookmarks'] {
  return new Map(Array.from(headingIds(dossier), (id, index) => [id, `_Heading${index + 1}`]))
}

const paragraphStyles = {text: 'BodyText', label: 'Label', wayBack: 'WayBack'} as const

const handlers: Handlers<DossierBlock, readonly Paragraph[], Setting> = {
  heading: ({level, id, runs}, setting) => paragraph(`Heading${level}`, runs, setting, {}, setting.bookmarks.get(id)),
  paragraph: ({role, runs}, setting) => paragraph(paragraphStyles[role], runs, setting),
  list: ({items}, setting) => items.flatMap(runs => paragraph('ListBullet', runs, setting)),
  facts: ({rows}, setting) =>
    rows.flatMap(({label, runs}, index) =>
      paragraph('Fact', [{text: `${label}:`, style: 'strong'}, {text: ' '}, ...runs], setting, {
        keepNext: index < rows.length - 1
      })
    ),
  passage: ({runs}, setting) => paragraph('Quote', runs, setting)
}

/** A paragraph, unless there are no words for it: screen readers stop at empty ones. */
function paragraph(
  style: string,
  runs: readonly DossierRun[],
  setting: Setting,
  options: IParagraphOptions = {},
  bookmark?: string
): readonly Paragraph[] {
  const pieces = runs.filter(({text}) => text !== '').map(run => pieceOf(run, setting))
  if (pieces.length === 0) return []
  const direction = directionOfText(pieces.map(({value}) => value).join(''), setting.direction)
  const words = runsOf(pieces, direction, noMarks)
  const children = bookmark === undefined ? words : [new Bookmark({id: bookmark, children: [...words]})]
  return [new Paragraph({style, ...options, ...(direction === 'rightToLeft' ? {bidirectional: true} : {}), children})]
}

function pieceOf(run: DossierRun, {ids, bookmarks}: Setting): TextPiece {
  const target = targetOf(run, ids)
  const url = target === undefined ? undefined : 'url' in target ? target.url : `#${bookmarks.get(target.id)}`
  // Word calls a file damaged when a target is no address.
  const isLink = url !== undefined && (url.startsWith('#') || URL.canParse(url))
  const looks: readonly Look[] = [...(isLink ? ['link' as const] : []), ...(run.style === undefined ? [] : [run.style])]
  return {type: 'text', value: run.text, looks, link: isLink ? {url} : undefined}
}

function ownParts({title, language}: Dossier): Readonly<Record<string, string>> {
  return {
    'docProps/core.xml': [
      declaration,
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
      ' xmlns:dc="http://purl.org/dc/elements/1.1/">',
      property('dc:title', title),
      property('cp:category', 'Evidence'),
      property('dc:language', language),
      '</cp:coreProperties>'
    ].join(''),
    'docProps/app.xml': `${declaration}<Properties xmlns="${officeDocument}/extended-properties"><Application>whereas</Application></Properties>`,
    'word/settings.xml': settings(language)
  }
}
