import {type SourceProblem, type SourceText, sha256Of} from '../source/index.ts'
import type {Cache} from '../tree/index.ts'

/** Counts up whenever a reader reads otherwise than before: older texts are then read anew. */
const readerVersion = 1

/** Files whose text takes long to read out. */
const isSlow = /\.(?:docx|pdf)$/i

/**
 * Keeps the text of Word and PDF files by the hash of their bytes, so that a long PDF is read once.
 * What the cache holds is used only when its own hash is right; anything else is read anew.
 */
export async function readWithCache(
  cache: Cache | undefined,
  bytes: Uint8Array,
  path: string,
  read: () => Promise<SourceText | SourceProblem>
): Promise<SourceText | SourceProblem> {
  if (!cache || !isSlow.test(path)) return read()
  const name = `${sha256Of(bytes)}-${readerVersion}.json`
  const kept = await cache.read(name)
  const known = kept && decode(kept)
  if (known) return known
  const source = await read()
  if (!('problem' in source)) await cache.write(name, encode(source))
  return source
}

/** The hash of the text stands on the first line, the text as JSON on the second. */
function encode({text, stretches, warnings}: SourceText): Uint8Array {
  const body = JSON.stringify({text, stretches, warnings})
  return Buffer.from(`${sha256Of(Buffer.from(body))}\n${body}\n`)
}

function decode(kept: Uint8Array): SourceText | undefined {
  const [hash = '', body = ''] = Buffer.from(kept).toString().split('\n')
  if (sha256Of(Buffer.from(body)) !== hash) return undefined
  const {text, stretches, warnings} = JSON.parse(body) // its hash says that we wrote it
  return {text, format: 'text', fileText: undefined, offsets: undefined, stretches, warnings}
}
