import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {PrintedInline, PrintedResolution} from '../../src/tree/index.ts'
import {writeDocx} from '../../src/write/docx/index.ts'
import {stretchesOf} from '../../src/write/docx/scripts.ts'
import {printedWords} from './docx/printed-words.ts'
import {type DocxWords, readDocx, unpack} from './docx/read-docx.ts'
import {clause, mark, note, resolutionOf, text, variants} from './docx/variants.ts'
import {hostileWords, sample} from './sample.ts'

const read = async (printed: PrintedResolution): Promise<DocxWords> => readDocx(await writeDocx(printed))

async function expectSameWords(printed: PrintedResolution): Promise<void> {
  const {header, paragraphs, notes} = await read(printed)
  expect({header, paragraphs: paragraphs.map(({number, text}) => ({number, text})), notes}).toEqual(
    printedWords(printed)
  )
}

test('the words of the sample, note for note', () => expectSameWords(sample))

test.each(['line numbers', 'draft', 'hand numbers', 'one resolved clause', 'odd numbers', 'scripts'])(
  'the words of: %s',
  name => expectSameWords(variants[name]!)
)

const pieces = [
  ' ',
  '  ',
  '<&>',
  '"\'',
  'e\u0301',
  '\u0301',
  'שָׁלוֹם',
  'عربي',
  '漢字',
  '“',
  '\u00a0',
  '\u00ad',
  '\u2011',
  '👩‍👩‍👧',
  '%1',
  '{page}',
  '\u200f',
  '7',
  'Word',
  '\ud83d\ude00',
  ']]>',
  '&amp;',
  '1. '
]
const words = fc.oneof(
  fc.array(fc.constantFrom(...pieces), {minLength: 1, maxLength: 12}).map(all => all.join('')),
  fc.string({unit: 'grapheme', minLength: 1, maxLength: 30}),
  fc.string({unit: 'binary', minLength: 1, maxLength: 12}).map(all => all.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, 'x'))
)
const {inline} = fc.letrec<{inline: PrintedInline; inlines: PrintedInline[]}>(tie => ({
  inlines: fc.array(tie('inline'), {minLength: 1, maxLength: 4}),
  inline: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    fc.record({type: fc.constantFrom('text', 'leadIn', 'omission'), value: words}),
    fc.record({
      type: fc.constantFrom('emphasis', 'strong', 'alteration', 'smallCaps', 'superscript', 'subscript', 'underline'),
      children: tie('inlines')
    }),
    fc.record({
      type: fc.constant('quotation'),
      open: fc.constantFrom('"', '“', '«\u00a0'),
      close: words,
      children: tie('inlines')
    }),
    fc.record({
      type: fc.constant('link'),
      url: fc.constantFrom(
        'https://example.org/#a#b',
        'mailto:a@b.org',
        'https://é.org/x y',
        'https://[',
        'javascript:0'
      ),
      children: tie('inlines')
    })
  ) as fc.Arbitrary<PrintedInline>
}))
const inlines = fc.array(inline, {minLength: 1, maxLength: 5})

test('no character is lost, whatever is typed', async () => {
  await fc.assert(
    fc.asyncProperty(inlines, inlines, inlines, words, fc.boolean(), async (one, two, three, line, isHebrew) => {
      const printed: PrintedResolution = {
        ...resolutionOf(
          [
            clause('whereasClause', [...one, mark(1), ...two], undefined, line),
            clause('resolvedClause', [...two, mark(1, false, 2), mark(2)], '1.'),
            {type: 'mover', label: line, children: three},
            {type: 'signature', name: line, role: 'Role'}
          ],
          [
            {
              number: 1,
              paragraphs: [
                {type: 'paragraph', children: three},
                {type: 'blockQuotation', children: one}
              ]
            },
            note(2, line)
          ]
        ),
        header: [line],
        language: isHebrew ? 'he' : 'en'
      }
      await expectSameWords(printed)
    }),
    {numRuns: 150}
  )
}, 60_000)

