import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import type {PrintedBlock, PrintedInline, PrintedResolution} from '../../src/tree/index.ts'
import type {ExportedPdf} from '../../src/write/pdf/export.ts'
import {writePdf} from '../../src/write/pdf/index.ts'
import {bare, readPdf} from './pdf/read-pdf.ts'
import {sample} from './sample.ts'

const pageTemplate = readFileSync(new URL('../../templates/ala/page.typ', import.meta.url), 'utf8')

type Change = {readonly [Key in keyof PrintedResolution]?: PrintedResolution[Key]}

const write = (change: Change): Promise<ExportedPdf> => writePdf({...sample, ...change}, {pageTemplate})
const pagesOf = async (change: Change): ReturnType<typeof readPdf> => readPdf((await write(change)).bytes)

const text = (value: string): PrintedInline => ({type: 'text', value})
const mark = (number: number): PrintedInline => ({type: 'noteReference', number, isFirst: true, key: 1})
const clause = (type: 'whereasClause' | 'resolvedClause', number: string | undefined, ...children: PrintedInline[]) =>
  ({type, number, id: undefined, paragraphs: [{type: 'paragraph', children}]}) satisfies PrintedBlock
const whereas = (...children: PrintedInline[]): PrintedBlock => clause('whereasClause', undefined, ...children)
const resolved = (number: string, ...children: PrintedInline[]): PrintedBlock =>
  clause('resolvedClause', number, ...children)
const title: PrintedBlock = {type: 'title', children: [text('A title')]}
const lead: PrintedBlock = {type: 'resolvedLead', children: [text('Resolved, that the lead:')]}
const closing: readonly PrintedBlock[] = [
  {type: 'mover', label: 'Mover:', children: [text('Pat Example')]},
  {type: 'adoption', children: [text('Adopted')]},
  {type: 'signature', name: 'Alex Signer', role: 'Secretary'}
]
const many = (count: number): number[] => Array.from({length: count}, (_, index) => index + 1)
const long = ' and the freedom to read has been upheld in each decade since'
const notes = many(40).map(number => ({
  number,
  paragraphs: [{type: 'paragraph' as const, children: [text(`body<${number}>${long}`)]}]
}))
const lines = (hasLineNumbers: boolean): PrintedResolution['page'] => ({...sample.page, hasLineNumbers})

const numbersIn = (words: string, pattern: RegExp): string[] => Array.from(words.matchAll(pattern), match => match[1]!)

describe('a note stands at the foot of the page of its mark', () => {
  const kinds = {
    'whereas clauses': (number: number, ...children: PrintedInline[]) => (number ? whereas(...children) : title),
    'resolved clauses': (number: number, ...children: PrintedInline[]) => resolved(`${number}.`, ...children)
  }
  for (const [kind, block] of Object.entries(kinds))
    for (const hasLineNumbers of [false, true])
      test.each([1, 2, 3, 4])(`of ${kind}, line numbers ${hasLineNumbers}, %i lines each`, async count => {
        const items = many(40).map(number =>
          block(number, text(`clause${long.repeat(count)}`), text(` (at<${number}>)`), mark(number), text('; and'))
        )
        const change = {blocks: [title, lead, ...items, ...closing], notes, page: lines(hasLineNumbers)}
        const {bytes, isUniversallyAccessible} = await write(change)
        const pages = await readPdf(bytes)
        expect(isUniversallyAccessible).toBe(true)
        expect(pages.length).toBeGreaterThan(2)
        for (const {words} of pages)
          expect(numbersIn(words, /body<(\d+)>/g)).toEqual(numbersIn(words, /\(at<(\d+)>\)/g))
        expect(pages.flatMap(({words}) => numbersIn(words, /body<(\d+)>/g))).toEqual(many(40).map(String))
      })

  test('one too long for a page goes on at the foot of the next', async () => {
    const body = {type: 'paragraph' as const, children: [text(`${'word '.repeat(1800)}the end of it`)]}
    const blocks = [title, whereas(text('here'), mark(1)), ...many(5).map(() => whereas(text('more'))), ...closing]
    const pages = await pagesOf({blocks, notes: [{number: 1, paragraphs: [body]}]})
    expect(pages[0]?.words).toContain('here1')
    expect(pages.map(({words}) => words.split('word').length - 1).reduce((sum, count) => sum + count)).toBe(1800)
    expect(pages[1]?.words).toMatch(/theendofitPage2of3$/)
  })
})

