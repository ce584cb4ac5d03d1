import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {measureWhereas, type Row, rowOf} from './measure.ts'
import {draftOf, sourceOf} from './texts.ts'

/** How long do a thousand resolutions take in one call, and how much memory? Ratios are to the first row. */
export function manyFiles(): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'whereas-many-'))
  try {
    const shared = writeFiles(join(folder, 'shared'), 1000, 1)
    const own = writeFiles(join(folder, 'own'), 1000, 1000)
    const more = writeFiles(join(folder, 'more'), 4000, 4000)
    const check = (files: readonly string[], ...args: string[]) =>
      measureWhereas(['check', '--format', 'compact', ...args, ...files], 3, [0, 1])
    const one = check(shared, '--jobs', '1')
    return [
      rowOf('check 1,000 files that cite one source, --jobs 1', one, one, 'at most 20,000'),
      rowOf('check them on all cores', check(shared), one),
      rowOf('check 1,000 files with a source of 100 kB each, --jobs 1', check(own, '--jobs', '1'), one),
      rowOf('check them on all cores', check(own), one),
      rowOf('check 4,000 files with a source of 100 kB each', check(more), one),
      rowOf(
        'check --format json 1,000 files',
        measureWhereas(['check', '--format', 'json', ...shared], 3, [0, 1]),
        one
      ),
      rowOf(
        'build --to md 1,000 files',
        measureWhereas(['build', '--to', 'md', '--draft', '--out-dir', join(folder, 'out'), ...shared], 2, [0, 1]),
        one
      )
    ]
  } finally {
    rmSync(folder, {recursive: true})
  }
}

/** Writes so many files, neighbours of which share a source when there are fewer sources. */
function writeFiles(folder: string, count: number, sources: number): string[] {
  mkdirSync(folder, {recursive: true})
  const lines: string[][] = []
  for (let number = 0; number < sources; number++) {
    lines.push(sourceOf(100_000, number).slice(0, 40))
    writeFileSync(join(folder, `s${number}.txt`), sourceOf(100_000, number).join('\n'))
  }
  return Array.from({length: count}, (_, index) => {
    const number = Math.floor((index * sources) / count)
    const path = join(folder, `r${index}.resolution.yaml`)
    writeFileSync(path, draftOf(3, lines[number] ?? [], `s${number}.txt`, index))
    return path
  })
}
