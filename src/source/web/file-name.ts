import {type Kind, kindOf} from '../kinds.ts'

/** Kinds of file whose words can be read. */
export type FileKind = 'html' | 'pdf' | 'docx' | 'text' | 'markdown'

const sniffedKinds: Partial<Record<Kind, FileKind>> = {pdf: 'pdf', word: 'docx', page: 'html'}

/** What first bytes show that are no source; a media type says less. */
const sniffedOthers: Partial<Record<Kind, string>> = {
  picture: 'an image',
  rtf: 'an RTF file',
  protected: 'a file with a password',
  'old-word': 'an old Word file',
  'old-office': 'an old Office file'
}

const endings: Readonly<Record<FileKind, string>> = {
  html: '.html',
  pdf: '.pdf',
  docx: '.docx',
  text: '.txt',
  markdown: '.md'
}

const kindsByMediaType: ReadonlyMap<string, FileKind> = new Map([
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['application/pdf', 'pdf'],
  ['application/x-pdf', 'pdf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['text/plain', 'text'],
  ['text/markdown', 'markdown'],
  ['text/x-markdown', 'markdown']
])

const kindsByEnding: ReadonlyMap<string, FileKind> = new Map([
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['pdf', 'pdf'],
  ['docx', 'docx'],
  ['txt', 'text'],
  ['text', 'text'],
  ['md', 'markdown'],
  ['markdown', 'markdown']
])

/** Media types that say only that there are bytes, or that a program is to keep them. */
const vague: readonly string[] = [
  '',
  'application/octet-stream',
  'binary/octet-stream',
  'application/binary',
  'application/download',
  'application/force-download',
  'application/x-download',
  'application/unknown',
  'application/zip',
  'application/x-zip-compressed',
  'application/xml',
  'text/xml'
]

/** What a media type that is no source is called, by its beginning. */
const otherKinds: readonly (readonly [start: string, name: string])[] = [
  ['image/', 'an image'],
  ['audio/', 'a sound recording'],
  ['video/', 'a video'],
  ['font/', 'a font'],
  ['application/json', 'data'],
  ['application/ld+json', 'data'],
  ['text/csv', 'a table'],
  ['text/css', 'a style sheet'],
  ['text/javascript', 'a program'],
  ['application/javascript', 'a program'],
  ['application/msword', 'an old Word file'],
  ['application/vnd.ms-word', 'a Word file with macros'],
  ['application/rtf', 'an RTF file'],
  ['text/rtf', 'an RTF file'],
  ['application/epub+zip', 'an e-book'],
  ['application/vnd.oasis.opendocument.text', 'an OpenDocument file'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml', 'a spreadsheet'],
  ['application/vnd.ms-excel', 'a spreadsheet'],
  ['application/vnd.openxmlformats-officedocument.presentationml', 'a presentation'],
  ['application/vnd.ms-powerpoint', 'a presentation']
]

/**
 * What a file is: by its first bytes where they tell, which no server can get wrong; else by its media type;
 * else, when that is vague, by the ending of its address or name. Undefined for what is no source.
 */
export function fileKindOf(mediaType: string, address: string, bytes: Uint8Array): FileKind | undefined {
  const kind = kindOf(bytes)
  if (kind !== undefined && kind in sniffedOthers) return undefined
  const sniffed = kind === undefined ? undefined : sniffedKinds[kind]
  if (sniffed === 'pdf' || sniffed === 'docx') return sniffed
  const named = kindsByMediaType.get(mediaType)
  const ending = kindsByEnding.get(endingOf(address))
  if (named === 'text') return ending === 'markdown' ? 'markdown' : 'text'
  if (named === 'html' || named === 'markdown') return named
  // A page that is served as PDF or Word file is the notice that stands in its place.
  if (named !== undefined) return sniffed
  if (!vague.includes(mediaType)) return undefined
  if (sniffed !== undefined) return sniffed
  // What is PDF or Word shows it; other words have no zero bytes.
  return ending === 'pdf' || ending === 'docx' || bytes.includes(0) ? undefined : ending
}

/** What every file of a kind is called, whatever a server said. */
const mediaTypes: Readonly<Record<FileKind, string>> = {
  html: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  text: 'text/plain',
  markdown: 'text/markdown'
}

/** The name under which a source is kept, such as `aclu-2021.pdf`, and its media type; or what it is instead of a source. */
export function fileNameFor(
  id: string,
  mediaType: string,
  address: string,
  bytes: Uint8Array = new Uint8Array()
): {readonly name: string; readonly mediaType: string} | {readonly problem: string} {
  const kind =
    fileKindOf(mediaType, address, bytes) ?? (bytes.length === 0 ? kindByNameOf(mediaType, address) : undefined)
  if (kind !== undefined) {
    const isOfKind = kindsByMediaType.get(mediaType) === kind
    return {name: `${id}${endings[kind]}`, mediaType: isOfKind ? mediaType : mediaTypes[kind]}
  }
  const shown = kindOf(bytes)
  const found =
    (shown === undefined ? undefined : sniffedOthers[shown]) ??
    otherKinds.find(([start]) => mediaType.startsWith(start))?.[1] ??
    'of a type that is not known'
  return {problem: `it is ${found} (${mediaType || 'no media type'}), expected a page, text, PDF or Word file`}
}

/** Without bytes the names are believed. */
function kindByNameOf(mediaType: string, address: string): FileKind | undefined {
  return (
    kindsByMediaType.get(mediaType) ?? (vague.includes(mediaType) ? kindsByEnding.get(endingOf(address)) : undefined)
  )
}

function endingOf(address: string): string {
  const path = URL.canParse(address) ? new URL(address).pathname : address
  return /\.([a-z\d]{1,8})$/i.exec(path)?.[1]?.toLowerCase() ?? ''
}
