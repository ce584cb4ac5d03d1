import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {compile} from '../../src/index.ts'
import {createDesk} from '../../src/resolve/index.ts'
import type {Library} from '../../src/tree/index.ts'
import {memoryLibrary, packageFolder} from '../memory-host.ts'

const example = readFileSync(`${packageFolder}/examples/full.resolution.yaml`, 'utf8')
const path = `${packageFolder}/examples/full.resolution.yaml`

/** A style by which names are told apart: "Ann Ash" where there are two. */
const telling = readFileSync(`${packageFolder}/templates/ala/notes.csl`, 'utf8').replace(
  '<citation>',
  '<citation disambiguate-add-names="true" disambiguate-add-givenname="true">'
)
const failing =
  '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><citation><layout><text macro="none"/></layout></citation></style>'

/** Works by people of one name, each cited twice. */
const people = (language: string, ...given: readonly string[]): string =>
  `title: R
language: ${language}
whereas:
${[...given, ...given].map(name => `  - so it is [@${name}, 3]`).join('\n')}
resolved: [acts]
sources:
${given.map(name => `  ${name}: {type: book, title: T, author: ${name} Ash, issued: 1850, publisher: P}`).join('\n')}
`

const to = ['md', 'docx', 'pdf', 'html', 'txt'] as const

async function bytesOf(text: string, at: string, library: Library, more: object = {}): Promise<string[]> {
  const {outputs} = await compile(text, {path: at, library, to, isDraft: true, ...more})
  return outputs.map(({format, bytes}) => `${format} ${Buffer.from(bytes).toString('base64')}`)
}

describe('a desk', () => {
  test('documents built after twenty others are those built alone, in every byte', async () => {
    const library = memoryLibrary({'telling.csl': telling, 'failing.csl': failing})
    const lone = people('en', 'Ann')
    const named = {style: 'telling.csl'}
    const alone = [await bytesOf(example, path, library), await bytesOf(lone, 'r.yaml', library, named)]
    expect(alone.map(({length}) => length)).toEqual([5, 5])
    const desk = createDesk(library)
    for (let n = 0; n < 20; n++) {
      const style = ['telling.csl', undefined, 'telling.csl', undefined, 'failing.csl'][n % 5]
      const text = people(['en', 'en-GB', 'de', 'fr'][n % 4] ?? '', `Eve${n}`, 'Zoe', 'Ann')
      await compile(text, {path: `r${n}.yaml`, library, desk, to: ['md'], isDraft: true, ...(style ? {style} : {})})
      desk.tidy()
    }
    const after = [
      await bytesOf(example, path, library, {desk}),
      await bytesOf(lone, 'r.yaml', library, {...named, desk})
    ]
    expect(after).toEqual(alone)
  })

  test('sources, template, page and style are read once', async () => {
    const asked: string[] = []
    const files = memoryLibrary({'s.txt': 'so it was said in the house\n'})
    const library: Library = {
      ...files,
      readFile: name => {
        asked.push(name.replace(packageFolder, ''))
        return files.readFile(name)
      }
    }
    const desk = createDesk(library)
    const text =
      'title: T\nwhereas: [\'it says "so it was said" [@a]\']\nresolved: [acts]\nsources: {a: {type: book, title: A, text: s.txt}}\n'
    for (const name of ['a.yaml', 'b.yaml']) {
      const {outputs} = await compile(text, {path: name, library, desk, to: ['md'], isDraft: true})
      expect(outputs).toHaveLength(1)
      desk.tidy()
    }
    expect(asked.sort()).toEqual([
      's.txt',
      'templates/ala/notes.csl',
      'templates/ala/page.typ',
      'templates/ala/template.yaml',
      'whereas-sources.json'
    ])
  })

  test('lets go of words that were not asked for of late, and never of those of the resolution at hand', async () => {
    const asked: string[] = []
    const large = 'word '.repeat(300_000)
    const library: Library = {
      packageFolder,
      readFile: async name => {
        if (!name.endsWith('.txt')) throw Object.assign(new Error(name), {code: 'ENOENT'})
        asked.push(name)
        return new TextEncoder().encode(large)
      }
    }
    const {shelf, tidy} = createDesk(library)
    const names = ['a.txt', 'b.txt', 'c.txt', 'd.txt']
    for (const name of names) await shelf.words(name, 'en')
    for (const name of names) await shelf.words(name, 'en')
    expect(asked).toEqual(names)
    // Two files of one and a half million letters have room; the two asked for last stay.
    await shelf.words('b.txt', 'en')
    tidy()
    for (const name of ['b.txt', 'd.txt']) await shelf.words(name, 'en')
    expect(asked).toEqual(names)
    await shelf.words('a.txt', 'en')
    expect(asked).toEqual([...names, 'a.txt'])
  })
})
