import {readdirSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {expect, test} from 'vitest'
import {rules} from '../../src/index.ts'

const src = resolve(import.meta.dirname, '../../src')

/** Every name that the code gives to a finding, with the file that does so. */
function namesInCode(): string[] {
  const files = readdirSync(src, {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.ts'))
  return files.flatMap(file => {
    const code = readFileSync(join(src, file), 'utf8')
    const inRecords = [...code.matchAll(/\brule: '([a-z][a-z-]+)'/g)]
    const inCalls = [...code.matchAll(/\breport(?:At)?\(\s*reading,\s*'([a-z][a-z-]+)'/g)]
    const inLists = [...code.matchAll(/(?:type ReadingRule =|const citeRules = \[)([^\]]*?)(?:\n\n|\])/g)].flatMap(
      ([, list = '']) => [...list.matchAll(/'([a-z][a-z-]+)'/g)]
    )
    return [...inRecords, ...inCalls, ...inLists].map(([, name = '']) => `${name} in ${file}`)
  })
}

test('every finding that the code can report has a rule', () => {
  const found = namesInCode()
  expect(found.length).toBeGreaterThan(60)
  const known = new Set(rules.map(({id}) => id))
  expect(found.filter(name => !known.has(name.split(' ')[0] ?? ''))).toEqual([])
})

test('every rule without a check is reported somewhere', () => {
  const named = new Set(namesInCode().map(name => name.split(' ')[0]))
  const described = rules.filter(({check}) => check === undefined).map(({id}) => id)
  const ofAllowances = ['needless-allow', 'unknown-rule']
  expect(described.filter(id => !named.has(id) && !ofAllowances.includes(id))).toEqual([])
})

test('no two rules have one name', () => {
  const ids = rules.map(({id}) => id)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
})
