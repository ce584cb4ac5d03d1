import child from 'node:child_process'
import dns from 'node:dns'
import {createRequire} from 'node:module'
import net from 'node:net'
import {expect, test} from 'vitest'
import {inspectStyle, parseLocator, readBibliography, shortTitle, toCslItem} from '../../src/cite/index.ts'
import {cite, fields, line, notes, notesCsl, source} from './support.ts'

const require = createRequire(import.meta.url)
const loaded = (): readonly string[] =>
  Object.keys(require.cache).filter(path => /[\\/](?:citeproc|@citation-js|citation-js)[\\/]/.test(path))

// The order of these tests matters: the first holds only as long as nothing was rendered in this file.
test('sources and locators are read without loading citation-js', () => {
  const {item} = toCslItem('a', fields({type: 'book', title: '*T*', author: 'A', issued: '2020'}))
  shortTitle(item)
  parseLocator(', p. 12')
  inspectStyle(notesCsl)
  const empty = (): undefined => undefined
  readBibliography('[{"id":"a","type":"book"}]', 'a.json', empty)
  readBibliography('TY  - BOOK\nER  - ', 'a.ris', empty)
  expect(loaded()).toEqual([])
})

test('no connection and no process, whatever a source looks like', () => {
  const attempts: string[] = []
  const deny = (name: string) => (): never => {
    attempts.push(name)
    throw new Error(`denied: ${name}`)
  }
  const kept: (() => void)[] = []
  const trap = <Holder extends object>(holder: Holder, name: keyof Holder & string): void => {
    const original = holder[name]
    kept.push(() => Object.assign(holder, {[name]: original}))
    Object.assign(holder, {[name]: deny(name)})
  }
  for (const name of ['exec', 'execSync', 'execFile', 'execFileSync', 'spawn', 'spawnSync', 'fork'] as const)
    trap(child, name)
  trap(net.Socket.prototype, 'connect')
  trap(dns, 'lookup')
  trap(globalThis, 'fetch')
  try {
    const texts = [
      '10.1000/182',
      'https://doi.org/10.1000/182',
      'Q42',
      'https://www.wikidata.org/wiki/Q42',
      'https://x.org/Q1',
      '978-3-16-148410-0',
      'doi:10.1000/182',
      '@book{a}'
    ]
    const items = texts.map((text, i) =>
      source(i === 0 ? text : `s${i}`, {
        type: 'webpage',
        title: text,
        author: text,
        DOI: text,
        URL: text,
        note: text,
        issued: '2020'
      })
    )
    const {lines} = notes(items, [
      ...items.map(({id}) => [cite(id, {rest: `, ${id}`, archive: 'https://perma.cc/A'})]),
      texts.map(text => cite(text))
    ])
    expect(lines).toHaveLength(texts.length + 1)
    const empty = (): undefined => undefined
    const entry = (field: string): string =>
      texts.map((text, i) => `@misc{k${i}, title={${text}}, ${field}={${text}}}`).join('\n')
    expect(readBibliography(entry('doi'), 'a.bib', empty).entries).toHaveLength(texts.length)
    for (const path of ['a.json', 'a.ris', 'a.bib', 'a', 'a.yaml'])
      for (const text of texts) readBibliography(text, path, empty)
  } finally {
    for (const restore of kept) restore()
  }
  expect(attempts).toEqual([])
  const paths = loaded()
  expect(paths.some(path => path.includes('citeproc'))).toBe(true)
  expect(paths.filter(path => /plugin-(?:doi|wikidata|url)/.test(path))).toEqual([])
})

test('nothing is written on the terminal by citeproc', () => {
  const write = process.stdout.write
  const written: string[] = []
  process.stdout.write = (text: string | Uint8Array): boolean => written.push(String(text)) > 0
  const {log} = console
  console.log = (...words: unknown[]): void => void written.push(words.join(' '))
  try {
    const {rendered} = notes(
      [source('a', {type: 'book', title: 'T', author: 'A'})],
      [
        {noteNumber: 3, items: [cite('a')]},
        {noteNumber: 1, items: [cite('a')]}
      ],
      {
        styleXml: notesCsl.replace('<text variable="title"/>', '<text variable="title" foo-bar="x"/>')
      }
    )
    expect(line(rendered.clusters[0] ?? [])).toContain('T')
  } finally {
    process.stdout.write = write
    console.log = log
  }
  expect(written).toEqual([])
})
