import fc from 'fast-check'
import type {Nodes, Root} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import type {
  PrintedBlock,
  PrintedInline,
  PrintedNote,
  PrintedParagraph,
  PrintedResolution
} from '../../src/tree/index.ts'
import {isLinkable} from '../../src/write/addresses.ts'
import {writeMarkdown} from '../../src/write/markdown/index.ts'
import {hostileWords, sample} from './sample.ts'

/** Some words and their looks, such as `em strong https://example.org`. */
type Run = readonly [words: string, looks: string]

/** A line as a reader sees it: `#` before a title, `>` before a quotation set off, `2.` before an item; then its runs. */
type Line = readonly (string | Run)[]

interface Reading {
  readonly lines: readonly Line[]
  readonly notes: readonly {readonly number: string; readonly lines: readonly Line[]}[]
}

const processor = unified().use(remarkParse).use(remarkGfm).freeze()

/** Neighbours with the same looks are one run; blanks are single, have no looks, and none stands at an end. */
function runsOf(pieces: readonly Run[]): Run[] {
  const runs: [string, string][] = []
  for (const [words, looks] of pieces)
    for (const character of words.replace(/[ \t\r\n]+/g, ' ')) {
      const last = runs.at(-1)
      const look = /\s/.test(character) ? '' : looks
      if (character === ' ' && (!last || last[0].endsWith(' '))) continue
      if (last?.[1] === look) last[0] += character
      else runs.push([character, look])
    }
  const last = runs.at(-1)
  if (last) last[0] = last[0].replace(/ $/, '')
  return runs.filter(([words]) => words !== '')
}

const isBareAddress = (words: string, url: string): boolean =>
  [words, `http://${words}`, `mailto:${words}`].includes(url)

const looking = (looks: readonly string[]): string => [...new Set(looks)].sort().join(' ')

/** What remark reads. A bare address that GitHub links by itself counts as words. */
function piecesRead(nodes: readonly Nodes[], looks: readonly string[] = []): Run[] {
  let raised = looks
  return nodes.flatMap((node): Run[] => {
    if (node.type === 'html') {
      const [, end, name] = /^<(\/?)(su[bp])>$/.exec(node.value) ?? []
      if (!name) throw new Error(`Read as HTML: ${node.value}`)
      raised = end ? raised.slice(0, -1) : [...raised, name]
      return []
    }
    if (node.type === 'text') return [[node.value, looking(raised)]]
    if (node.type === 'footnoteReference')
      return [
        ['', ''],
        [`‹${node.identifier}›`, 'note']
      ]
    if (node.type === 'emphasis') return piecesRead(node.children, [...raised, 'em'])
    if (node.type === 'strong') return piecesRead(node.children, [...raised, 'strong'])
    if (node.type !== 'link') throw new Error(`Read as ${node.type}`)
    const words = piecesRead(node.children)
      .map(([text]) => text)
      .join('')
    return piecesRead(node.children, isBareAddress(words, node.url) ? raised : [...raised, node.url])
  })
}

function linesRead(nodes: readonly Nodes[], before: readonly string[] = []): Line[] {
  return nodes.flatMap((node): Line[] => {
    if (node.type === 'paragraph') return [[...before, ...runsOf(piecesRead(node.children))]]
    if (node.type === 'heading') return [['#'.repeat(node.depth), ...runsOf(piecesRead(node.children))]]
    if (node.type === 'blockquote') return linesRead(node.children, [...before, '>'])
    if (node.type === 'thematicBreak') return [['---']]
    if (node.type !== 'list' || !node.ordered) throw new Error(`Read as ${node.type}`)
    return node.children.flatMap((item, index) => {
      if (item.checked !== null) throw new Error('Read as a box to tick')
      return linesRead(item.children, ['item']).map((line, place) =>
        place === 0 ? [`${(node.start ?? 1) + index}.`, ...line.slice(1)] : line
      )
    })
  })
}

function readMarkdown(markdown: string): Reading {
  const root: Root = processor.parse(markdown)
  const notes = root.children.filter(node => node.type === 'footnoteDefinition')
  return {
    lines: linesRead(root.children.filter(node => node.type !== 'footnoteDefinition')),
    notes: notes.map(({identifier, children}) => ({number: identifier, lines: linesRead(children)}))
  }
}

const raising: Readonly<Record<string, string>> = {superscript: 'sup', subscript: 'sub'}

