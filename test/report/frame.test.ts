import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {frameOf} from '../../src/report/frame.ts'
import {columnsOf, printable, wrap} from '../../src/report/width.ts'

/** A line with ⟦the place⟧ marked, framed. */
function framed(marked: string, room = 74): [string, string] {
  const from = marked.indexOf('⟦')
  const to = marked.indexOf('⟧') - 1
  const {line, carets} = frameOf(marked.replace(/[⟦⟧]/g, ''), from + 1, to + 1, room)
  return [line, carets]
}

describe('a line with carets under the words', () => {
  test('a short line is shown whole', () => {
    expect(framed('  - the ⟦right⟧ to read')).toEqual(['  - the right to read', '        ^^^^^'])
  })

  test('a place of no width has one caret', () => {
    expect(framed('title:⟦⟧ x')).toEqual(['title: x', '      ^'])
    expect(framed('title:⟦⟧')).toEqual(['title:', '      ^'])
  })

  test('tabs are two spaces, controls and what cannot be seen a dot', () => {
    expect(framed('\ta\u0007b ⟦word⟧')).toEqual(['  a·b word', '      ^^^^'])
    expect(framed('a\u200bb\ufeffc ⟦\u202eword\u202c⟧ \u2028x')).toEqual(['a·b·c ·word· ·x', '      ^^^^^^'])
  })

  test('a carriage return at the end of the line is none of it', () => {
    expect(framed('the ⟦right⟧ to read\r')).toEqual(['the right to read', '    ^^^^^'])
  })

  test('a place that goes on in the next line ends with this one', () => {
    expect(frameOf('the right\r', 5, 999, 74)).toEqual({line: 'the right', carets: '    ^^^^^'})
    expect(frameOf('the right', 999, 1000, 74)).toEqual({line: 'the right', carets: '         ^'})
  })

  test('wide characters and emoji take two columns, accents none', () => {
    expect(framed('漢字 ⟦文字⟧ x')).toEqual(['漢字 文字 x', '     ^^^^'])
    expect(framed('e\u0301te\u0301 ⟦e\u0301⟧ x')).toEqual(['e\u0301te\u0301 e\u0301 x', '    ^'])
    expect(framed('👩‍👩‍👧 🇫🇷 👍🏽 ❤️ ⟦😀⟧ x')[1]).toBe('            ^^')
  })

  test('a long line is cut around the place', () => {
    const words = 'word '.repeat(100)
    expect(framed(`${words}⟦here⟧ ${words}`, 40)).toEqual([
      '… word word here word word word word …',
      '            ^^^^'
    ])
    expect(framed(`⟦here⟧ ${words}`, 30)).toEqual(['here word word word word …', '^^^^'])
    expect(framed(`${words}⟦here⟧`, 30)).toEqual(['… word word word word here', expect.stringMatching(/^ +\^{4}$/)])
  })

  test('a place longer than the room is shown from its beginning', () => {
    const [line, carets] = framed(`${'word '.repeat(20)}⟦${'long '.repeat(50)}⟧`, 50)
    expect(line).toMatch(/^… .*word long long .* …$/)
    expect(carets).toMatch(/^ +\^+$/)
    expect(columnsOf(line)).toBeLessThanOrEqual(50)
  })

  test('any line fits the room, and the carets stand under the words', () => {
    const part = fc
      .array(
        fc.constantFrom('a', ' ', 'word', '漢字', '😀', '👩‍👩‍👧', 'e\u0301', '\t', '\u202e', '\u0000', 'ש', '\ud800'),
        {
          maxLength: 60
        }
      )
      .map(all => all.join(''))
    fc.assert(
      fc.property(part, part, part, fc.constantFrom(30, 40, 80, 200), (before, marked, after, room) => {
        const {line, carets} = frameOf(
          before + marked + after,
          before.length + 1,
          before.length + marked.length + 1,
          room
        )
        expect(columnsOf(line)).toBeLessThanOrEqual(room)
        expect(carets.length).toBeLessThanOrEqual(room + 1)
        expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u202e]/u)
        const shown = carets.indexOf('^')
        if (marked.trim() !== '' && /^[a ]/.test(marked) && !/^[\u0300-\u036f]/.test(after))
          expect(atColumn(line, shown)).toBe(marked[0] === ' ' ? ' ' : 'a')
      }),
      {numRuns: 300}
    )
  })

  test('the cost does not grow with the line', () => {
    const line = `${'漢😀 '.repeat(400_000)}here${' x'.repeat(400_000)}`
    const from = line.indexOf('here')
    const started = performance.now()
    expect(frameOf(line, from + 1, from + 5, 80).line).toContain('here')
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

/** What stands at a column of the screen. */
function atColumn(line: string, column: number): string {
  const segmenter = new Intl.Segmenter('en', {granularity: 'grapheme'})
  let at = 0
  for (const {segment} of segmenter.segment(line)) {
    if (at >= column) return segment.normalize('NFD')[0] ?? ''
    at += columnsOf(segment)
  }
  return ' '
}

describe('lines of words', () => {
  test('words are wrapped by columns; a longer word stands alone', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three'])
    expect(wrap('漢字 漢字 漢字', 9)).toEqual(['漢字 漢字', '漢字'])
    expect(wrap('a incomprehensibilities b', 5)).toEqual(['a', 'incomprehensibilities', 'b'])
    expect(wrap('', 5)).toEqual([''])
  })

  test('nothing printable moves the cursor', () => {
    expect(printable('a\u001b[31mb\rc\nd\u009be')).toBe('a·[31mb·c·d·e')
  })
})
