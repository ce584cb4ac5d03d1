import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {PrintedBlock, PrintedInline, PrintedParagraph, PrintedResolution} from '../../src/tree/index.ts'
import {writeHtml} from '../../src/write/html/index.ts'
import {hostileWords, sample} from './sample.ts'

interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: (Element | string)[]
}

const empty = new Set(['meta', 'br', 'hr'])
const phrasing = new Set(['a', 'b', 'em', 'strong', 'span', 'sup', 'sub'])
/** What may stand in what; words only where phrasing may. */
const inside: Readonly<Record<string, ReadonlySet<string>>> = {
  '': new Set(['html']),
  html: new Set(['head', 'body']),
  head: new Set(['meta', 'title', 'style']),
  body: new Set(['main']),
  main: new Set(['article']),
  article: new Set(['header', 'p', 'div', 'ol', 'section']),
  header: new Set(['p', 'h1']),
  section: new Set(['h2', 'ol']),
  div: new Set(['p', 'blockquote', 'div']),
  ol: new Set(['li']),
  li: new Set([...phrasing, 'p', 'blockquote']),
  blockquote: new Set(['p'])
}
const wordless = new Set([
  '',
  'html',
  'head',
  'body',
  'main',
  'article',
  'header',
  'section',
  'div',
  'ol',
  'blockquote'
])
const references: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'"
}

function undo(words: string): string {
  if (/[<>]/.test(words)) throw new Error(`Bare mark in: ${words}`)
  return words.replace(/&(?:#?\w+;)?/g, one => {
    if (!references[one]) throw new Error(`${one} in: ${words}`)
    return references[one]
  })
}

/** Reads only what no browser would have to repair: tags that match and may stand there, quoted attributes, known references. */
function readHtml(page: string): Element {
  expect(page.startsWith('<!doctype html>\n')).toBe(true)
  const root: Element = {name: '', attributes: new Map(), children: []}
  const open = [root]
  const token = /<(style)>[\s\S]*?<\/style>|<(\/?)([a-z][a-z\d]*)((?: [a-z-]+="[^"<>]*")*)>|[^<]+|</g
  for (const [part, style, end, name = '', attributes = ''] of page.slice(15).matchAll(token)) {
    const top = open.at(-1)!
    if (style) top.children.push({name: style, attributes: new Map(), children: [part.slice(7, -8)]})
    else if (name === '' && part === '<') throw new Error(`Bare < in ${top.name}`)
    else if (name === '') {
      if (wordless.has(top.name) && part.trim() !== '') throw new Error(`Words in ${top.name}: ${part}`)
      top.children.push(undo(part))
    } else if (end) {
      if (top.name !== name) throw new Error(`</${name}> closes ${top.name}`)
      open.pop()
    } else {
      if (!(inside[top.name] ?? phrasing).has(name)) throw new Error(`${name} in ${top.name}`)
      if (name === 'a' && open.some(one => one.name === 'a')) throw new Error('A link in a link')
      const pairs = [...attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)].map(
        ([, key, value]) => [key!, undo(value!)] as const
      )
      const element: Element = {name, attributes: new Map(pairs), children: []}
      if (element.attributes.size !== pairs.length) throw new Error(`An attribute twice: ${part}`)
      top.children.push(element)
      if (!empty.has(name)) open.push(element)
    }
  }
  if (open.length !== 1) throw new Error(`${open.at(-1)!.name} is never closed`)
  return root
}

const all = (element: Element, name?: string): Element[] => {
  const below = element.children.flatMap(child => (typeof child === 'string' ? [] : all(child, name)))
  return name === undefined || element.name === name ? [element, ...below] : below
}
const wordsIn = (element: Element): string =>
  element.children.map(child => (typeof child === 'string' ? child : wordsIn(child))).join('')
const attribute = (element: Element, name: string): string => element.attributes.get(name) ?? ''

const allowed = new Set([
  'lang',
  'charset',
  'name',
  'content',
  'class',
  'id',
  'dir',
  'href',
  'role',
  'aria-label',
  'aria-labelledby',
  'value'
])