test('the foot of the page has the words of the label and both numbers', async () => {
  expect((await read(sample)).footer).toBe('Page 1 of 1')
  const labels = {...sample.labels, pageOf: `{pages} ${hostileWords} {page}`}
  expect((await read({...sample, labels})).footer).toBe(`1 ${hostileWords} 1`)
  expect(unpack(await writeDocx(sample))['word/footer1.xml']).toMatch(/> PAGE <.*> NUMPAGES </)
})

test('paragraphs have the styles that staff know', async () => {
  const {paragraphs} = await read(sample)
  expect(paragraphs.map(({style}) => style)).toEqual([
    'Status Line',
    'Title',
    ...['Whereas Clause', 'Whereas Clause', 'Quote', 'Clause Continuation'],
    'Resolved Lead',
    ...['Resolved Clause', 'Resolved Clause'],
    ...['Mover Line', 'Mover Line', 'Adoption Line', 'Signature Line', 'Signature Title']
  ])
  const one = await read(variants['one resolved clause']!)
  expect(one.paragraphs[2]).toMatchObject({style: 'Single Resolved Clause', number: undefined, keepsWithNext: true})
})

test('numbers 1 to n come from the style, other numbers from a list of their own', async () => {
  const resolved = (numbers: readonly string[]): PrintedResolution =>
    resolutionOf(numbers.map(number => clause('resolvedClause', [text('x')], number)))
  const lists = async (numbers: readonly string[]): Promise<number> => {
    expect((await read(resolved(numbers))).paragraphs.slice(1).map(({number}) => number)).toEqual(numbers)
    return unpack(await writeDocx(resolved(numbers)))['word/document.xml']!.split('<w:numPr>').length - 1
  }
  expect(await lists(['1.', '2.', '3.'])).toBe(0)
  expect(await lists(['(1)', '(2)'])).toBe(0)
  expect(await lists(['2.', '3.'])).toBe(2)
  expect(await lists(['1.', '3.'])).toBe(2)
  expect(await lists(['a)', 'b)'])).toBe(2)
})

test('only the last clause is tied to what follows it, and the chain runs to the signature', async () => {
  const {paragraphs} = await read(sample)
  const direct = paragraphs.flatMap(({keepsWithNext, text}) => (keepsWithNext ? [text] : []))
  expect(direct).toEqual(['directs its staff to report.'])
  const styles = unpack(await writeDocx(sample))['word/styles.xml']!
  for (const id of ['Title', 'StatusLine', 'ResolvedLead', 'MoverLine', 'AdoptionLine', 'SignatureLine'])
    expect(new RegExp(`w:styleId="${id}".*?</w:style>`).exec(styles)?.[0]).toContain('<w:keepNext/>')
  const two = resolutionOf([
    {type: 'signature', name: 'A', role: 'B'},
    {type: 'signature', name: '', role: 'C'}
  ])
  const after = (await read(two)).paragraphs.slice(1)
  expect(after).toMatchObject([
    {style: 'Signature Line', text: 'A'},
    {style: 'Signature Title', text: 'B', keepsWithNext: true},
    {style: 'Signature Line', text: 'C'}
  ])
})

test('a mark that comes again is a field on the first one', async () => {
  const document = unpack(await writeDocx(sample))['word/document.xml']!
  const first = /<w:bookmarkStart w:name="_Note1" w:id="\d+"\/><w:r>.{0,90}<w:footnoteReference w:id="1"\/>/
  expect(document).toMatch(first)
  expect(document).toContain('> NOTEREF _Note1 \\f \\h <')
  expect(document).not.toContain('_Note2')
  expect(document.match(/<w:footnoteReference /g)).toHaveLength(3)
})

test('two marks in a row are set apart', async () => {
  const document = unpack(await writeDocx(sample))['word/document.xml']!
  expect(document).toMatch(/<w:spacing w:val="30"\/><\/w:rPr><w:footnoteReference w:id="2"\/>/)
  expect(document.match(/<w:spacing w:val="30"\/>/g)).toHaveLength(1)
})

