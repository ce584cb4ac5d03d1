import {orProblem} from '../refusal.ts'
import type {SourceProblem} from '../types.ts'
import {readWordFile} from './word-file.ts'
import {readXml} from './xml.ts'

/** What a Word file says of itself; days and times as they are written in it. */
export interface CoreProperties {
  readonly title?: string
  readonly creator?: string
  readonly created?: string
  readonly modified?: string
  readonly language?: string
}

export interface DocxDetails {
  readonly properties: CoreProperties
  /** CSL-JSON of what is cited through Zotero and Mendeley, each work once, in order of the text. */
  readonly citationItems: readonly Readonly<Record<string, unknown>>[]
}

/** What stands in a Word file beside its words. */
export function readDocxDetails(bytes: Uint8Array): DocxDetails | SourceProblem {
  return orProblem(() => {
    const instructions: string[] = []
    const {core} = readWordFile(bytes, instruction => instructions.push(instruction))
    const items = new Map<string, Readonly<Record<string, unknown>>>()
    for (const instruction of instructions)
      for (const item of itemsIn(instruction)) {
        const key = JSON.stringify(item)
        if (!items.has(key)) items.set(key, item)
      }
    return {properties: propertiesOf(core.xml, core.part), citationItems: [...items.values()]}
  })
}

const wanted: ReadonlySet<string> = new Set(['title', 'creator', 'created', 'modified', 'language'])

function propertiesOf(xml: string | undefined, part: string): CoreProperties {
  const found: Record<string, string> = {}
  if (xml !== undefined)
    readXml(xml, part, {
      open: () => false,
      text: (text, parent) => {
        if (wanted.has(parent) && text.trim() !== '') found[parent] = `${found[parent] ?? ''}${text}`.trim()
      }
    })
  return found
}

const mendeleyTag = 'MENDELEY_CITATION_v3_'

/** Zotero and old Mendeley keep JSON in a field, new Mendeley keeps it in the tag of a content control. */
function itemsIn(instruction: string): Readonly<Record<string, unknown>>[] {
  const at = instruction.indexOf('CSL_CITATION')
  if (at >= 0) return itemsOf(instruction.slice(instruction.indexOf('{', at)))
  if (!instruction.startsWith(mendeleyTag)) return []
  return itemsOf(Buffer.from(instruction.slice(mendeleyTag.length), 'base64').toString('utf8'))
}

function itemsOf(json: string): Readonly<Record<string, unknown>>[] {
  const citation = parsed(json.trim())
  const cited = isRecord(citation) ? citation.citationItems : undefined
  if (!Array.isArray(cited)) return []
  return cited.map(each => (isRecord(each) ? each.itemData : undefined)).filter(isRecord)
}

/** A field that somebody has changed by hand holds no citation any more. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
