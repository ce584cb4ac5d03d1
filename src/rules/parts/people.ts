import type {Person, Place, Resolution} from '../../tree/index.ts'

/** Whether a resolution still has people behind it whom its readers must find: a draft, or one that is submitted. */
export function isOpen({status}: Resolution): boolean {
  return ['draft', 'submitted'].includes(status?.value ?? 'draft')
}

/** A draft may have nobody yet; what is submitted must. */
export function severityOf({status}: Resolution): 'warning' | 'error' {
  return status?.value === 'submitted' ? 'error' : 'warning'
}

/** Where to say that a key is missing: at the title, or at the start of the file. */
export function headOf({title, place}: Resolution): Place {
  return title?.place ?? {start: place.start, end: place.start}
}

const bodies =
  /(?<![A-Za-zÀ-ʯͰ-῿])(?:Assembly|Board|Branch|Caucus|Chapter|Commission|Committee|Council|Delegation|Division|Interest Group|Local \d+|Office|Round ?Table|Section|Senate|Task Force|Working Group)(?![A-Za-zÀ-ʯͰ-῿])/

/** Whether it is a committee or another body rather than a person. */
export function isUnit({name, unit}: Person): boolean {
  return name ? bodies.test(name.value) : unit !== undefined
}
