import {expect, test} from 'vitest'
import {prepareSource, verifyQuotation} from '../../src/quote/index.ts'
import {extractPdf} from '../../src/source/pdf/index.ts'
import type {SourceText} from '../../src/source/types.ts'
import {setByTypst, showAt, showLines, writePdf} from './pdf/make-pdf.ts'

async function read(bytes: Uint8Array): Promise<SourceText> {
  const result = await extractPdf(bytes)
  if ('problem' in result) throw new Error(result.problem)
  return result
}

/** What stands on each page, with the names of the page. */
function pagesOf({text, stretches}: SourceText): [string, string][] {
  return stretches.map(({names, start}, i) => [names.join(' | '), text.slice(start, stretches[i + 1]?.start).trim()])
}

/** The lines of each paragraph joined, for texts of which only the words and paragraphs are of interest. */
function paragraphsOf({text}: SourceText): string[] {
  return text.split('\n\n').map(paragraph => paragraph.replaceAll('\n', ' '))
}

const liberties =
  'The library profession has upheld the freedom to read and the freedom to publish since the well-known statement of ' +
  '1948. It opposes any use of governmental prerogative that leads to intimidation of individuals.'
const indictment =
  'Bringing criminal charges against a publisher for the publication of truthful information establishes a dangerous ' +
  'precedent that can be used to target all news organizations that hold the government accountable.'
const responsibilities =
  'Responsibilities for the internationalization of administrative proceedings are shared between the organizations and ' +
  'their representatives, notwithstanding considerations of constitutional interpretation.'

test('a page of headings, paragraphs and a list', async () => {
  const text = await read(
    setByTypst(
      `= Intellectual freedom\n\n${liberties}\n\n${indictment}\n\n- The union will appeal.\n- Nobody expects a quick end.`
    )
  )
  expect(paragraphsOf(text)).toEqual([
    'Intellectual freedom',
    liberties,
    indictment,
    '• The union will appeal.',
    '• Nobody expects a quick end.'
  ])
  expect(text).toMatchObject({format: 'text', fileText: undefined, offsets: undefined, warnings: []})
  expect(text.stretches).toEqual([{kind: 'page', start: 0, names: ['1']}])
})

test('two columns are read one after the other, with the words whole that hyphens cut', async () => {
  const text = await read(
    setByTypst(
      `#set page(columns: 2, height: 9cm)\n#set par(justify: true)\n#set text(hyphenate: true)\n${indictment}\n\n${responsibilities}`
    )
  )
  expect(paragraphsOf(text)).toEqual([indictment, responsibilities])
  expect(text.text).not.toMatch(/-$/m)
})

test('columns beneath a title that runs across them', async () => {
  const text = await read(
    setByTypst(
      `#align(center)[*A long title that runs across both columns of it*]\n\n#columns(2)[${liberties} #colbreak() ${indictment}]`
    )
  )
  expect(paragraphsOf(text)).toEqual(['A long title that runs across both columns of it', `${liberties} ${indictment}`])
})

test('a table is read row by row', async () => {
  const text = await read(
    setByTypst(
      '#table(columns: (4cm, 4cm), stroke: none, [Yeas], [twelve of the members], [Nays], [three members], [Absent], [none])'
    )
  )
  expect(text.text.split(/\n+/)).toEqual(['Yeas twelve of the members', 'Nays three members', 'Absent none'])
})

const report = `#set page(height: 9cm, header: [Annual report #h(1fr) Council], footer: context align(center)[– #counter(page).display() –])
#counter(page).update(11)
The first office of the Association#footnote[See the minutes of the year 1948.] is that of its President, who is elected by all.

${liberties}#footnote[It was adopted in June.] Whoever holds an office of the Association shall not hold a second one, and
whoever has held an office for two terms may not be elected to it again before a year is over. ${indictment} #indictmentEnd`

test('a sentence that runs over a page end is not interrupted by heads, feet and notes', async () => {
  const text = await read(setByTypst(`#let indictmentEnd = [A third page is not needed.]\n${report}`))
  expect(paragraphsOf(text)).toEqual([
    'The first office of the Association is that of its President, who is elected by all.',
    `${liberties} Whoever holds an office of the Association shall not hold a second one, and whoever has held an office ` +
      `for two terms may not be elected to it again before a year is over. ${indictment} A third page is not needed.`,
    '1 See the minutes of the year 1948.',
    '2 It was adopted in June.'
  ])
  const pages = pagesOf(text)
  expect(pages.map(([names]) => names)).toEqual(['11 | 1', '12 | 2', '11 | 1'])
  expect(pages[0]?.[1]).toMatch(/^The first office/)
  expect(pages[1]?.[1]).toMatch(/A third page is not needed\.$/)
  expect(pages[2]?.[1]).toMatch(/^1 See the minutes/)
})

