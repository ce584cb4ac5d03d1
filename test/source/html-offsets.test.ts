import fc from 'fast-check'
import {expect, test} from 'vitest'
import {readHtmlText} from '../../src/source/html/index.ts'

const names =
  'p div b i a span sup q pre table tr td ul li h2 br ruby rt select option script nobr font form svg math mi'
const tag = fc.tuple(
  fc.constantFrom('<', '</'),
  fc.constantFrom(...names.split(' ')),
  fc.constantFrom('>', ' x="a>b">', '/>')
)
const literal = fc.stringMatching(/^[a-zäж語 \n\t]{0,12}$/)
const others = fc.constantFrom(
  '&amp;',
  '&ampx',
  '&nbsp;',
  '&Tab;',
  '&NewLine;',
  '&#10;',
  '&#x1F600;',
  '&#150;',
  '&#0;',
  '&#.',
  '&;',
  '&x',
  '&notit;',
  '&nGt;',
  '&amp;amp;',
  '\r\n',
  '\r',
  '\0',
  '😀',
  '<',
  '< ',
  '<!-- c -->',
  '<![CDATA[c]]>',
  '<?c?>',
  '</>',
  '\u00ad',
  '"',
  "'"
)
const page = fc
  .array(
    fc.oneof(
      tag.map(parts => parts.join('')),
      literal,
      others
    ),
    {maxLength: 40}
  )
  .map(parts => parts.join(''))

/** Units that references of the pages above stand for, and the marks of `q`. */
const made = '“”‘’&¬–≫\u20d2\u00a0\ufffd😀 \n\t\r'

test('every letter that was typed stands at its offset in the page', () => {
  fc.assert(
    fc.property(page, html => {
      const {text, offsets} = readHtmlText(html)
      expect(offsets.length).toBe(text.length + 1)
      expect(offsets[text.length]).toBe(html.length)
      for (const [i, unit] of [...Array(text.length).keys()].map(i => [i, text.charAt(i)] as const)) {
        const typed = html.charAt(offsets[i] ?? -1)
        if (typed !== unit) expect(made).toContain(unit)
      }
    }),
    {numRuns: 2000}
  )
})

test('each letter of the page is read once', () => {
  const letters = fc.array(
    fc.oneof(
      tag.map(([open, , close]) => `${open}i${close.replace('/>', '>')}`),
      others,
      fc.constant('§')
    ),
    {maxLength: 40}
  )
  fc.assert(
    fc.property(letters, parts => {
      let count = 0
      const html = parts.map(part => (part === '§' ? String.fromCharCode(0x4e00 + count++) : part)).join('')
      const {text, offsets} = readHtmlText(html)
      const read = [...text].filter(letter => letter >= '\u4e00' && letter <= '\u9fff')
      const isPlain = !/<!\[|<\?|<\/>|< ?[^i/!]|<$|&(?:#|x|)[\u4e00-\u9fff]|"/.test(html)
      if (isPlain) expect(read.length).toBe(count)
      for (let i = 0; i < text.length; i++)
        if (text.charAt(i) >= '\u4e00' && text.charAt(i) <= '\u9fff')
          expect(html.charAt(offsets[i] ?? -1)).toBe(text.charAt(i))
    }),
    {numRuns: 2000}
  )
})
