import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {run} from '../src/cli/index.ts'
import {fencesOf} from './fences.ts'
import {memoryHost} from './memory-host.ts'

/**
 * Pages of transcripts. A `yaml` or `txt` fence with a name is a file; a fence `console` is a command,
 * its input up to `^D` when it reads standard input, what it prints (errors after `2> `) and its status when it is not 0.
 */
const folder = new URL('commands/', import.meta.url)

for (const name of readdirSync(folder))
  describe(name, () => {
    const files: Record<string, string | Uint8Array> = {}
    for (const fence of fencesOf(readFileSync(new URL(name, folder), 'utf8'))) {
      if (fence.lang !== 'console') {
        files[fence.meta] = `${fence.value}\n`
        continue
      }
      const [command = '', ...rest] = fence.value.split('\n')
      const cut = rest.indexOf('^D')
      const input = cut < 0 ? '' : `${rest.slice(0, cut).join('\n')}\n`
      test(`line ${fence.line}: ${command}`, async () => {
        const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '').slice(2)
        const host = memoryHost(files, {input})
        const status = await run(words, host)
        const actual = [
          host.error().replace(/^/gm, '2> ').replace(/2> $/, ''),
          host.out(),
          status === 0 ? '' : `=> ${status}\n`
        ].join('')
        expect(actual.trimEnd()).toBe(
          rest
            .slice(cut + 1)
            .join('\n')
            .trimEnd()
        )
      })
    }
  })
