import type {Compiled} from './compile.ts'
import {keepsAll} from './kept.ts'
import type {Diagnostic, Edit, Fix} from './tree/index.ts'

/** A text with its fixes made. */
export interface Fixed {
  readonly text: string
  /** How many findings were mended. */
  readonly count: number
}

export interface FixOptions {
  /** Whether words inside quotation marks may be changed. */
  readonly isOfQuotations?: boolean
  /** Which findings are to be mended; all of them unless it is given. */
  readonly isWanted?: (diagnostic: Diagnostic) => boolean
}

/** After so many passes what is left stays; fixes that touch wait for the next pass. */
const mostPasses = 10

const byteOrderMark = '\uFEFF'

/**
 * Makes the first fix of each finding, until there is nothing left to make. A fix is made only when the result
 * still reads and no clause, note, citation or quotation is lost. Every character outside the edits stays.
 * Fixing a fixed text changes nothing: fixes that undo each other are not made at all.
 * `look` checks a text of the file; its places are those of the text without a byte order mark.
 */
export async function fixText(
  text: string,
  look: (text: string) => Promise<Compiled>,
  options: FixOptions = {}
): Promise<Fixed> {
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : ''
  const seen: State[] = [{text: text.slice(mark.length), count: 0, compiled: await look(text)}]
  for (let pass = 0; pass < mostPasses; pass++) {
    const state = seen.at(-1)
    const next = state && (await onePass(state, look, options))
    if (!next) break
    const earlier = seen.findIndex(each => each.text === next.text)
    // Here fixes undo each other: where that began is the one text that fixing again leads back to.
    if (earlier >= 0) return {text: mark + next.text, count: seen[earlier]?.count ?? 0}
    seen.push(next)
  }
  const {text: fixed, count} = seen.at(-1) ?? {text, count: 0}
  return {text: mark + fixed, count}
}

interface State {
  readonly text: string
  readonly count: number
  readonly compiled: Compiled
}

/** Makes the fixes of one look at a text; undefined when none can be made. */
async function onePass(
  {text, count, compiled}: State,
  look: (text: string) => Promise<Compiled>,
  options: FixOptions
): Promise<State | undefined> {
  let made: readonly Fix[] = []
  let best: State | undefined
  /** Tries fixes together; when together they do harm, half of them at a time: n fixes take at most 2n looks. */
  const attempt = async (fixes: readonly Fix[]): Promise<void> => {
    if (fixes.length === 0) return
    const together = [...made, ...fixes]
    const after = applyEdits(
      text,
      together.flatMap(fix => fix.edits)
    )
    const looked = after === text ? undefined : await look(after)
    if (looked && keepsAll(compiled, looked, options.isOfQuotations ?? false)) {
      made = together
      best = {text: after, count: count + together.length, compiled: looked}
    } else if (fixes.length > 1) {
      const half = fixes.length >> 1
      await attempt(fixes.slice(0, half))
      await attempt(fixes.slice(half))
    }
  }
  await attempt(apart(fixesOf(compiled, text, options)))
  return best
}

/** The first fix of each finding in the file itself that may be made. */
function fixesOf({diagnostics, resolved, isReadable}: Compiled, text: string, options: FixOptions): Fix[] {
  if (!isReadable) return []
  const {isOfQuotations = false, isWanted = () => true} = options
  return diagnostics.filter(isWanted).flatMap(({path, fixes}) => {
    const fix = path === resolved?.resolution.file.path ? fixes?.[0] : undefined
    if (!fix || (fix.isOfQuotation && !isOfQuotations)) return []
    const edits = inOrder(fix.edits)
    const isSound = edits.every(
      ({place}, index) =>
        place.end.offset <= text.length && (edits[index - 1]?.place.end.offset ?? 0) <= place.start.offset
    )
    return isSound && edits.length > 0 ? {...fix, edits} : []
  })
}

/** Of fixes that overlap or touch only the first: what the others would do is looked at again in the next pass. */
function apart(fixes: readonly Fix[]): Fix[] {
  const chosen: Fix[] = []
  const taken: Edit[] = []
  const touches = (a: Edit, b: Edit): boolean =>
    a.place.start.offset <= b.place.end.offset && b.place.start.offset <= a.place.end.offset
  for (const fix of fixes) {
    if (fix.edits.some(edit => taken.some(other => touches(edit, other)))) continue
    chosen.push(fix)
    taken.push(...fix.edits)
  }
  return chosen
}

/** Puts edits into a text; they must not overlap. New lines break as the text's own do. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const parts: string[] = []
  let at = 0
  for (const {place, text: put} of inOrder(edits)) {
    parts.push(text.slice(at, place.start.offset), put.replace(/\r?\n/g, lineEnd))
    at = place.end.offset
  }
  return [...parts, text.slice(at)].join('')
}

function inOrder(edits: readonly Edit[]): Edit[] {
  return edits.toSorted(
    (a, b) => a.place.start.offset - b.place.start.offset || a.place.end.offset - b.place.end.offset
  )
}