/** What the printed tree says. */
function piecesPrinted(nodes: readonly PrintedInline[], looks: readonly string[] = [], isLink = false): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (node.type === 'text' || node.type === 'omission') return [[node.value, looking(looks)]]
    if (node.type === 'leadIn') return [[node.value, looking([...looks, 'strong'])]]
    if (node.type === 'noteReference') return [[`‹${node.number}›`, 'note']]
    if (node.type === 'emphasis') return piecesPrinted(node.children, [...looks, 'em'], isLink)
    if (node.type === 'strong') return piecesPrinted(node.children, [...looks, 'strong'], isLink)
    if (node.type === 'alteration' || node.type === 'quotation') {
      const [open, close] = node.type === 'alteration' ? ['[', ']'] : [node.open, node.close]
      return [[open, looking(looks)], ...piecesPrinted(node.children, looks, isLink), [close, looking(looks)]]
    }
    if (node.type !== 'link')
      return piecesPrinted(node.children, [...looks, ...(raising[node.type] ? [raising[node.type]!] : [])], isLink)
    const words = piecesPrinted(node.children)
      .map(([text]) => text)
      .join('')
    const isOne = !isLink && isLinkable(node.url)
    return piecesPrinted(
      node.children,
      isOne && !isBareAddress(words, node.url) ? [...looks, node.url] : looks,
      isLink || isOne
    )
  })
}

const lineOf = (nodes: readonly PrintedInline[], ...before: readonly string[]): Line[] => {
  const runs = runsOf(piecesPrinted(nodes))
  return runs.length > 0 ? [[...before, ...runs]] : []
}
const text = (value: string): PrintedInline => ({type: 'text', value})
const paragraphLines = (paragraphs: readonly PrintedParagraph[], ...before: readonly string[]): Line[] =>
  paragraphs.flatMap(({type, children}) => lineOf(children, ...before, ...(type === 'paragraph' ? [] : ['>'])))

function blockLines(block: PrintedBlock): Line[] {
  if (block.type === 'title') return lineOf(block.children, '#')
  if (block.type === 'mover') return lineOf([text(`${block.label} `), ...block.children])
  if (block.type === 'signature') return [['---'], ...lineOf([text(block.name)]), ...lineOf([text(block.role)])]
  if ('children' in block) return lineOf(block.children)
  if (block.number === undefined) return paragraphLines(block.paragraphs)
  if (!/^\d+\.$/.test(block.number)) return wordedLines(block.number, block.paragraphs)
  return paragraphLines(block.paragraphs, 'item').map((line, place) =>
    place === 0 ? [block.number!, ...line.slice(1)] : line
  )
}

/** A number that no list of Markdown has is words of the first paragraph. */
function wordedLines(number: string, [first, ...rest]: readonly PrintedParagraph[]): Line[] {
  if (first?.type !== 'paragraph') return [...lineOf([text(number)]), ...paragraphLines(first ? [first, ...rest] : [])]
  return [...lineOf([text(`${number} `), ...first.children]), ...paragraphLines(rest)]
}

function readTree(printed: PrintedResolution): Reading {
  const mark: PrintedInline = {type: 'leadIn', value: printed.mark ?? ''}
  return {
    lines: [
      lineOf([mark]),
      printed.header.flatMap(line => lineOf([text(line)])),
      printed.blocks.flatMap(blockLines)
    ].flat(),
    notes: printed.notes.map(note => ({number: `${note.number}`, lines: paragraphLines(note.paragraphs)}))
  }
}

function expectSame(printed: PrintedResolution): void {
  const markdown = writeMarkdown(printed)
  expect(readMarkdown(markdown), markdown).toEqual(readTree(printed))
  expect(markdown).toMatch(/[^\n]\n$/)
}

const paragraph = (...children: readonly PrintedInline[]): PrintedParagraph => ({type: 'paragraph', children})
const mark = (number: number, key = 1): PrintedInline => ({type: 'noteReference', number, isFirst: key === 1, key})
const note = (number: number, ...children: readonly PrintedInline[]): PrintedNote => ({
  number,
  paragraphs: [paragraph(...children)]
})
const clause = (...children: readonly PrintedInline[]): PrintedBlock => ({
  type: 'whereasClause',
  number: undefined,
  id: undefined,
  paragraphs: [paragraph(...children)]
})
const action = (number: string, ...paragraphs: readonly PrintedParagraph[]): PrintedBlock => ({
  type: 'resolvedClause',
  number,
  id: undefined,
  paragraphs
})
const em = (...children: readonly PrintedInline[]): PrintedInline => ({type: 'emphasis', children})
const strong = (...children: readonly PrintedInline[]): PrintedInline => ({type: 'strong', children})
const link = (url: string, ...children: readonly PrintedInline[]): PrintedInline => ({type: 'link', url, children})
const of = (
  blocks: readonly PrintedBlock[],
  notes: readonly PrintedNote[] = [],
  header: readonly string[] = []
): PrintedResolution => ({
  ...sample,
  header,
  mark: undefined,
  blocks,
  notes
})

