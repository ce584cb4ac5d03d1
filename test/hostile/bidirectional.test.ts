import {expect, test} from 'vitest'
import {compile} from '../../src/index.ts'
import {memoryLibrary} from '../memory-host.ts'

const hebrew = 'בית'

async function found(yaml: string, files: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const {diagnostics} = await compile(yaml, {library: memoryLibrary(files)})
  return diagnostics
    .filter(({rule}) => rule === 'bidirectional-control')
    .map(
      ({severity, place, message}) => `${severity} ${place.start.line}:${place.start.column} ${message.slice(0, 30)}`
    )
}

const override = (place: string): string => `error ${place} the hidden character U+202E pr`

test('an override is found in every field, typed as it is or as an escape', async () => {
  const turn = '\u202e'
  const yaml = [
    `title: a${turn}b`,
    `number: "a\\u202eb"`,
    `mover: {name: a${turn}b, email: c${turn}@d}`,
    'whereas:',
    `  - a “b${turn}c” [@s]`,
    '  - >-',
    `    a${turn}`,
    '    b[^1]',
    'resolved: [urges a]',
    'notes:',
    `  1: See *a${turn}b*.`,
    'sources:',
    `  s: {type: book, title: T, author: [{family: a${turn}b, given: c}]}`,
    'submission:',
    `  contact: a${turn}b`
  ].join('\n')
  const places = ['1:9', '2:11', '3:16', '3:28', '5:9', '7:6', '11:12', '13:48', '15:13']
  expect((await found(yaml)).sort()).toEqual(places.map(override).sort())
})

test('an entry of a bibliography is looked at when it is cited', async () => {
  const files = {'r.bib': '@book{a, title={A\u202eB}}\n@book{b, title={C\u202eD}}'}
  expect(await found('title: T\nwhereas: ["a [@b]"]\nresolved: [urges a]\nbibliography: r.bib\n', files)).toEqual([
    override('2:1')
  ])
})

test.each([
  [`a ${hebrew} b`, 0],
  [`a \u2068${hebrew}\u2069 b`, 0],
  [`a \u2067${hebrew} \u2066(1)\u2069\u2069 b`, 0],
  [`${hebrew}\u200f!`, 0],
  ['left to right\u200e', 0],
  ['a\u200fb', 1],
  ['a\u061cb', 1],
  [`a \u2067${hebrew}`, 1],
  [`\u2069${hebrew}\u2067`, 2],
  ['\u2067a\u2069', 1],
  [`\u2067\u2067a\u2069${hebrew}\u2069`, 1],
  [`\u202a${hebrew}\u202c`, 1],
  ['\u202da\u202c', 1]
])('%j: %i', async (words, count) => {
  expect(await found(`title: T\nwhereas: ["${words}"]\nresolved: [urges a]\n`)).toHaveLength(count)
})

test('an isolate ends with its line', async () => {
  expect(
    await found(`title: T\nwhereas:\n  - |\n    a \u2067${hebrew}\n\n    ${hebrew}\u2069\nresolved: [urges a]\n`)
  ).toHaveLength(2)
})
