import type {IncomingMessage} from 'node:http'
import {pipeline} from 'node:stream/promises'
import {createBrotliDecompress, createGunzip, createInflate, createInflateRaw} from 'node:zlib'
import {refusal} from './request.ts'

/** The ways of compression that are asked for. */
type Coding = 'gzip' | 'br' | 'deflate'

const codings: ReadonlyMap<string, Coding | undefined> = new Map([
  ['', undefined],
  ['identity', undefined],
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['br', 'br'],
  ['deflate', 'deflate']
])

/**
 * The bytes of an answer, decompressed. They are counted before and after decompression, as they come,
 * so that a small file that unfolds to a huge one is stopped at the limit.
 */
export async function readBody(response: IncomingMessage, limit: number, signal: AbortSignal): Promise<Uint8Array> {
  const named = (response.headers['content-encoding'] ?? '').trim().toLowerCase()
  const coding = codings.get(named)
  if (!codings.has(named)) throw refusal(`it is compressed with \`${named}\`, expected \`gzip\`, \`br\` or \`deflate\``)
  if (Number(response.headers['content-length'] ?? 0) > limit) throw tooLarge(limit)
  const chunks: Uint8Array[] = []
  const keep = async (source: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of source) chunks.push(chunk)
  }
  const within = (source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> => upTo(limit, source)
  if (coding === undefined) await pipeline(response, within, keep, {signal})
  else if (coding === 'deflate') await pipeline(response, within, inflate, within, keep, {signal})
  else {
    const decoder = coding === 'gzip' ? createGunzip() : createBrotliDecompress()
    await pipeline(response, within, decoder, within, keep, {signal})
  }
  return new Uint8Array(Buffer.concat(chunks))
}

async function* upTo(limit: number, source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    if (size > limit) throw tooLarge(limit)
    yield chunk
  }
}

/** `deflate` is zlib by the standard (RFC 9110, 8.4.1.2) and bare with some servers; the first byte tells. */
async function* inflate(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]()
  const first = await iterator.next()
  if (first.done) return
  const decoder = ((first.value[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw()
  const rest = async function* (): AsyncIterable<Uint8Array> {
    yield first.value
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  }
  const done = pipeline(rest, decoder)
  // What goes wrong is told by `done` below; without this it would count as an unhandled rejection until then.
  done.catch(() => undefined)
  for await (const chunk of decoder) yield chunk
  await done
}

function tooLarge(limit: number): Error {
  return refusal(`it is larger than ${sizeInWords(limit)}`)
}

/** Bytes as people say them: `50 MB`. */
function sizeInWords(bytes: number): string {
  if (bytes >= 1_000_000) return `${Math.round(bytes / 100_000) / 10} MB`
  return bytes >= 1_000 ? `${Math.round(bytes / 100) / 10} KB` : `${bytes} bytes`
}
