import {
  AlignmentType,
  Document,
  type ILevelsOptions,
  type INumberingOptions,
  LevelFormat,
  LevelSuffix,
  LineNumberRestartFormat
} from 'docx'
import type {PrintedPage, PrintedResolution} from '../../tree/index.ts'
import {noteParagraphs, paragraphsOf, type Setting} from './blocks.ts'
import {footerOf, headerOf} from './edges.ts'
import {type NotePlan, type NumberPlan, planBookmarks, planNumbers} from './plan.ts'
import {directionOfLanguage} from './scripts.ts'
import {indentsOf, papers, resolvedList, stylesOf, twips} from './styles.ts'

/** Builds the Word document; what docx cannot write or writes amiss is left to the finishing pass. */
export function documentOf(printed: PrintedResolution, plan: NotePlan): Document {
  const {page, language} = printed
  const numbers = planNumbers(printed)
  const setting: Setting = {
    marks: {plan, printed: new Set(), isInNote: false},
    numbers,
    bookmarks: planBookmarks(printed),
    direction: directionOfLanguage(language)
  }
  const header = headerOf(printed)
  return new Document({
    theme: {name: 'Resolution', fonts: {headings: page.font, body: page.font}},
    customProperties: customProperties(printed),
    styles: stylesOf(page, language),
    numbering: numberingOf(page, numbers),
    footnotes: footnotesOf(printed, setting),
    sections: [
      {
        properties: sectionProperties(page),
        ...(header === undefined ? {} : {headers: {default: header}}),
        footers: {default: footerOf(printed)},
        children: printed.blocks.flatMap((block, index) => paragraphsOf(block, setting, printed.blocks[index + 1]))
      }
    ]
  })
}

function sectionProperties(page: PrintedPage) {
  const margin = twips(page.margin)
  const edge = Math.round(margin / 2)
  return {
    page: {
      size: papers[page.paper],
      margin: {top: margin, bottom: margin, left: margin, right: margin, header: edge, footer: edge}
    },
    ...(page.hasLineNumbers
      ? {lineNumbers: {countBy: 1, restart: LineNumberRestartFormat.CONTINUOUS, distance: 360}}
      : {})
  }
}

function customProperties(printed: PrintedResolution): {name: string; value: string}[] {
  const {number, meeting, status} = printed.properties
  const all = [
    ['Document number', number],
    ['Meeting', meeting],
    ['Status', status]
  ] as const
  return all.flatMap(([name, value]) => (value === undefined ? [] : [{name, value}]))
}

function footnotesOf(printed: PrintedResolution, setting: Setting) {
  const {plan} = setting.marks
  const inNote: Setting = {...setting, marks: {...setting.marks, isInNote: true}}
  return Object.fromEntries(
    printed.notes.flatMap(note => {
      const id = plan.ids.get(note.number)
      return id === undefined ? [] : [[String(id), {children: [...noteParagraphs(note, inNote)]}]]
    })
  )
}

/** The list bound to the style of resolved clauses, and one list for each clause that is not numbered in that order. */
function numberingOf(page: PrintedPage, numbers: NumberPlan): INumberingOptions {
  const {list, number} = indentsOf(page)
  const indent = {left: list, hanging: number}
  const level = (text: string, style?: string): ILevelsOptions => ({
    level: 0,
    format: LevelFormat.DECIMAL,
    text,
    alignment: AlignmentType.LEFT,
    suffix: LevelSuffix.TAB,
    style: {...(style === undefined ? {} : {style}), paragraph: {indent}}
  })
  const own = [...numbers.literals].map(([clause, reference]) => ({reference, levels: [level(clause.number ?? '')]}))
  return {config: [{reference: resolvedList, levels: [level(numbers.pattern, 'ResolvedClause')]}, ...own]}
}
