import {describe, expect, test} from 'vitest'
import type {SourceFormat} from '../../src/quote/index.ts'
import {findRepeatedWords, prepareSource, verifyQuotation} from '../../src/quote/index.ts'

const plain =
  'The closing of a reading room poses a grave threat to local memory. It is not lawful to charge more than $5.50. '
/** Generous: each takes well under a second on a slow machine. */
const limit = 10_000

const monsters: Readonly<Record<string, string>> = {
  '65,000 opening brackets': '['.repeat(65_000),
  '65,000 closing brackets': ']'.repeat(65_000),
  '65,000 pairs of brackets': '[]'.repeat(65_000),
  '20,000 nested brackets': `${'['.repeat(20_000)}a${']'.repeat(20_000)}`,
  '20,000 bracketed words': '[the] '.repeat(20_000),
  '65,000 round brackets': '('.repeat(65_000),
  'all dots': '.'.repeat(100_000),
  'dots and spaces': '. '.repeat(100_000),
  'ellipses between letters': 'a…'.repeat(50_000),
  asterisks: '* '.repeat(100_000),
  spaces: ' '.repeat(1_000_000),
  'line breaks': '\n'.repeat(300_000),
  'form feeds and numbers': '\f12\n'.repeat(20_000),
  'lone high surrogates': '\ud800'.repeat(50_000),
  'lone low surrogates': 'a\udc00'.repeat(50_000),
  NUL: '\0'.repeat(100_000),
  'NUL between letters': 'a\0'.repeat(50_000),
  'a huge word': 'a'.repeat(1_000_000),
  'one letter over and over': 'a '.repeat(100_000),
  'a quotation of 1 MB': plain.repeat(9_000),
  'combining marks': `a${'\u0301'.repeat(100_000)}`,
  'expanding ligatures': '\ufdfa'.repeat(50_000),
  'digits and points': '1.'.repeat(100_000),
  'opening tags': '<'.repeat(100_000),
  'unclosed tags': '<sup '.repeat(30_000),
  'unclosed notes': '<sup>1'.repeat(30_000),
  'entities without an end': '&amp'.repeat(50_000),
  'unclosed links': '[a]('.repeat(30_000),
  'unclosed images': '!['.repeat(50_000),
  apostrophes: "l'".repeat(100_000),
  'quotation marks': '"“”’ '.repeat(50_000),
  'hyphens at line ends': 'a-\n'.repeat(50_000),
  'numbered lines': '1 a\n2 b\n'.repeat(20_000),
  'words of a list': '(a) x\n(b) y\n'.repeat(20_000)
}
const formats: readonly SourceFormat[] = ['text', 'html', 'markdown']

describe('as a quotation', () => {
  const source = prepareSource(plain.repeat(200))
  for (const [name, text] of Object.entries(monsters))
    test(name, {timeout: limit}, () => {
      const finding = verifyQuotation(source, text)
      expect(['verbatim', 'altered', 'misquoted', 'missing']).toContain(finding.verdict)
      if (name !== 'a quotation of 1 MB' && finding.verdict === 'verbatim') expect(/[A-Za-z]/.test(text)).toBe(true)
    })
  for (const [name, text] of Object.entries(monsters))
    test(`${name}, amid true words`, {timeout: limit}, () => {
      const finding = verifyQuotation(source, `The closing of a reading room ${text} poses a grave threat`)
      for (const {start, end} of finding.errors)
        expect(start >= 0 && start <= end && end <= text.length + 60).toBe(true)
    })
})

describe('as a source', () => {
  for (const format of formats)
    for (const [name, text] of Object.entries(monsters))
      test(`${name}, as ${format}`, {timeout: limit}, () => {
        const source = prepareSource(`${text}\n\n${plain}`, {format})
        verifyQuotation(source, 'It is not lawful to charge [more] … than $5.50')
        verifyQuotation(source, 'poses a serious threat to local memory')
        verifyQuotation(source, 'poses a grave … local … it is lawful')
        findRepeatedWords(source, plain)
      })
})

test('a source of nothing holds nothing', () => {
  for (const format of formats)
    expect(verifyQuotation(prepareSource('', {format}), 'some words').verdict).toBe('missing')
})

test('names of objects are words like any other', () => {
  const source = prepareSource('the constructor of the prototype has no __proto__ but a toString of its own')
  expect(
    verifyQuotation(source, 'the constructor of the prototype has no __proto__ but a toString of its own').verdict
  ).toBe('verbatim')
  expect(verifyQuotation(source, 'the constructor of the prototype has a hasOwnProperty of its own').verdict).toBe(
    'misquoted'
  )
  expect(prepareSource('a', {language: 'constructor'}).language).toBe('constructor')
  expect(
    verifyQuotation(prepareSource('one two three four five', {language: '__proto__'}), 'two … four five').verdict
  ).toBe('altered')
})
