import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {fileNameFor} from '../../src/source/web/file-name.ts'
import {suggestId} from '../../src/source/web/suggest-id.ts'
import {textFragment} from '../../src/source/web/text-fragment.ts'
import type {SourceFields} from '../../src/tree/index.ts'

describe('ids', () => {
  test.each<readonly [SourceFields, string]>([
    [{author: [{family: 'Robbins', given: 'Ann'}], issued: '1996-01-02'}, 'robbins-1996'],
    [{author: [{family: 'Robbins', given: 'Ann'}]}, 'robbins'],
    [{author: {family: 'van der Meer', given: 'Pieter'}, issued: '2001'}, 'van-der-meer-2001'],
    [{author: [{family: 'Lindqvist-Åström', given: 'Eva'}], issued: '2001'}, 'lindqvist-astrom-2001'],
    [{author: [{family: 'O’Reader', given: 'Sean'}]}, 'oreader'],
    [{author: [{family: 'Łoś Ðæþ-Ørßted', given: 'X'}]}, 'los-daeth-orssted'],
    [{author: ['American Civil Liberties Union'], issued: '2021'}, 'aclu-2021'],
    [{author: 'Association of Maple Readers', issued: '2021'}, 'amr-2021'],
    [{author: ['Maple Readers Union (MRU)']}, 'mru'],
    [{author: ['PEN America'], issued: '2023'}, 'pen-america-2023'],
    [{author: [{literal: 'Voltaire'}]}, 'voltaire'],
    [{URL: 'https://www.maplereads.org/a', title: 'Bans'}, 'maplereads'],
    [{URL: 'https://news.bbc.co.uk/a', issued: '2019-05'}, 'bbc-2019'],
    [{URL: 'https://www.gov.uk/a'}, 'gov'],
    [{URL: 'http://192.0.2.1:8080/a', title: 'The House Rules of Reading Aloud'}, 'house-rules-reading'],
    [{URL: 'http://[::1]/', 'container-title': 'The Maple Courier'}, 'maple-courier'],
    [{title: 'On the Right to Read'}, 'right-read'],
    [{title: 'The Of'}, 'the-of'],
    [{author: ['日本図書館協会'], URL: 'https://www.toshokan.example/'}, 'toshokan'],
    [{author: ['Библиотека 7'], title: 'Книга'}, 'source'],
    [{title: '…'}, 'source'],
    [{}, 'source'],
    [{author: [{family: 'Con', given: 'X'}]}, 'con-source'],
    [{author: [{family: 'x'.repeat(100), given: 'X'}], issued: '2001'}, `${'x'.repeat(30)}-2001`]
  ])('%j', (fields, id) => {
    expect(suggestId(fields)).toBe(id)
  })

  test('whatever the fields, the id can be cited and be the name of a file', () => {
    fc.assert(
      fc.property(
        fc.string({unit: 'grapheme'}),
        fc.string({unit: 'binary'}),
        fc.constantFrom('https://a.example/', 'not an address', 'https://xn--bcher-kva.example/', 'http://[::1]/'),
        (author, title, URL) => {
          expect(suggestId({author: [author], title, URL})).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
          expect(suggestId({title})).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
        }
      )
    )
  })
})