test('the sample', () => expectSame(sample))

describe('what a page of Markdown looks like', () => {
  const written = (printed: PrintedResolution): string => {
    expectSame(printed)
    return writeMarkdown(printed)
  }
  test.each([
    ['[t]he … right . . . of [all] [the readers’]', '[t]he … right . . . of [all] [the readers’]'],
    ['R&D, AT&T & 5 * 3 < 4 > 2 = a_b', 'R&D, AT&T & 5 \\* 3 < 4 > 2 = a_b'],
    ['$5 and #12 (a) 1. 2) – “q” "r" ‘s’ \'t\' x^2 | !', '$5 and #12 (a) 1. 2) – “q” "r" ‘s’ \'t\' x^2 | !'],
    [
      'pat@example.org, www.example.org. https://example.org/a_b?c=1',
      'pat@example.org, www.example.org. https://example.org/a_b?c=1'
    ],
    ['1990. It was', '1990\\. It was'],
    ['- # > + =', '\\- # > + =']
  ])('no needless escapes: %s', (words, expected) => {
    expect(written(of([clause(text(words))]))).toBe(`${expected}\n`)
  })
  test('words in brackets that open a clause, and that a parenthesis follows', () => {
    const words = of([clause(text('[t]he [x](y)')), clause(text('[x] done, [x]: y'))])
    expect(written(words)).toBe('[t]he [x]\\(y)\n\n\\[x] done, [x]: y\n')
  })
  test('notes numbered by hand, one with two marks, after a bracket and a parenthesis', () => {
    const marks = clause(text('a [b]'), mark(3), text(' (c)'), mark(7), mark(9), text('; '), em(text('d')), mark(3, 2))
    const notes = [note(3, text('e')), note(7, em(text('f')), mark(9, 2)), note(9, text('[^3] g'))]
    expect(written(of([marks], notes))).toBe(
      'a [b][^3] (c)[^7][^9]; *d*[^3]\n\n[^3]: e\n\n[^7]: *f*[^9]\n\n[^9]: \\[^3] g\n'
    )
  })
  test('a note mark that opens a paragraph before a colon defines nothing', () => {
    expect(written(of([clause(mark(3), text(': a'))], [note(3, text('b'))]))).toBe('[^3]\\: a\n\n[^3]: b\n')
  })
  test('several paragraphs in an action and in a note, with a quotation set off', () => {
    const quotation: PrintedParagraph = {type: 'blockQuotation', children: [text('- q')]}
    const actions = [
      action('1.', paragraph(text('a'), mark(3)), quotation, paragraph(text('# b'))),
      action('2.', paragraph(text('1. c')))
    ]
    const notes: PrintedNote[] = [{number: 3, paragraphs: [paragraph(text('d')), quotation, paragraph(text('+ e'))]}]
    expect(written(of(actions, notes))).toBe(
      '1. a[^3]\n\n   > \\- q\n\n   \\# b\n\n2. 1\\. c\n\n[^3]: d\n\n    > \\- q\n\n    \\+ e\n'
    )
  })
  test('a header, the mark of a draft, and a single action', () => {
    const only: PrintedBlock = {
      type: 'resolvedClause',
      number: undefined,
      id: undefined,
      paragraphs: [paragraph({type: 'leadIn', value: 'Resolved'}, text(', that it acts.'))]
    }
    const printed = of([{type: 'title', children: [text('#1 T #')]}, only], [], ['CD#1', '2. M'])
    expect(written({...printed, mark: 'DRAFT'})).toBe(
      '**DRAFT**\n\nCD#1\n\n2\\. M\n\n# #1 T \\#\n\n**Resolved**, that it acts.\n'
    )
  })
  test('numbers that Markdown cannot count are words', () => {
    const printed = of([action('(a)', paragraph(text('b'))), action('(b)', paragraph(text('c')))])
    expect(written(printed)).toBe('(a) b\n\n(b) c\n')
    expect(writeMarkdown(of([action('1.', paragraph(text('b'))), action('3.', paragraph(text('c')))]))).toBe(
      '1\\. b\n\n3\\. c\n'
    )
  })
  test('emphasis with blanks inside, beside letters and punctuation', () => {
    const nodes = [
      text('a'),
      em(text(' b ')),
      text('c'),
      em(text('“d”')),
      text('e '),
      strong(em(text('f '))),
      text('g'),
      em(text(' ')),
      text('h')
    ]
    expect(written(of([clause(...nodes)]))).toBe('a *b* &#x63;*“d”*&#x65; **_f_** g h\n')
  })
  test('an address in emphasis before other words stays words', () => {
    const nodes = [em(text('https://a.b/c) ')), text('d, '), em(text('www.a.b')), text('e')]
    expect(written(of([clause(...nodes)]))).toBe('*https\\://a.b/c)* d, *www\\.a.b*e\n')
  })
  test('a mail address whose neighbours could be letters of it stays words', () => {
    expect(written(of([clause(strong(em(text('a@b.c'))))]))).toBe('**_a\\@b.c_**\n')
  })
  test('an ftp address, which GitHub links and remark does not, is guarded like the others', () => {
    const marked = clause(text('ftp://a.b'), mark(3))
    expect(written(of([clause(text('ftp://a.b/c, ftp://a.b/*c*')), marked], [note(3, text('d'))]))).toBe(
      'ftp://a.b/c, ftp\\://a.b/\\*c\\*\n\nftp\\://a.b[^3]\n\n[^3]: d\n'
    )
  })
  test('no escape for a mail address is put inside a bare web address', () => {
    expect(written(of([clause(em(text('www.a.b@(c) d')), text(' e@f@'), em(text('g')))]))).toBe(
      '*www\\.a.b\\@(c) d* e\\@f\\@*g*\n'
    )
  })
  test.each(['a', '_a', '1', 'a@', '[a', '<a', '&a', '\\', 'www.', 'http:', '*', '$'])(
    'a word of 100,000 letters takes no longer than its length asks: %s',
    words => {
      const start = performance.now()
      writeMarkdown(of([clause(text(words.repeat(100_000 / words.length)))]))
      expect(performance.now() - start).toBeLessThan(10_000)
    }
  )
  test('links: as they are, without words of their own, and unsafe ones as words', () => {
    const nodes = [
      link('https://a.b/(c', text('[d] e')),
      text(' '),
      link('https://a.b/', text('https://a.b/')),
      text(' '),
      link('javascript:x', text('f')),
      text(' '),
      link('mailto:a@b.c', text('a@b.c'))
    ]
    expect(written(of([clause(...nodes)]))).toBe('[\\[d\\] e](https://a.b/\\(c) <https://a.b/> f <a@b.c>\n')
  })
  test('a resolution without a title has no empty heading', () => {
    expect(writeMarkdown(of([{type: 'title', children: []}, clause(text('a'))]))).toBe('a\n')
  })
})

