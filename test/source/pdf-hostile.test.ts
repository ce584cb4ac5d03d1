import {expect, test} from 'vitest'
import {readPdf} from '../../src/source/pdf/index.ts'
import {makeBomb, showLines, writePdf} from './pdf/make-pdf.ts'

const plain = writePdf([{content: showLines('Words of a page.')}])
const cannot = {problem: 'it is not a PDF that can be read'}

test('a file is read in a worker, many at once too', async () => {
  const results = await Promise.all([readPdf(plain), readPdf(plain), readPdf(plain)])
  expect(results.map(result => 'text' in result && result.text)).toEqual(Array(3).fill('Words of a page.'))
})

test('what is no PDF, and what is left of one', async () => {
  expect(await readPdf(new Uint8Array())).toEqual({problem: 'it is not a PDF'})
  const noise = Uint8Array.from({length: 100_000}, (_, i) => (i * i * 31 + (i >> 3)) % 251)
  expect(await readPdf(noise)).toEqual({problem: 'it is not a PDF'})
  expect(await readPdf(Buffer.concat([Buffer.from('%PDF-1.7\n'), noise]))).toEqual(cannot)
  expect(await readPdf(plain.subarray(0, 200))).toEqual(cannot)
})

test('a file whose end is missing is read as far as it goes, or refused', async () => {
  const result = await readPdf(plain.subarray(0, plain.length - 300))
  expect('problem' in result ? result : result.text).toEqual(cannot)
})

test('a stream that inflates beyond all bounds ends at the limit of memory', async () => {
  const bomb = writePdf([{content: makeBomb(400), isDeflated: true}])
  expect(bomb.length).toBeLessThan(2_000_000)
  const before = process.memoryUsage.rss()
  const result = await readPdf(bomb, {megabytes: 200, milliseconds: 10_000})
  expect(result).toEqual({problem: 'it needs more than 200 MB of memory'})
  expect(process.memoryUsage.rss() - before).toBeLessThan(700e6)
})

test('a file that takes too long', async () => {
  const bomb = writePdf([{content: makeBomb(200), isDeflated: true}])
  expect(await readPdf(bomb, {milliseconds: 300, megabytes: 4000})).toEqual({
    problem: 'it took longer than 0.3 seconds'
  })
})

const pagesObject = /\/Type \/Pages \/Count \d+ \/Kids \[[^\]]*\]/

test.each([
  ['a tree of pages that is its own branch', '/Type /Pages /Count 1 /Kids [2 0 R]'],
  ['ten million pages claimed', '/Type /Pages /Count 10000000 /Kids [4 0 R]'],
  ['pages claimed that are not there', '/Type /Pages /Count 15000 /Kids [2 0 R 2 0 R]'],
  ['no pages', '/Type /Pages /Count 0 /Kids []']
])('%s', {timeout: 10_000}, async (_, tree) => {
  const text = Buffer.from(plain).toString('latin1').replace(pagesObject, tree)
  const result = await readPdf(Buffer.from(text, 'latin1'), {milliseconds: 8000})
  expect('problem' in result ? result.problem : result.text).toMatch(
    /^(?:it is not a PDF that can be read|it claims to have 10000000 pages, expected 20000 at most|it has no text layer \(a scan\?\)|Words of a page\.)$/
  )
})

test('objects nested a hundred thousand deep', async () => {
  for (const nested of ['['.repeat(100_000), '<< /A '.repeat(100_000)]) {
    const result = await readPdf(
      writePdf([{content: showLines('Words of a page.')}], {catalog: `/Outlines ${nested}`}),
      {
        milliseconds: 8000
      }
    )
    expect('problem' in result ? result : result.text).toEqual(cannot)
  }
})

test('twenty thousand words scattered over one page', async () => {
  const lines = Array.from({length: 20_000}, (_, i) => `1 0 0 1 ${(i * 7) % 390} ${(i * 13) % 590} Tm (word ${i}) Tj`)
  const result = await readPdf(writePdf([{content: `BT /F 10 Tf ${lines.join('\n')} ET`}]), {milliseconds: 8000})
  // Words across the edge of the page are not shown.
  expect('text' in result ? (result.text.match(/word/g)?.length ?? 0) : 0).toBeGreaterThan(19_000)
})
