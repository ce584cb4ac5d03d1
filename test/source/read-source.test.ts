import {strToU8, zipSync} from 'fflate'
import {expect, test} from 'vitest'
import {readSource} from '../../src/source/index.ts'
import {p, wordFile} from './word-file.ts'

const compound = (name: string): Uint8Array =>
  Uint8Array.from(
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from(name, 'utf16le'),
      Buffer.alloc(90)
    ])
  )

test.each([
  ['a.txt', 'text'],
  ['a.TEXT', 'text'],
  ['a.md', 'markdown'],
  ['dir.x/a.markdown', 'markdown']
])('%s is its own text', async (path, format) => {
  expect(await readSource(strToU8('Words <b>here</b>.\r\n'), path)).toEqual({
    text: 'Words <b>here</b>.\r\n',
    format,
    fileText: undefined,
    offsets: undefined,
    stretches: [],
    warnings: []
  })
})

test.each(['a.html', 'a.htm', 'a.xhtml'])('of %s the words are read', async path => {
  const source = await readSource(strToU8('<title/><p>Words <b>here</b>.'), path)
  expect(source).toMatchObject(
    path === 'a.xhtml' ? {text: 'Words here.', format: 'text'} : {problem: 'there are no words in it'}
  )
  expect(await readSource(strToU8('<p>Words <b>here</b>.'), path)).toMatchObject({text: 'Words here.', format: 'text'})
})

test('of a Word file the words are read', async () => {
  expect(await readSource(wordFile(p('Words.')), 'a.docx')).toMatchObject({text: 'Words.', format: 'text'})
})

test('the charset of the server is used', async () => {
  const bytes = Uint8Array.of(0xef)
  for (const path of ['a.txt', 'a.html'])
    expect(await readSource(bytes, path, {charset: 'windows-1251'})).toMatchObject({text: 'п'})
})

test.each([
  ['a.docm', 'Word files with macros are not read, expected it saved as .docx'],
  ['a.doc', 'files of old Word are not read, expected it saved as .docx'],
  ['a.odt', 'OpenDocument files are not read, expected it saved as .docx'],
  ['a.rtf', 'rich text files are not read, expected it saved as .docx'],
  [
    'a.xls',
    'a file that ends in `.xls` is not known, expected one of .txt, .text, .md, .markdown, .html, .htm, .xhtml, .docx, .pdf'
  ],
  [
    'README',
    'a file that ends in `nothing` is not known, expected one of .txt, .text, .md, .markdown, .html, .htm, .xhtml, .docx, .pdf'
  ]
])('%s is refused', async (path, problem) => {
  expect(await readSource(strToU8('Words.'), path)).toEqual({problem})
})

const pdf = strToU8('%PDF-1.7\n%âãÏÓ')
const page = strToU8('\ufeff<!-- a page -->\n<!DOCTYPE html><p>Words.')
test.each([
  ['a.txt', pdf, 'it is a PDF file, expected a name that ends in `.pdf`'],
  ['a.html', pdf, 'it is a PDF file, expected a name that ends in `.pdf`'],
  ['a.docx', pdf, 'it is a PDF file, expected a name that ends in `.pdf`'],
  ['a.txt', wordFile(p('x')), 'it is a Word file, expected a name that ends in `.docx`'],
  ['a.pdf', wordFile(p('x')), 'it is a Word file, expected a name that ends in `.docx`'],
  ['a.md', zipSync({'a.txt': strToU8('x')}), 'it is a zip archive, expected the file that is in it'],
  ['a.txt', page, 'it is a web page, expected a name that ends in `.html`'],
  ['a.docx', page, 'it is a web page, expected a name that ends in `.html`'],
  ['a.pdf', strToU8('<html lang="en"><p>Not found'), 'it is a web page, expected a name that ends in `.html`'],
  ['a.docx', compound('EncryptedPackage'), 'it is protected by a password'],
  ['a.docx', compound('WordDocument'), 'it is a file of old Word, expected it saved as .docx'],
  ['a.txt', compound('Workbook'), 'it is a file of an old Office program, expected it saved as .docx'],
  ['a.docx', strToU8('{\\rtf1 Words}'), 'it is a rich text file, expected it saved as .docx'],
  ['a.html', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d), 'it is a picture, expected a file with words']
])('%s that is of another kind is told', async (path, bytes, problem) => {
  expect(await readSource(bytes, path)).toEqual({problem})
})

test('text that tells of tags is no page', async () => {
  expect(await readSource(strToU8('The tag <html> begins a page.'), 'a.txt')).toMatchObject({format: 'text'})
})

test.each([
  ['a.txt', strToU8(' \n* * *\n')],
  ['a.html', strToU8('<title>Title</title><hr>…')],
  ['a.docx', wordFile(p('* * *'))]
])('%s without words is told', async (path, bytes) => {
  expect(await readSource(bytes, path)).toEqual({problem: 'there are no words in it'})
})
