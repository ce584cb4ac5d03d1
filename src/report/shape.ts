/** What a value of a JSON file must be like. Keys that are not named are of no account. */
export type Shape =
  | {readonly kind: 'text' | 'number' | 'textOrNull'}
  | {readonly kind: 'word'; readonly words: readonly string[]}
  | {readonly kind: 'list'; readonly of: Shape}
  | {readonly kind: 'map'; readonly keys: Readonly<Record<string, Shape>>; readonly isOptional: readonly string[]}

export const text: Shape = {kind: 'text'}
export const number: Shape = {kind: 'number'}
export const textOrNull: Shape = {kind: 'textOrNull'}

export function word(words: readonly string[]): Shape {
  return {kind: 'word', words}
}

export function list(of: Shape): Shape {
  return {kind: 'list', of}
}

/** A map with keys that must be there and keys that may be there. */
export function map(required: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape {
  return {kind: 'map', keys: {...required, ...optional}, isOptional: Object.keys(optional)}
}

/** The first value that is not like its shape, in the words of a message; undefined when all is well. */
export function faultOf(value: unknown, shape: Shape, at: string): string | undefined {
  if (shape.kind === 'map' && isMap(value)) {
    for (const [key, inner] of Object.entries(shape.keys)) {
      const part = Object.hasOwn(value, key) ? value[key] : undefined
      if (part === undefined && shape.isOptional.includes(key)) continue
      const fault = faultOf(part, inner, at === '' ? key : `${at}.${key}`)
      if (fault !== undefined) return fault
    }
    return undefined
  }
  if (shape.kind === 'list' && Array.isArray(value)) {
    for (const [index, part] of value.entries()) {
      const fault = faultOf(part, shape.of, `${at}[${index}]`)
      if (fault !== undefined) return fault
    }
    return undefined
  }
  if (isLike(value, shape)) return undefined
  return `${at === '' ? 'it' : `\`${at}\``} is ${value === undefined ? 'missing' : nameOf(value)}, expected ${wanted(shape)}`
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isLike(value: unknown, shape: Shape): boolean {
  if (shape.kind === 'number') return Number.isSafeInteger(value) && Number(value) >= 0
  if (shape.kind === 'textOrNull' && value === null) return true
  if (shape.kind === 'word') return typeof value === 'string' && shape.words.includes(value)
  return (shape.kind === 'text' || shape.kind === 'textOrNull') && typeof value === 'string'
}

function nameOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'a map'
  return typeof value === 'string' && value.length > 40 ? 'a text' : `\`${JSON.stringify(value)}\``
}

function wanted(shape: Shape): string {
  if (shape.kind === 'word') return `one of ${shape.words.map(each => `\`${each}\``).join(', ')}`
  const names = {text: 'a text', textOrNull: 'a text', number: 'a whole number', list: 'a list', map: 'a map'}
  return names[shape.kind]
}
