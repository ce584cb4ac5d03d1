import {Inflate} from 'fflate'
import {decodeText} from '../decode.ts'
import {refuse} from '../refusal.ts'

/** What no Word file that somebody wrote comes near. Bytes after inflating. */
const limits = {part: 30_000_000, whole: 80_000_000, parts: 2000}
/** Compressed bytes at a time: deflate makes at most a thousandfold of them, so a bomb is stopped at 4 MB over. */
const slice = 4096

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const damaged = 'the Word file is damaged: its zip archive is broken or cut off'

interface Entry {
  readonly method: number
  readonly isEncrypted: boolean
  readonly compressed: number
  readonly offset: number
}

/** The parts of a Word file by name; each is inflated when asked for. */
export interface Package {
  /** The text of a part; undefined when there is none of that name. */
  part(name: string): string | undefined
}

/**
 * Opens a zip archive by its directory (APPNOTE.TXT 4.3 of PKWARE). Sizes that the file states are not believed:
 * inflating stops where a limit is passed. Names are only compared, nothing is written to a disk.
 */
export function openPackage(bytes: Uint8Array): Package {
  const entries = guarded(() => entriesOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), bytes))
  let room = limits.whole
  return {
    part: name => {
      const entry = entries.get(name.toLowerCase())
      if (entry === undefined) return undefined
      const raw = guarded(() => contentOf(bytes, entry, Math.min(limits.part, room), name))
      room -= raw.length
      const decoded = decodeText(raw)
      return 'text' in decoded ? decoded.text : refuse(`\`${name}\` in it is not UTF-8 text`)
    }
  }
}

/** Offsets that lead out of the file are the archive's fault. */
function guarded<Value>(read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) return refuse(damaged)
    throw error
  }
}

function entriesOf(view: DataView, bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const end = endOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  if (count > limits.parts) refuse(`there are ${count} parts in it, expected ${limits.parts} at most`)
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== entrySignature) refuse(damaged)
    const nameLength = view.getUint16(at + 28, true)
    const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString('utf8')
    // Names of parts differ by more than their case (OPC 6.2.2.3); two of one name would be read in two ways.
    const key = name.replaceAll('\\', '/').toLowerCase()
    if (entries.has(key)) refuse(`\`${name.slice(0, 80)}\` is in it twice`)
    entries.set(key, {
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true)
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** The end record is the last thing in the file but for a comment of up to 64 KB. */
function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 65535; at--)
    if (view.getUint32(at, true) === endSignature) return at
  return refuse(damaged)
}

function contentOf(bytes: Uint8Array, entry: Entry, most: number, name: string): Uint8Array {
  if (entry.isEncrypted) refuse('it is protected by a password')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(entry.offset, true) !== localSignature) refuse(damaged)
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const end = start + entry.compressed
  if (end > bytes.length) refuse(damaged)
  const packed = bytes.subarray(start, end)
  if (entry.method === 8) return inflate(packed, most, name)
  if (entry.method !== 0) refuse(`\`${name}\` in it is packed in a way that is not read`)
  return packed.length > most ? tooLarge(name) : packed
}

function inflate(packed: Uint8Array, most: number, name: string): Uint8Array {
  const chunks: Uint8Array[] = []
  let size = 0
  const stream = new Inflate(chunk => {
    size += chunk.length
    if (size > most) tooLarge(name)
    chunks.push(chunk)
  })
  for (let at = 0; at < packed.length || at === 0; at += slice) {
    try {
      stream.push(packed.subarray(at, at + slice), at + slice >= packed.length)
    } catch (error) {
      // fflate names its own errors by number.
      if (error instanceof Error && 'code' in error) refuse(damaged)
      throw error
    }
  }
  return Buffer.concat(chunks, size)
}

function tooLarge(name: string): never {
  return refuse(
    `\`${name}\` in it is too large, expected ${limits.part / 1e6} MB a part and ${limits.whole / 1e6} MB in all at most`
  )
}