const starts = [
  '1. a',
  '12) a',
  '- a',
  '+ a',
  '* a',
  '# a',
  '####### a',
  '> a',
  '= a',
  '===',
  '---',
  '***',
  '___',
  '```',
  '~~~ a',
  ': a',
  '| a | b |',
  '|-|-|',
  '    a',
  '\ta',
  '<div>',
  '<!-- a',
  '&amp; a',
  '[x] a',
  '[ ] a',
  '[X]',
  '[x]: b',
  '[word]: b',
  '[!NOTE]',
  '[^1]: a',
  '[^1]',
  '1.',
  '-',
  '+',
  '1',
  '\\',
  '!',
  '!a',
  '$a$',
  '-\u00a0a',
  '1.\u00a0a',
  '\u00a0a'
]
const inner = [
  '*a*',
  '**a**',
  'a*b*c',
  '_a_',
  'a_b_c',
  '__a__',
  '`a`',
  '``',
  '[t]he',
  '[x](y)',
  '[x][y]',
  '![x](y)',
  '](',
  '[',
  ']',
  '[[',
  '[^1]',
  '[^3]',
  '^[a]',
  '<b>',
  '</b>',
  '<a@b.c>',
  '<1@b.c>',
  '<#@a>',
  '<https://a.b>',
  '<!-- a -->',
  '<?a?>',
  '&amp;',
  '&#38;',
  '&nbsp;',
  '&lt',
  'R&D',
  'a|b',
  '~~a~~',
  '~a~',
  '\\',
  '\\*',
  '\\\\',
  'a\\ b',
  '!',
  '![',
  'a ',
  'a  ',
  ' a',
  '^',
  'a^2^',
  '$5 and $6',
  '$a$',
  '$$',
  ':smile:',
  '@someone',
  '#12',
  '==a==',
  '++a++',
  '"a" \'b\'',
  '{a}',
  'a@b.c',
  'a@b.c,',
  '(a@b.c)',
  'a_b@c.d.',
  'a@b.c_',
  'www.a.b',
  'www.a.b,',
  '(www.a.b)',
  'www.a.b/c_d_e*f*',
  'https://a.b/c',
  'https://a.b/c.',
  '(https://a.b/c)',
  'https://a.b/c)',
  'https://a.b/[c]',
  'https://a.b/c_d_e',
  'https://a.b/c*d*',
  'https://a.b/c~d~',
  'https://a.b?c=1&d;',
  'https://a.b?c=1&amp;',
  'https://a.b\\c',
  'https://a.b`c`',
  'https://a.b<c',
  'https://a.b"c"',
  'HTTPS://A.B',
  'http://',
  'https://a.b…',
  'mailto:a@b.c',
  'xmpp:a@b.c/d',
  'ftp://a.b',
  'ftp://a.b/c*d*',
  'www.a.b@(c)',
  'a@b@c.d',
  'doi:10.1/a_b_c'
]

