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
