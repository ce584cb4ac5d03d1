import {mkdirSync, writeFileSync} from 'node:fs'
import {cpus, totalmem} from 'node:os'
import {clauses} from './clauses.ts'
import {manyFiles} from './many-files.ts'
import type {Row} from './measure.ts'
import {peers} from './peers.ts'
import {quotations} from './quotations.ts'
import {startUp} from './start-up.ts'

const questions: readonly {readonly title: string; readonly ask: () => readonly Row[] | Promise<readonly Row[]>}[] = [
  {title: 'Whole processes', ask: startUp},
  {title: 'Quotations', ask: quotations},
  {title: 'Clauses', ask: clauses},
  {title: 'Many files', ask: manyFiles},
  {title: 'Peers', ask: peers}
]

const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`

const parts: string[] = []
for (const {title, ask} of questions) parts.push(`## ${title}\n\n${tableOf(await ask())}\n`)
const page = `# Measured\n\nOn ${machine}. Times are milliseconds, the least and the median of the runs; ratios are of the least ones in the same run.\n\n${parts.join('\n')}`

function tableOf(rows: readonly Row[]): string {
  return [
    '| what | least | median | ratio | peak MB | target |',
    '|---|---:|---:|---:|---:|---|',
    ...rows.map(
      row =>
        `| ${row.what} | ${inMilliseconds(row.least)} | ${inMilliseconds(row.median)} | ${Number.isNaN(row.ratio) ? '' : row.ratio.toFixed(2)} | ${row.peak?.toFixed(0) ?? ''} | ${row.target ?? ''} |`
    )
  ].join('\n')
}

/** Whole milliseconds, or hundredths where they matter. */
function inMilliseconds(time: number): string {
  if (Number.isNaN(time)) return ''
  return time < 20 ? time.toFixed(2) : time.toFixed(0)
}

mkdirSync('bench', {recursive: true})
writeFileSync('bench/results.md', page)
process.stdout.write(page)
