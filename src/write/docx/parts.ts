import type {PrintedResolution} from '../../tree/index.ts'
import {languagesOf} from './styles.ts'

/** What every part begins with. */
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
/** The namespaces of Office documents begin so. */
export const officeDocument = 'http://schemas.openxmlformats.org/officeDocument/2006'
const wordprocessing = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const compatibility = [
  ['compatibilityMode', 15],
  ['overrideTableStyleFontSizeAndJustification', 1],
  ['enableOpenTypeFeatures', 1],
  ['doNotFlipMirrorIndents', 1],
  ['differentiateMultirowTableHeaders', 1],
  ['useWord2013TrackBottomHyphenation', 0]
] as const

/** The one date of a file: that of the resolution, else the first day that a zip file can name. */
export function dateOf(printed: PrintedResolution): string {
  const date = printed.properties.date ?? ''
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date)) ? date : '1980-01-01'
}

/** The parts of the package that we write in full, because docx has no option for what they must say. */
export function ownParts(printed: PrintedResolution): Readonly<Record<string, string>> {
  return {
    'docProps/core.xml': coreProperties(printed),
    'docProps/app.xml': appProperties(printed),
    'word/settings.xml': settings(printed.language)
  }
}

/** Escapes words for the inside of an element or an attribute. */
export function escapeXml(words: string): string {
  const entities: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'}
  return words.replace(/[&<>"]/g, character => entities[character] ?? character)
}

function coreProperties(printed: PrintedResolution): string {
  const {title, organisation, number, meeting, status, authors, keywords} = printed.properties
  const stamp = `${dateOf(printed)}T00:00:00Z`
  const creator = authors.length > 0 ? authors.join('; ') : organisation
  const dated = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${stamp}</dcterms:${name}>`
  return [
    declaration,
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    property('dc:title', title),
    property('dc:subject', [number, meeting].filter(part => part !== undefined).join(', ')),
    property('dc:creator', creator),
    property('cp:keywords', keywords.join('; ')),
    property('cp:lastModifiedBy', creator),
    '<cp:revision>1</cp:revision>',
    dated('created'),
    dated('modified'),
    property('cp:category', 'Resolution'),
    property('cp:contentStatus', status),
    property('dc:identifier', number ?? ''),
    property('dc:language', printed.language),
    '</cp:coreProperties>'
  ].join('')
}

/** An element of the properties of a file; none where there are no words for it. */
export function property(name: string, value: string): string {
  return value === '' ? '' : `<${name}>${escapeXml(value)}</${name}>`
}

function appProperties(printed: PrintedResolution): string {
  return [
    declaration,
    `<Properties xmlns="${officeDocument}/extended-properties">`,
    '<Application>whereas</Application>',
    property('Company', printed.properties.organisation),
    '</Properties>'
  ].join('')
}

/** The settings of a file in a language. */
export function settings(language: string): string {
  const {value, eastAsia, bidirectional} = languagesOf(language)
  const setting = ([name, value]: (typeof compatibility)[number]): string =>
    `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`
  const separators = (kind: string): string => `<w:${kind}Pr><w:${kind} w:id="-1"/><w:${kind} w:id="0"/></w:${kind}Pr>`
  return [
    declaration,
    `<w:settings xmlns:w="${wordprocessing}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>`,
    '<w:characterSpacingControl w:val="doNotCompress"/>',
    separators('footnote'),
    separators('endnote'),
    `<w:compat>${compatibility.map(setting).join('')}</w:compat>`,
    `<w:themeFontLang w:val="${escapeXml(value)}" w:eastAsia="${escapeXml(eastAsia)}" w:bidi="${escapeXml(bidirectional)}"/>`,
    '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2"',
    ' w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink"',
    ' w:followedHyperlink="followedHyperlink"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
  ].join('')
}
