/** What a file is, told from its first bytes; nothing when only its name can tell. */
export type Kind = 'pdf' | 'word' | 'zip' | 'protected' | 'old-word' | 'old-office' | 'rtf' | 'page' | 'picture'

const starts: readonly (readonly [string, Kind])[] = [
  ['{\\rtf', 'rtf'],
  ['\x89PNG', 'picture'],
  ['GIF8', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['II*\0', 'picture'],
  ['MM\0*', 'picture']
]
const compound = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
const pageStart = /^(?:<\?xml[^>]{0,300}>|<!--[\s\S]{0,700}?-->|\s)*<(?:!doctype\s+html|html)[\s>]/i

export function kindOf(bytes: Uint8Array): Kind | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = buffer.toString('latin1', 0, 1024).replace(/^\xef\xbb\xbf/, '')
  if (/^\s{0,100}%PDF-\d/.test(head)) return 'pdf'
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return hasWordParts(buffer) ? 'word' : 'zip'
  if (head.startsWith(compound)) return compoundKind(buffer)
  const known = starts.find(([start]) => head.startsWith(start))
  if (known !== undefined) return known[1]
  return pageStart.test(head.replaceAll('\0', '').replace(/^(?:\xff\xfe|\xfe\xff)/, '')) ? 'page' : undefined
}

/** The list of parts stands at the end of a zip, their names before each of them. */
function hasWordParts(buffer: Buffer): boolean {
  return buffer.includes('[Content_Types].xml') && buffer.includes('word/')
}

/** Old Office files and Office files with a password are small file systems; the names in them are UTF-16. */
function compoundKind(buffer: Buffer): Kind {
  if (buffer.includes('EncryptedPackage', 0, 'utf16le')) return 'protected'
  return buffer.includes('WordDocument', 0, 'utf16le') ? 'old-word' : 'old-office'
}

const names: Readonly<Record<Kind, string>> = {
  pdf: 'it is a PDF file, expected a name that ends in `.pdf`',
  word: 'it is a Word file, expected a name that ends in `.docx`',
  zip: 'it is a zip archive, expected the file that is in it',
  protected: 'it is protected by a password',
  'old-word': 'it is a file of old Word, expected it saved as .docx',
  'old-office': 'it is a file of an old Office program, expected it saved as .docx',
  rtf: 'it is a rich text file, expected it saved as .docx',
  page: 'it is a web page, expected a name that ends in `.html`',
  picture: 'it is a picture, expected a file with words'
}

/** Why a file whose name says one kind cannot be read, when it plainly is of another. */
export function mismatch(bytes: Uint8Array, expected: readonly Kind[]): string | undefined {
  const kind = kindOf(bytes)
  return kind === undefined || expected.includes(kind) ? undefined : names[kind]
}
