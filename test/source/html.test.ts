import {expect, test} from 'vitest'
import {readHtml, readHtmlText} from '../../src/source/html/index.ts'

const words = (html: string): string => readHtmlText(html).text

test('the whole page is read, but not what no reader sees', () => {
  const page = `<!doctype html><html><head><title>T</title><style>s{}</style></head><body><nav><a>Home</a></nav>
    <script>no()</script><template><p>no</p></template><noscript>no</noscript><svg><text>no</text></svg>
    <iframe>no</iframe><object>no</object><select><option>no</select><textarea>no</textarea><!-- no -->
    <p>Words.</p><p hidden>no</p><p style="color:red; DISPLAY : none">no</p><i style="visibility:hidden">no</i>
    <dialog>no</dialog><footer>Foot</footer></body></html>`
  expect(words(page)).toBe('Home\n\nWords.\n\nFoot')
})

test('what is hidden from screen readers alone, or waits to be found, is read', () => {
  expect(words('<p aria-hidden="true">seen</p><p hidden="until-found">found</p><dialog open>said</dialog>')).toBe(
    'seen\n\nfound\n\nsaid'
  )
})

test('an end tag may be missing', () => {
  expect(words('<p hidden>gone<p>kept<ul><li>one<li>two</ul>')).toBe('kept\n\none\n\ntwo')
})

test('blocks part paragraphs, inline elements do not part words', () => {
  expect(words('<div>One<div>two</div>three</div><h2>Head</h2>four')).toBe('One\n\ntwo\n\nthree\n\nHead\n\nfour')
  expect(words('<p>in<b>tell</b>ect<span>ual</span> free<wbr>dom')).toBe('intellectual freedom')
})

test('white space is one space, but not in preformatted text', () => {
  expect(words('<p>  a\n\t b <i> c </i> d </p>')).toBe('a b c d')
  expect(words('<pre>\n  a\r\n b</pre>')).toBe('  a\n b')
  expect(words('<p style="white-space: pre-line">a\nb</p>')).toBe('a\nb')
  expect(words('<p>a&nbsp; b')).toBe('a\u00a0 b')
})

test('one br is a line, two are a paragraph', () => {
  expect(words('a<br>b<br/> <br>c')).toBe('a\nb\n\nc')
})

test('cells are parted by tabs, rows by lines', () => {
  expect(words('<table><tr><th>Name<th>Vote<tr><td>Ann</td><td></td><td>yes</table>after')).toBe(
    'Name\tVote\nAnn\tyes\n\nafter'
  )
})

test('pictures, buttons and elements of the page’s own part words', () => {
  expect(words('<p>one<img src=x>two<button>three</button>four<x-y>five</x-y>six')).toBe('one two three four five six')
})

test('words for a picture are read when asked for', () => {
  const page = '<p>one<img alt=" a  seal ">two<img alt="">three'
  expect(words(page)).toBe('one two three')
  expect(readHtmlText(page, {altText: true}).text).toBe('one a  seal two three')
})

test('character references are read, soft hyphens stay', () => {
  expect(words('<p>&ldquo;Caf&eacute;&rdquo; &#8212; &#x1F600; R&ampD &notit; in&shy;tel &#150;')).toBe(
    '“Café” — 😀 R&D ¬it; in\u00adtel –'
  )
})

test('marks of notes are left out, other raised words are not', () => {
  expect(words('<p>to read<sup>3</sup>, to write<sup>[a]</sup> and<sup>†</sup> speak')).toBe(
    'to read, to write and speak'
  )
  expect(words('<p>10<sup>th</sup> of 20 m<sup>2</sup>')).toBe('10th of 20 m2')
})

test.each([
  '<sup id="cite_ref-1" class="reference"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup>',
  '<sup class="reference nowrap">: 42 </sup>',
  '<sup class="noprint Template-Fact">[<i>citation needed</i>]</sup>',
  '<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>',
  '<a epub:type="noteref" href="n.xhtml#n1">1</a>',
  '<a href="#_ftn1" name="_ftnref1"><span class="MsoFootnoteReference">[1]</span></a>',
  '<sup><a href="#note">2</a></sup>',
  '<span class="note-ref">*</span>'
])('the reference %s is left out', reference => {
  expect(words(`<p>20 m${reference} of books`)).toBe('20 m of books')
})

test('a note, and a link of some words, are no references', () => {
  expect(words('<p>see <a href="#note-on-text">the note on the text</a></p><div class="reference">1. Text</div>')).toBe(
    'see the note on the text\n\n1. Text'
  )
})

test('readings beside characters are left out', () => {
  expect(words('<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字')).toBe('漢字')
})

test('q has the marks that a browser shows', () => {
  expect(words('<p>He said <q>she said <q>no</q></q>.')).toBe('He said “she said ‘no’”.')
})

test('text before a table is read where a browser shows it', () => {
  expect(words('<table><tr><td>cell</td></tr>loose</table>')).toBe('loose\n\ncell')
})

test('offsets of inserted marks and breaks lie at the words before them', () => {
  const {text, offsets} = readHtmlText('<p>ab</p>\n<p><q>c</q>')
  expect(text).toBe('ab\n\n“c”')
  expect([...offsets]).toEqual([3, 4, 5, 5, 5, 16, 17, 21])
})

test('a text of several places keeps the place of each', () => {
  const page = '<p>one</nothing>two<!-- -->three'
  const {text, offsets} = readHtmlText(page)
  expect(text).toBe('onetwothree')
  expect([...'otn'].map(letter => page.charAt(offsets[text.indexOf(letter)] ?? -1)).join('')).toBe('otn')
  expect(offsets[text.indexOf('two')]).toBe(page.indexOf('two'))
  expect(offsets[text.indexOf('three')]).toBe(page.indexOf('three'))
})

test('in XHTML an empty element hides nothing', () => {
  const page = '<html><head><script src="x"/><title/></head><body><a id="1"/><p>Words<br/>here</p></body></html>'
  expect(readHtmlText(page, {isXml: true}).text).toBe('Words\nhere')
  const {offsets} = readHtmlText(page, {isXml: true})
  expect(offsets[0]).toBe(page.indexOf('Words'))
})

test('a page comes with the text of its file and what was guessed', () => {
  const html = '<p>caf\u00e9</p>'
  expect(readHtml(Uint8Array.from(Buffer.from(html, 'latin1')))).toMatchObject({
    text: 'café',
    format: 'text',
    fileText: html,
    stretches: [],
    warnings: ['read as Windows-1252, since it is not UTF-8']
  })
})
