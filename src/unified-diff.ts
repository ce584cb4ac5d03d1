/** Lines of context around a change. */
const around = 3

/** A line of a diff: kept, taken out or put in. */
interface Line {
  readonly sign: ' ' | '-' | '+'
  readonly text: string
}

/**
 * The changes between two texts as a unified diff (POSIX `diff -u`), with three lines of context;
 * empty when there are none. `path` is written after `a/` and `b/`, as git and patch read it.
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return ''
  const lines = diffLines(linesOf(before), linesOf(after))
  const hunks = hunksOf(lines).map(([from, to]) => hunkText(lines, from, to))
  return `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`
}

/** Lines with their breaks; the last one may have none. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** Common lines at both ends are set aside; what is between is compared. */
function diffLines(a: readonly string[], b: readonly string[]): Line[] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const kept = (text: string): Line => ({sign: ' ', text})
  return [
    ...a.slice(0, start).map(kept),
    ...shortestEdit(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map(kept)
  ]
}

/** Beyond so many changed lines the whole stretch is replaced: the cost grows with their square. */
const mostChanges = 1500

/** The shortest edit script; Myers, "An O(ND) Difference Algorithm and Its Variations" (1986). */
function shortestEdit(a: readonly string[], b: readonly string[]): Line[] {
  const reach = new Map<number, number>([[1, 0]])
  const rounds: ReadonlyMap<number, number>[] = []
  for (let d = 0; d <= Math.min(a.length + b.length, mostChanges); d++) {
    rounds.push(new Map(reach))
    for (let k = -d; k <= d; k += 2) {
      let x = isDown(reach, k, d) ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      reach.set(k, x)
      if (x >= a.length && x - k >= b.length) return wayBack(rounds, a, b)
    }
  }
  return [...a.map(text => ({sign: '-', text}) as const), ...b.map(text => ({sign: '+', text}) as const)]
}

function isDown(reach: ReadonlyMap<number, number>, k: number, d: number): boolean {
  return k === -d || (k !== d && (reach.get(k - 1) ?? 0) < (reach.get(k + 1) ?? 0))
}

/** Follows the rounds from the end of both texts to their start. */
function wayBack(rounds: readonly ReadonlyMap<number, number>[], a: readonly string[], b: readonly string[]): Line[] {
  const lines: Line[] = []
  let [x, y] = [a.length, b.length]
  for (let d = rounds.length - 1; d >= 0; d--) {
    const reach = rounds[d] ?? new Map<number, number>()
    const from = isDown(reach, x - y, d) ? x - y + 1 : x - y - 1
    const startX = d === 0 ? 0 : (reach.get(from) ?? 0)
    const startY = d === 0 ? 0 : startX - from
    while (x > startX && y > startY) {
      x--
      y--
      lines.push({sign: ' ', text: a[x] ?? ''})
    }
    if (d === 0) break
    if (x === startX) lines.push({sign: '+', text: b[--y] ?? ''})
    else lines.push({sign: '-', text: a[--x] ?? ''})
  }
  return lines.reverse()
}

/** Stretches of lines that hold changes with their context; those that touch are one. */
function hunksOf(lines: readonly Line[]): [number, number][] {
  const hunks: [number, number][] = []
  lines.forEach(({sign}, index) => {
    if (sign === ' ') return
    const [from, to] = [Math.max(0, index - around), Math.min(lines.length, index + around + 1)]
    const last = hunks.at(-1)
    if (last && from <= last[1]) last[1] = to
    else hunks.push([from, to])
  })
  return hunks
}

function hunkText(lines: readonly Line[], from: number, to: number): string {
  const inside = lines.slice(from, to)
  const ranges = (['+', '-'] as const).map(other => {
    const start = lines.slice(0, from).filter(({sign}) => sign !== other).length
    const count = inside.filter(({sign}) => sign !== other).length
    return `${count === 0 ? start : start + 1}${count === 1 ? '' : `,${count}`}`
  })
  const body = inside.map(({sign, text}) =>
    text.endsWith('\n') ? sign + text : `${sign}${text}\n\\ No newline at end of file\n`
  )
  return `@@ -${ranges[0]} +${ranges[1]} @@\n${body.join('')}`
}
