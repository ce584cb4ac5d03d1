import type {Text} from '../tree/index.ts'
import {type Field, type MapValue, trimmed, type Value} from './value.ts'

/** The value of a key; undefined where the key is missing. */
export function valueIn(map: MapValue, name: string): Value | undefined {
  return map.fields.find(({key}) => key.value === name)?.value
}

/** The words of a key, blanks around them left out; undefined unless there are any. */
export function textOf(map: MapValue, name: string): Text | undefined {
  const value = valueIn(map, name)
  if (value?.type !== 'text') return undefined
  const words = trimmed(value)
  return words.value === '' ? undefined : words
}

/** The items of a key; a lone value counts as a list of one. */
export function itemsOf(map: MapValue, name: string): readonly Value[] {
  const value = valueIn(map, name)
  if (value === undefined || value.type === 'nothing') return []
  return value.type === 'list' ? value.items : [value]
}

/** The texts of a key that may hold one or several. */
export function textsOf(map: MapValue, name: string): Text[] {
  return itemsOf(map, name).flatMap(item => {
    const words = item.type === 'text' ? trimmed(item) : undefined
    return words && words.value !== '' ? [words] : []
  })
}

/** The map under a key. */
export function mapOf(map: MapValue, name: string): MapValue | undefined {
  const value = valueIn(map, name)
  return value?.type === 'map' ? value : undefined
}

/** The entries of the map under a key. */
export function fieldsOf(map: MapValue, name: string): readonly Field[] {
  return mapOf(map, name)?.fields ?? []
}

/** `true` or `false`; undefined for anything else. */
export function flagOf(map: MapValue, name: string): boolean | undefined {
  const word = textOf(map, name)?.value.toLowerCase()
  return word === 'true' || word === 'false' ? word === 'true' : undefined
}
