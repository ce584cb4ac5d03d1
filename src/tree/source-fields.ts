/** A value of a source that is to be written: text, a list, or a map. */
export type SourceFieldValue = string | readonly SourceFieldValue[] | SourceFieldMap

export interface SourceFieldMap {
  readonly [key: string]: SourceFieldValue
}

/**
 * An entry of `sources` that is to be written, in the form of CSL-YAML: variables of CSL, and beside them
 * `text`, `archive` and `sha256`. Every scalar is text. The order of the keys is the order in which they are printed.
 */
export type SourceFields = SourceFieldMap

/** Whether a value is a list; `Array.isArray` does not tell it of readonly lists. */
export function isFieldList(value: SourceFieldValue): value is readonly SourceFieldValue[] {
  return Array.isArray(value)
}
