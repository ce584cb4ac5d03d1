import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import type {CheckJob} from '../../src/cli/check-file.ts'
import {run} from '../../src/cli/index.ts'
import {begin, type Calling, type Done, type Outcome} from '../../src/cli/works.ts'
import {nodeThreads} from '../../src/node-threads.ts'
import type {Host, Thread, Threads} from '../../src/tree/index.ts'
import {memoryHost} from '../memory-host.ts'

const draft = (n: number): string => `title: R ${n}\nwhereas: ["x ${n} [@nobody]"]\nresolved: [acts]\n`
const files = Object.fromEntries(Array.from({length: 100}, (_, n) => [`r${n}.yaml`, draft(n)]))
const names = Object.keys(files)

/** Threads that work here, each waiting its turn by a number of ticks; `meet` may stand in the way of a task. */
function threadsHere(host: Host, meet: (file: string) => void = () => {}): Threads & {readonly ended: number[]} {
  const ended: number[] = []
  let started = 0
  return {
    ended,
    cores: 4,
    start: async calling => {
      const number = started++
      const work = begin(structuredClone(calling) as Calling<'check'>, host) // what `check` sends
      const thread: Thread = {
        work: async task => {
          for (let tick = 0; tick < (number * 7) % 5; tick++) await Promise.resolve()
          const outcomes: Outcome<'check'>[] = []
          for (const job of structuredClone(task) as CheckJob[]) {
            meet(job.file)
            outcomes.push(await work(job))
          }
          return structuredClone({outcomes} satisfies Done<Outcome<'check'>>)
        },
        end: async () => {
          ended.push(number)
        }
      }
      return thread
    }
  }
}

describe('work that is shared out', () => {
  test('comes back in the order of the command line, and all threads end', async () => {
    const [alone, shared] = [memoryHost({...files}), memoryHost({...files})]
    await run(['check', '--format', 'json', ...names], alone)
    const threads = threadsHere(shared)
    await run(['check', '--format', 'json', ...names], {...shared, threads})
    expect(shared.out()).toBe(alone.out())
    expect(threads.ended.sort()).toEqual([0, 1, 2])
  })

  test('a thread that dies ends the call with status 3, after what came before it', async () => {
    const host = memoryHost({...files, 'r0.yaml': 'x: "'})
    const threads = threadsHere(host, file => {
      if (file === 'r60.yaml') throw new Error('a thread ended with 7 in the middle of its work')
    })
    const status = await run(['check', '--jobs', '3', 'none.yaml', ...names], {...host, threads})
    expect(status).toBe(3)
    expect(host.out()).toBe('')
    expect(host.error()).toBe(
      'error: cannot read `none.yaml`: there is no such file\nerror: a thread ended with 7 in the middle of its work\nThis is a defect of whereas, not of the resolution; with WHEREAS_DEBUG=1 it tells where.\n'
    )
    expect(threads.ended.sort()).toEqual([0, 1, 2])
  })

  test.each([
    ['few files', names.slice(0, 60), []],
    ['--jobs 1', names, ['--jobs', '1']],
    ['standard input', ['-', ...names], ['--jobs', '4']]
  ])('no thread is started for %s', async (_, named, options) => {
    const host = memoryHost({...files})
    const threads = threadsHere(host)
    await run(['check', ...options, ...named], {...host, threads})
    expect(threads.ended).toEqual([])
  })

  test('never more threads than files', async () => {
    const host = memoryHost({...files})
    const threads = threadsHere(host)
    await run(['check', '--jobs', '64', 'r1.yaml', 'r2.yaml'], {...host, threads})
    expect(threads.ended.sort()).toEqual([0, 1])
  })
})

describe('threads of Node', () => {
  const folder = mkdtempSync(join(tmpdir(), 'whereas-thread-'))
  afterAll(() => rmSync(folder, {recursive: true}))
  const start = (code: string): Promise<Thread> => {
    const program = join(folder, `${Math.abs([...code].reduce((sum, sign) => sum * 31 + sign.charCodeAt(0), 7))}.cjs`)
    writeFileSync(program, `const {parentPort, workerData} = require('node:worker_threads');${code}`)
    return nodeThreads(program).start('hello')
  }

  test('answer one task after the other', async () => {
    const thread = await start('parentPort.on("message", task => parentPort.postMessage([workerData, task]))')
    expect([await thread.work(1), await thread.work({a: 2})]).toEqual([
      ['hello', 1],
      ['hello', {a: 2}]
    ])
    await thread.end()
  })

  test.each([
    ['ends', 'parentPort.on("message", () => process.exit(7))', 'a thread ended with 7 in the middle of its work'],
    ['fails', 'parentPort.on("message", () => { throw new Error("out of ideas") })', 'out of ideas'],
    ['cannot start', 'throw new Error("no start")', 'no start']
  ])('one that %s rejects, then and ever after', async (_, code, message) => {
    const thread = await start(code)
    await expect(thread.work(1)).rejects.toThrow(message)
    await expect(thread.work(2)).rejects.toThrow(message)
    await thread.end()
  })
})