describe('hostile words', () => {
  const quoted = (words: string): PrintedParagraph => ({type: 'blockQuotation', children: [text(words)]})
  const leadIn: PrintedInline = {type: 'leadIn', value: 'Whereas'}
  const places: Readonly<Record<string, (words: readonly string[]) => PrintedResolution>> = {
    'as a whole line': all =>
      of(all.flatMap(words => [clause(text(words)), {type: 'status', children: [text(words)]}])),
    'after a lead-in': all =>
      of(all.flatMap(words => [clause(leadIn, text(words)), clause(leadIn, text(` ${words} `))])),
    'in a title and a header': all =>
      of(
        all.map(words => ({type: 'title', children: [text(words)]})),
        [],
        all
      ),
    'in a list': all =>
      of(
        all.flatMap((words, index) => [
          action(`${2 * index + 1}.`, paragraph(text(words)), quoted(words)),
          action(`${2 * index + 2}.`, paragraph(text(words)))
        ])
      ),
    'after a number that is words': all => of(all.map(words => action('(a)', paragraph(text(words)), quoted(words)))),
    'in a note': all =>
      of(
        all.map((_, index) => clause(mark(index + 1))),
        all.map((words, index) => ({
          number: index + 1,
          paragraphs: [paragraph(text(words)), quoted(words), paragraph(text(words))]
        }))
      ),
    'before a mark': all =>
      of(
        all.flatMap(words => [clause(text(words), mark(1)), clause(text(`(${words})`), mark(1), text('; and'))]),
        [note(1, text('b'))]
      ),
    'after a mark': all =>
      of(
        all.flatMap(words => [clause(text('a'), mark(1), text(words)), clause(mark(1), text(words))]),
        [note(1, mark(1), text(': b'))]
      ),
    'in and beside emphasis': all =>
      of(
        all.flatMap(words => [
          clause(em(text(words))),
          clause(text(words), em(text(words)), text(words)),
          clause(text('a'), strong(text(words)), text('a')),
          clause(text(words), strong(em(text('a'))), text(words)),
          clause(strong(em(text(words))))
        ])
      ),
    'in and beside a link': all =>
      of(all.map(words => clause(text(words), link('https://example.org/a', text(words)), text(words)))),
    'in a quotation and an alteration': all =>
      of(
        all.map(words => {
          const children: PrintedInline[] = [{type: 'alteration', children: [text(words)]}, text(words)]
          return clause({type: 'quotation', open: '"', close: '"', children}, mark(1))
        }),
        [note(1, text('b'))]
      ),
    'as names': all =>
      of(
        all.flatMap(words => [
          {type: 'mover', label: 'Mover:', children: [text(words)]},
          {type: 'signature', name: words, role: words}
        ])
      )
  }
  test.each(Object.keys(places))('%s', name => {
    const make = places[name]!
    const all = [...starts, ...inner, hostileWords]
    const isLost = (words: readonly string[]): boolean => {
      const printed = make(words)
      return JSON.stringify(readMarkdown(writeMarkdown(printed))) !== JSON.stringify(readTree(printed))
    }
    if (!isLost(all)) return
    // The words at fault alone say more than the whole page.
    const guilty = all.find(words => isLost([words]))
    expectSame(make(guilty === undefined ? all : [guilty]))
  })
})

