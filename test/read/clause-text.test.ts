import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {findMarkup} from '../../src/read/markdown.ts'
import {omissionAt} from '../../src/read/omission.ts'
import {findTokens} from '../../src/read/tokens.ts'
import {fencesOf} from '../fences.ts'
import {readAs} from './shown.ts'

interface Case {
  readonly typed: string
  readonly expected: string
}

/** The cases of a page: in each fence lines, some with what they are read as behind `=>` on the next one. */
function casesOf(page: string): Case[] {
  const lines = fencesOf(page).flatMap(({lang, value}) => (lang === 'clauses' ? value.split('\n') : []))
  return lines.flatMap((typed, index) => {
    const next = lines[index + 1] ?? ''
    return typed.startsWith('=> ') ? [] : {typed, expected: next.startsWith('=> ') ? next.slice(3) : typed}
  })
}

const cases = casesOf(readFileSync(new URL('clauses.md', import.meta.url), 'utf8'))

describe('clauses.md', () => {
  test.each(cases)('$typed', ({typed, expected}) => {
    expect(readAs(typed)).toBe(expected)
  })

  test('is read to its end', () => {
    expect(cases.length).toBe(69)
  })
})

describe('lines and paragraphs', () => {
  test.each([
    ['a line break stays a line break', 'a  \nb\\\nc', 'a  \nb\\\nc'],
    ['a table stays a table', '| a | b |\n|---|---|\n| c | d |', '| a | b |\n|---|---|\n| c | d |'],
    ['underlines and lists are lines', 'a\n===\n- b\n1. c\n# d\n    *e*', 'a\n===\n- b\n1. c\n# d\n    {emphasis e}'],
    ['a line over dashes is no heading', '*a*\n---\n\n*b*\n===', '{emphasis a}\n--- ¶ {emphasis b}\n==='],
    ['emphasis goes over a line break', 'a *b\nc* d', 'a {emphasis b\nc} d'],
    ['and over a carriage return with it', 'a *b\r\nc* d', 'a {emphasis b\r\nc} d'],
    ['a blank line ends a paragraph', 'a "b\n\nc" d', 'a {quotation "|b|} ¶ c" d'],
    ['so does one with blanks', ' \na\n \t\n\n  b \n', 'a ¶ b'],
    ['a no-break space is no blank', 'a\n\u00a0\nb\u00a0', 'a\n\u00a0\nb\u00a0'],
    ['a byte order mark is a character', '\ufeff*a* b', '\ufeff{emphasis a} b'],
    ['a tab is a blank at the start, a character inside', '\ta\t*b*', 'a\t{emphasis b}'],
    ['definitions are text', '[b]: c\n\n[a][b]', '[b]: c ¶ [a][b]'],
    ['nothing is no paragraph', ' \n\n ', '']
  ])('%s', (_, typed, expected) => {
    expect(readAs(typed)).toBe(expected)
  })
})

describe('block quotations', () => {
  test.each([
    ['begin with the second paragraph', '> a\n\n> b', '> a ¶ > b'],
    ['lose the mark of each line', 'a:\n\n> b\n>c\n> > d', 'a: ¶ > b\nc\n> d'],
    ['go on without it, as in Markdown', 'a:\n\n> b\nc', 'a: ¶ > b\nc'],
    ['are parted by a line of the mark alone', 'a:\n\n> b\n>\n> c\n\nd', 'a: ¶ > b ¶ > c ¶ d'],
    [
      'hold alterations and omissions',
      'a:\n\n> [t]he … *b* "c"[@d]',
      'a: ¶ > {alteration t}he {omission …} {emphasis b} {quotation "|c|"}{citation |d|}'
    ],
    ['hold plain points too', 'a:\n\n> b . . . c ... d', 'a: ¶ > b {omission . . .} c {omission ...} d'],
    ['are nothing when they are empty', 'a\n\n>\n> \n\nb', 'a ¶ b']
  ])('%s', (_, typed, expected) => {
    expect(readAs(typed)).toBe(expected)
  })
})

describe('the parts', () => {
  test('omissionAt measures the whole omission and nothing after it', () => {
    const widths = [
      '…b',
      '... b',
      '....',
      '. . .b',
      '. . . .',
      '.\u00a0.\u00a0.',
      '[…]b',
      '[. . .]',
      '(...)',
      '* * *',
      '……。'
    ]
    expect(widths.map(omissionAt)).toEqual([1, 3, 4, 5, 7, 5, 3, 7, 5, 5, 2])
    expect(['', '.', '..', '. .', 'a...', '[a…]', '[..]', '(a)', '* *', '**', '[ ]'].map(omissionAt)).toEqual(
      Array(11).fill(0)
    )
  })

  test('findTokens tells where ids, labels and words stand', () => {
    expect(findTokens('ab [see @cd, p. 3; @{e f}] @g[^h]^[i]')).toEqual([
      {
        type: 'citation',
        start: 3,
        end: 26,
        items: [
          {start: 4, end: 17, id: {start: 9, end: 11}, prefix: 'see', rest: ', p. 3'},
          {start: 18, end: 25, id: {start: 21, end: 24}, prefix: '', rest: ''}
        ]
      },
      {type: 'sentenceCitation', start: 27, end: 29, id: {start: 28, end: 29}},
      {type: 'noteReference', start: 29, end: 33, label: {start: 31, end: 32}},
      {type: 'inlineNote', start: 33, end: 37, inner: {start: 35, end: 36}}
    ])
  })

  test('findMarkup tells marks from what they hold', () => {
    expect(findMarkup('a **b *c*** [d](https://e.org)')).toEqual([
      {
        type: 'strong',
        start: 2,
        end: 11,
        innerStart: 4,
        innerEnd: 9,
        url: '',
        children: [{type: 'emphasis', start: 6, end: 9, innerStart: 7, innerEnd: 8, url: '', children: []}]
      },
      {type: 'link', start: 12, end: 30, innerStart: 13, innerEnd: 14, url: 'https://e.org', children: []}
    ])
  })
})
