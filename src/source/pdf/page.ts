import type {Line, Segment} from './lines.ts'

/** A page as it is read in; `count` is 1 for the first. */
export interface PageText {
  readonly count: number
  /** The label that the file gives it. */
  readonly label: string | undefined
  /** What runs the way most letters do. */
  readonly main: readonly Segment[]
  /** What runs otherwise: one list a direction. */
  readonly others: readonly (readonly Segment[])[]
}

/** A page without its running head and foot. */
export interface TrimmedPage extends PageText {
  /** The number printed in the head or foot. */
  readonly printed: string | undefined
}

/** A page as it is read: columns of lines, the notes at its foot apart. */
export interface ReadPage {
  readonly names: readonly string[]
  readonly body: readonly (readonly Line[])[]
  readonly notes: readonly (readonly Line[])[]
}
