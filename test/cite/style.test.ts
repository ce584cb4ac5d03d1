import {createRequire} from 'node:module'
import {expect, test} from 'vitest'
import {citeCredits, inspectStyle} from '../../src/cite/index.ts'
import {prepareStyle} from '../../src/cite/style.ts'
import {cite, notes, notesCsl, source} from './support.ts'

const outer = createRequire(createRequire(import.meta.url).resolve('citation-js'))
const bundled = outer('@citation-js/plugin-csl/lib/styles.json') as Record<string, string>

const dependent = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" default-locale="en-US">
  <info>
    <title>Journal of Examples</title>
    <link href="http://www.zotero.org/styles/journal-of-examples" rel="self"/>
    <link href="http://www.zotero.org/styles/apa" rel="independent-parent"/>
  </info>
</style>`

test('kinds of style', () => {
  expect(inspectStyle(notesCsl)).toEqual({
    class: 'note',
    isNumeric: false,
    hasBibliography: false,
    title: 'whereas: notes of resolutions'
  })
  expect(inspectStyle(bundled.apa ?? '')).toMatchObject({class: 'in-text', isNumeric: false, hasBibliography: true})
  expect(inspectStyle(bundled.vancouver ?? '')).toMatchObject({
    class: 'in-text',
    isNumeric: true,
    hasBibliography: true
  })
  expect(inspectStyle(`\uFEFF${notesCsl}`)).toMatchObject({class: 'note'})
})

test.each([
  ['empty', '', 'the citation style is empty, expected a CSL style'],
  ['blank', ' \n', 'the citation style is empty, expected a CSL style'],
  ['no XML', 'hello', 'the citation style is not XML, expected a CSL style'],
  ['JSON', '{"a": "<b>"}', 'the citation style begins with `<b>`, expected `<style>` of CSL'],
  [
    'HTML',
    '<!DOCTYPE html><html><body></body></html>',
    'the citation style begins with `<html>`, expected `<style>` of CSL'
  ],
  ['dependent', dependent, 'the citation style is dependent and has no words of its own, expected its parent `apa`'],
  [
    'truncated',
    notesCsl.slice(0, notesCsl.indexOf('<citation>') + 30),
    'the citation style ends inside `<citation>`, expected `</citation>`'
  ],
  [
    'cut in a tag',
    notesCsl.slice(0, notesCsl.indexOf('<macro name="title">') + 12),
    'the citation style ends inside `<style>`, expected `</style>`'
  ],
  ['crossed', '<style class="note"><info></style></info>', 'the citation style closes `<style>`, expected `</info>`'],
  [
    'without citation',
    '<style class="note"><info/></style>',
    'the citation style has no `<citation>`, expected a complete CSL style'
  ],
  [
    'without class',
    '<style><citation/></style>',
    'the citation style has no `class`, expected one of `note`, `in-text`'
  ],
  [
    'foreign class',
    '<style class="x"><citation/></style>',
    'the citation style has no `class`, expected one of `note`, `in-text`'
  ]
])('%s', (_, xml, message) => {
  expect(inspectStyle(xml)).toMatchObject({rule: 'unusable-style', severity: 'error', message})
  const {lines, problems} = notes([source('a', {type: 'book', title: 'T'})], [[cite('a', {rest: ', p. 3'})]], {
    styleXml: xml
  })
  expect(lines).toEqual(['T, p. 3'])
  expect(problems).toMatchObject([{rule: 'unusable-style', message}])
})

test.each([
  '<a '.repeat(50_000),
  '<!--'.repeat(50_000),
  `<style a="${'<'.repeat(100_000)}`,
  '<![CDATA['.repeat(20_000),
  `<${'a'.repeat(200_000)}`
])('hostile XML %#', xml => {
  const before = performance.now()
  inspectStyle(xml)
  expect(performance.now() - before).toBeLessThan(10_000)
})

test('our style is well-formed and lists the types it knows', () => {
  const types = [...notesCsl.matchAll(/ type="([^"]+)"/g)].flatMap(([, list]) => list?.split(' ') ?? [])
  expect(types.length).toBeGreaterThan(40)
  const macros = [...notesCsl.matchAll(/<macro name="([^"]+)"/g)].map(([, name]) => name)
  const used = new Set([...notesCsl.matchAll(/ macro="([^"]+)"/g)].map(([, name]) => name))
  expect(new Set(macros).size).toBe(macros.length)
  expect(macros.filter(name => !used.has(name))).toEqual([])
  expect([...used].filter(name => !macros.includes(name))).toEqual([])
})

test('a note style loses its bibliography, which is slow to build and never printed', () => {
  const bibliography = '<bibliography><layout><text macro="full"/></layout></bibliography>'
  const xml = notesCsl.replace('</style>', `${bibliography}</style>`)
  const facts = inspectStyle(xml)
  if ('rule' in facts) throw new Error(facts.message)
  expect(facts.hasBibliography).toBe(true)
  const {route, xml: ready} = prepareStyle(xml, facts)
  expect([route, ready]).toEqual(['citation', notesCsl])
})

test('credits', () => {
  expect(citeCredits().map(({name}) => name)).toEqual(['Citation.js', 'citeproc-js', 'Citation Style Language'])
  expect(citeCredits()[0]?.version).toMatch(/^\d+\.\d+\.\d+$/)
})
