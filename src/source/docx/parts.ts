import {refuse} from '../refusal.ts'
import type {Package} from './package.ts'
import {readXml} from './xml.ts'

/** The parts of a Word file that hold words, by what the file itself says of them. */
export interface Parts {
  readonly document: string
  readonly footnotes: string | undefined
  readonly endnotes: string | undefined
  readonly styles: string | undefined
  readonly settings: string | undefined
  readonly core: string | undefined
}

/** Follows the relationships from the package to its document, and from there to notes and styles. */
export function findParts(file: Package): Parts {
  const outer = relationships(file, '')
  const document = outer.get('officeDocument')
  if (document === undefined) return refuse('it is no Word file: there is no document in it')
  const inner = relationships(file, document)
  return {
    document,
    footnotes: inner.get('footnotes'),
    endnotes: inner.get('endnotes'),
    styles: inner.get('styles'),
    settings: inner.get('settings'),
    core: outer.get('core-properties')
  }
}

/** Part names by the last word of their relationship's type, which strict and transitional files share. */
function relationships(file: Package, part: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const name = relationshipsOf(part)
  const xml = file.part(name)
  if (xml === undefined) return found
  readXml(xml, name, {
    open: ({name: element, attributes: {Type, Target, TargetMode}}) => {
      if (element !== 'Relationship' || Type === undefined || Target === undefined || TargetMode === 'External')
        return false
      const kind = Type.slice(Type.lastIndexOf('/') + 1)
      if (!found.has(kind)) found.set(kind, resolve(part, Target))
      return false
    }
  })
  return found
}

function relationshipsOf(part: string): string {
  const at = part.lastIndexOf('/') + 1
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`
}

function resolve(from: string, target: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
