/** The text of a source, what a person should know of how it was decoded; or why it has none. */
export type DecodedSource = {readonly text: string; readonly warnings: readonly string[]} | {readonly problem: string}

export interface DecodeOptions {
  /** What came with the bytes: the charset that a server named. */
  readonly charset?: string | undefined
  /** HTML: what the page says of itself counts. */
  readonly isMarkup?: boolean
}

/** Bytes of a page that are looked through for its charset; the number is that of the HTML standard. */
const prescanned = 1024

/**
 * Decodes the bytes of a source: a byte order mark decides, then the server, then the page itself; else it is UTF-8
 * when it can be, and Windows-1252 when not, which is said. Cost: linear. The order is that of the Encoding and HTML
 * standards, but for pages that call themselves a small Western charset and are good UTF-8: those were saved again.
 */
export function decodeSource(bytes: Uint8Array, options: DecodeOptions = {}): DecodedSource {
  const marked = markOf(bytes)
  if (marked !== undefined) return decodeAs(marked, bytes, `it is broken ${nameOf(marked)} text`)
  const told = encodingNamed(options.charset)
  if (told !== undefined && told !== 'utf-8') return decodeAs(told, bytes, `it is not ${nameOf(told)} text`)
  const own = options.isMarkup === true && told === undefined ? declaredIn(bytes) : undefined
  const utf8 = tryDecode('utf-8', bytes)
  if (own !== undefined && own !== 'utf-8' && !(utf8 !== undefined && isWestern(own)))
    return decodeAs(own, bytes, `it is not ${nameOf(own)} text, though it says so`)
  if (utf8 !== undefined && !isFullOfControls(utf8)) {
    const isOther = own !== undefined && own !== 'utf-8' && hasBeyondAscii(bytes)
    return {text: utf8, warnings: isOther ? [`read as UTF-8, though it calls itself ${nameOf(own)}`] : []}
  }
  return withoutMark(bytes) ?? faultyUtf8(bytes) ?? guessed(bytes)
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined
}

function decodeAs(encoding: string, bytes: Uint8Array, problem: string): DecodedSource {
  const text = tryDecode(encoding, bytes)
  if (text === undefined) return encoding === 'utf-8' ? (faultyUtf8(bytes) ?? {problem}) : {problem}
  return isFullOfControls(text) ? {problem: noText} : {text, warnings: []}
}

const noText = 'it is no text: it is full of control characters'

function tryDecode(encoding: string, bytes: Uint8Array): string | undefined {
  if (encoding === 'windows-1252') return windows1252(bytes)
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes)
  } catch {
    return undefined
  }
}

/** The name that the Encoding standard gives a label; nothing for labels that it does not know. */
function encodingNamed(label: string | undefined): string | undefined {
  if (label === undefined || label.trim() === '') return undefined
  try {
    return new TextDecoder(label.trim().replace(/^["']|["']$/g, '')).encoding
  } catch {
    return undefined
  }
}

function nameOf(encoding: string): string {
  return encoding.startsWith('windows') ? encoding.replace('w', 'W') : encoding.toUpperCase()
}

function isWestern(encoding: string): boolean {
  return encoding === 'windows-1252' || encoding.startsWith('iso-8859-')
}

function hasBeyondAscii(bytes: Uint8Array): boolean {
  return bytes.some(byte => byte >= 0x80)
}

const xmlDeclaration = /^\s*<\?xml[^>]{0,200}\sencoding\s*=\s*["']([\w.:-]{1,40})["']/
const metaElement = /<meta[\s/][^>]{0,1000}>/gi
const charsetName = /charset\s*=\s*["']?\s*([^\s"'/>;]{1,40})/i

/** The charset that a page names in its first bytes. UTF-16 there is a slip: nobody could have read it. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, prescanned)).toString('latin1')
  const head = start.replace(/<!--[\s\S]*?(?:-->|$)/g, '')
  const metas = [...head.matchAll(metaElement)].map(([meta]) => charsetName.exec(meta)?.[1])
  for (const label of [...metas, xmlDeclaration.exec(head)?.[1]]) {
    const encoding = encodingNamed(label)
    if (encoding !== undefined) return encoding.startsWith('utf-16') ? 'utf-8' : encoding
  }
  return undefined
}

/** UTF-16 without a mark shows by the empty halves of Latin letters, spaces and line breaks. */
function withoutMark(bytes: Uint8Array): DecodedSource | undefined {
  const sample = bytes.subarray(0, 8192)
  const empty = [0, 0]
  for (const [i, byte] of sample.entries()) if (byte === 0) empty[i % 2] = (empty[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = empty
  const enough = sample.length / 40
  const encoding =
    odd > enough && even * 20 < odd ? 'utf-16le' : even > enough && odd * 20 < even ? 'utf-16be' : undefined
  const text = encoding === undefined ? undefined : tryDecode(encoding, bytes)
  if (text === undefined || isFullOfControls(text)) return undefined
  return {text, warnings: ['read as UTF-16, though it has no byte order mark']}
}

/** A long UTF-8 text with a few bad bytes is UTF-8 all the same; a reader sees where the faults are. */
function faultyUtf8(bytes: Uint8Array): DecodedSource | undefined {
  const text = new TextDecoder('utf-8').decode(bytes)
  const faults = text.split('\uFFFD').length - 1
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is counted off
  const sound = text.replace(/[\x00-\x7f\uFFFD]+/g, '').length
  if (sound < 10 * faults || isFullOfControls(text)) return undefined
  return {text, warnings: [`${faults === 1 ? 'one place is' : `${faults} places are`} not UTF-8, read as “\uFFFD”`]}
}

function guessed(bytes: Uint8Array): DecodedSource {
  const text = windows1252(bytes)
  const isUndefined = bytes.some(byte => undefinedBytes.has(byte))
  if (isUndefined || hasControls(text)) return {problem: 'it is neither UTF-8 nor Windows-1252 text'}
  return {text, warnings: ['read as Windows-1252, since it is not UTF-8']}
}

const undefinedBytes: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])
/** Bytes 80 to 9F; the undefined ones stay control characters, as in the Encoding standard. */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** By hand: TextDecoder of some versions of Node takes Windows-1252 for Latin-1. */
function windows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return latin.replace(/[\u0080-\u009f]/g, each => upper.charAt(each.charCodeAt(0) - 0x80))
}

/** Control characters that no text has: all but tab, line breaks, page break. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\x00-\x08\x0b\x0e-\x1f\x7f]/g

function hasControls(text: string): boolean {
  return text.search(controls) >= 0
}

/** A stray control character is a slip, one in every thirty characters is no text. */
function isFullOfControls(text: string): boolean {
  if (!hasControls(text)) return false
  const sample = text.slice(0, 30_000)
  return (sample.match(controls)?.length ?? 0) * 30 > sample.length
}
