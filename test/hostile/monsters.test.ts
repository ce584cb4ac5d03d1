import {describe, expect, test} from 'vitest'
import {run} from '../../src/cli/index.ts'
import {memoryHost} from '../memory-host.ts'
import {type Monster, monsters, refused} from './monsters.ts'

/** Milliseconds of processor time for one file; measured: a tenth of it. */
const limit = 10_000

interface Outcome {
  readonly status: number
  readonly rules: ReadonlySet<string>
  readonly error: string
  /** Milliseconds of processor time. */
  readonly time: number
}

async function check(yaml: string): Promise<Outcome> {
  const host = memoryHost({'d.yaml': yaml, 'a.txt': 'Everywhere people read books. '.repeat(50)})
  const before = process.cpuUsage()
  const status = await run(['check', 'd.yaml'], host)
  const {user, system} = process.cpuUsage(before)
  const rules = new Set([...host.out().matchAll(/^d\.yaml:\d+:\d+ \w+ \(([\w-]+)\)$/gm)].map(([, rule]) => rule ?? ''))
  return {status, rules, error: host.error(), time: (user + system) / 1000}
}

function expectOutcome({status, rules = []}: Pick<Monster, 'status' | 'rules'>, found: Outcome): void {
  expect({status: found.status, error: found.error}).toEqual({status, error: ''})
  expect([...found.rules]).toEqual(expect.arrayContaining([...rules]))
  expect(found.time).toBeLessThan(limit)
}

describe('four times as much takes no more than four times as long', () => {
  // A busy machine may take its time once.
  test.each(monsters)('$name', {retry: 2}, async monster => {
    const {file, size} = monster
    const small = await check(file(size))
    expectOutcome(monster, small)
    const large = await check(file(4 * size))
    expectOutcome(monster, large)
    // What starts up and what is cleared up blur small figures; a square would be sixteen times as long.
    expect(large.time).toBeLessThan(9 * Math.max(small.time, 120))
  })
})

describe('refused', () => {
  test.each(refused)('$name', async monster => {
    expectOutcome(monster, await check(monster.yaml))
  })
})
