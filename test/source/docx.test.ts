import {Document, FootnoteReferenceRun, Packer, Paragraph, TextRun} from 'docx'
import {expect, test} from 'vitest'
import {prepareSource, verifyQuotation} from '../../src/quote/index.ts'
import {readDocx, readDocxDetails} from '../../src/source/docx/index.ts'
import type {SourceText} from '../../src/source/types.ts'
import {p, r, raised, type WordParts, wordFile} from './word-file.ts'

function read(parts: WordParts | string): SourceText {
  const source = readDocx(wordFile(parts))
  if ('problem' in source) throw new Error(source.problem)
  return source
}

const words = (parts: WordParts | string): string => read(parts).text

test('paragraphs are parted by an empty line, and those without words are not counted', () => {
  const source = read(p('Whereas the one;') + p('') + p('* * *') + p('Resolved, that the other.'))
  expect(source.text).toBe('Whereas the one;\n\n* * *\n\nResolved, that the other.')
  expect(source.stretches).toEqual([
    {kind: 'paragraph', start: 0, names: ['1']},
    {kind: 'paragraph', start: 25, names: ['2']}
  ])
  expect(source.warnings).toEqual([])
})

test('a word that is spread over runs is one word', () => {
  expect(words(p('intel', r('lec', '<w:i/>'), 'tual freedom'))).toBe('intellectual freedom')
})

test('tabs, breaks and hyphens are read', () => {
  const inner =
    '<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t>'
  expect(words(`<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r>${inner}</w:r></w:p>`)).toBe(
    'a\tb\nc\u2011d\u00ade'
  )
})

test('white space at the edge of a text counts only where the file says so', () => {
  expect(words('<w:p><w:r><w:t> free </w:t></w:r><w:r><w:t xml:space="preserve"> speech</w:t></w:r></w:p>')).toBe(
    'free speech'
  )
})

test('symbols of the font Symbol are letters', () => {
  const symbol = (font: string, char: string): string => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`
  expect(words(p('the ', symbol('Symbol', 'F061'), ' of it', symbol('Times New Roman', '2019'), 's'))).toBe(
    'the α of it’s'
  )
  expect(words(p('box ', symbol('Wingdings', 'F0A8'), ' here'))).toBe('box \uf0a8 here')
})

test('table cells are read one after the other', () => {
  const cell = (text: string): string => `<w:tc><w:tcPr/>${p(text)}</w:tc>`
  const table = `<w:tbl><w:tr>${cell('Name')}${cell('Vote')}</w:tr><w:tr>${cell('Ann')}${cell('yes')}</w:tr></w:tbl>`
  expect(words(p('Before') + table + p('After'))).toBe('Before\n\nName\n\nVote\n\nAnn\n\nyes\n\nAfter')
})

test('the words of a text box stand once, after the paragraph that it hangs on', () => {
  const box = `<w:txbxContent>${p('In the box.')}</w:txbxContent>`
  const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`
  expect(words(p('Around ', drawing, 'the box.') + p('Next.'))).toBe('Around the box.\n\nIn the box.\n\nNext.')
})

