import {existsSync, readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {compile, rules} from '../src/index.ts'
import {fencesOf} from './fences.ts'
import {memoryLibrary} from './memory-host.ts'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const readme = read('README.md')

test('the resolution of the README has twelve lines, is clean, and its quotation is found', async () => {
  const yaml = fencesOf(readme).find(({lang}) => lang === 'yaml')?.value ?? ''
  expect(yaml.split('\n')).toHaveLength(12)
  const library = memoryLibrary({'sources/udhr.txt': read('examples/sources/udhr.txt')})
  const {diagnostics, resolved} = await compile(yaml, {path: 'right-to-read.resolution.yaml', library})
  expect(diagnostics.filter(({severity}) => severity !== 'info')).toEqual([])
  expect(resolved?.quotations.map(({verdict}) => verdict)).toEqual(['altered'])
})

test('what the README names is there', () => {
  const {scripts} = JSON.parse(read('package.json')) as {scripts: Record<string, string>}
  for (const [, script = ''] of readme.matchAll(/npm run (\w+)/g)) expect(scripts[script]).toBeDefined()
  for (const [, path = ''] of readme.matchAll(/`(docs\/[\w-]+\.md)`|\((docs\/page\.png)\)/g))
    expect(existsSync(new URL(`../${path || 'docs/page.png'}`, import.meta.url))).toBe(true)
})

test('the README lists every rule under its severity, in order', () => {
  const part = readme.slice(readme.indexOf('## Rules'), readme.indexOf('## As a library'))
  const listed = [...part.matchAll(/^\*\*(Errors|Warnings|Advice)\*\*.*$/gm)].map(([line]) =>
    [...line.matchAll(/\[`([\w-]+)`\]\(docs\/rules\/\1\.md\)/g)].map(([, id]) => id)
  )
  const expected = (['error', 'warning', 'info'] as const).map(severity =>
    rules
      .filter(rule => rule.severity === severity)
      .map(({id}) => id)
      .sort()
  )
  expect(listed).toEqual(expected)
})