/** Reads a page and holds it to what every page must be. */
function read(printed: PrintedResolution): Element {
  const root = readHtml(writeHtml(printed))
  const elements = all(root)
  expect(elements.flatMap(one => [...one.attributes.keys()]).filter(name => !allowed.has(name))).toEqual([])
  const ids = elements.flatMap(one => one.attributes.get('id') ?? [])
  expect(new Set(ids).size, `${ids}`).toBe(ids.length)
  expect(ids.filter(id => id === '' || /\s/.test(id))).toEqual([])
  for (const link of all(root, 'a')) {
    const href = attribute(link, 'href')
    if (href.startsWith('#')) expect(ids).toContain(href.slice(1))
    else expect(href).toMatch(/^(?:https?:\/\/|mailto:)\S+$/)
  }
  for (const one of elements)
    if (one.attributes.has('aria-labelledby')) expect(ids).toContain(attribute(one, 'aria-labelledby'))
  const style = wordsIn(all(root, 'style')[0]!)
  expect(style).not.toMatch(/<|@import|url\(/)
  return root
}

const text = (value: string): PrintedInline => ({type: 'text', value})
const mark = (number: number, key = 1): PrintedInline => ({type: 'noteReference', number, isFirst: key === 1, key})
const link = (url: string, ...children: readonly PrintedInline[]): PrintedInline => ({type: 'link', url, children})
const paragraph = (...children: readonly PrintedInline[]): PrintedParagraph => ({type: 'paragraph', children})
const quotation = (...children: readonly PrintedInline[]): PrintedParagraph => ({type: 'blockQuotation', children})
const clause = (id: string | undefined, ...paragraphs: readonly PrintedParagraph[]): PrintedBlock => ({
  type: 'whereasClause',
  number: undefined,
  id,
  paragraphs
})
const action = (number: string, ...paragraphs: readonly PrintedParagraph[]): PrintedBlock => ({
  type: 'resolvedClause',
  number,
  id: undefined,
  paragraphs
})
const of = (blocks: readonly PrintedBlock[], notes: PrintedResolution['notes'] = []): PrintedResolution => ({
  ...sample,
  blocks,
  notes
})
const articleOf = (printed: PrintedResolution): string =>
  /<article>\n([\s\S]*)<\/article>/.exec(writeHtml(printed))![1]!.replace(/^<header>[\s\S]*?<\/header>\n/, '')

test('the sample: language, title, one heading, data for catalogues', () => {
  const root = read(sample)
  expect(attribute(all(root, 'html')[0]!, 'lang')).toBe('en-US')
  expect(all(root, 'title').map(wordsIn)).toEqual(['Resolution on the Privacy of Readers & <Others>'])
  expect(all(root, 'h1').map(wordsIn)).toEqual(['Resolution on the Privacy of Readers & <Others>'])
  expect(all(root, 'h2').map(wordsIn)).toEqual(['Notes'])
  expect(all(root, 'meta').map(one => [...one.attributes.values()].join(' '))).toEqual([
    'utf-8',
    'viewport width=device-width, initial-scale=1',
    'description Resolution on the Privacy of Readers & <Others>, American Library Association, 2025-2026 ALA CD#23, 2026 ALA Annual Conference',
    'author Pat Example',
    'author Sam Example',
    'keywords resolution, American Library Association',
    'dcterms.date 2026-06-28'
  ])
})

test('a resolution without a title still has a name in the browser', () => {
  const root = read({...of([{type: 'title', children: []}]), properties: {...sample.properties, title: ''}})
  expect(all(root, 'title').map(wordsIn)).toEqual(['American Library Association'])
  expect(all(root, 'h1')).toEqual([])
})

describe('notes', () => {
  test('each mark leads to its note, and each note back to each of its marks, by names that differ', () => {
    const root = read(sample)
    const notes = all(root, 'li').filter(one => attribute(one, 'id').startsWith('note-'))
    expect(notes.map(one => [attribute(one, 'id'), attribute(one, 'value')])).toEqual([
      ['note-1', '1'],
      ['note-2', '2'],
      ['note-3', '3']
    ])
    const links = all(root, 'a')
    const marks = links.filter(one => attribute(one, 'role') === 'doc-noteref')
    expect(marks.map(one => [wordsIn(one), attribute(one, 'href'), attribute(one, 'id')])).toEqual([
      ['1', '#note-1', 'note-1-ref'],
      ['2', '#note-2', 'note-2-ref'],
      ['1', '#note-1', 'note-1-ref-2'],
      ['3', '#note-3', 'note-3-ref']
    ])
    const backs = links.filter(one => attribute(one, 'role') === 'doc-backlink')
    expect(backs.map(one => [attribute(one, 'href'), attribute(one, 'aria-label')])).toEqual([
      ['#note-1-ref', 'Back to the text 1.1'],
      ['#note-1-ref-2', 'Back to the text 1.2'],
      ['#note-2-ref', 'Back to the text 2'],
      ['#note-3-ref', 'Back to the text 3']
    ])
  })

  test('the way back stands with the last words, of a quotation too; a mark in a note has one as well', () => {
    const notes = [
      {number: 3, paragraphs: [paragraph(text('a')), quotation(text('b'))]},
      {number: 9, paragraphs: [paragraph(text('c'), mark(3, 2))]}
    ]
    const printed = of([clause(undefined, paragraph(mark(3), mark(9)))], notes)
    read(printed)
    expect(articleOf(printed).replace(/ role="[\w-]+"| aria-label="[^"]*"/g, '')).toContain(`<ol>
<li value="3" id="note-3">
<p dir="auto">a</p>
<blockquote><p dir="auto">b <a class="back" href="#note-3-ref">↩<sup>1</sup></a> <a class="back" href="#note-3-ref-2">↩<sup>2</sup></a></p></blockquote>
</li>
<li value="9" id="note-9" dir="auto">c<sup><a href="#note-3" id="note-3-ref-2">3</a></sup> <a class="back" href="#note-9-ref">↩</a></li>
</ol>`)
  })

  test('a mark inside a link is a number, and nothing leads back to it', () => {
    const printed = of(
      [clause(undefined, paragraph(link('https://a.b/', text('a'), mark(3))))],
      [{number: 3, paragraphs: []}]
    )
    expect(all(read(printed), 'a').map(wordsIn)).toEqual(['a3'])
  })

  test('a resolution without notes has no section for them', () => {
    expect(all(read(of([clause(undefined, paragraph(text('a')))])), 'section')).toEqual([])
  })
})

test('numbers that a list can show are its own, others are words before the first', () => {
  const counted = of([action('3.', paragraph(text('a'))), action('7.', paragraph(text('b')), quotation(text('c')))])
  read(counted)
  expect(articleOf(counted)).toBe(`<ol>
<li value="3" id="resolved-1" dir="auto">a</li>
<li value="7" id="resolved-2">
<p dir="auto">b</p>
<blockquote><p dir="auto">c</p></blockquote>
</li>
</ol>
`)
  const worded = of([action('(a)', paragraph(text('a'))), action('(b)', paragraph(text('b')), quotation(text('c')))])
  read(worded)
  expect(articleOf(worded)).toBe(`<ol class="words">
<li id="resolved-1" dir="auto"><span class="number">(a)</span> a</li>
<li id="resolved-2">
<p dir="auto"><span class="number">(b)</span> b</p>
<blockquote><p dir="auto">c</p></blockquote>
</li>
</ol>
`)
})

test('the ids of clauses are kept, and no two are the same', () => {
  const ids = ['a', 'a', 'whereas-1', 'note-1', undefined, 'b c', 'b-c', '"onclick="x', 'clause-a']
  const root = read(of(ids.map(id => clause(id, paragraph(text('a'))))))
  expect(all(root, 'p').flatMap(one => one.attributes.get('id') ?? [])).toEqual([
    'clause-a',
    'whereas-2',
    'clause-whereas-1',
    'clause-note-1',
    'whereas-5',
    'clause-b-c',
    'whereas-7',
    'clause-"onclick="x',
    'clause-clause-a'
  ])
})

test('words of any script find their own direction', () => {
  const rtl = 'שלום עולם'
  const blocks: PrintedBlock[] = [
    {type: 'title', children: [text(rtl)]},
    {type: 'status', children: [text(rtl)]},
    clause(undefined, paragraph(text(rtl))),
    clause(undefined, paragraph(text(rtl)), quotation(text(rtl))),
    {type: 'resolvedLead', children: [text(rtl)]},
    action('1.', paragraph(text(rtl))),
    {type: 'mover', label: rtl, children: [text(rtl)]},
    {type: 'adoption', children: [text(rtl)]},
    {type: 'signature', name: rtl, role: rtl}
  ]
  const root = read({...of(blocks, [{number: 1, paragraphs: [paragraph(text(rtl))]}]), header: [rtl], mark: rtl})
  const holders = all(root).filter(one => one.children.some(child => typeof child === 'string' && child.includes(rtl)))
  expect(holders.filter(one => attribute(one, 'dir') !== 'auto').map(one => one.name)).toEqual(['style'])
  expect(holders.length).toBe(15)
})

describe('hostile words', () => {
  const everywhere = (words: string): PrintedResolution => ({
    ...sample,
    language: words,
    page: {...sample.page, font: words, pdfFont: words},
    properties: {
      title: words,
      organisation: words,
      number: words,
      meeting: words,
      date: words,
      status: words,
      authors: [words],
      keywords: [words]
    },
    header: [words, words],
    mark: words,
    labels: {pageOf: `${words}{page}${words}{pages}`, notes: words, backToText: words},
    blocks: [
      {type: 'status', children: [text(words)]},
      {type: 'title', children: [text(words)]},
      clause(
        words,
        paragraph(
          {type: 'leadIn', value: words},
          text(words),
          mark(1),
          link(words, text(words)),
          link(`https://${words}`, text(words))
        )
      ),
      clause(
        words,
        paragraph({type: 'quotation', open: words, close: words, children: [{type: 'omission', value: words}]}),
        quotation(text(words))
      ),
      {type: 'resolvedLead', children: [{type: 'smallCaps', children: [text(words)]}]},
      action(words, paragraph(text(words))),
      {type: 'mover', label: words, children: [{type: 'emphasis', children: [text(words)]}]},
      {type: 'adoption', children: [{type: 'strong', children: [text(words)]}]},
      {type: 'signature', name: words, role: words}
    ],
    notes: [{number: 1, paragraphs: [paragraph(text(words))]}]
  })

  function expectKept(words: string): void {
    const root = read(everywhere(words))
    expect(all(root, 'h1').map(wordsIn)).toEqual([words])
    expect(all(root, 'title').map(wordsIn)).toEqual([words])
    const body = wordsIn(all(root, 'main')[0]!)
    // Three lines of the head, eighteen pieces of the blocks, the heading of the notes, and a note.
    expect(body.split(words).length - 1, body).toBe(23)
    const style = wordsIn(all(root, 'style')[0]!).replace(/"(?:[^"\\\n]|\\[\da-f]{1,6} )*"/g, '""')
    expect(style).toBe(wordsIn(all(read(everywhere('x')), 'style')[0]!).replace(/"[^"\n]*"/g, '""'))
  }

  test.each([
    '<script>alert(1)</script>',
    '"onmouseover="alert(1)',
    "'onmouseover='alert(1)",
    '--><b>',
    '<!--',
    '&lt;b&gt;',
    '&amp;',
    '&#60;',
    '</style><script>',
    '</title></main>',
    'javascript:alert(1)',
    '\\"; } body { display: none } /*',
    ']]>',
    'data:text/html,<b>'
  ])('%s', words => expectKept(words))

  test('any characters', () => {
    const words = fc.string({unit: fc.constantFrom(...'<>&"\'\\/-!;={}a#x0:'), minLength: 2, maxLength: 12})
    // A word that holds itself twice over, such as `aa` in `aaaa`, could not be counted.
    const marked = words.map(one => `q${one}z`)
    fc.assert(fc.property(marked, expectKept), {numRuns: 100})
    expectKept(`q${hostileWords}z`)
  })

  test.each([
    'javascript:alert(1)',
    'JAVASCRIPT:x',
    'javascript:https://a.b',
    'data:text/html,x',
    'vbscript:x',
    'https://a b',
    'https://a\nb',
    '//a.b',
    '/etc',
    '',
    'file:///a'
  ])('an address that is no web address stays words: %j', url => {
    expect(articleOf(of([clause(undefined, paragraph(link(url, text('a'))))]))).toBe(
      '<p class="whereas" id="whereas-1" dir="auto">a</p>\n'
    )
  })
})