test('notes stand after the body in the order of their marks, and never in a sentence', () => {
  const mark = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`
  const note = (kind: string, id: number, text: string, type = ''): string =>
    `<w:${kind} w:id="${id}"${type}>${p(`<w:r><w:${kind}Ref/></w:r>`, ` ${text}`)}</w:${kind}>`
  const source = read({
    body: p('Books', mark('footnote', 5), ' are for use', mark('endnote', 2), mark('footnote', 3), '.'),
    footnotes:
      note('footnote', 0, 'rule', ' w:type="separator"') +
      note('footnote', 3, 'Second note.') +
      note('footnote', 4, 'Never referred to.') +
      note('footnote', 5, 'First note.'),
    endnotes: note('endnote', 2, 'At the end.')
  })
  expect(source.text).toBe('Books are for use.\n\nFirst note.\n\nSecond note.\n\nAt the end.')
  expect(source.stretches).toEqual([
    {kind: 'paragraph', start: 0, names: ['1']},
    {kind: 'footnote', start: 20, names: ['1']},
    {kind: 'footnote', start: 33, names: ['2']},
    {kind: 'endnote', start: 47, names: ['i', '1']}
  ])
})

test('a mark that the writer chose names the note and is not in the sentence', () => {
  const source = read({
    body: p(
      'Every reader',
      '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>',
      ' his book.'
    ),
    footnotes: `<w:footnote w:id="2">${p('* A law.')}</w:footnote>`
  })
  expect(source.text).toBe('Every reader his book.\n\n* A law.')
  expect(source.stretches[1]?.names).toEqual(['*', '1'])
})

test('the settings say how notes are numbered', () => {
  const source = read({
    body: p('One', '<w:r><w:footnoteReference w:id="1"/></w:r>', '.'),
    footnotes: `<w:footnote w:id="1">${p('Note.')}</w:footnote>`,
    settings: '<w:footnotePr><w:numFmt w:val="upperRoman"/><w:numStart w:val="4"/></w:footnotePr>'
  })
  expect(source.stretches[1]?.names).toEqual(['IV', '4'])
})

test('typed note marks are left out, exponents and ordinals are not', () => {
  expect(words(p('the freedom to read', raised('12'), ' is'))).toBe('the freedom to read is')
  expect(words(p('the freedom', raised('[1'), raised(']'), ' is'))).toBe('the freedom is')
  expect(words(p('the 10', raised('th'), ' of May, 20 m', raised('2'), ', x', raised('n')))).toBe(
    'the 10th of May, 20 m2, xn'
  )
})

test('a style may raise or hide its words, and a run may undo it', () => {
  const styles =
    '<w:style w:styleId="Mark"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style><w:style w:styleId="Mine"><w:basedOn w:val="Mark"/></w:style><w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Ring"><w:basedOn w:val="Ring"/></w:style>'
  const body = p(
    'read',
    r('3', '<w:rStyle w:val="Mine"/>'),
    r(' 4', '<w:rStyle w:val="Mine"/><w:vertAlign w:val="baseline"/>'),
    r(' hidden', '<w:rStyle w:val="Secret"/>'),
    r(' shown', '<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>'),
    r(' ring', '<w:rStyle w:val="Ring"/>')
  )
  expect(words({body, styles})).toBe('read 4 shown ring')
})

test('hidden words are left out, and a hidden paragraph mark ends no paragraph', () => {
  expect(words(p('seen', r(' unseen', '<w:vanish/>'), ' words'))).toBe('seen words')
  const head = `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${r('Heading. ')}</w:p>`
  expect(words(head + p('Text.'))).toBe('Heading. Text.')
})

test('a drop cap belongs to its word', () => {
  expect(words(`<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr>${r('W')}</w:p>${p('hereas it is so')}`)).toBe(
    'Whereas it is so'
  )
})

const ins = (inner: string): string => `<w:ins w:id="1" w:author="A">${inner}</w:ins>`
const del = (text: string): string =>
  `<w:del w:id="2" w:author="A"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`

test('tracked changes are read as accepted, and counted as a person counts them', () => {
  const source = read(
    p('The library ', del('must'), ins(r('sh')), ins(r('all')), ' provide ', del('some'), del(' few'), 'books.')
  )
  expect(source.text).toBe('The library shall provide books.')
  expect(source.warnings).toEqual(['tracked changes are read as accepted: 1 insertion, 2 deletions'])
})

test('a deleted paragraph mark joins two paragraphs, old properties count for nothing', () => {
  const gone = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${r('First half, ')}</w:p>`
  const source = read(gone + p('second half.'))
  expect(source.text).toBe('First half, second half.')
  expect(source.warnings).toEqual(['tracked changes are read as accepted: 0 insertions, 1 deletion'])
  const changed = r('shown', '<w:rPrChange w:id="3"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')
  expect(read(p(changed))).toMatchObject({text: 'shown', warnings: []})
})