test('a name stands at the tab, and after a space where the label is longer', async () => {
  const movers = resolutionOf([
    {type: 'mover', label: 'Mover:', children: [text('A')]},
    {type: 'mover', label: 'Endorsed in principle by', children: [text('B')]}
  ])
  expect(unpack(await writeDocx(movers))['word/document.xml']!.match(/<w:tab\/>/g)).toHaveLength(1)
  expect((await read(movers)).paragraphs.slice(1).map(({text}) => text)).toEqual([
    'Mover: A',
    'Endorsed in principle by B'
  ])
})

test('numbers that Word would not count are typed in the text and in the note', async () => {
  const files = unpack(await writeDocx(variants['hand numbers']!))
  const document = files['word/document.xml']!
  expect(document.match(/<w:footnoteReference w:customMarkFollows="1" w:id="\d"\/><w:t[^>]*>[379]</g)).toHaveLength(3)
  expect(document).toMatch(/<w:hyperlink w:history="1" w:anchor="_Note7">/)
  expect(files['word/footnotes.xml']).not.toContain('footnoteRef/')
  expect((await read(variants['hand numbers']!)).notes.map(({number}) => number)).toEqual([3, 7, 9])
})

test('a number without a note and a note without a number do no harm', async () => {
  const {paragraphs, notes} = await read(variants['notes that are broken']!)
  expect(paragraphs[1]?.text).toBe('[^1]a[^2]b[^1]no address[^5]')
  expect(notes).toEqual([
    {number: 1, paragraphs: ['q[^2]']},
    {number: 2, paragraphs: ['']}
  ])
})

test('an address keeps its fragment, and one that is none stays words', async () => {
  const files = unpack(await writeDocx(variants['notes that are broken']!))
  expect(files['word/_rels/document.xml.rels']).toContain('Target="https://example.org/%22q%22%C3%A9"')
  expect(files['word/document.xml']!.match(/<w:hyperlink [^>]*w:anchor="f#g"[^>]*>/g)).toHaveLength(2)
  expect(files['word/_rels/document.xml.rels']).not.toContain('https://[')
  const script = resolutionOf([clause('whereasClause', [{type: 'link', url: 'javascript:0', children: [text('x')]}])])
  expect(unpack(await writeDocx(script))['word/document.xml']).not.toContain('<w:hyperlink')
})

test('right-to-left and East Asian words are marked run by run, whole paragraphs by their first letter', async () => {
  const {paragraphs} = await read(variants.scripts!)
  expect(paragraphs.map(({isRightToLeft}) => isRightToLeft)).toEqual([false, true, false, true])
  const mixed = 'שלום, 7 שלום (x) e\u0301 漢字'
  expect(stretchesOf(mixed, 'leftToRight').map(({start, end, script}) => [script, mixed.slice(start, end)])).toEqual([
    ['rightToLeft', 'שלום, 7 שלום'],
    ['plain', ' (x) e\u0301 '],
    ['eastAsian', '漢字']
  ])
  expect(stretchesOf(mixed, 'rightToLeft').map(({start, end, script}) => [script, mixed.slice(start, end)])).toEqual([
    ['rightToLeft', 'שלום, 7 שלום ('],
    ['plain', 'x) e\u0301'],
    ['rightToLeft', ' '],
    ['eastAsian', '漢字']
  ])
  const edges = unpack(await writeDocx({...variants.scripts!, header: ['ספרייה']}))
  expect(edges['word/header1.xml']).toContain('<w:bidi/>')
  expect(edges['word/footer1.xml']).not.toContain('<w:bidi/>')
  const document = unpack(await writeDocx(sample))['word/document.xml']
  expect(document).toContain('<w:rPr><w:rtl/><w:lang w:bidi="he-IL"/></w:rPr><w:t xml:space="preserve">שלום</w:t>')
  expect(document).toContain('<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">漢字</w:t>')
})

test('a character that XML forbids becomes the replacement character', async () => {
  const {paragraphs} = await read(variants.hostile!)
  expect(paragraphs[1]?.text).toBe(`\ufffd\ufffd${hostileWords}`)
})
