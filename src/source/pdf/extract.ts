import type {SourceProblem, SourceText} from '../types.ts'
import {composeText} from './compose.ts'
import {segmentsOf} from './lines.ts'
import {readPages} from './notes.ts'
import type {PageText} from './page.ts'
import {piecesOf} from './pieces.ts'
import {trimPages} from './running.ts'

/** Books have fewer; a file that claims more would keep us busy with pages that are not there. */
const mostPages = 20_000
/** So many pages in a row that cannot be read are no accident. */
const mostBroken = 50

/** A document of pdf.js, as far as it is used here. */
interface PdfFile {
  readonly numPages: number
  readonly getPageLabels: () => Promise<readonly string[] | null>
  readonly getPage: (count: number) => Promise<PdfPage>
  readonly destroy: () => Promise<void>
}

interface PdfPage {
  readonly getTextContent: () => Promise<{
    readonly items: readonly object[]
    readonly styles: Readonly<Record<string, {readonly vertical: boolean}>>
  }>
  readonly cleanup: () => unknown
}

/**
 * Reads the words of a PDF as a person reads them: columns one after the other, without running heads and feet and the
 * marks of notes. It runs as long, and takes as much memory, as the file makes it: `readPdf` sets limits.
 */
export async function extractPdf(bytes: Uint8Array): Promise<SourceText | SourceProblem> {
  if (!hasSignature(bytes)) return {problem: 'it is not a PDF'}
  let file: PdfFile | undefined
  try {
    file = await openPdf(bytes)
    return await readFile(file)
  } catch (error) {
    return {problem: explain(error)}
  } finally {
    // What remains of a broken file is of no interest.
    await file?.destroy().catch(() => undefined)
  }
}

/** The sign may stand a little after the start, as readers of PDF have always allowed. */
function hasSignature(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-')
}

async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  const {getDocumentProxy} = await import('unpdf')
  // pdf.js takes the bytes away from whoever owns them, so it gets a copy. Character maps and fonts of another package
  // that may lie around are not asked for: the text must not depend on what is installed.
  return getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 0,
    standardFontDataUrl: undefined,
    cMapUrl: undefined
  })
}

async function readFile(file: PdfFile): Promise<SourceText | SourceProblem> {
  if (file.numPages > mostPages)
    return {problem: `it claims to have ${file.numPages} pages, expected ${mostPages} at most`}
  const labels = await file.getPageLabels().catch(() => null)
  const pages: PageText[] = []
  const broken: number[] = []
  const empty: number[] = []
  for (let count = 1; count <= file.numPages; count++) {
    const page = await readPage(file, count, labels?.[count - 1] ?? undefined)
    if (page === undefined) broken.push(count)
    else {
      pages.push(page)
      if (!hasLetters(page)) empty.push(count)
    }
    if (broken.length >= mostBroken && broken.at(-mostBroken) === count - mostBroken + 1) return {problem: unreadable}
  }
  if (pages.length === 0) return {problem: unreadable}
  if (empty.length === pages.length) return {problem: 'it has no text layer (a scan?)'}
  const warnings = [
    ...(empty.length > 0 ? [`${nameCounts(empty)} no text layer (a scan?)`] : []),
    ...(broken.length > 0 ? [`${nameCounts(broken)} content that cannot be read`] : [])
  ]
  return composeText(readPages(trimPages(pages)), warnings)
}

/** Undefined when the page is broken. */
async function readPage(file: PdfFile, count: number, label: string | undefined): Promise<PageText | undefined> {
  try {
    const page = await file.getPage(count)
    const {items, styles} = await page.getTextContent()
    page.cleanup()
    const [main, ...others] = piecesOf(items, font => styles[font]?.vertical === true)
    return {
      count,
      label,
      main: segmentsOf(main?.pieces ?? []),
      others: others.map(({pieces}) => segmentsOf(pieces))
    }
  } catch {
    return undefined
  }
}

function hasLetters({main, others}: PageText): boolean {
  return [main, ...others].some(segments => segments.some(({pieces}) => pieces.some(({text}) => /\p{L}/u.test(text))))
}

/** “page 3 has”, “pages 3, 4 and 7–9 have”. */
function nameCounts(counts: readonly number[]): string {
  const [first] = counts
  if (counts.length === 1) return `page ${first} has`
  const runs: [number, number][] = []
  for (const count of counts) {
    const run = runs.at(-1)
    if (run !== undefined && run[1] === count - 1) run[1] = count
    else runs.push([count, count])
  }
  const names = runs.flatMap(([from, to]): (number | string)[] =>
    to - from < 2 ? (from === to ? [from] : [from, to]) : [`${from}–${to}`]
  )
  const last = names.pop()
  return `pages ${names.length === 0 ? '' : `${names.join(', ')} and `}${last} have`
}

const unreadable = 'it is not a PDF that can be read'

function explain(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  return name === 'PasswordException' ? 'it is protected by a password' : unreadable
}