describe('what belongs together', () => {
  test.each(many(14).map(count => count + 14))('stays on one page after %i clauses', async count => {
    const fill = many(count).map(number => whereas(text(`filler ${number}`)))
    const items = many(3).map(number => resolved(`${number}.`, text(`action ${number}`)))
    const pages = await pagesOf({blocks: [title, ...fill, lead, ...items, ...closing], notes: []})
    const signed = pages.findIndex(({words}) => words.includes('AlexSigner'))
    expect(pages[signed]?.words).toMatch(/3\.action3Mover:PatExampleAdoptedAlexSignerSecretary/)
    const led = pages.findIndex(({words}) => words.includes('thelead:'))
    expect(pages[led]?.words).toContain('thelead:1.action1')
    expect(pages.map(({words}) => words).join('')).toContain('action2')
  })

  test('stays on one page when the last clause has a note', async () => {
    for (const count of many(12).map(number => number + 12)) {
      const fill = many(count).map(number => whereas(text(`filler ${number}`)))
      const pages = await pagesOf({blocks: [title, ...fill, resolved('1.', text('last'), mark(1)), ...closing], notes})
      const signed = pages.find(({words}) => words.includes('AlexSigner'))?.words ?? ''
      expect(signed).toContain('1.last1Mover:')
      expect(signed).toContain('body<1>')
    }
  })

  test('breaks when no page can hold it, and loses nothing', async () => {
    const endorsers = many(90).map(
      (number): PrintedBlock => ({type: 'mover', label: 'Endorsed by', children: [text(`unit <${number}>`)]})
    )
    for (const last of [whereas(text('z '.repeat(3000))), resolved('1.', text('z '.repeat(3000)))])
      for (const after of [closing, [...endorsers, ...closing]]) {
        const words = (await pagesOf({blocks: [title, last, ...after], notes: []})).map(page => page.words).join('')
        expect(words.split('z').length - 1).toBe(3000)
        expect(numbersIn(words, /unit<(\d+)>/g)).toEqual(after === closing ? [] : many(90).map(String))
        expect(words).toContain('AlexSignerSecretary')
      }
  })
})

describe('tags', () => {
  const tagsOf = async (blocks: readonly PrintedBlock[], change: Change = {}): Promise<string[]> =>
    (await pagesOf({blocks, notes, ...change})).flatMap(({tags}) => tags)

  test('make one list of numbered clauses', async () => {
    const items = many(3).map(number => resolved(`${number}.`, text('acts')))
    const {bytes} = await write({blocks: [title, lead, ...items, ...closing], notes: []})
    expect(
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/S ?\/L\b/g) ?? []
    ).toHaveLength(1)
    const tags = await tagsOf([title, lead, ...items, ...closing])
    expect(tags.filter(tag => tag.endsWith('L LI Lbl'))).toHaveLength(3)
    expect(tags.filter(tag => tag.includes('L LI LBody'))).toHaveLength(3)
  })

  test('hold in a list with line numbers that runs over pages', async () => {
    const items = many(60).map(number => resolved(`${number}.`, text(`acts${long.repeat(2)}`)))
    const {isUniversallyAccessible, warnings, pages} = await write({blocks: items, notes: [], page: lines(true)})
    expect({isUniversallyAccessible, warnings}).toEqual({isUniversallyAccessible: true, warnings: []})
    expect(pages).toBeGreaterThan(2)
  })

  test('name title, quotation, note and link for what they are', async () => {
    const tags = await tagsOf(sample.blocks, {notes: sample.notes})
    for (const role of [/ H1$/, / P\b/, / BlockQuote\b/, / Note\b.* Link\b/, / P Lbl Link\b/, / P Link\b/])
      expect(
        tags.some(tag => role.test(tag)),
        String(role)
      ).toBe(true)
    expect(tags.every(tag => tag.startsWith('Root Document ') || tag === 'Root')).toBe(true)
  })
})

