import {describe, expect, test} from 'vitest'
import {readBlocks} from '../../src/read/clause-text.ts'
import {readClause} from '../../src/read/formula.ts'
import {coverage} from './coverage.ts'
import {show, wholeFile} from './shown.ts'

const many = 65_000
/** Milliseconds for one text; ours take far less. */
const limit = 10_000

/** Reads a text within the limit and loses nothing of it. */
function readInTime(typed: string): void {
  const {file, text} = wholeFile(typed)
  const start = performance.now()
  const {blocks} = readBlocks(file, text)
  expect(performance.now() - start).toBeLessThan(limit)
  const seen = coverage(typed, blocks)
  const lost = seen.findIndex((times, at) => times !== 1 && !(times === 0 && /[\s>]/.test(typed[at]!)))
  expect(lost).toBe(-1)
}

/** The same for a clause of each kind, formulas included. */
function readClauseInTime(typed: string): void {
  readInTime(typed)
  const {file, text} = wholeFile(typed)
  const start = performance.now()
  readClause(file, 'whereasClause', text, {index: 0, count: 2})
  readClause(file, 'resolvedClause', text, {index: 0, count: 2})
  expect(performance.now() - start).toBeLessThan(2 * limit)
}

const marks = [
  '"',
  '“',
  '”',
  '„',
  '«',
  '»',
  '‹',
  '「',
  "'",
  '‘',
  '’',
  '[',
  ']',
  '^[',
  '[^',
  '*',
  '_',
  '**',
  '(',
  '<',
  '>',
  '`'
]
const tokens = [
  '@',
  '@{',
  '@a ',
  '[@',
  '[@a;',
  '[@a ',
  '[^a]',
  '-@a',
  'https://',
  'https://a ',
  'h',
  '](',
  '[a](',
  '![',
  '<a:',
  '&a;'
]
const others = [
  '\\',
  '\\"',
  '\\\\',
  '.',
  '. ',
  '…',
  '\n',
  '\r',
  '\n\n',
  '\n> ',
  ' ',
  '\t',
  '\u00a0',
  '\u0301',
  'ש',
  '漢',
  '\ud83d',
  '\u0000'
]
const mixtures = [
  ' "a',
  ' “a',
  "s' ",
  " 'a",
  '3" ',
  '"\'',
  '"“„«',
  '"[',
  '“[^',
  '*"',
  '_*',
  '**"a" [b',
  '***a** b* ',
  '"*a*" [@b] ',
  '^["a ',
  '(@a ',
  '[a](https://e.org) ',
  '<https://e.org> ',
  '(…)'
]

describe('65,000 times', () => {
  test.each([...marks, ...tokens, ...others, ...mixtures])('%j', piece => readInTime(piece.repeat(many)))
})

describe('65,000 formulas', () => {
  const formulas = [
    'whereas ',
    'resolved, that ',
    'now, ',
    'therefore, ',
    'be it ',
    '; and ',
    '*and* ',
    'U.S.',
    ';',
    '1. '
  ]
  test.each(formulas)('%j', piece => readClauseInTime(piece.repeat(many)))
})

describe('65,000 deep', () => {
  const pairs: readonly (readonly [string, string])[] = [
    ['“', '”'],
    ['«', '»'],
    ['「', '」'],
    ['"a ', ' b"'],
    ['[', ']'],
    ['^[', ']'],
    ['[@a ', ']'],
    ['*a ', ' b*'],
    ['**a ', ' b**'],
    ['(', ')'],
    ['<', '>'],
    ['[', '](https://e.org)'],
    ['"[', ']"'],
    ['“[*', '*]”']
  ]
  test.each(pairs)('%j … %j', (open, close) => readInTime(open.repeat(many) + close.repeat(many)))
  test('brackets in a quotation', () => readInTime(`"${'['.repeat(many)}${']'.repeat(many)}"`))
  test('brackets round a citation', () => readInTime(`${'['.repeat(many)}@a${']'.repeat(many)}`))
})

describe('as much Markdown as is read', () => {
  test.each<readonly [string, string]>([
    ['emphasis in emphasis', '*a '.repeat(490) + ' a*'.repeat(490)],
    ['strong in strong', '**a '.repeat(245) + ' a**'.repeat(245)],
    ['two kinds', '*a _b '.repeat(490)],
    ['open brackets', '['.repeat(990) + 'a'.repeat(many)],
    ['pictures', '!['.repeat(490) + 'a](x) '.repeat(490)],
    ['addresses never closed', '[a](<'.repeat(330) + 'a'.repeat(1_000_000)],
    ['schemes never closed', '<aaaaaaa'.repeat(990) + 'a'.repeat(many)]
  ])('%s', (_, typed) => readInTime(typed))
})

describe('long runs inside one thing', () => {
  const blanks = ' '.repeat(many)
  const fixed = '\u00a0'.repeat(50)
  test.each<readonly [string, string]>([
    ['points in an address', `https://a${'.'.repeat(many)}b`],
    ['brackets in an address', `https://a${'('.repeat(many)}${')'.repeat(many)}`],
    ['points in an id', `@a${'.'.repeat(many)}b`],
    ['an id without end', `@a${'.a'.repeat(many)}`],
    ['a label without end', `[^${'a'.repeat(many)}]`],
    ['a citation without end', `[@a, ${'p. 3 '.repeat(many)}]`],
    ['points in a quotation', `"${'.'.repeat(many)} ${'. '.repeat(many)}"`],
    ['blanks after whereas', `whereas${blanks}x`],
    ['blanks after now', `now${blanks}x`],
    ['blanks in a lead-in', `now${blanks},${blanks}therefore${blanks}be${blanks}it${blanks}resolved${blanks}x`],
    ['blanks after resolved', `resolved${blanks}x`],
    ['emphasis before blanks', `*resolved${blanks}*x`],
    ['no-break spaces at the end', `x${'\u00a0'.repeat(many)}`],
    ['no-break spaces in a join', `x;${fixed}and${fixed}therefore${fixed}be it y`],
    ['references at the end', `x${'[^1]'.repeat(many)}`],
    ['commas at the end', `x${', '.repeat(many)}x`],
    ['initials at the end', `x ${'A.'.repeat(many)}`]
  ])('%s', (_, typed) => readClauseInTime(typed))
})

describe('10 MB', () => {
  const words = 'the plain words of a clause that goes on '.repeat(250_000)
  test.each<readonly [string, string]>([
    ['of words', words],
    ['in quotation marks', `"${words}"`],
    ['behind a citation', `@a ${words}`],
    ['of lines', words.replaceAll('on ', 'on\n')]
  ])('%s', (_, typed) => readInTime(typed))
})

test('what is too deep or too much is printed as typed', () => {
  const shown = (typed: string): string => {
    const {file, text} = wholeFile(typed)
    return show(readBlocks(file, text).blocks[0]!.children)
  }
  expect(shown('*a* '.repeat(501).trim())).toBe('*a* '.repeat(501).trim())
  expect(shown('*a* '.repeat(499).trim())).toBe('{emphasis a} '.repeat(499).trim())
  expect(shown('“'.repeat(41) + '”'.repeat(41)).match(/\{quotation/g)).toHaveLength(40)
})