describe('names of files', () => {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const pdf = '%PDF-1.7\n%\u00e2\u00e3'
  const docx = 'PK\u0003\u0004....[Content_Types].xml....word/document.xml'
  const at = 'https://maplereads.example/a'

  test.each([
    ['text/html', at, '<p>words', 'ala.html', 'text/html'],
    ['application/xhtml+xml', at, '<?xml version="1.0"?><html/>', 'ala.html', 'application/xhtml+xml'],
    ['text/plain', at, 'words', 'ala.txt', 'text/plain'],
    ['text/plain', `${at}.md?x=1#y`, '# words', 'ala.md', 'text/markdown'],
    ['text/plain', at, '<html><p>source code', 'ala.txt', 'text/plain'],
    ['text/markdown', at, '# words', 'ala.md', 'text/markdown'],
    ['application/pdf', at, pdf, 'ala.pdf', 'application/pdf'],
    ['application/x-pdf', at, pdf, 'ala.pdf', 'application/x-pdf'],
    ['application/octet-stream', at, pdf, 'ala.pdf', 'application/pdf'],
    ['text/html', at, pdf, 'ala.pdf', 'application/pdf'],
    [word, at, docx, 'ala.docx', word],
    ['application/zip', at, docx, 'ala.docx', word],
    ['', 'notes/report.docx', docx, 'ala.docx', word],
    ['', 'notes/minutes.md', '# words', 'ala.md', 'text/markdown'],
    ['', 'notes/minutes.TXT', 'words', 'ala.txt', 'text/plain'],
    ['', 'saved.htm', '<p>words', 'ala.html', 'text/html'],
    ['', 'no ending', '\n<!-- saved -->\n<!DOCTYPE HTML>', 'ala.html', 'text/html'],
    ['text/xml', at, '<?xml version="1.0"?><!DOCTYPE html><html/>', 'ala.html', 'text/html'],
    ['application/pdf', `${at}.pdf`, '<!doctype html><p>Sign in', 'ala.html', 'text/html'],
    ['application/pdf', `${at}.pdf`, '', 'ala.pdf', 'application/pdf'],
    ['', `${at}.docx`, '', 'ala.docx', word]
  ])('%s %s %j', (mediaType, address, bytes, name, found) => {
    expect(fileNameFor('ala', mediaType, address, Buffer.from(bytes, 'latin1'))).toEqual({name, mediaType: found})
  })

  test.each([
    ['image/png', at, '\x89PNG', 'it is an image (image/png)'],
    ['text/html', at, 'GIF89a', 'it is an image (text/html)'],
    ['audio/mpeg', at, 'ID3', 'it is a sound recording (audio/mpeg)'],
    ['video/mp4', at, 'x', 'it is a video (video/mp4)'],
    ['application/json', at, '{}', 'it is data (application/json)'],
    ['text/csv', at, 'a,b', 'it is a table (text/csv)'],
    ['application/msword', at, '\xd0\xcf\x11\xe0', 'it is an old Word file (application/msword)'],
    ['application/rtf', at, '{\\rtf1', 'it is an RTF file (application/rtf)'],
    ['', 'report.rtf', '{\\rtf1', 'it is an RTF file (no media type)'],
    ['application/zip', at, 'PK\u0003\u0004other', 'it is of a type that is not known (application/zip)'],
    ['application/pdf', at, 'no pdf', 'it is of a type that is not known (application/pdf)'],
    ['', 'report.pdf', 'no pdf', 'it is of a type that is not known (no media type)'],
    ['', 'report.xyz', 'words', 'it is of a type that is not known (no media type)'],
    ['application/octet-stream', `${at}.txt`, 'a\0b', 'it is of a type that is not known (application/octet-stream)']
  ])('%s %s %j is none', (mediaType, address, bytes, problem) => {
    expect(fileNameFor('ala', mediaType, address, Buffer.from(bytes, 'latin1'))).toEqual({
      problem: `${problem}, expected a page, text, PDF or Word file`
    })
  })
})

