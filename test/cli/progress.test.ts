import {describe, expect, test} from 'vitest'
import {run} from '../../src/cli/index.ts'
import type {Host} from '../../src/tree/index.ts'
import {memoryHost} from '../memory-host.ts'

const good = 'title: T\nmover: {unit: U, name: A B, email: u@example.org}\nwhereas: [x]\nresolved: [acts]\n'

/** Checks files on a terminal whose clock goes on by `step` milliseconds whenever it is asked, and tells what it shows. */
async function shown(
  count: number,
  step: number,
  more: {readonly args?: readonly string[]; readonly terminal?: Host['terminal']; readonly TERM?: string} = {}
): Promise<{readonly out: string; readonly error: string}> {
  const {args = ['check'], terminal = {isOutput: true, isError: true, columns: 80}, TERM = 'xterm'} = more
  const names = Array.from({length: count}, (_, n) => `r${n}.yaml`)
  const host = memoryHost(Object.fromEntries(names.map(name => [name, good])), {terminal, environment: {TERM}})
  let time = 0
  const now = (): Date => {
    time += step
    return new Date(time)
  }
  await run([...args, ...names], {...host, now})
  return {out: host.out(), error: host.error()}
}

describe('progress', () => {
  test('is one line, written anew and gone in the end', async () => {
    const {error} = await shown(20, 60)
    expect(error.split('\r\u001b[K')).toEqual([
      '',
      'checked 9 of 20',
      'checked 11 of 20',
      'checked 13 of 20',
      'checked 15 of 20',
      'checked 17 of 20',
      'checked 19 of 20',
      ''
    ])
  })

  test('is not told of what takes less than half a second', async () => {
    expect((await shown(20, 20)).error).toBe('')
  })

  test.each([
    ['with fewer than twenty files', 19, {}],
    ['in a pipe', 30, {terminal: {isOutput: true, isError: false, columns: 80}}],
    ['on a terminal that moves no cursor', 30, {TERM: 'dumb'}]
  ])('is not shown %s', async (_, count, more) => {
    expect((await shown(count, 500, more)).error).toBe('')
  })

  test('gives way to what is printed, and stays away from standard output', async () => {
    const {out, error} = await shown(20, 600, {args: ['build', '--to', 'txt']})
    expect(out.split('\n')).toHaveLength(21)
    expect(out).not.toContain('\u001b')
    // Each line is gone before the name of the document stands on the terminal.
    const shownThere = error.replaceAll('\r\u001b[K', '<erase>')
    expect(shownThere.match(/<erase>built \d+ of 20<erase>/g)).toHaveLength(20)
  })
})
