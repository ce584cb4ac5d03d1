import {getDocumentProxy} from 'unpdf'
import {expect, test} from 'vitest'
import {composeDossier} from '../../src/evidence/compose.ts'
import {writeDossier} from '../../src/write/dossier.ts'
import {writeDossierPdf} from '../../src/write/pdf/dossier.ts'
import {pagesOf, pageTemplate, print} from './read-back.ts'
import {evidenceOf, found, quotationless, sample} from './sample.ts'

const open = async (bytes: Uint8Array) => getDocumentProxy(new Uint8Array(bytes), {verbosity: 0})

test('is tagged and claims PDF/UA-1, with title and language and without a date', async () => {
  for (const evidence of [sample, found, quotationless, {...sample, language: 'no such language'}]) {
    const dossier = composeDossier(evidence)
    const {bytes, isUniversallyAccessible, warnings} = await writeDossierPdf(dossier, pageTemplate)
    expect({isUniversallyAccessible, warnings}).toEqual({isUniversallyAccessible: true, warnings: []})
    const raw = Buffer.from(bytes).toString('latin1')
    expect(raw).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/)
    expect(raw).toContain('pdfuaid:part')
    const {info} = await (await open(bytes)).getMetadata()
    expect(info).toMatchObject({Title: dossier.title})
    expect(info).not.toHaveProperty('CreationDate')
  }
})

interface Bookmark {
  readonly title: string
  readonly items: readonly Bookmark[]
}

test('has the headings as bookmarks', async () => {
  const outline: readonly Bookmark[] = await (await open((await print(sample, 'pdf')).bytes)).getOutline()
  const [top] = outline
  expect(outline.map(({title}) => title)).toEqual(['Evidence for the quotations of “Resolution on the Harbor Light”'])
  expect(top!.items.map(({title}) => title)).toEqual(['Still owed', 'The quotations'])
  expect(top!.items[1]!.items.map(({title}) => title)).toContain('Quotation 6: unchecked')
})

test('has links to the web and to its own headings', async () => {
  const pdf = await open((await print(sample, 'pdf')).bytes)
  const annotations = await (await pdf.getPage(1)).getAnnotations()
  const addresses = annotations.flatMap(({url, unsafeUrl}) => unsafeUrl ?? url ?? [])
  expect(addresses).toContain('https://harbor.example.org/charter')
  expect(addresses).toContain('https://harbor.example.org/charter#:~:text=every%20reader,harbor%20light')
  expect(annotations.filter(({dest}) => dest !== undefined && dest !== null).length).toBeGreaterThanOrEqual(5)
})

test('has no link to a script', async () => {
  const {bytes} = await print(evidenceOf('1', 'javascript:alert(1)'), 'pdf')
  expect((await pagesOf(bytes)).join('')).toContain('javascript:alert(1)')
  expect(Buffer.from(bytes).toString('latin1')).not.toContain('javascript:')
})

test('counts its pages', async () => {
  const pages = await pagesOf((await print(sample, 'pdf')).bytes)
  expect(pages.length).toBeGreaterThan(1)
  pages.forEach((page, index) => {
    expect(page).toMatch(new RegExp(`Page ${index + 1} of ${pages.length}$`))
  })
})

test('keeps long words on the page', async () => {
  const pdf = await open((await print(evidenceOf(` ${'0123456789abcdef'.repeat(30)}`), 'pdf')).bytes)
  for (let number = 1; number <= pdf.numPages; number++) {
    const {items} = await (await pdf.getPage(number)).getTextContent()
    for (const item of items)
      if ('str' in item) expect(item.transform[4] + item.width, item.str).toBeLessThanOrEqual(612 - 72 + 2)
  }
})

test('a character that no font has is named, and no claim to PDF/UA is made', async () => {
  const {isUniversallyAccessible, warnings} = await writeDossierPdf(
    composeDossier({...sample, title: 'a \u{10ffc} b'}),
    pageTemplate
  )
  expect(isUniversallyAccessible).toBe(false)
  expect(warnings.map(({message}) => message)).toEqual([
    'U+10FFC is in no font at hand, printed as an empty box',
    'the PDF makes no claim to PDF/UA-1, expected characters that fonts can show'
  ])
})

test('a PDF needs its template', async () => {
  await expect(writeDossier(composeDossier(sample), 'pdf')).rejects.toThrow('A PDF needs the page template')
})
