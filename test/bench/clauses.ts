import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {measureWhereas, type Row, rowOf} from './measure.ts'
import {draftOf, sourceOf} from './texts.ts'

/** How do a check and a build grow with the clauses, each with a quotation and a note? Ratios are to one clause. */
export function clauses(): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'whereas-clauses-'))
  const counts = [1, 10, 100, 1000]
  try {
    const lines = sourceOf(150_000, 0)
    writeFileSync(join(folder, 's.txt'), lines.join('\n'))
    const files = counts.map(count => {
      const path = join(folder, `r${count}.resolution.yaml`)
      writeFileSync(path, draftOf(count, lines, 's.txt', 0))
      return path
    })
    const ways = [
      {what: 'check', args: ['check'], target: 'at most 1,000'},
      {
        what: 'build --to md,docx,pdf',
        args: ['build', '--draft', '--out-dir', folder],
        target: 'at most 3,000 and 300 MB'
      }
    ]
    return ways.flatMap(({what, args, target}) => {
      const timings = files.map(file => measureWhereas([...args, file], 5, [0, 1]))
      const [first] = timings
      return timings.flatMap((timing, index) => {
        const count = counts[index] ?? 0
        const clauses = count === 1 ? '1 clause' : `${count.toLocaleString('en')} clauses`
        return first ? rowOf(`${what}, ${clauses}`, timing, first, count === 1000 ? target : undefined) : []
      })
    })
  } finally {
    rmSync(folder, {recursive: true})
  }
}