describe('the style sheet', () => {
  const styleOf = (printed: PrintedResolution): string => wordsIn(all(read(printed), 'style')[0]!)

  test('paper, margins, running lines and page numbers are those of the template', () => {
    const style = styleOf({...sample, mark: 'DRAFT', page: {...sample.page, paper: 'a4', margin: 1.25}})
    expect(style).toContain('size: A4;\n  margin: 1.25in;')
    expect(style).toContain('@top-left { content: "DRAFT";')
    expect(style).toContain('@top-right { content: "2025-2026 ALA CD#23 · 2026 ALA Annual Conference";')
    expect(style).toContain('@bottom-center { content: "Page " counter(page) " of " counter(pages);')
    expect(style).toMatch(
      /@media print \{[\s\S]*font-size: 12pt[\s\S]*\.ending \{ break-before: avoid; break-inside: avoid \}/
    )
    expect(style.split('{').length).toBe(style.split('}').length)
  })

  test('every colour of words stands out from every ground it can stand on', () => {
    const style = styleOf({...sample, mark: 'DRAFT'})
    const colours = (property: string): string[] =>
      [...style.matchAll(new RegExp(`[ {;]${property}: (#[\\da-f]+)`, 'g'))].map(([, colour]) => colour!)
    const words = colours('color')
    const grounds = colours('background')
    expect([words.length, grounds.length]).toEqual([4, 2])
    for (const one of words)
      for (const ground of grounds) expect(contrast(one, ground), `${one} on ${ground}`).toBeGreaterThan(7)
  })
})

/** Contrast of two colours as WCAG 2.2 reckons it. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

function luminance(colour: string): number {
  const digits = colour.length === 4 ? [...colour.slice(1)].map(digit => digit + digit) : colour.slice(1).match(/../g)!
  const [red, green, blue] = digits.map(pair => {
    const share = Number.parseInt(pair, 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
