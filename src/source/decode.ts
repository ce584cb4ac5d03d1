/** The text of bytes, or why they are none. */
export type Decoded = {readonly text: string} | {readonly problem: string}

/**
 * Decodes UTF-8, and UTF-16 that says so by its byte order mark; the mark is dropped.
 * Bytes that are neither are a problem, not question marks.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes)
  try {
    return {text: new TextDecoder(encoding, {fatal: true}).decode(bytes)}
  } catch {
    return {problem: encoding === 'utf-8' ? 'it is not UTF-8 text' : 'it is broken UTF-16 text'}
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}

/** The bytes of a text in the encoding of other bytes, with a byte order mark where they have one. */
export function encodeLike(text: string, like: Uint8Array): Uint8Array {
  const encoding = encodingOf(like)
  const hasMark = encoding !== 'utf-8' || (like[0] === 0xef && like[1] === 0xbb && like[2] === 0xbf)
  const whole = hasMark ? `\uFEFF${text}` : text
  if (encoding === 'utf-8') return new TextEncoder().encode(whole)
  const bytes = new DataView(new ArrayBuffer(whole.length * 2))
  for (let at = 0; at < whole.length; at++) bytes.setUint16(at * 2, whole.charCodeAt(at), encoding === 'utf-16le')
  return new Uint8Array(bytes.buffer)
}
