import {
  AlignmentType,
  BorderStyle,
  type ICharacterStyleOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LineRuleType,
  TabStopType,
  UnderlineType
} from 'docx'
import type {PrintedPage} from '../../tree/index.ts'
import {lookOptions} from './looks.ts'
import {directionOfLanguage} from './scripts.ts'

/** The list that is bound to the style of resolved clauses. */
export const resolvedList = 'resolved'

/** Lengths in twentieths of a point, the unit of Word. */
export interface Indents {
  readonly hanging: number
  /** Where the words of a numbered clause begin. */
  readonly list: number
  readonly number: number
}

const halfInch = 720

/** The rule to sign on. */
const signatureRule = 7 * halfInch

/** Width and height of the papers. */
export const papers: {readonly [Name in PrintedPage['paper']]: {readonly width: number; readonly height: number}} = {
  'us-letter': {width: 12240, height: 15840},
  a4: {width: 11906, height: 16838}
}

/** Lines that are not numbered; docx writes this for styles too, though its type does not say so. */
const uncounted = {suppressLineNumbers: true}

/** The indents of a page; a numbered clause lines up with a whereas clause where that is set hanging. */
export function indentsOf(page: PrintedPage): Indents {
  const hanging = twips(page.hangingIndent)
  return {hanging, list: hanging > 0 ? hanging : halfInch, number: halfInch / 2}
}

/** Inches to twentieths of a point. */
export function twips(inches: number): number {
  return Math.round(inches * 1440)
}

/** The languages of Word's three fonts: Latin, East Asian, complex scripts. */
export function languagesOf(language: string): {value: string; eastAsia: string; bidirectional: string} {
  const isEastAsian = /^(zh|ja|ko)\b/i.test(language)
  return {
    value: language,
    eastAsia: isEastAsian ? language : 'zh-CN',
    bidirectional: directionOfLanguage(language) === 'rightToLeft' ? language : 'ar-SA'
  }
}

/** The styles of a resolution: every look of the page is here, so that staff can change it in one place. */
export function stylesOf(page: PrintedPage, language: string): IStylesOptions {
  const size = halfPoints(page.size)
  const noteSize = halfPoints(page.noteSize)
  return {
    default: {
      document: {
        run: {font: {theme: 'body'}, size, language: languagesOf(language)},
        paragraph: {spacing: {after: 0, line: 240, lineRule: LineRuleType.AUTO}}
      },
      title: {
        next: 'WhereasClause',
        uiPriority: 10,
        run: {font: {theme: 'headings'}, bold: true, size: size + 4},
        paragraph: {
          alignment: AlignmentType.CENTER,
          spacing: {before: 120, after: 240},
          keepNext: true,
          keepLines: true,
          outlineLevel: 0,
          ...uncounted
        }
      },
      hyperlink: {uiPriority: 99, run: {color: '0B4F9E', underline: {type: UnderlineType.SINGLE}}},
      footnoteReference: {uiPriority: 99, run: {superScript: true}},
      footnoteText: {
        uiPriority: 99,
        run: {size: noteSize},
        paragraph: {spacing: {after: 40, line: 240}, ...uncounted}
      },
      footnoteTextChar: {run: {size: noteSize}}
    },
    paragraphStyles: [...clauseStyles(page), ...closingStyles(page), ...edgeStyles(page)],
    characterStyles: characterStyles()
  }
}

function clauseStyles(page: PrintedPage): readonly IParagraphStyleOptions[] {
  const {hanging, list} = indentsOf(page)
  const after = spaceAfter(page)
  const item = Math.round((after * 2) / 3)
  const base = {quickFormat: true, uiPriority: 1} as const
  return [
    {
      ...base,
      id: 'WhereasClause',
      name: 'Whereas Clause',
      basedOn: 'Normal',
      paragraph: {spacing: {after}, indent: {left: hanging, hanging}}
    },
    {
      ...base,
      id: 'ClauseContinuation',
      name: 'Clause Continuation',
      basedOn: 'WhereasClause',
      next: 'WhereasClause',
      paragraph: {indent: {left: hanging, firstLine: 0}}
    },
    {
      ...base,
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      next: 'ClauseContinuation',
      uiPriority: 29,
      paragraph: {spacing: {after}, indent: {left: list + halfInch, right: halfInch}}
    },
    {
      ...base,
      id: 'ResolvedLead',
      name: 'Resolved Lead',
      basedOn: 'Normal',
      next: 'ResolvedClause',
      paragraph: {spacing: {after}, keepNext: true}
    },
    {
      ...base,
      id: 'ResolvedClause',
      name: 'Resolved Clause',
      basedOn: 'Normal',
      paragraph: {spacing: {after: item}, numbering: {reference: resolvedList, level: 0}}
    },
    {
      ...base,
      id: 'ResolvedContinuation',
      name: 'Resolved Continuation',
      basedOn: 'ClauseContinuation',
      next: 'ResolvedClause',
      paragraph: {spacing: {after: item}, indent: {left: list, firstLine: 0}}
    },
    {...base, id: 'SingleResolvedClause', name: 'Single Resolved Clause', basedOn: 'WhereasClause'}
  ]
}