test('quotations verify verbatim, and wrong words do not', async () => {
  const text = await read(
    setByTypst(`#let indictmentEnd = []\n#set par(justify: true)\n#set text(hyphenate: true)\n${report}`)
  )
  const source = prepareSource(text.text, {format: text.format})
  const verdict = (quotation: string): string => verifyQuotation(source, quotation).verdict
  expect(verdict(liberties)).toBe('verbatim')
  expect(verdict(indictment)).toBe('verbatim')
  expect(verdict('The first office of the Association is that of its President')).toBe('verbatim')
  expect(verdict('See the minutes of the year 1948.')).toBe('verbatim')
  expect(verdict(indictment.replace('dangerous', 'harmless'))).toBe('misquoted')
  expect(verdict(indictment.replace('can be used', 'can used'))).toBe('misquoted')
  expect(verdict('The first office of the Association1 is that of its Presidents')).toBe('misquoted')
})

test('hyphens at line ends go where they cut a word and stay where they belong to it', async () => {
  const text = await read(
    writePdf([
      {
        content: showLines(
          'The President of the Associa-',
          'tion is well-',
          'known to its first- and second-',
          'class members. The re-',
          'sign and the resign of 1948-',
          '1950 were made by first-',
          'and by second-year members, and vice-',
          'presidents of the INTER-',
          'NATIONAL FEDERATION and Anglo-',
          'American bodies.'
        )
      }
    ])
  )
  expect(text.text.split('\n')).toEqual([
    'The President of the Association',
    'is well-known',
    'to its first- and second-class',
    'members. The resign',
    'and the resign of 1948-1950',
    'were made by first-',
    'and by second-year members, and vice-presidents',
    'of the INTERNATIONAL',
    'FEDERATION and Anglo-American',
    'bodies.'
  ])
})

test('a hyphen with a space before it cuts a word, a dash between two words does not', async () => {
  const text = await read(
    writePdf([{content: showLines('It was the Pres -', 'ident who said so - the law -', 'so the law is the law.')}])
  )
  expect(text.text).toBe('It was the President\nwho said so - the law -\nso the law is the law.')
})

test('raised marks go, powers stay', async () => {
  const marked = `BT /F 10 Tf 1 0 0 1 40 500 Tm (the press.) Tj /F 6 Tf 1 0 0 1 100 504 Tm (12 ) Tj
/F 10 Tf 1 0 0 1 109 500 Tm (Reporters wrote 10) Tj /F 6 Tf 1 0 0 1 217 504 Tm (6) Tj /F 10 Tf 1 0 0 1 221 500 Tm ( letters) Tj
1 0 0 1 40 488 Tm (to the law) Tj /F 6 Tf 1 0 0 1 100 492 Tm (*) Tj /F 10 Tf 1 0 0 1 104 488 Tm (, and on the 1) Tj
/F 6 Tf 1 0 0 1 188 492 Tm (st) Tj /F 10 Tf 1 0 0 1 196 488 Tm ( day.) Tj ET`
  const text = await read(writePdf([{content: marked}]))
  expect(text.text).toBe('the press. Reporters wrote 10⁶ letters\nto the law, and on the 1st day.')
})

