import type {PrintedBlock, PrintedClause} from '../tree/index.ts'

/** Numbered resolved clauses that follow each other. */
export interface PrintedList {
  readonly type: 'resolvedList'
  readonly clauses: readonly PrintedClause[]
}

/** Gathers the numbered resolved clauses that stand together, for formats whose lists are one element. */
export function gatherLists(blocks: readonly PrintedBlock[]): readonly (PrintedBlock | PrintedList)[] {
  const gathered: (PrintedBlock | PrintedList)[] = []
  let clauses: PrintedClause[] = []
  for (const block of blocks) {
    const isItem = block.type === 'resolvedClause' && block.number !== undefined
    if (!isItem) {
      clauses = []
      gathered.push(block)
      continue
    }
    if (clauses.length === 0) gathered.push({type: 'resolvedList', clauses})
    clauses.push(block)
  }
  return gathered
}

/** The number of a clause when it is printed as list markers are, `12.`; undefined for any other form. */
export function listNumber(clause: PrintedClause): number | undefined {
  const match = /^([1-9]\d{0,8}|0)\.$/.exec(clause.number ?? '')
  return match ? Number(match[1]) : undefined
}
