import type {IRunStylePropertiesOptions} from 'docx'
import type {Look} from './pieces.ts'

/** Ids of the character styles. The first look of a run in this order gives its style; the others are set on the run. */
export const lookStyles: {readonly [Name in Look]: string} = {
  link: 'Hyperlink',
  leadIn: 'ClauseLead',
  blockLabel: 'BlockLabel',
  draftMark: 'DraftMark',
  superscript: 'Superscript',
  subscript: 'Subscript',
  smallCaps: 'SmallCaps',
  underline: 'Underline',
  strong: 'Strong',
  emphasis: 'Emphasis',
  code: 'Code',
  quoted: 'QuotedWords',
  removed: 'RemovedWords',
  added: 'AddedWords'
}

/** What a look is: for the style itself, and for a run whose style is taken by another look. */
export const lookOptions: {readonly [Name in Look]: IRunStylePropertiesOptions} = {
  link: {},
  leadIn: {bold: true},
  blockLabel: {bold: true},
  draftMark: {bold: true},
  superscript: {superScript: true},
  subscript: {subScript: true},
  smallCaps: {smallCaps: true},
  underline: {underline: {}},
  strong: {bold: true},
  emphasis: {italics: true},
  code: {font: 'Courier New', size: 20, noProof: true},
  quoted: {bold: true, shading: fill('FFEC99')},
  removed: {strike: true, color: '8A1F11', shading: fill('FDE7E5')},
  added: {underline: {}, color: '155724', shading: fill('E3F4E4')}
}

function fill(color: string): {type: 'clear'; color: 'auto'; fill: string} {
  return {type: 'clear', color: 'auto', fill: color}
}