test('ligatures are letters again', async () => {
  const names =
    '1 begincodespacerange <00> <ff> endcodespacerange\n2 beginbfchar\n<41> <FB01>\n<42> <FB03>\nendbfchar\nendcmap'
  const objects = [
    `<< /Length ${names.length} >>\nstream\n${names}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /FirstChar 65 /LastChar 66 /Widths [600 600] /ToUnicode 4 0 R >>'
  ]
  const content =
    'BT /F 10 Tf 1 0 0 1 40 500 Tm (the ) Tj /G 10 Tf (A) Tj /F 10 Tf (rst o) Tj /G 10 Tf (B) Tj /F 10 Tf (ce) Tj ET'
  const entries = '/Resources << /Font << /F 3 0 R /G 5 0 R >> >>'
  expect((await read(writePdf([{content, entries}], {objects}))).text).toBe('the first office')
})

test('letters that run upwards or across are read on their own, after the rest', async () => {
  const upright = ['1 0 0 1 60 500', 'Words of the page in a line.'] as const
  const text = await read(
    writePdf([
      {
        content: showAt(
          ['0 1 -1 0 30 100', 'A note on the side'],
          ['0 1 -1 0 42 100', 'of two lines'],
          ['0.7071 0.7071 -0.7071 0.7071 80 80', 'DRAFT'],
          upright,
          ['1 0 0 1 60 488', 'And a second line of it.']
        )
      }
    ])
  )
  expect(text.text.split(/\n+/)).toEqual([
    'Words of the page in a line.',
    'And a second line of it.',
    'A note on the side',
    'of two lines',
    'DRAFT'
  ])
})

test('a page set sideways reads like another', async () => {
  const content = showAt(['0 1 -1 0 100 40', 'A page of landscape'], ['0 1 -1 0 112 40', 'format is turned.'])
  expect((await read(writePdf([{content, entries: '/Rotate 90'}]))).text).toBe('A page of landscape\nformat is turned.')
})

test('pages are called by their printed number, their label and their count', async () => {
  const words = (i: number): string[] => [
    `The page of the ${['first', 'second', 'third', 'fourth'][i]} matter`,
    'goes on and on.'
  ]
  const page = (i: number, foot: string): {content: string} => ({
    content: showAt(...words(i).map((line, at) => [`1 0 0 1 40 ${540 - at * 12}`, line] as const), [
      '1 0 0 1 190 30',
      foot
    ])
  })
  const catalog = '/PageLabels << /Nums [0 << /S /r >> 2 << /S /D /St 101 /P (A-) >>] >>'
  const text = await read(writePdf([page(0, 'i'), page(1, 'ii'), page(2, 'Page 101'), page(3, 'Page 102')], {catalog}))
  expect(pagesOf(text)).toEqual([
    ['i | 1', words(0).join('\n')],
    ['ii | 2', words(1).join('\n')],
    ['101 | A-101 | 3', words(2).join('\n')],
    ['102 | A-102 | 4', words(3).join('\n')]
  ])
})

test('notes that say the same at the foot of every page are no foot', async () => {
  const page = (i: number): {content: string} => ({
    content: `${showLines(`The ${['first', 'second', 'third'][i]} page has a long line of it`, 'and a second one, which ends here.', 'And here is a third line of words.')}
BT /F 7 Tf 1 0 0 1 40 60 Tm (${i * 2 + 1} See the minutes of that year.) Tj 1 0 0 1 40 51 Tm (${i * 2 + 2} Ibid.) Tj ET`
  })
  const text = await read(writePdf([page(0), page(1), page(2)]))
  expect(text.text.match(/\d Ibid\./g)).toEqual(['2 Ibid.', '4 Ibid.', '6 Ibid.'])
  expect(text.text.indexOf('Ibid.')).toBeGreaterThan(text.text.indexOf('third page'))
})

test('lines of one page that look like a head stay', async () => {
  const text = await read(
    writePdf([{content: showLines('RESOLUTION 12', '', 'Whereas the law is the law, 1948', 'be it so.')}])
  )
  expect(text.text).toContain('RESOLUTION 12')
})

test('pages without letters are named, and a file of such pages is a scan', async () => {
  const blank = {content: '0 0 100 100 re f'}
  const full = {content: showLines('Words of a page.')}
  expect((await read(writePdf([full, blank, full, blank, blank, blank]))).warnings).toEqual([
    'pages 2 and 4–6 have no text layer (a scan?)'
  ])
  expect((await read(writePdf([full, blank]))).warnings).toEqual(['page 2 has no text layer (a scan?)'])
  expect(await extractPdf(writePdf([blank, blank]))).toEqual({problem: 'it has no text layer (a scan?)'})
})

test('a file behind a password', async () => {
  const hex = (length: number): string => `<${'5a'.repeat(length)}>`
  const objects = [`<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O ${hex(32)} /U ${hex(32)} >>`]
  const trailer = `/Encrypt 4 0 R /ID [${hex(16)} ${hex(16)}]`
  expect(await extractPdf(writePdf([{content: showLines('secret')}], {objects, trailer}))).toEqual({
    problem: 'it is protected by a password'
  })
})

test('a broken table of objects is mended', async () => {
  const whole = Buffer.from(writePdf([{content: showLines('Words of a page.')}])).toString('latin1')
  const broken = whole.replace(/startxref\n\d+/, 'startxref\n999999').replace(/^\d{10} 00000 n/gm, '0000000007 00000 n')
  expect((await read(Buffer.from(broken, 'latin1'))).text).toBe('Words of a page.')
})

test('bytes stay with their owner', async () => {
  const bytes = writePdf([{content: showLines('Words of a page.')}])
  await read(bytes)
  expect((await read(bytes)).text).toBe('Words of a page.')
})
