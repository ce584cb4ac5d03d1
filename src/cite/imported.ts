import type {Place, SourceField, SourceValue} from '../tree/index.ts'
import {textAt} from './json.ts'

/** Values of another format as fields of a source, all at one place; what is empty is left out. */
export function fieldsOf(values: Readonly<Record<string, unknown>>, place: Place): readonly SourceField[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const source = sourceValue(value, place)
    return source === undefined || key.startsWith('_') ? [] : [{key: textAt(key, place), value: source}]
  })
}

function sourceValue(value: unknown, place: Place): SourceValue | undefined {
  if (typeof value === 'string' || typeof value === 'number') return textAt(String(value), place)
  if (Array.isArray(value)) {
    return {type: 'list', items: value.flatMap(item => sourceValue(item, place) ?? []), place}
  }
  if (typeof value !== 'object' || value === null) return undefined
  return {type: 'map', fields: fieldsOf(value as Readonly<Record<string, unknown>>, place), place} // Just shown to be one.
}
