import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {getDocumentProxy} from 'unpdf'
import {describe, expect, test} from 'vitest'
import type {PrintedInline, PrintedResolution} from '../../src/tree/index.ts'
import {writePdf} from '../../src/write/pdf/index.ts'
import {hostileWords, sample} from './sample.ts'

const pageTemplate = readFileSync(new URL('../../templates/ala/page.typ', import.meta.url), 'utf8')
const write = (printed: PrintedResolution) => writePdf(printed, {pageTemplate})

/** The words of each page, blanks left out: Typst sets gaps where the text has blanks. */
async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {verbosity: 0})
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const {items} = await (await pdf.getPage(number)).getTextContent()
    pages.push(bare(items.map(item => ('str' in item ? item.str : '')).join('')))
  }
  return pages
}

/** NFKC undoes what fonts join; blanks and soft hyphens are no words. */
const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\u00ad]+/gu, '')

const text = (value: string): PrintedInline => ({type: 'text', value})
const clause = (...children: PrintedInline[]): PrintedResolution['blocks'][number] => ({
  type: 'whereasClause',
  number: undefined,
  id: undefined,
  paragraphs: [{type: 'paragraph', children}]
})
const latin = (printed: PrintedResolution): PrintedResolution => ({
  ...printed,
  blocks: [printed.blocks[1] ?? clause(), clause(text('one clause'))],
  notes: []
})

describe('the file', () => {
  test('is tagged and claims PDF/UA-1, with title, language and date', async () => {
    const {bytes, isUniversallyAccessible, warnings} = await write(latin(sample))
    const raw = Buffer.from(bytes).toString('latin1')
    expect({isUniversallyAccessible, warnings}).toEqual({isUniversallyAccessible: true, warnings: []})
    expect(raw).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/)
    expect(raw).toContain('pdfuaid:part')
    expect(raw).toContain('/Lang (en-US)')
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {verbosity: 0})
    const {info} = await pdf.getMetadata()
    expect(info).toMatchObject({Title: sample.properties.title, CreationDate: 'D:20260628000000Z'})
  })

  test('has the same bytes each time, whatever the time zone', async () => {
    const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
    const first = hash((await write(latin(sample))).bytes)
    const zone = process.env.TZ
    try {
      for (const TZ of ['UTC', 'America/Chicago', 'Asia/Tokyo']) {
        process.env.TZ = TZ
        expect(hash((await write(latin(sample))).bytes)).toBe(first)
      }
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })

  test('is whole from its first line to its last', async () => {
    const {bytes} = await write(latin(sample))
    expect(Buffer.from(bytes.subarray(0, 8)).toString()).toMatch(/^%PDF-1\.\d/)
    expect(Buffer.from(bytes.subarray(-8)).toString()).toContain('%%EOF')
  })
})

describe('the words', () => {
  const typst =
    '#panic("x") $x$ #read("/etc/passwd") <label> @ref // no /* yes */ = head\n- item ~ -- --- ... [t]he \\ _a_ *b* `c`; "s"'

  test('of every field are printed as typed, markup of Typst or not', async () => {
    const printed: PrintedResolution = {
      ...sample,
      header: [`one ${typst}`, `two ${typst}`],
      properties: {...sample.properties, title: typst},
      labels: {...sample.labels, pageOf: 'Sheet #{page} of {pages}'},
      blocks: [
        {type: 'title', children: [text(typst)]},
        clause(
          {type: 'leadIn', value: 'Whereas#'},
          text(` ${typst}`),
          {type: 'noteReference', number: 1, isFirst: true, key: 1},
          text('; and')
        ),
        {type: 'mover', label: '#Mover:', children: [text(typst)]},
        {type: 'adoption', children: [text(typst)]},
        {type: 'signature', name: `n ${typst}`, role: `r ${typst}`}
      ],
      notes: [{number: 1, paragraphs: [{type: 'paragraph', children: [text(typst)]}]}]
    }
    const words = (await pagesOf((await write(printed)).bytes)).join('')
    expect(words.split(bare(typst)).length - 1).toBe(9)
    expect(words).toContain(bare(`Whereas# ${typst}1; and`))
    expect(words).toContain('Sheet#1of1')
    expect(words).toContain('#Mover:')
  })

  test('that other programs have eaten all stand there', async () => {
    const printable = hostileWords.replace(/[\u0590-\u05ff\u4e00-\u9fff]/g, '')
    const {bytes} = await write({...latin(sample), blocks: [clause(text(printable))]})
    expect((await pagesOf(bytes)).join('')).toContain(bare(printable))
  })

  test('of any Latin, Greek or Cyrillic text come out in order', async () => {
    const character = fc.constantFrom(...'aZé9 ;:,.“”"\'‘’[]()#$%&*_\\/<>=+-–—…~^@`{}|ßœΩж§¶†'.split(''))
    const words = fc.array(character, {minLength: 1, maxLength: 60}).map(characters => characters.join(''))
    await fc.assert(
      fc.asyncProperty(words, words, async (one, two) => {
        const printed = {...latin(sample), header: [], blocks: [clause(text(`a${one}b`)), clause(text(`c${two}d`))]}
        const out = (await pagesOf((await write(printed)).bytes)).join('')
        expect(out).toContain(bare(`a${one}b`))
        expect(out).toContain(bare(`c${two}d`))
      }),
      {numRuns: 25}
    )
  })
})

