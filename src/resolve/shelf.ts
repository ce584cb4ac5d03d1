import {type PreparedSource, prepareSource} from '../quote/index.ts'
import {readSource} from '../source/index.ts'
import {type Library, type Passage, placeAt, type TextFile, textFile} from '../tree/index.ts'
import {reasonOf} from './files.ts'

/** The words of a source, ready to be compared with. */
export interface ShelvedWords {
  readonly file: TextFile
  readonly prepared: PreparedSource
}

/** Reads and prepares each file of source words once, however many clauses and resolutions cite it. */
export interface Shelf {
  words(path: string, language: string): Promise<ShelvedWords | {readonly problem: string}>
}

/** A shelf for one call of the program; its files are read through the library. */
export function createShelf(library: Library): Shelf {
  const held = new Map<string, Promise<ShelvedWords | {readonly problem: string}>>()
  return {
    words: (path, language) => {
      const key = `${language} ${path}`
      const known = held.get(key)
      if (known) return known
      const read = readWords(library, path, language)
      held.set(key, read)
      return read
    }
  }
}

async function readWords(
  library: Library,
  path: string,
  language: string
): Promise<ShelvedWords | {readonly problem: string}> {
  try {
    const source = readSource(await library.readFile(path), path)
    if ('problem' in source) return source
    const prepared = prepareSource(source.text, {format: source.format, language})
    return {file: textFile(path, source.text), prepared}
  } catch (error) {
    return {problem: reasonOf(error)}
  }
}

/** A stretch of shelved words as a passage. */
export function passageOf({file}: ShelvedWords, span: {readonly start: number; readonly end: number}): Passage {
  const {start, end} = span
  return {path: file.path, place: placeAt(file, start, end), start, end, text: file.text.slice(start, end)}
}
