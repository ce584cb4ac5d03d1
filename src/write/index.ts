import type {PrintedResolution} from '../tree/index.ts'

export type FormatId = 'md' | 'docx' | 'pdf' | 'html' | 'txt'

/** What a format is called and how its files are known. */
export interface Format {
  readonly id: FormatId
  readonly name: string
  /** Without a dot. */
  readonly extension: string
  readonly mediaType: string
  /** Whether the bytes are UTF-8 text with `\n` line ends and a final one. */
  readonly isText: boolean
}

/** Every format that `write` knows, in the order in which they are offered. */
export const formats: readonly Format[] = [
  {id: 'md', name: 'Markdown', extension: 'md', mediaType: 'text/markdown', isText: true},
  {
    id: 'docx',
    name: 'Word',
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    isText: false
  },
  {id: 'pdf', name: 'PDF', extension: 'pdf', mediaType: 'application/pdf', isText: false},
  {id: 'html', name: 'HTML', extension: 'html', mediaType: 'text/html', isText: true},
  {id: 'txt', name: 'plain text', extension: 'txt', mediaType: 'text/plain', isText: true}
]

export interface WriteOptions {
  /** The text of the template's `page.typ`; the PDF needs it. */
  readonly pageTemplate?: string | undefined
  /** `resolved`: the "which read" text for minutes; heeded by plain text alone. */
  readonly only?: 'resolved' | undefined
  /** False for the clean copy without notes; heeded by plain text alone. */
  readonly hasNotes?: boolean | undefined
}

/** A document, and what its reader should know about it. */
export interface Written {
  readonly bytes: Uint8Array
  readonly warnings: readonly WriteWarning[]
}

export interface WriteWarning {
  readonly message: string
  /** The character at fault, for finding it in the resolution. */
  readonly character?: string
}

type Writer = (printed: PrintedResolution, options: WriteOptions) => Promise<Written>

const text = (words: string): Written => ({bytes: new TextEncoder().encode(words), warnings: []})

/** Each loads its libraries when it is called, so that nobody waits for those of another format. */
const writers: Readonly<Record<FormatId, Writer>> = {
  md: async printed => text((await import('./markdown/index.ts')).writeMarkdown(printed)),
  docx: async printed => ({bytes: await (await import('./docx/index.ts')).writeDocx(printed), warnings: []}),
  pdf: async (printed, {pageTemplate}) => {
    if (pageTemplate === undefined) throw new TypeError('A PDF needs the page template')
    const {bytes, warnings} = await (await import('./pdf/index.ts')).writePdf(printed, {pageTemplate})
    return {bytes, warnings}
  },
  html: async printed => text((await import('./html/index.ts')).writeHtml(printed)),
  txt: async (printed, options) => text((await import('./text/index.ts')).writeText(printed, options))
}

/** Prints a resolution in a format. */
export function write(printed: PrintedResolution, format: FormatId, options: WriteOptions = {}): Promise<Written> {
  return writers[format](printed, options)
}
