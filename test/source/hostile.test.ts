import {constants, deflateRawSync} from 'node:zlib'
import {strFromU8, strToU8, zipSync} from 'fflate'
import {expect, test} from 'vitest'
import {readDocxDetails} from '../../src/source/docx/index.ts'
import {readHtmlText} from '../../src/source/html/index.ts'
import {readSource} from '../../src/source/index.ts'
import {p, wordFile, wordParts} from './word-file.ts'

interface Entry {
  readonly name: string
  readonly packed: Uint8Array
  readonly method: number
  /** What the archive says of it, true or not. */
  readonly size: number
  readonly flags?: number
}

/** Writes a zip archive field by field, so that it can lie. */
function zip(entries: readonly Entry[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const {name, packed, method, size, flags = 0} of entries) {
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(flags, 6)
    local.writeUInt16LE(method, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(size, 22)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(method, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(size, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    locals.push(local, Buffer.from(name), Buffer.from(packed))
    directory.push(entry, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Uint8Array.from(Buffer.concat([...locals, list, end]))
}

const stored = (name: string, content: Uint8Array): Entry => ({name, packed: content, method: 0, size: content.length})
const parts = wordParts({body: p('Words.')})
const entries = Object.entries(parts).map(([name, content]) => stored(name, content))
const without = (name: string): readonly Entry[] => entries.filter(entry => entry.name !== name)

/** A deflate stream of so many million blanks within an element, a kilobyte a million: one block, time and again. */
function blanks(millions: number): Uint8Array {
  const block = deflateRawSync(Buffer.alloc(1_000_000, 32), {level: 9, finishFlush: constants.Z_FULL_FLUSH})
  const start = deflateRawSync(Buffer.from('<w:x>'), {finishFlush: constants.Z_FULL_FLUSH})
  return Buffer.concat([start, ...Array<Buffer>(millions).fill(block), deflateRawSync(Buffer.from('</w:x>'))])
}

async function problemOf(bytes: Uint8Array, path = 'x.docx'): Promise<string> {
  const source = await readSource(bytes, path)
  return 'problem' in source ? source.problem : `read: ${source.text.slice(0, 80)}`
}

const withDocument = (xml: string): Uint8Array => zipSync({...parts, 'word/document.xml': strToU8(xml)})
const tooLarge = '`word/document.xml` in it is too large, expected 30 MB a part and 80 MB in all at most'

test.each([
  ['that says its size', 1_000_000_000],
  ['that lies about its size', 5000]
])('a zip bomb %s is stopped before it has grown', async (_name, size) => {
  const bomb = zip([
    ...without('word/document.xml'),
    {name: 'word/document.xml', packed: blanks(1000), method: 8, size}
  ])
  expect(bomb.length).toBeLessThan(2_000_000)
  const before = process.memoryUsage().arrayBuffers
  const started = performance.now()
  expect(await problemOf(bomb)).toBe(tooLarge)
  expect(performance.now() - started).toBeLessThan(10_000)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200_000_000)
})

test('many large parts are stopped together', async () => {
  const large = (name: string): Entry => ({name, packed: blanks(29), method: 8, size: 0})
  const related = ['styles', 'footnotes', 'endnotes']
    .map(type => `<Relationship Type="x/${type}" Target="${type}.xml"/>`)
    .join('')
  const rels = strToU8(`<Relationships>${related}</Relationships>`)
  const bytes = zip([
    ...without('word/_rels/document.xml.rels'),
    stored('word/_rels/document.xml.rels', rels),
    large('word/styles.xml'),
    large('word/footnotes.xml'),
    large('word/endnotes.xml')
  ])
  expect(await problemOf(bytes)).toContain('`word/endnotes.xml` in it is too large')
})

test('too many parts are refused unread', async () => {
  const many = Array.from({length: 2001}, (_, i) => stored(`word/media/${i}`, new Uint8Array(0)))
  expect(await problemOf(zip([...many, ...entries]))).toBe(
    'there are 2008 parts in it, expected 2000 at most'.replace('2008', String(2001 + entries.length))
  )
})

test('entities and document types are refused', async () => {
  const laughs = Array.from(
    {length: 12},
    (_, i) => `<!ENTITY a${i} "${i === 0 ? 'ha' : `&a${i - 1};`.repeat(10)}">`
  ).join('')
  const body = '<w:body><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body>'
  const problem = '`word/document.xml` in it has a document type, which no Word file has'
  expect(await problemOf(withDocument(`<!DOCTYPE w:document [${laughs}]><w:document>${body}</w:document>`))).toBe(
    problem
  )
  const external = '<!DOCTYPE w:document [<!ENTITY a11 SYSTEM "file:///etc/hostname">]>'
  expect(await problemOf(withDocument(`${external}<w:document>${body}</w:document>`))).toBe(problem)
  expect(await problemOf(withDocument(`<w:document>${body}</w:document>`))).toBe(
    '`word/document.xml` in it is not well-formed XML'
  )
})

test('a hundred thousand nested elements of a Word file are refused', async () => {
  const deep = '<w:sdt><w:sdtContent>'.repeat(50_000) + p('x') + '</w:sdtContent></w:sdt>'.repeat(50_000)
  const started = performance.now()
  expect(await problemOf(wordFile(deep))).toBe('`word/document.xml` in it is nested more than 200 deep')
  expect(performance.now() - started).toBeLessThan(10_000)
})

test('an element with a hundred thousand attributes is refused', async () => {
  const attributes = Array.from({length: 100_000}, (_, i) => `a${i}=""`).join(' ')
  expect(await problemOf(wordFile(`<w:p ${attributes}/>`))).toBe(
    '`word/document.xml` in it has an element of 500 attributes'
  )
})

test('a page of a million tags is refused unread', async () => {
  expect(await problemOf(strToU8('<b>x'.repeat(1_000_000)), 'x.html')).toBe(
    'the page has 1000000 tags, expected 500000 at most'
  )
  expect(await problemOf(strToU8('x'.repeat(20_000_001)), 'x.html')).toBe(
    'the page is too large, expected 20 million characters at most'
  )
})

test.each(['div', 'span', 'b', 'sup', 'q', 'table', 'ul><li', 'ruby', 'font', 'a href="#fn1"', 'x-y'])(
  'a hundred thousand nested <%s> of a page are read',
  name => {
    const page = `${`<${name}>`.repeat(100_000)}word`
    const started = performance.now()
    expect(readHtmlText(page).text).toContain('word')
    expect(performance.now() - started).toBeLessThan(10_000)
  }
)

test.each([
  ['unclosed quotes', '<a x="'.repeat(100_000)],
  ['ampersands', '&'.repeat(1_000_000)],
  ['a long name', `&${'a'.repeat(1_000_000)}`],
  ['comments without end', '<!--'.repeat(200_000)],
  ['raised digits', '<sup>1</sup>'.repeat(50_000)],
  ['loose cells', '<table><td>x'.repeat(20_000)],
  ['a style', `<p style="${';display'.repeat(100_000)}">x`]
])('%s take no long time', (_name, page) => {
  const started = performance.now()
  readHtmlText(page)
  readHtmlText(page, {isXml: true})
  expect(performance.now() - started).toBeLessThan(10_000)
})

test('a Word file that is cut off anywhere is told or read, never thrown at', async () => {
  const whole = wordFile({body: p('Words of a file.'), styles: '<w:style w:styleId="A"/>'})
  for (let end = 0; end < whole.length; end += 7)
    expect(await problemOf(whole.slice(0, end))).toMatch(/^(?:the Word file is damaged|it is a zip|it is no Word file)/)
})

test('a Word file with changed bytes never throws', async () => {
  const whole = wordFile({body: p('Words of a file, so that there is something to break.')})
  let seed = 7
  for (let i = 0; i < 400; i++) {
    const broken = whole.slice()
    for (let k = 0; k < 6; k++) {
      seed = (seed * 1103515245 + 12345) % 2147483648
      broken[seed % broken.length] = seed >> 8
    }
    expect(typeof (await problemOf(broken))).toBe('string')
  }
})

test.each(['x.docx', 'x.html', 'x.txt', 'x.md'])('noise as %s is told', async path => {
  let seed = 3
  const noise = Uint8Array.from({length: 20_000}, () => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed >> 16
  })
  expect(await problemOf(noise, path)).not.toMatch(/^read/)
  expect(await problemOf(new Uint8Array(0), path)).not.toMatch(/^read/)
})

test('an archive with other parts is no Word file', async () => {
  const none = 'it is no Word file: there is no document in it'
  expect(await problemOf(zipSync({'a.txt': strToU8('words')}))).toBe(none)
  const sheet = strFromU8(parts['_rels/.rels']!).replace('word/document.xml', 'xl/workbook.xml')
  const workbook = strToU8('<workbook xmlns="x"><sheets/></workbook>')
  expect(await problemOf(zipSync({...parts, '_rels/.rels': strToU8(sheet), 'xl/workbook.xml': workbook}))).toBe(none)
  expect(await problemOf(zip(without('word/document.xml')))).toBe(none)
})

test('two parts of one name are refused', async () => {
  const other = stored('word/Document.xml', strToU8('<w:document><w:body/></w:document>'))
  expect(await problemOf(zip([...entries, other]))).toBe('`word/Document.xml` is in it twice')
})

test('names that lead out of the archive are only names', async () => {
  const rels = strToU8(
    '<Relationships><Relationship Type="x/officeDocument" Target="../../../etc/passwd"/></Relationships>'
  )
  const outside = stored('../../../etc/passwd', strToU8('secret'))
  expect(await problemOf(zip([...without('_rels/.rels'), stored('_rels/.rels', rels), outside]))).toBe(
    'it is no Word file: there is no document in it'
  )
})

test('protected parts and unknown packing are told', async () => {
  const encrypted = entries.map(entry => ({...entry, flags: 1}))
  expect(await problemOf(zip(encrypted))).toBe('it is protected by a password')
  const packed = entries.map(entry => ({...entry, method: 14}))
  expect(await problemOf(zip(packed))).toBe('`_rels/.rels` in it is packed in a way that is not read')
})

test('details of a broken file are a problem too', () => {
  expect(readDocxDetails(strToU8('PK\u0003\u0004'))).toEqual({
    problem: 'the Word file is damaged: its zip archive is broken or cut off'
  })
})
