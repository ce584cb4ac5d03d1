/** What a place in a YAML file may hold. One shape gives the check, the JSON Schema and the editor's help. */
export type Shape = TextShape | FlagShape | NumberShape | ListShape | MapShape | RecordShape | AnyShape

/** Words. With `values` only these; with `format` only what fits it. `isBlankAllowed`: blanks alone are words too. */
export interface TextShape {
  readonly kind: 'text'
  readonly format?: Format
  readonly values?: ValueList
  readonly isBlankAllowed?: boolean
}

/** The words a text may be, and what they are called: "a status". */
export interface ValueList {
  readonly name: string
  readonly values: readonly string[]
}

/** How a text must be written. `pattern` is a regular expression that JSON Schema understands, for the whole text. */
export interface Format {
  readonly rule: 'malformed-date' | 'unknown-value' | 'unknown-key'
  readonly name: string
  readonly pattern: string
  /** What fits, for messages: "a day such as `2026-06-28`". */
  readonly expected: string
  /** What the pattern cannot tell. */
  readonly isReal?: (text: string) => boolean
}

/** `true` or `false`. */
export interface FlagShape {
  readonly kind: 'flag'
}

export interface NumberShape {
  readonly kind: 'number'
  readonly least: number
  readonly most: number
}

/** Several of one kind; `orOne`: a lone one needs no list. */
export interface ListShape {
  readonly kind: 'list'
  readonly items: Shape
  readonly orOne?: boolean
}

/** A map of known keys. */
export interface MapShape {
  readonly kind: 'map'
  /** "a clause". */
  readonly name: string
  readonly keys: Keys
  /** The key that a lone text stands for. */
  readonly short?: string
  /** One of these keys must be given. */
  readonly oneOf?: readonly string[]
  /** Its name in the JSON Schema, where it is written once. */
  readonly definition?: string
}

/** A map whose keys are the drafter's own: note numbers, ids of sources. */
export interface RecordShape {
  readonly kind: 'record'
  readonly keyFormat?: Format
  readonly value: Shape
  /** Whether an entry may be empty as far as reading goes; a rule speaks of it. */
  readonly isEmptyAllowed?: true
  /** What one entry is, for the editor. */
  readonly description: string
}

/** Anything; read, never checked. */
export interface AnyShape {
  readonly kind: 'any'
}

/** The keys of a map in the order in which they are suggested. */
export type Keys = Readonly<Record<string, Key>>

export interface Key {
  readonly shape: Shape
  /** A sentence or two: the help that editors show. */
  readonly description: string
  /** How grave it is when the key is missing or empty; absent for an optional key. */
  readonly need?: 'error' | 'warning'
  readonly examples?: readonly unknown[]
  readonly default?: unknown
}

export const text: TextShape = {kind: 'text'}
export const flag: FlagShape = {kind: 'flag'}
export const anything: AnyShape = {kind: 'any'}
/** One text or a list of them. */
export const texts: ListShape = {kind: 'list', items: text, orOne: true}

const daysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A day of the calendar, leap years counted. */
export const date: Format = {
  rule: 'malformed-date',
  name: 'a date',
  pattern: '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])',
  expected: 'a day such as `2026-06-28`',
  isReal: text => {
    const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
    const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
    return day <= (daysOfMonths[month - 1] ?? 0) && (isLeap || month !== 2 || day < 29)
  }
}

/** A shape in words, for "expected …". */
export function expected(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      return shape.format?.expected ?? (shape.values ? shape.values.name : 'text')
    case 'flag':
      return '`true` or `false`'
    case 'number':
      return `a number from ${shape.least} to ${shape.most}`
    case 'list':
      return shape.orOne ? `${expected(shape.items)} or a list` : 'a list'
    case 'map':
      return shape.short ? `text or ${keyList(shape)}` : keyList(shape)
    case 'record':
      return 'a map'
    case 'any':
      return 'a value'
  }
}

/** "keys such as `name`, `unit`". */
function keyList(shape: MapShape): string {
  const names = Object.keys(shape.keys)
  const few = names.slice(0, 4).map(name => `\`${name}\``)
  return `${names.length > few.length ? 'keys such as' : 'the keys'} ${few.join(', ')}`
}
