import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {compile, rules} from '../../src/index.ts'
import type {PrintedResolution} from '../../src/tree/index.ts'
import {type FormatId, formats, write} from '../../src/write/index.ts'
import {memoryLibrary, packageFolder} from '../memory-host.ts'
import {sample} from './sample.ts'
import {tricky} from './tricky.ts'
import {
  tight,
  withTextMarks,
  wordsOfDocx,
  wordsOfHtml,
  wordsOfMarkdown,
  wordsOfPdf,
  wordsOfText,
  wordsOfTree
} from './words.ts'

const pageTemplate = readFileSync(`${packageFolder}/templates/ala/page.typ`, 'utf8')

/** All five documents of a printed resolution say the same, note for note. */
async function expectSameWords(printed: PrintedResolution): Promise<void> {
  const expected = wordsOfTree(printed)
  const bytes = async (format: FormatId): Promise<Uint8Array> => (await write(printed, format, {pageTemplate})).bytes
  expect(wordsOfMarkdown(await bytes('md')), 'Markdown').toEqual(expected)
  expect(wordsOfHtml(await bytes('html')), 'HTML').toEqual(expected)
  expect(wordsOfDocx(await bytes('docx')), 'Word').toEqual(expected)
  expect(wordsOfText(await bytes('txt'), printed), 'text').toEqual(withTextMarks(expected))

  const pdf = await write(printed, 'pdf', {pageTemplate})
  const {body, notes, edges, pages} = await wordsOfPdf(pdf.bytes)
  // Characters that no font of this machine has are empty boxes; the writer has said so.
  const lost = pdf.warnings.flatMap(({message, character}) => (message.includes('empty box') ? (character ?? '') : ''))
  const printable = (text: string): string =>
    lost.filter(Boolean).reduce((rest, one) => rest.replaceAll(one, ''), tight(text))
  const heads = [...(printed.mark ? [printed.mark] : []), ...printed.header]
  expect(body, 'PDF').toBe(expected.lines.slice(heads.length).map(printable).join(''))
  expect(
    [...notes].sort(([a], [b]) => a - b).map(([number, text]) => ({number, text})),
    'notes of the PDF'
  ).toEqual(expected.notes.map(({number, text}) => ({number, text: printable(text)})))
  edges.forEach((edge, index) => {
    for (const line of heads) expect(edge).toContain(tight(line))
    expect(edge).toContain(`Page${index + 1}of${pages}`)
  })
}

test('every format has a reader here', () => {
  expect(formats.map(({id}) => id)).toEqual(['md', 'docx', 'pdf', 'html', 'txt'])
})

test('the sample', () => expectSameWords(sample))

const examples = readdirSync(`${packageFolder}/examples`).filter(name => name.endsWith('.resolution.yaml'))

describe('examples', () => {
  test.each(examples)('%s', async name => {
    const path = `${packageFolder}/examples/${name}`
    const {resolved} = await compile(readFileSync(path, 'utf8'), {path, library: memoryLibrary({}), rendersNotes: true})
    await expectSameWords(resolved!.printed)
  })
})

/** The rules that judge what was read; those without a check are findings of reading and binding. */
const checks = new Set(rules.flatMap(({id, check}) => (check ? [id] : [])))

describe('tricky resolutions', () => {
  test.each(Object.keys(tricky))('%s', async name => {
    const {yaml, says, notes = []} = tricky[name]!
    const {resolved, diagnostics} = await compile(yaml, {library: memoryLibrary({}), rendersNotes: true})
    // Nothing may be lost on the way in; what the rules think of such numbers and words is not asked here.
    expect(diagnostics.filter(({rule, severity}) => severity === 'error' && !checks.has(rule))).toEqual([])
    const expected = wordsOfTree(resolved!.printed)
    for (const words of says) expect(expected.lines.join('\n')).toContain(words)
    for (const words of notes) expect(expected.notes.map(({number, text}) => `${number} ${text}`)).toContain(words)
    await expectSameWords(resolved!.printed)
  })
})
