import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {run} from '../src/cli/index.ts'
import type {Host} from '../src/index.ts'
import {type Fence, fencesOf, withFences} from './fences.ts'
import {memoryHost} from './memory-host.ts'

/**
 * Pages of transcripts. A fence with a name beside its language is a file: `\t`, `\r` and `\e` in it stand for those characters.
 *
 * A fence `console` is a session that starts with those files. `$ whereas …` is a command, after it what it prints:
 * errors after `2> `, its status after `=> ` when it is not 0. `FORCE_COLOR=1` and the like before it set the environment,
 * `COLUMNS=60` a terminal of that width. What it reads from standard input stands before a line `^D`.
 * `$ ls` and `$ cat FILE` show what was written, `$ cp FILE FILE` copies. A file whose name is an address is a page of
 * the web; `TODAY=2026-09-01` sets the day, noon of 1 July 2026 otherwise. `npm run accept` takes over what is printed.
 */
const folder = new URL('commands/', import.meta.url)

for (const name of readdirSync(folder))
  test(name, async () => {
    const url = new URL(name, folder)
    const page = readFileSync(url, 'utf8')
    const files: Record<string, string> = {}
    const found = new Map<Fence, string>()
    for (const fence of fencesOf(page)) {
      if (fence.lang === 'console') found.set(fence, await session(fence.value, files))
      else if (fence.meta !== '') files[fence.meta] = withControls(`${fence.value}\n`)
    }
    expect(found.size).toBeGreaterThan(0)
    await expect(withFences(page, found)).toMatchFileSnapshot(fileURLToPath(url))
  })

async function session(typed: string, given: Readonly<Record<string, string>>): Promise<string> {
  const files: Record<string, string | Uint8Array> = {...given}
  const shown: string[] = []
  for (const part of typed.split(/\n(?=\$ )/)) {
    const [command = '', ...rest] = part.split('\n')
    const cut = rest.indexOf('^D')
    const input = rest.slice(0, cut + 1)
    shown.push(command, ...input)
    const printed = await printedBy(command, input.slice(0, -1).join('\n'), files)
    if (printed !== '') shown.push(printed.trimEnd())
  }
  return shown.join('\n')
}

async function printedBy(command: string, input: string, files: Record<string, string | Uint8Array>): Promise<string> {
  const words = [...command.slice(2).matchAll(/(?:'[^']*'|[^\s'])+/g)].map(([word]) => word.replaceAll("'", ''))
  const start = words.findIndex(word => !/^\w+=/.test(word))
  const environment = Object.fromEntries(words.slice(0, start).map(word => word.split('=', 2)))
  const [program, ...args] = words.slice(start)
  if (program === 'ls')
    return Object.keys(files)
      .filter(name => !isAddress(name))
      .sort()
      .join('\n')
  if (program === 'cp') {
    files[args[1] ?? ''] = files[args[0] ?? ''] ?? ''
    return ''
  }
  if (program === 'cat') return visible(String(Buffer.from(files[args[0] ?? ''] ?? '')))
  const columns = environment.COLUMNS === undefined ? undefined : Number(environment.COLUMNS)
  const terminal = {isOutput: columns !== undefined, isError: columns !== undefined, columns}
  const {TODAY} = environment
  const host = {
    ...memoryHost(files, {input: input === '' ? '' : `${input}\n`, environment, terminal, fetchPage: webOf(files)}),
    ...(TODAY === undefined ? {} : {now: () => new Date(`${TODAY}T12:00:00Z`)})
  }
  const status = await run(args, host)
  const errors = host.error().replace(/^(?=.)/gm, '2> ')
  return visible(errors + host.out() + (status === 0 ? '' : `=> ${status}\n`))
}

const isAddress = (name: string): boolean => /^https?:/.test(name)

/** The pages among the files. */
function webOf(files: Readonly<Record<string, string | Uint8Array>>): Host['fetchPage'] {
  return async address => {
    const page = files[address]
    if (page === undefined) return {problem: `\`${address}\` answered 404 (not found)`}
    return {bytes: Buffer.from(page), finalAddress: address, mediaType: 'text/html', charset: 'utf-8'}
  }
}

const withControls = (text: string): string =>
  text.replace(/\\([tre])/g, (_, letter: string) => ({t: '\t', r: '\r', e: '\u001b'})[letter] ?? '')

const visible = (text: string): string =>
  text.replaceAll('\u001b', '\\e').replaceAll('\r', '\\r').replaceAll('\t', '\\t')