const pieces = [
  ...starts,
  ...inner,
  'a',
  'b ',
  ' c',
  'e\u0301',
  '\u0301',
  'שלום',
  '漢字',
  '“',
  '”',
  '’',
  '…',
  '\u00a0',
  '👩‍👩‍👧',
  '😀',
  '𝐚',
  '.',
  ',',
  ';',
  ':',
  '(',
  ')',
  '/',
  '?',
  '0',
  ' '
]
const words = fc
  .array(
    fc.oneof(
      {weight: 3, arbitrary: fc.constantFrom(...pieces)},
      fc.string({unit: fc.constantFrom(...'*_`[]()!<>&\\^~|#+-=.:@$ ab1"\'/w')}),
      fc.string({unit: 'grapheme', maxLength: 6})
    ),
    {minLength: 1, maxLength: 5}
  )
  .map(all =>
    all
      .join('')
      .replace(/[\p{Cc}\ufeff]/gu, ' ')
      .replace(/ +/g, ' ')
  )
const worded = words.map(all => (all.trim() === '' ? 'a' : all))
const noteNumbers = [3, 7, 9]
const {inlines} = fc.letrec<{inline: PrintedInline; inlines: PrintedInline[]}>(tie => ({
  inlines: fc.array(tie('inline'), {minLength: 1, maxLength: 4}),
  inline: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    words.map(text),
    fc.constant(text(' ')),
    fc.constantFrom(...noteNumbers).map(number => mark(number)),
    fc.record({
      type: fc.constant('omission'),
      value: fc.constantFrom('…', '. . .', '[…]', '...')
    }) as fc.Arbitrary<PrintedInline>,
    fc.record({
      type: fc.constantFrom('emphasis', 'strong', 'alteration', 'superscript', 'subscript', 'smallCaps', 'underline'),
      children: tie('inlines')
    }) as fc.Arbitrary<PrintedInline>,
    fc.record({
      type: fc.constant('quotation'),
      open: fc.constantFrom('"', '“', "'"),
      close: fc.constantFrom('"', '”', "'", ''),
      children: tie('inlines')
    }) as fc.Arbitrary<PrintedInline>,
    fc.record({
      type: fc.constant('link'),
      url: fc.constantFrom(
        'https://example.org/a_(b)?c=1&d=2',
        'https://a.b/*c*[d]',
        'http://a.b',
        'mailto:a@b.c',
        'javascript:alert(1)',
        'https://a.b/"c"<d>\\e',
        'https://a.b/)',
        'https://a.b/&amp;'
      ),
      children: tie('inlines')
    }) as fc.Arbitrary<PrintedInline>
  )
}))
const paragraphs = fc.array(
  fc.record({
    type: fc.constantFrom('paragraph', 'paragraph', 'blockQuotation'),
    children: inlines.map(all => (lineOf(all).length > 0 ? all : [text('a')]))
  }) as fc.Arbitrary<PrintedParagraph>,
  {minLength: 1, maxLength: 2}
)

test('any words, in any nodes, are read again as they are', () => {
  const resolutions = fc.record({
    header: fc.array(worded, {maxLength: 2}),
    mark: fc.constantFrom(undefined, 'DRAFT', '*a* [b]'),
    title: worded,
    whereas: paragraphs,
    resolved: fc.array(paragraphs, {minLength: 1, maxLength: 2}),
    form: fc.constantFrom(
      (n: number) => `${n}.`,
      (n: number) => `${n}.`,
      (n: number) => `(${n})`,
      (n: number) => `${n})`
    ),
    name: worded,
    notes: fc.tuple(paragraphs, paragraphs, paragraphs)
  })
  fc.assert(
    fc.property(resolutions, ({header, mark, title, whereas, resolved, form, name, notes}) => {
      expectSame({
        ...sample,
        header,
        mark,
        blocks: [
          {type: 'title', children: [text(title)]},
          {type: 'whereasClause', number: undefined, id: undefined, paragraphs: whereas},
          ...resolved.map((one, index) => action(form(index + 1), ...one)),
          {type: 'mover', label: 'Mover:', children: [text(name)]},
          {type: 'signature', name, role: name}
        ],
        notes: noteNumbers.map((number, index) => ({number, paragraphs: notes[index]!}))
      })
    }),
    {numRuns: 300}
  )
})