/** The lines after the clauses hold together with what follows, so that a signature never stands alone. */
function closingStyles(page: PrintedPage): readonly IParagraphStyleOptions[] {
  const base = {basedOn: 'Normal', quickFormat: true, uiPriority: 3} as const
  const together = {keepNext: true, keepLines: true} as const
  const after = spaceAfter(page)
  const indent = {right: Math.max(0, textWidthOf(page) - signatureRule)}
  return [
    {
      ...base,
      id: 'StatusLine',
      name: 'Status Line',
      next: 'Title',
      run: {italics: true},
      paragraph: {alignment: AlignmentType.CENTER, spacing: {after}, keepNext: true}
    },
    {
      ...base,
      id: 'MoverLine',
      name: 'Mover Line',
      paragraph: {...together, spacing: {after}, indent: {left: 2 * halfInch, hanging: 2 * halfInch}}
    },
    {...base, id: 'AdoptionLine', name: 'Adoption Line', paragraph: {...together, spacing: {after}}},
    {
      ...base,
      id: 'SignatureLine',
      name: 'Signature Line',
      next: 'SignatureTitle',
      paragraph: {
        ...together,
        spacing: {before: Math.max(0, 4 * after - 60)},
        indent,
        border: {top: {style: BorderStyle.SINGLE, size: 6, space: 4, color: 'auto'}}
      }
    },
    {
      ...base,
      id: 'SignatureTitle',
      name: 'Signature Title',
      next: 'Normal',
      paragraph: {keepLines: true}
    }
  ]
}

/** What stands at the edges of the page, outside the counted lines. */
function edgeStyles(page: PrintedPage): readonly IParagraphStyleOptions[] {
  const base = {basedOn: 'Normal', uiPriority: 99, run: {size: halfPoints(page.noteSize)}} as const
  const width = textWidthOf(page)
  // Like `uncounted`, written by docx for styles although its type does not say so.
  const stops = {
    tabStops: [
      {type: TabStopType.CENTER, position: Math.round(width / 2)},
      {type: TabStopType.RIGHT, position: width}
    ]
  }
  return [
    {...base, id: 'Header', name: 'header', paragraph: {alignment: AlignmentType.LEFT, ...stops, ...uncounted}},
    {...base, id: 'Footer', name: 'footer', paragraph: {alignment: AlignmentType.CENTER, ...uncounted}},
    {
      ...base,
      id: 'FootnoteQuote',
      name: 'Footnote Quote',
      basedOn: 'FootnoteText',
      paragraph: {indent: {left: halfInch, right: halfInch}}
    }
  ]
}

function characterStyles(): readonly ICharacterStyleOptions[] {
  const base = {basedOn: 'DefaultParagraphFont', quickFormat: true, uiPriority: 6} as const
  return [
    {...base, id: 'ClauseLead', name: 'Clause Lead', run: lookOptions.leadIn},
    {...base, id: 'BlockLabel', name: 'Block Label', run: lookOptions.blockLabel},
    {...base, id: 'DraftMark', name: 'Draft Mark', run: lookOptions.draftMark},
    {...base, id: 'Emphasis', name: 'Emphasis', uiPriority: 20, run: lookOptions.emphasis},
    {...base, id: 'Strong', name: 'Strong', uiPriority: 22, run: lookOptions.strong},
    {...base, id: 'SmallCaps', name: 'Small Caps', run: lookOptions.smallCaps},
    {...base, id: 'Superscript', name: 'Superscript', run: lookOptions.superscript},
    {...base, id: 'Subscript', name: 'Subscript', run: lookOptions.subscript},
    {...base, id: 'Underline', name: 'Underline', run: lookOptions.underline}
  ]
}

/** Three quarters of a line between clauses. */
function spaceAfter(page: PrintedPage): number {
  return Math.round(page.size * 15)
}

function textWidthOf(page: PrintedPage): number {
  return papers[page.paper].width - 2 * twips(page.margin)
}

/** Points to half points. */
function halfPoints(points: number): number {
  return Math.round(points * 2)
}
