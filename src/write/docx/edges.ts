import {BuilderElement, Footer, Header, Paragraph, TextRun} from 'docx'
import type {PrintedResolution} from '../../tree/index.ts'
import {wordsParagraph} from './blocks.ts'
import {piecesOf} from './pieces.ts'
import {fieldRuns, type Marks, runsOf} from './runs.ts'
import {type Direction, directionOfLanguage} from './scripts.ts'

/** No note is referred to at the edges of a page. */
const noMarks: Marks = {
  plan: {ids: new Map(), isAutomatic: true, repeated: new Set()},
  printed: new Set(),
  isInNote: true
}

/** The head of every page: the mark, as words and across the page, then the lines; undefined when there is neither. */
export function headerOf(printed: PrintedResolution): Header | undefined {
  const direction = directionOfLanguage(printed.language)
  const lines = printed.header.map(line => wordsParagraph('Header', line, direction, noMarks))
  if (printed.mark !== undefined) lines.unshift(markParagraph(printed.mark, direction))
  return lines.length === 0 ? undefined : new Header({children: lines})
}

/** The foot of every page, with fields that Word fills in. */
export function footerOf(printed: PrintedResolution): Footer {
  const direction = directionOfLanguage(printed.language)
  const fields: Readonly<Record<string, string>> = {'{page}': 'PAGE', '{pages}': 'NUMPAGES'}
  const children = printed.labels.pageOf.split(/(\{pages?\})/).flatMap(part => {
    const instruction = fields[part]
    if (instruction !== undefined) return fieldRuns(instruction, '1')
    return runsOf(piecesOf([{type: 'text', value: part}]), direction, noMarks)
  })
  const bidi = direction === 'rightToLeft' ? {bidirectional: true} : {}
  return new Footer({children: [new Paragraph({style: 'Footer', ...bidi, children})]})
}

function markParagraph(mark: string, direction: Direction): Paragraph {
  const watermark = new TextRun({noProof: true, children: [picture(mark)]})
  const words = runsOf(piecesOf([{type: 'text', value: mark}], ['draftMark']), direction, noMarks)
  return new Paragraph({style: 'Header', children: [watermark, ...words]})
}

/** Words across the page, the way Word writes its own watermarks; the empty `alt` tells screen readers to pass over it. */
function picture(mark: string): BuilderElement {
  const width = Math.min(420, 90 * Math.max(2, [...mark].length))
  const style = [
    'position:absolute;margin-left:0;margin-top:0',
    `width:${width}pt;height:${Math.round(width / 3)}pt`,
    'rotation:315;z-index:-251658752',
    'mso-position-horizontal:center;mso-position-horizontal-relative:margin',
    'mso-position-vertical:center;mso-position-vertical-relative:margin'
  ].join(';')
  const shape = element(
    'v:shape',
    {
      id: 'PowerPlusWaterMarkObject1',
      'o:spid': '_x0000_s2049',
      type: '#_x0000_t136',
      alt: '',
      style,
      'o:allowincell': 'f',
      fillcolor: '#d9d9d9',
      stroked: 'f'
    },
    [
      element('v:fill', {opacity: '.5'}),
      element('v:textpath', {style: 'font-family:"Times New Roman";font-size:1pt', string: mark})
    ]
  )
  return element('w:pict', {}, [wordArt(), shape])
}

/** The shape type "plain text" (136) as Office defines it. */
function wordArt(): BuilderElement {
  const formulas = [
    ...[
      'sum #0 0 10800',
      'prod #0 2 1',
      'sum 21600 0 @1',
      'sum 0 0 @2',
      'sum 21600 0 @3',
      'if @0 @3 0',
      'if @0 21600 @1'
    ],
    ...['if @0 0 @2', 'if @0 @4 21600', 'mid @5 @6', 'mid @8 @5', 'mid @7 @8', 'mid @6 @7', 'sum @6 0 @5']
  ]
  return element(
    'v:shapetype',
    {
      id: '_x0000_t136',
      coordsize: '21600,21600',
      'o:spt': '136',
      adj: '10800',
      path: 'm@7,l@8,m@5,21600l@6,21600e'
    },
    [
      element(
        'v:formulas',
        {},
        formulas.map(eqn => element('v:f', {eqn}))
      ),
      element('v:path', {
        textpathok: 't',
        'o:connecttype': 'custom',
        'o:connectlocs': '@9,0;@10,10800;@11,21600;@12,10800',
        'o:connectangles': '270,180,90,0'
      }),
      element('v:textpath', {on: 't', fitshape: 't'})
    ]
  )
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly BuilderElement[] = []
): BuilderElement {
  const keyed = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, {key, value}]))
  return new BuilderElement({name, attributes: keyed, children})
}
