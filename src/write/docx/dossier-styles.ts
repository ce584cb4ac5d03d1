import {
  BorderStyle,
  type ICharacterStyleOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LineRuleType,
  UnderlineType
} from 'docx'
import {lookOptions} from './looks.ts'
import {languagesOf} from './styles.ts'

/** The list of the bullets. */
export const bulletList = 'bullets'

const quarterInch = 360

/** The styles of a dossier; its headings are Word's own, so that the navigation pane and screen readers know them. */
export function dossierStyles(language: string): IStylesOptions {
  const heading = (level: number, size: number, before: number) => ({
    next: 'Normal',
    quickFormat: true,
    uiPriority: 9,
    run: {font: {theme: 'headings' as const}, bold: true, size, color: 'auto'},
    paragraph: {spacing: {before, after: 120}, keepNext: true, keepLines: true, outlineLevel: level - 1}
  })
  return {
    default: {
      document: {
        run: {font: {theme: 'body'}, size: 24, language: languagesOf(language)},
        paragraph: {spacing: {after: 0, line: 240, lineRule: LineRuleType.AUTO}}
      },
      heading1: heading(1, 32, 0),
      heading2: heading(2, 28, 360),
      heading3: heading(3, 24, 300),
      hyperlink: {uiPriority: 99, run: {color: '0B4F9E', underline: {type: UnderlineType.SINGLE}}}
    },
    paragraphStyles: paragraphStyles(),
    characterStyles: characterStyles()
  }
}

function paragraphStyles(): readonly IParagraphStyleOptions[] {
  const base = {basedOn: 'Normal', quickFormat: true, uiPriority: 1} as const
  const indent = {left: quarterInch, hanging: quarterInch}
  return [
    {...base, id: 'BodyText', name: 'Body Text', paragraph: {spacing: {after: 120}}},
    {...base, id: 'Label', name: 'Label', next: 'Quote', paragraph: {spacing: {after: 60}, keepNext: true}},
    {
      ...base,
      id: 'Quote',
      name: 'Quote',
      next: 'BodyText',
      uiPriority: 29,
      paragraph: {
        spacing: {after: 160},
        indent: {left: quarterInch, right: quarterInch},
        border: {left: {style: BorderStyle.SINGLE, size: 18, space: 8, color: '767676'}}
      }
    },
    {
      ...base,
      id: 'ListBullet',
      name: 'List Bullet',
      paragraph: {spacing: {after: 80}, indent, numbering: {reference: bulletList, level: 0}}
    },
    {...base, id: 'Fact', name: 'Fact', paragraph: {spacing: {after: 40}, indent, keepLines: true}},
    {...base, id: 'WayBack', name: 'Way Back', next: 'BodyText', paragraph: {spacing: {before: 120}}},
    {...base, id: 'Footer', name: 'footer', uiPriority: 99, run: {size: 20}, paragraph: {alignment: 'center'}}
  ]
}

function characterStyles(): readonly ICharacterStyleOptions[] {
  const base = {basedOn: 'DefaultParagraphFont', quickFormat: true, uiPriority: 6} as const
  return [
    {...base, id: 'Strong', name: 'Strong', uiPriority: 22, run: lookOptions.strong},
    {...base, id: 'Emphasis', name: 'Emphasis', uiPriority: 20, run: lookOptions.emphasis},
    {...base, id: 'Code', name: 'Code', run: lookOptions.code},
    {...base, id: 'QuotedWords', name: 'Quoted Words', run: lookOptions.quoted},
    {...base, id: 'RemovedWords', name: 'Removed Words', run: lookOptions.removed},
    {...base, id: 'AddedWords', name: 'Added Words', run: lookOptions.added}
  ]
}
