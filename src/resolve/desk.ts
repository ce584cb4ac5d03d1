import {type CitationEngine, createCitationEngine} from '../cite/index.ts'
import type {Library} from '../tree/index.ts'
import {type FileText, readText} from './files.ts'
import {type Memory, remember} from './remember.ts'
import {createShelf, type Shelf} from './shelf.ts'
import {type ReadTemplate, readTemplateOf} from './template.ts'

/**
 * What one call of the program holds on to from one resolution to the next, so that it is read and made once.
 * A resolution comes out the same on a fresh desk and on one at which others were resolved before.
 */
export interface Desk {
  readonly shelf: Shelf
  /** Puts citations into words; loaded when first asked. */
  readonly citations: CitationEngine
  /** Templates by folder. */
  readonly templates: Memory<ReadTemplate>
  /** Citation styles and pages of templates by path. */
  readonly texts: Memory<FileText>
  /** Between resolutions: lets go of what was not asked for of late, so that memory does not grow with their number. */
  tidy(): void
}

/** Units of the texts of sources that stay between resolutions; prepared they take about nine times as many bytes. */
const mostWords = 4_000_000
/** Templates, and files of templates; a project has one or two. */
const mostFiles = 32

/** A desk for one call of the program; its files are read through the library. */
export function createDesk(library: Library): Desk {
  const shelf = createShelf(library)
  const templates = remember(folder => readTemplateOf(folder, library))
  const texts = remember(path => readText(library, path))
  return {
    shelf,
    citations: createCitationEngine(),
    templates,
    texts,
    tidy: () => {
      shelf.letGo(mostWords)
      templates.letGo(mostFiles)
      texts.letGo(mostFiles)
    }
  }
}