describe('the page', () => {
  const texts = async (change: Change) => (await pagesOf(change)).flatMap(page => page.texts)

  test.each([
    'W'.repeat(300),
    '='.repeat(300),
    '_'.repeat(300),
    '/'.repeat(300),
    '('.repeat(300),
    '!'.repeat(300),
    '.'.repeat(300),
    'ש'.repeat(300),
    `https://example.org/${'0123456789abcdef'.repeat(20)}`,
    'a\u00a0b'.repeat(200),
    'e\u0301'.repeat(200)
  ])('holds a word that is wider than it: %.30s', async word => {
    const change = {blocks: [whereas(text(word)), resolved('1.', text(word))], notes: [notes[0]!]}
    const found = await texts(change)
    for (const {text, right} of found) expect(right, text).toBeLessThanOrEqual((8.5 - 1) * 72 + 1)
    expect(bare(found.map(({text}) => text).join('')).replace('1.', '')).toContain(bare(word).repeat(2))
  })

  test('hangs whereas clauses and puts numbers beside their clauses', async () => {
    const blocks = [title, whereas(text(`first${long.repeat(3)}`)), resolved('12.', text(`second${long.repeat(3)}`))]
    const found = (await texts({blocks, notes: [], header: []})).filter(({text}) => text.trim() !== '')
    const left = (start: string): number[] =>
      found.filter(({text}) => text.startsWith(start)).map(({left}) => Math.round(left))
    expect(left('first')).toEqual([72])
    expect(left('12.')).toEqual([90])
    expect(left('second')).toEqual([108])
    const others = found.filter(({text}) => !/^(first|12|second|Page|A title)/.test(text)).map(({left}) => left)
    expect(new Set(others.map(Math.round))).toEqual(new Set([108]))
  })

  test('shows numbered clauses with notes and without as one list', async () => {
    const hasNote = [true, false, false, true, true, false]
    const numbers = ['I.', 'II.', 'III.', 'IV.', 'V.', 'VIII.']
    const items = numbers.map((number, index) =>
      resolved(number, text(`act ${number}`), ...(hasNote[index] ? [mark(index + 1)] : []))
    )
    const found = await texts({blocks: [title, lead, ...items], notes, header: []})
    const acts = found.filter(({text}) => text.startsWith('act'))
    expect(acts.map(({text}) => text)).toEqual(numbers.map(number => `act ${number}`))
    expect(new Set(acts.map(({left}) => left.toFixed(1))).size).toBe(1)
    const widest = found.find(({text}) => text === 'VIII.')
    expect(widest?.right).toBeLessThan(acts[0]!.left)
    const steps = acts.slice(1).map(({bottom}, index) => acts[index]!.bottom - bottom)
    // The height of a line without leading, 1.107 em of 12 points, and 6 points between clauses.
    for (const step of steps) expect(step).toBeCloseTo(1.107 * 12 + 6, 1)
  })

  test('has lines as far apart as Word sets Times New Roman', async () => {
    const found = await texts({blocks: [whereas(text(long.repeat(9)))], notes: [], header: []})
    const bottoms = found.filter(({size, text}) => Math.round(size) === 12 && text.trim()).map(({bottom}) => bottom)
    const steps = bottoms.slice(1).map((bottom, index) => bottoms[index]! - bottom)
    expect(steps.length).toBeGreaterThan(3)
    for (const step of steps) expect(step).toBeCloseTo(13.8, 1)
  })

  test('keeps the distance of lines with marks, raised and lowered words', async () => {
    const raised: PrintedInline = {type: 'superscript', children: [text('th')]}
    const lowered: PrintedInline = {type: 'subscript', children: [text('2')]}
    const children = many(9).flatMap(() => [text(long), raised, mark(1), lowered])
    const found = await texts({blocks: [whereas(...children)], notes: [], header: []})
    const bottoms = new Set(
      found.filter(({size, text}) => Math.round(size) === 12 && text.trim()).map(one => one.bottom)
    )
    const sorted = [...bottoms].sort((a, b) => b - a)
    for (const [index, bottom] of sorted.slice(1).entries()) expect(sorted[index]! - bottom).toBeCloseTo(13.8, 1)
  })

  test('makes room for a head of many lines', async () => {
    const header = many(9).map(number => `line ${number} of the head`)
    const found = await texts({header, blocks: [title, whereas(text('body'))], notes: [], mark: 'DRAFT'})
    const bottom = (start: string): number => found.find(({text}) => text.startsWith(start))!.bottom
    expect(bottom('line 1')).toBeLessThan(11 * 72 - 20)
    expect(bottom('A title')).toBeLessThan(bottom('line 9') - 20)
  })

  test('carries the mark in its head and, paler, across', async () => {
    const blocks = many(60).map(number => whereas(text(`clause ${number}`)))
    const pages = await pagesOf({blocks, notes: [], mark: 'DRAFT'})
    expect(pages.length).toBeGreaterThan(1)
    for (const {texts} of pages) {
      const marks = texts.filter(({text}) => text === 'DRAFT')
      expect(marks.map(({isSlanted}) => isSlanted).sort()).toEqual([false, true])
    }
  })

  test('is A4 where that is asked for', async () => {
    const {bytes} = await write({blocks: [title], notes: [], page: {...sample.page, paper: 'a4'}})
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/MediaBox ?\[0 0 595\.\d+ 841\.\d+\]/)
  })

  test('parts a link where a note is referred to inside it', async () => {
    const link: PrintedInline = {type: 'link', url: 'https://x.org', children: [text('before'), mark(1), text('after')]}
    const [page] = await pagesOf({blocks: [whereas(link, text(' end'))], notes: notes.slice(0, 1)})
    expect(page?.words).toContain('before1afterend')
  })

  test('makes links of web and mail addresses only', async () => {
    const urls = ['https://a.org', 'http://b.org', 'mailto:c@d.org', 'javascript:alert(1)', 'file:///etc/passwd']
    const children = urls.map((url): PrintedInline => ({type: 'link', url, children: [text(`to ${url} `)]}))
    const raw = Buffer.from((await write({blocks: [whereas(...children)], notes: []})).bytes).toString('latin1')
    const found = numbersIn(raw, /\/URI ?\(([^)]*)\)/g)
    expect(found).toEqual(urls.slice(0, 3))
  })
})
