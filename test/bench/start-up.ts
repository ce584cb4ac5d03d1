import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type Row, rowOf, timeInTurn} from './measure.ts'

/** What does a command cost as a whole process, against Node alone in the same run? */
export function startUp(): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'whereas-bench-'))
  const whereas = (...args: string[]): string[] => ['bin/whereas.js', ...args]
  const example = 'examples/full.resolution.yaml'
  const fiveSources = 'examples/press-freedom.resolution.yaml'
  const build = (to: string): string[] => whereas('build', '--to', to, '--out-dir', folder, example)
  const questions: readonly (readonly [string, readonly string[], string?])[] = [
    ['node -e 0', ['-e', '0']],
    ['whereas --version', whereas('--version')],
    ['whereas check, five sources', whereas('check', fiveSources), 'at most 2.5'],
    ['whereas check, twelve sources', whereas('check', example)],
    ['whereas check --format json', whereas('check', '--format', 'json', example)],
    ['whereas verify', whereas('verify', 'the right to freedom of opinion', 'examples/sources/udhr.txt')],
    ['whereas evidence', whereas('evidence', '--out-dir', folder, example)],
    ['whereas explain misquotation', whereas('explain', 'misquotation')],
    ...['md', 'docx', 'pdf', 'html', 'txt'].map(to => [`whereas build --to ${to}`, build(to)] as const),
    ['whereas build --to md,docx,pdf', build('md,docx,pdf'), 'at most 6']
  ]
  try {
    const timings = timeInTurn(questions.map(([, args]) => args))
    const bare = timings[0] ?? {least: Number.NaN, median: Number.NaN}
    return questions.map(([what, , target], index) => rowOf(what, timings[index] ?? bare, bare, target))
  } finally {
    rmSync(folder, {recursive: true})
  }
}