describe('addresses of passages', () => {
  const at = 'https://maplereads.example/a'
  const long = Array.from({length: 80}, (_, index) => `word${index + 1}`).join(' ')

  test.each([
    ['words alone', at, 'the right to read aloud freely', '', '', '#:~:text=the%20right%20to%20read%20aloud%20freely'],
    [
      'signs of the syntax',
      at,
      'one-way, black & white, see this',
      '',
      '',
      '#:~:text=one%2Dway%2C%20black%20%26%20white%2C%20see%20this'
    ],
    [
      'signs of Markdown',
      at,
      "it's (very) *bad* for all! of us",
      '',
      '',
      '#:~:text=it%27s%20%28very%29%20%2Abad%2A%20for%20all%21%20of%20us'
    ],
    [
      'beyond ASCII',
      at,
      '“freedom” für alle Leser und Leserinnen',
      '',
      '',
      '#:~:text=%E2%80%9Cfreedom%E2%80%9D%20f%C3%BCr%20alle%20Leser%20und%20Leserinnen'
    ],
    ['half a pair', at, 'a \ud83d b c d e f', '', '', '#:~:text=a%20%EF%BF%BD%20b%20c%20d%20e%20f'],
    [
      'white space',
      at,
      '  the\tright  to\u00a0read  freely and aloud ',
      '',
      '',
      '#:~:text=the%20right%20to%20read%20freely%20and%20aloud'
    ],
    [
      'few words in their context',
      at,
      'to read',
      'It is the right',
      'and to be read to.',
      '#:~:text=is%20the%20right-,to%20read,-and%20to%20be'
    ],
    ['few words after others', at, 'to read', 'the right', '', '#:~:text=the%20right-,to%20read'],
    ['few words before others', at, 'to read', '', ' aloud.\nThen', '#:~:text=to%20read,-aloud.'],
    ['hyphens in the context', at, 'to read', 'well-known', 'a-b', '#:~:text=well%2Dknown-,to%20read,-a%2Db'],
    [
      'many words need no context',
      at,
      'the right to read aloud freely',
      'before',
      'after',
      '#:~:text=the%20right%20to%20read%20aloud%20freely'
    ],
    [
      'a long passage',
      at,
      long,
      'x',
      'y',
      '#:~:text=word1%20word2%20word3%20word4%20word5,word76%20word77%20word78%20word79%20word80'
    ],
    [
      'two blocks',
      at,
      'a first block of words here\nand a second one',
      '',
      '',
      '#:~:text=a%20first%20block%20of%20words,and%20a%20second%20one'
    ],
    ['two short blocks', at, 'Heading\n\nText', 'Before', 'After', '#:~:text=Before-,Heading,Text,-After'],
    [
      'a fragment',
      `${at}#part`,
      'the right to read aloud freely',
      '',
      '',
      ':~:text=the%20right%20to%20read%20aloud%20freely'
    ],
    ['an older directive', `${at}#part:~:text=old`, 'a b c d e f', '', '', undefined],
    ['no words', at, ' \n ', 'x', 'y', '']
  ])('%s', (_, address, words, before, after, ending) => {
    const expected = ending === undefined ? `${at}#part:~:text=a%20b%20c%20d%20e%20f` : address + ending
    expect(textFragment(address, words, before, after)).toBe(expected)
  })

  test('an end is lengthened until it stands at the end only', () => {
    const words = `start of it all now\n${'we shall all read on '.repeat(3)}and then we shall all read on`
    expect(textFragment(at, words)).toBe(
      `${at}#:~:text=start%20of%20it%20all%20now,all%20read%20on%20and%20then%20we%20shall%20all%20read%20on`
    )
  })

  test('a script without blanks is cut between words', () => {
    const words = '図書館は基本的人権の一つとして知る自由をもつ国民に資料と施設を提供する。'.repeat(10)
    const [, start = '', end = ''] = /text=(.*),(.*)$/.exec(textFragment(at, words))!
    expect(words.startsWith(decodeURIComponent(start))).toBe(true)
    expect(words.endsWith(decodeURIComponent(end))).toBe(true)
    expect(decodeURIComponent(start).length).toBeLessThan(20)
  })

  test('what a browser reads out of it stands in the passage, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.string({unit: 'grapheme', minLength: 1}), {minLength: 1, maxLength: 100}), typed => {
        const words = typed.join(' ')
        const address = textFragment(at, words)
        if (address === at) return expect(words.trim()).toBe('')
        expect(() => new URL(address)).not.toThrow()
        const directive = address.slice(`${at}#:~:text=`.length)
        expect(directive).toMatch(/^[A-Za-z0-9._~%]+(?:,[A-Za-z0-9._~%]+)?$/)
        const flat = words.replace(/\s+/g, ' ').trim()
        const [start = '', end = ''] = directive.split(',').map(decodeURIComponent)
        expect(flat.startsWith(start)).toBe(true)
        expect(flat.endsWith(end)).toBe(true)
      })
    )
  })
})
