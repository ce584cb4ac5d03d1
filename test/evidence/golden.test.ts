import {join} from 'node:path'
import {extractText, getDocumentProxy} from 'unpdf'
import {expect, test} from 'vitest'
import {unpack} from '../write/docx/read-docx.ts'
import {print, printText} from './read-back.ts'
import {sample} from './sample.ts'

/** The evidence of an invented resolution in every format; `npm run accept` takes over what is printed. */
const golden = (name: string): string => join(import.meta.dirname, '../golden/evidence', name)

test.each(['html', 'md'] as const)('%s', async format => {
  await expect(await printText(sample, format)).toMatchFileSnapshot(golden(`harbor-light.${format}`))
})

test('docx', async () => {
  const parts = unpack((await print(sample, 'docx')).bytes)
  const xml = parts['word/document.xml']!.replace(/></g, '>\n<')
  await expect(`${xml}\n`).toMatchFileSnapshot(golden('harbor-light.docx.txt'))
})

test('pdf', async () => {
  const pdf = await getDocumentProxy(new Uint8Array((await print(sample, 'pdf')).bytes), {verbosity: 0})
  const {totalPages, text} = await extractText(pdf, {mergePages: false})
  const pages = text.map((words, index) => `page ${index + 1} of ${totalPages}\n\n${words}\n`)
  await expect(pages.join('\n')).toMatchFileSnapshot(golden('harbor-light.pdf.txt'))
})
