/** What parts two words, from the weakest to the strongest; the strongest that was asked for is written. */
export const nothing = 0
export const space = 1
export const tab = 2
export const line = 3
export const paragraph = 4
export type Parting = 0 | 1 | 2 | 3 | 4

const written: readonly string[] = ['', ' ', '\t', '\n', '\n\n']

/** Writes text unit by unit, each with its offset in the file. */
export interface Pen {
  /** A unit as it is, after what parts it from the one before. */
  put(unit: number, offset: number): void
  /** Asks for something between what was written and what comes; a second line break makes a paragraph. */
  part(parting: Parting, offset?: number): void
  breakLine(): void
  /** Words that are not in the file; they stand where the last unit did. */
  add(words: string): void
  /** The last characters of the line that is being written. */
  tail(): string
  /** Offset just after the last unit that was written. */
  end(): number
  finish(fileLength: number): {readonly text: string; readonly offsets: Uint32Array}
}

export function createPen(size: number): Pen {
  let units = new Uint16Array(size + 64)
  let offsets = new Uint32Array(size + 64)
  let length = 0
  let pending: Parting = nothing
  let pendingAt = 0
  let last = 0

  const push = (unit: number, offset: number): void => {
    if (length + 2 > units.length) {
      units = grown(units, new Uint16Array(units.length * 2))
      offsets = grown(offsets, new Uint32Array(offsets.length * 2))
    }
    units[length] = unit
    offsets[length++] = offset
  }
  const flush = (): void => {
    const between = length === 0 ? '' : (written[pending] ?? '')
    for (let i = 0; i < between.length; i++) push(between.charCodeAt(i), pending === space ? pendingAt : last)
    pending = nothing
  }
  const put = (unit: number, offset: number): void => {
    if (pending !== nothing) flush()
    push(unit, offset)
    last = offset + 1
  }
  const add = (words: string): void => {
    flush()
    for (let i = 0; i < words.length; i++) push(words.charCodeAt(i), last)
  }
  const part = (parting: Parting, offset = last): void => {
    if (parting <= pending) return
    pending = parting
    pendingAt = offset
  }
  return {
    put,
    add,
    part,
    breakLine: () => part(pending >= line ? paragraph : line),
    tail: () => (pending >= line ? '' : tailOf(units, length, pending)),
    end: () => last,
    finish: fileLength => {
      push(0, fileLength)
      const text = Buffer.from(units.buffer, 0, (length - 1) * 2).toString('utf16le')
      return {text, offsets: offsets.slice(0, length)}
    }
  }
}

function tailOf(units: Uint16Array, length: number, pending: Parting): string {
  const tail = String.fromCharCode(...units.subarray(Math.max(0, length - 16), length))
  return pending === nothing ? tail : `${tail} `
}

function grown<Units extends Uint16Array | Uint32Array>(from: Units, to: Units): Units {
  to.set(from)
  return to
}
