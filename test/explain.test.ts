import {readdirSync, readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {citeRules} from '../src/cite/problem.ts'
import {run} from '../src/cli/index.ts'
import {rules} from '../src/index.ts'
import {memoryHost, packageFolder} from './memory-host.ts'

async function explain(...args: string[]): Promise<string> {
  const host = memoryHost()
  expect(await run(['explain', ...args], host)).toBe(0)
  expect(host.error()).toBe('')
  return host.out()
}

test('the list has a line for each rule, in order of name, in columns', async () => {
  const lines = (await explain()).trimEnd().split('\n')
  expect(lines.map(line => line.split(' ')[0])).toEqual(rules.map(({id}) => id).sort())
  for (const [index, {id, severity, summary}] of [...rules].sort((a, b) => (a.id < b.id ? -1 : 1)).entries())
    expect(lines[index]!.split(/ {2,}/)).toEqual([id, severity, summary])
  const columns = lines.map(line => /^\S+ +(?=(?:error|warning|info) )/.exec(line)?.[0].length)
  expect(new Set(columns).size).toBe(1)
})

test('each rule has its page, to the byte where nobody looks at a terminal', async () => {
  const pages = readdirSync(`${packageFolder}docs/rules`)
  expect(pages.length).toBe(rules.length)
  for (const {id} of rules) expect(await explain(id)).toBe(readFileSync(`${packageFolder}docs/rules/${id}.md`, 'utf8'))
})

test('every finding that any part of the program makes is that of a rule', () => {
  const sources = readdirSync(`${packageFolder}src`, {recursive: true, encoding: 'utf8'}).filter(name =>
    /\.ts$/.test(name)
  )
  const named = sources.flatMap(name => {
    const code = readFileSync(`${packageFolder}src/${name}`, 'utf8')
    return [...code.matchAll(/\brule: '([a-z-]{2,})'|\breport(?:At)?\(\s*reading,\s*'([a-z-]+)'/g)].map(
      found => found[1] ?? found[2]!
    )
  })
  expect(new Set(named).size).toBeGreaterThan(15)
  const known = new Set(rules.map(({id}) => id))
  expect([...named, ...citeRules].filter(id => !known.has(id))).toEqual([])
})
