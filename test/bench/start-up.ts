import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type Row, rowOf, timeProcess} from './measure.ts'

/** What does a command cost as a whole process, against Node alone in the same run? */
export function startUp(): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'whereas-bench-'))
  const whereas = (...args: string[]): string[] => ['bin/whereas.js', ...args]
  const node = process.execPath
  const example = 'examples/full.resolution.yaml'
  try {
    const bare = timeProcess(node, ['-e', '0'])
    return [
      rowOf('node -e 0', bare, bare),
      rowOf('whereas --version', timeProcess(node, whereas('--version')), bare),
      rowOf('whereas check', timeProcess(node, whereas('check', example)), bare, 'at most 2.5'),
      rowOf('whereas check --format json', timeProcess(node, whereas('check', '--format', 'json', example)), bare),
      ...['md', 'docx', 'pdf', 'html', 'txt', 'md,docx,pdf'].map(to =>
        rowOf(
          `whereas build --to ${to}`,
          timeProcess(node, whereas('build', '--to', to, '--out-dir', folder, example)),
          bare,
          to === 'md,docx,pdf' ? 'at most 6' : undefined
        )
      )
    ]
  } finally {
    rmSync(folder, {recursive: true})
  }
}
