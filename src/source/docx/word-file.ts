import {refuse} from '../refusal.ts'
import type {Numberings} from './notes.ts'
import {readNumberings} from './notes.ts'
import type {Package} from './package.ts'
import {openPackage} from './package.ts'
import {findParts} from './parts.ts'
import type {Story} from './reading.ts'
import {readStory} from './story.ts'
import {readStyles} from './styles.ts'

/** A Word file with all its words read. */
export interface WordFile {
  readonly body: Story
  readonly footnotes: Story | undefined
  readonly endnotes: Story | undefined
  readonly numberings: Numberings
  /** The XML of its properties and the name of that part. */
  readonly core: {readonly xml: string | undefined; readonly part: string}
}

/** Reads a Word file; `onField` gets the instructions of fields and the tags of content controls, in reading order. */
export function readWordFile(bytes: Uint8Array, onField?: (instruction: string) => void): WordFile {
  const file = openPackage(bytes)
  const parts = findParts(file)
  const xml = file.part(parts.document)
  if (xml === undefined || !/<(?:[\w.-]+:)?body[\s/>]/.test(xml))
    return refuse('it is no Word file: there is no document in it')
  const styles = readStyles(textOf(file, parts.styles), parts.styles ?? '')
  const story = (part: string | undefined): Story | undefined => {
    const words = textOf(file, part)
    return words === undefined || part === undefined ? undefined : readStory(words, part, styles, onField)
  }
  const settings = readNumberings(textOf(file, parts.settings), parts.settings ?? '')
  return {
    body: readStory(xml, parts.document, styles, onField),
    footnotes: story(parts.footnotes),
    endnotes: story(parts.endnotes),
    numberings: readNumberings(xml, parts.document, settings),
    core: {xml: textOf(file, parts.core), part: parts.core ?? ''}
  }
}

function textOf(file: Package, part: string | undefined): string | undefined {
  return part === undefined ? undefined : file.part(part)
}
