/** A field as it stands in an entry. */
export interface TypedField {
  /** In small letters. */
  readonly name: string
  /** Without the braces or quotation marks around it. */
  readonly value: string
  /** Words outside braces and quotation marks that are no numbers: names of `@string`. */
  readonly macros: readonly string[]
}

/** The fields of an entry in the order in which they are typed, from behind its key on. Time linear in the length. */
export function fieldsIn(entry: string, from: number): readonly TypedField[] {
  const fields: TypedField[] = []
  const name = /[\s,]*([^\s=,{}()"#%]+)\s*=/y
  let at = from
  for (;;) {
    name.lastIndex = at
    const found = name.exec(entry)
    if (found === null) return fields
    const read = valueAt(entry, name.lastIndex)
    fields.push({
      name: (found[1] ?? '').toLowerCase(),
      value: read.value.replace(/\s+/g, ' ').trim(),
      macros: read.macros
    })
    at = read.end
  }
}

interface ReadValue {
  readonly value: string
  readonly macros: readonly string[]
  readonly end: number
}

/** Pieces in braces, in quotation marks or bare, joined with `#`. */
function valueAt(entry: string, from: number): ReadValue {
  const pieces: string[] = []
  const macros: string[] = []
  let at = from
  for (;;) {
    at = afterBlanks(entry, at)
    const char = entry[at]
    if (char === '{' || char === '"') {
      const end = closeOf(entry, at)
      pieces.push(entry.slice(at + 1, end))
      at = end + 1
    } else {
      const bare = /[^\s#,{}()"]+/y
      bare.lastIndex = at
      const word = bare.exec(entry)?.[0] ?? ''
      pieces.push(word)
      if (word !== '' && !/^\d+$/.test(word)) macros.push(word.toLowerCase())
      at += word.length
    }
    at = afterBlanks(entry, at)
    if (entry[at] !== '#') return {value: pieces.join(''), macros, end: at}
    at++
  }
}

function afterBlanks(entry: string, at: number): number {
  const blanks = /\s*/y
  blanks.lastIndex = at
  blanks.exec(entry)
  return blanks.lastIndex
}

/** Where the brace or quotation mark at `open` is closed; the end of the entry when it is not. */
function closeOf(entry: string, open: number): number {
  const isQuoted = entry[open] === '"'
  let depth = 0
  for (let at = open + (isQuoted ? 1 : 0); at < entry.length; at++) {
    const char = entry[at]
    if (char === '\\') at++
    else if (char === '{') depth++
    else if (char === '}' && --depth === 0 && !isQuoted) return at
    else if (char === '"' && isQuoted && depth === 0) return at
  }
  return entry.length
}
