import {strToU8, zipSync} from 'fflate'

const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

export interface WordParts {
  /** XML within the body. */
  readonly body: string
  /** XML of the notes, each a `w:footnote`. */
  readonly footnotes?: string
  readonly endnotes?: string
  readonly styles?: string
  readonly settings?: string
  readonly core?: string
  readonly namespace?: string
}

/** The parts of a small Word file, written by hand so that each test says what stands in it. */
export function wordParts(parts: WordParts): Record<string, Uint8Array> {
  const namespace = parts.namespace ?? transitional
  const root = (name: string, inner: string): Uint8Array =>
    strToU8(
      `${declaration}<w:${name} xmlns:w="${namespace}" xmlns:mc="urn:mc" xmlns:wps="urn:wps" xmlns:m="urn:m">${inner}</w:${name}>`
    )
  const related = [
    ['footnotes', parts.footnotes],
    ['endnotes', parts.endnotes],
    ['styles', parts.styles],
    ['settings', parts.settings]
  ].filter(([, xml]) => xml !== undefined)
  const list = (entries: readonly (readonly [string, string])[]): Uint8Array =>
    strToU8(
      `${declaration}<Relationships xmlns="urn:r">${entries.map(([type, target], i) => `<Relationship Id="r${i}" Type="${relationships}/${type}" Target="${target}"/>`).join('')}</Relationships>`
    )
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(`${declaration}<Types xmlns="urn:t"/>`),
    '_rels/.rels': list([
      ['officeDocument', 'word/document.xml'],
      ['metadata/core-properties', 'docProps/core.xml']
    ]),
    'word/_rels/document.xml.rels': list(related.map(([type]) => [String(type), `${type}.xml`])),
    'word/document.xml': root('document', `<w:body>${parts.body}</w:body>`)
  }
  for (const [type, xml] of related) files[`word/${type}.xml`] = root(String(type), String(xml))
  if (parts.core !== undefined) files['docProps/core.xml'] = strToU8(`${declaration}<cp>${parts.core}</cp>`)
  return files
}

export function wordFile(parts: WordParts | string): Uint8Array {
  return zipSync(wordParts(typeof parts === 'string' ? {body: parts} : parts))
}

/** A paragraph of runs; a run that begins with `<` is XML, another is its words. */
export function p(...runs: readonly string[]): string {
  return `<w:p>${runs.map(run => (run.startsWith('<') ? run : r(run))).join('')}</w:p>`
}

export function r(words: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`
}

export const raised = (words: string): string => r(words, '<w:vertAlign w:val="superscript"/>')