describe('notes', () => {
  const mark = (number: number, isFirst = true, key = 1): PrintedInline => ({
    type: 'noteReference',
    number,
    isFirst,
    key
  })
  const note = (number: number): PrintedResolution['notes'][number] => ({
    number,
    paragraphs: [{type: 'paragraph', children: [text(`words of note ${'abcdefghij'[number]}`)]}]
  })

  test('keep their numbers; one that is referred to twice is printed once', async () => {
    const printed = {
      ...latin(sample),
      header: [],
      blocks: [
        clause(text('x'), mark(3), text('y'), mark(7), text('z'), mark(7, false, 2), text('w'), mark(9), text(';'))
      ],
      notes: [note(3), note(7), note(9)]
    }
    const words = (await pagesOf((await write(printed)).bytes)).join('')
    expect(words).toContain('x3y7z7w9;')
    expect(words.match(/wordsofnote./g)).toEqual(['wordsofnoted', 'wordsofnoteh', 'wordsofnotej'])
    expect(words).toMatch(/3wordsofnoted7wordsofnoteh9wordsofnotej/)
  })

  test('stand on the page of their reference, and pages are counted', async () => {
    const blocks = Array.from({length: 60}, (_, index) =>
      clause(text(`clause ${index} ${'with many words '.repeat(12)}`), ...(index === 40 ? [mark(1)] : []), text('end'))
    )
    const {bytes, pages} = await write({...latin(sample), blocks, notes: [note(1)]})
    const words = await pagesOf(bytes)
    expect(pages).toBe(words.length)
    expect(pages).toBeGreaterThan(3)
    expect(words.filter(page => page.includes('wordsofnoteb'))).toEqual(words.filter(page => page.includes('clause40')))
    words.forEach((page, index) => {
      expect(page).toContain(`Page${index + 1}of${pages}`)
      expect(page).toContain('2025-2026ALACD#23')
    })
  })

  test('a thousand clauses with a note each are set', async () => {
    const blocks = Array.from({length: 1000}, (_, index) => clause(text(`clause ${index}`), mark(index + 1), text(';')))
    const notes = Array.from({length: 1000}, (_, index) => ({
      number: index + 1,
      paragraphs: [{type: 'paragraph' as const, children: [text(`note ${index + 1}.`)]}]
    }))
    const {bytes} = await write({...latin(sample), blocks, notes})
    expect((await pagesOf(bytes)).join('')).toContain('1000note1000.')
  }, 60_000)
})

describe('the page', () => {
  test('carries the mark of a draft on every page', async () => {
    const blocks = Array.from({length: 60}, (_, index) =>
      clause(text(`clause ${index} ${'with many words '.repeat(9)}`))
    )
    const words = await pagesOf((await write({...latin(sample), blocks, mark: 'DRAFT'})).bytes)
    expect(words.length).toBeGreaterThan(2)
    for (const page of words) expect(page).toContain('DRAFT')
  })

  test('keeps the signature with the last clause', async () => {
    for (let filler = 18; filler < 26; filler++) {
      const blocks: PrintedResolution['blocks'] = [
        ...Array.from({length: filler}, (_, index) => clause(text(`filler ${index}`))),
        clause(text('the last clause')),
        {type: 'adoption', children: [text('Adopted')]},
        {type: 'signature', name: 'Alex Example', role: 'Secretary'}
      ]
      const words = await pagesOf((await write({...latin(sample), blocks})).bytes)
      const signed = words.findIndex(page => page.includes('AlexExample'))
      expect(words[signed]).toContain('thelastclause')
    }
  })

  test('numbers its lines when that is asked for', async () => {
    const blocks = [clause(text('first')), clause(text('second')), clause(text('third'))]
    const plain = {...latin(sample), header: [], blocks}
    const numbered = {...plain, page: {...plain.page, hasLineNumbers: true}}
    expect((await pagesOf((await write(plain)).bytes)).join('')).not.toMatch(/[123](first|second|third)/)
    expect((await pagesOf((await write(numbered)).bytes)).join('')).toMatch(/1.*2.*3/)
  })

  test('a character that no font has is named, and the claim to PDF/UA is not made falsely', async () => {
    const {warnings, bytes} = await write({...latin(sample), blocks: [clause(text('a \u{10ffc} b'))]})
    expect(warnings.length).toBeGreaterThan(0)
    expect(warnings.map(warning => warning.message).join('\n')).toMatch(/U\+10FFC/)
    expect(warnings.map(warning => warning.message).join('\n')).not.toMatch(/EcoString|Span\(|SourceDiagnostic/)
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-')
  })

  test('a template that reaches for files or packages is refused', async () => {
    for (const reaching of ['#import "@preview/x:1.0.0": y', '#include "/etc/passwd"', '#eval("1")'])
      await expect(writePdf(sample, {pageTemplate: `${reaching}\n${pageTemplate}`})).rejects.toThrow(/page template/)
  })
})
