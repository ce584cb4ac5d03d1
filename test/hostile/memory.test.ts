import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {packageFolder} from '../memory-host.ts'
import {monsters, refused} from './monsters.ts'

const folder = mkdtempSync(join(tmpdir(), 'whereas-memory-'))
afterAll(() => rmSync(folder, {recursive: true}))

/** Megabytes of heap, beyond which Node ends the process with a signal; measured: less than half of it. */
const limit = 400

const greedy = [
  'clauses',
  'notes',
  'open quotation marks',
  'quotations, each with its citation',
  'sources cited',
  'one long word',
  'emoji'
]

test('monsters at their larger size, and those that are refused, are checked in bounded memory', () => {
  const chosen = monsters.filter(({name}) => greedy.includes(name))
  expect(chosen).toHaveLength(greedy.length)
  const texts = [...chosen.map(({file, size}) => file(4 * size)), ...refused.map(({yaml}) => yaml)]
  const names = texts.map((text, index) => {
    writeFileSync(join(folder, `${index}.yaml`), text)
    return `${index}.yaml`
  })
  writeFileSync(join(folder, 'a.txt'), 'Everywhere people read books. '.repeat(50))
  const args = [
    `--max-old-space-size=${limit}`,
    join(packageFolder, 'bin/whereas.js'),
    'check',
    '--jobs',
    '1',
    ...names
  ]
  const {status, signal, stderr} = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28
  })
  expect({signal, stderr}).toEqual({signal: null, stderr: ''})
  expect(status).toBe(2)
})