test('a deleted paragraph mark does not join over the edge of a cell', () => {
  const cell = (inner: string): string => `<w:tc>${inner}</w:tc>`
  const gone = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${r('One')}</w:p>`
  expect(words(`<w:tbl><w:tr>${cell(gone)}${cell(p('Two'))}</w:tr></w:tbl>`)).toBe('One\n\nTwo')
})

test('moved words stand once, where they were moved to', () => {
  const source = read(
    p(
      'A ',
      `<w:moveFrom w:id="1">${r('moved ')}</w:moveFrom>`,
      'B ',
      `<w:moveTo w:id="2">${r('moved ')}</w:moveTo>`,
      'C'
    )
  )
  expect(source.text).toBe('A B moved C')
  expect(source.warnings).toEqual(['tracked changes are read as accepted: 0 insertions, 0 deletions, 1 move'])
})

test('deleted rows and notes are left out', () => {
  const row = (text: string, properties = ''): string => `<w:tr>${properties}<w:tc>${p(text)}</w:tc></w:tr>`
  const deleted = '<w:trPr><w:del w:id="1"/></w:trPr>'
  expect(words(`<w:tbl>${row('gone', deleted)}${row('kept')}</w:tbl>`)).toBe('kept')
  const body = p('Kept', `<w:del w:id="1"><w:r><w:footnoteReference w:id="1"/></w:r></w:del>`)
  expect(words({body, footnotes: `<w:footnote w:id="1">${p('Gone.')}</w:footnote>`})).toBe('Kept')
})

const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

test('of fields the result is read, not the instruction', () => {
  expect(words(p('page ', field(' PAGE ', r('7')), '.'))).toBe('page 7.')
  expect(words(p('see ', '<w:fldSimple w:instr=" REF x "><w:r><w:t>Section 2</w:t></w:r></w:fldSimple>', '.'))).toBe(
    'see Section 2.'
  )
  const nested = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>${field(' DOCVARIABLE ', r('inner'))}<w:r><w:t>code</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('outer')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
  expect(words(p('an ', nested, ' result'))).toBe('an outer result')
  expect(words(p('a note', field(' NOTEREF _Ref1 ', raised('a')), ' again'))).toBe('a note again')
})

test('a field without an end is told', () => {
  expect(read(p('before', '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', ' after'))).toMatchObject({
    text: 'before',
    warnings: ['a field has no end, so words after it may be missing']
  })
})

test('ruby, comments and alternatives beside the text are left out', () => {
  const ruby = `<w:r><w:ruby><w:rt>${r('kan')}</w:rt><w:rubyBase>${r('漢')}</w:rubyBase></w:ruby></w:r>`
  expect(words(p(ruby, r('字'), '<w:r><w:commentReference w:id="1"/></w:r>'))).toBe('漢字')
})

test('equations and content controls have words too', () => {
  expect(words(p('where ', '<m:oMath><m:r><m:t>x=y</m:t></m:r></m:oMath>'))).toBe('where x=y')
  expect(
    words(
      `<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>${p('in')}</w:sdtContent></w:sdt>${p('out')}`
    )
  ).toBe('in\n\nout')
})

test('a strict file reads as a transitional one', () => {
  const namespace = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
  expect(words({body: p('Strict words.'), namespace})).toBe('Strict words.')
})

test('a quotation over the end of a paragraph and a note is found', () => {
  const body =
    p('Books are for use', '<w:r><w:footnoteReference w:id="1"/></w:r>', ' and every reader has a book.') +
    p('A library is a growing organism.')
  const source = read({body, footnotes: `<w:footnote w:id="1">${p('Five laws.')}</w:footnote>`})
  const prepared = prepareSource(source.text, {format: source.format})
  expect(verifyQuotation(prepared, 'Books are for use and every reader has a book.').verdict).toBe('verbatim')
  expect(verifyQuotation(prepared, 'every reader has a book. A library is a growing organism.').verdict).toBe(
    'verbatim'
  )
  expect(verifyQuotation(prepared, 'Books are for sale and every reader has a book.').verdict).toBe('misquoted')
})

test('files of the library that writes ours are read', async () => {
  const children = [new TextRun('We affirm'), new FootnoteReferenceRun(1), new TextRun(' the right to read.')]
  const document = new Document({
    footnotes: {1: {children: [new Paragraph('A note.')]}},
    sections: [{children: [new Paragraph({children})]}]
  })
  const source = readDocx(new Uint8Array(await Packer.toBuffer(document)))
  expect(source).toMatchObject({text: 'We affirm the right to read.\n\nA note.'})
})

test('details are the properties and the works that are cited', () => {
  const work = {id: 7, type: 'book', title: 'On “Reading”'}
  const citation = JSON.stringify({citationItems: [{id: 7, itemData: work}, {id: 8}]}).replaceAll('"', '&quot;')
  const tag = Buffer.from(JSON.stringify({citationItems: [{itemData: {id: 'm', type: 'webpage'}}]})).toString('base64')
  const details = readDocxDetails(
    wordFile({
      body:
        p(field(` ADDIN ZOTERO_ITEM CSL_CITATION ${citation} `, r('(A)'))) +
        p(field(' ADDIN CSL_CITATION {broken ', r('(B)'))) +
        `<w:sdt><w:sdtPr><w:tag w:val="MENDELEY_CITATION_v3_${tag}"/></w:sdtPr><w:sdtContent>${p('(C)')}</w:sdtContent></w:sdt>`,
      footnotes: `<w:footnote w:id="1">${p(field(` ADDIN CSL_CITATION ${citation} `, r('(A)')))}</w:footnote>`,
      core: '<dc:title>Minutes</dc:title><dc:creator>A &amp; B</dc:creator><dcterms:created>2024-05-01T10:00:00Z</dcterms:created><cp:revision>3</cp:revision>'
    })
  )
  expect(details).toEqual({
    properties: {title: 'Minutes', creator: 'A & B', created: '2024-05-01T10:00:00Z'},
    citationItems: [work, {id: 'm', type: 'webpage'}]
  })
})
