import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {compile} from '../../src/index.ts'
import {missingRow, type Row, rowOf, timeProcess} from './measure.ts'

const example = 'examples/full.resolution.yaml'

/** How do we stand beside programs that do a part of it? The same clauses, sources and citation style; those that are here. */
export async function peers(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'whereas-peers-'))
  try {
    const draft = await writeTwin(folder)
    const whereas = (...args: string[]) =>
      timeProcess(process.execPath, ['bin/whereas.js', ...args, '--out-dir', folder, example])
    const word = whereas('build', '--to', 'docx')
    const pdf = whereas('build', '--to', 'pdf')
    const check = timeProcess(process.execPath, ['bin/whereas.js', 'check', example])
    const cite = ['--citeproc', '--bibliography', join(folder, 'refs.json'), '--csl', 'templates/ala/notes.csl']
    const engine = ['weasyprint', 'xelatex', 'pdflatex'].find(has)
    return [
      rowOf('whereas build --to docx', word, word),
      peer('pandoc', [draft, ...cite, '-o', join(folder, 'peer.docx')], 'pandoc with citeproc to DOCX', word),
      rowOf('whereas build --to pdf', pdf, pdf),
      engine === undefined
        ? missingRow('pandoc with a PDF engine')
        : peer(
            'pandoc',
            [draft, ...cite, `--pdf-engine=${engine}`, '-o', join(folder, 'peer.pdf')],
            `pandoc with citeproc and ${engine} to PDF`,
            pdf
          ),
      rowOf('whereas check', check, check),
      peer('markdownlint', [draft], 'markdownlint', check),
      peer('textlint', [draft], 'textlint', check)
    ]
  } finally {
    rmSync(folder, {recursive: true})
  }
}

function has(program: string): boolean {
  return spawnSync(program, ['--version'], {stdio: 'ignore'}).status === 0
}

function peer(program: string, args: readonly string[], what: string, ours: {least: number; median: number}): Row {
  // A linter ends with 1 when it finds something.
  return has(program) ? rowOf(what, timeProcess(program, args, 10, [0, 1]), ours) : missingRow(what)
}

/** The clauses of the example as Markdown with the citations as typed, and its sources as CSL-JSON. */
async function writeTwin(folder: string): Promise<string> {
  const {resolved} = await compile(readFileSync(example, 'utf8'), {path: example})
  if (!resolved) throw new Error(`${example} cannot be read`)
  const {whereas, resolved: actions} = resolved.resolution
  const draft = join(folder, 'draft.md')
  writeFileSync(draft, [...whereas, ...actions].map(({text}) => `${text.value}\n`).join('\n'))
  writeFileSync(join(folder, 'refs.json'), JSON.stringify(resolved.sources.map(({item}) => item)))
  return draft
}
