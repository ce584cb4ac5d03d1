import type {Place, ResolvedResolution} from '../../tree/index.ts'
import {isHandNumbered, type NoteMark, noteMarks} from './note-marks.ts'
import {type Spot, type Spotted, spotOf} from './note-spot.ts'

/** Hand-numbered references that stand together, or one mark of another kind. */
export interface NoteRun extends Spotted {
  /** As typed. */
  readonly words: string
  /** Such as `note 4`; `the note` for one that is numbered automatically. */
  readonly name: string
  readonly place: Place
  readonly isHandNumbered: boolean
  readonly spot: Spot
}

/** The marks of the clauses with the spots where they should stand. */
export function noteRuns({resolution, template}: ResolvedResolution): NoteRun[] {
  const runs: NoteMark[][] = []
  for (const mark of noteMarks(resolution)) {
    const last = runs.at(-1)?.at(-1)
    const isTogether = last?.clause === mark.clause && last.end === mark.start
    if (isTogether && isHandNumbered(last) && isHandNumbered(mark)) runs.at(-1)?.push(mark)
    else runs.push([mark])
  }
  return runs.flatMap(run => {
    const [first] = run
    const last = run.at(-1)
    if (!first || !last) return []
    const {clause, start, quotation, node} = first
    const spotted = {clause, start, end: last.end, quotation}
    return {
      ...spotted,
      words: clause.text.value.slice(start, last.end),
      name: node.type === 'noteReference' ? `note ${node.label.value}` : 'the note',
      place: {start: node.place.start, end: last.node.place.end},
      isHandNumbered: isHandNumbered(first),
      spot: spotOf(spotted, template.notes.placement)
    }
  })
}
