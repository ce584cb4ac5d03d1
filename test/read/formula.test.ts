import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {type ReadClause, readClause} from '../../src/read/formula.ts'
import type {Text} from '../../src/tree/index.ts'
import {fencesOf} from '../fences.ts'
import {readAs, showBlocks, wholeFile} from './shown.ts'

type Type = 'whereasClause' | 'resolvedClause'

function read(typed: string, type: Type = 'whereasClause', index = 0, count = 2): ReadClause {
  const {file, text} = wholeFile(typed)
  return readClause(file, type, text, {index, count})
}

/** What is set apart in a marked clause, before its words and behind them, and the clause itself. */
function partsOf(marked: string): {before: string[]; words: string; behind: string} {
  const before: string[] = []
  let rest = marked
  for (let found = /^⟦([^⟧]*)⟧\s*/.exec(rest); found && rest !== found[0]; found = /^⟦([^⟧]*)⟧\s*/.exec(rest)) {
    before.push(found[1] ?? '')
    rest = rest.slice(found[0].length)
  }
  const behind = [...rest.matchAll(/⟦([^⟧]*)⟧/g)].map(([, part]) => part).join('')
  return {before, words: rest.replace(/⟦[^⟧]*⟧/g, ''), behind: behind.trim()}
}

function expectParts(marked: string, type: Type): void {
  const {before, words, behind} = partsOf(marked)
  const typed = marked.replace(/[⟦⟧]/g, '')
  const {typed: found, children} = read(typed, type)
  const numbers = before.filter(part => /\d/.test(part))
  const leadIns = before.filter(part => !/\d/.test(part))
  expect([found.number?.value, found.leadIn?.value, found.join?.value]).toEqual([
    numbers[0],
    leadIns[0],
    behind === '' ? undefined : behind
  ])
  // Marks of emphasis round a join go with it.
  expect(showBlocks(children)).toBe(readAs(words.replace(/\*{4}|(?<=\w)\*\*$/, '')))
  for (const part of [found.number, found.leadIn]) expectPlace(typed, part)
}

/** A text that lies in one piece in its file. */
function expectPlace(typed: string, text: Text | undefined): void {
  if (text) expect(typed.slice(text.place.start.offset, text.place.end.offset)).toBe(text.value)
}

const fences = fencesOf(readFileSync(new URL('formulas.md', import.meta.url), 'utf8'))
const linesOf = (lang: string): string[] =>
  fences.flatMap(fence => (fence.lang === lang ? fence.value.split('\n') : []))

describe('whereas clauses', () => {
  test.each(linesOf('whereas'))('%s', marked => expectParts(marked, 'whereasClause'))
})

describe('resolved clauses', () => {
  test.each(linesOf('resolved'))('%s', marked => expectParts(marked, 'resolvedClause'))
})

test('formulas.md is read to its end', () => {
  expect([linesOf('whereas').length, linesOf('resolved').length]).toEqual([92, 51])
})

describe('the number of a clause', () => {
  const numberOf = (typed: string, index: number, count: number) => {
    const {typed: found, children} = read(typed, 'resolvedClause', index, count)
    return [found.number?.value, showBlocks(children)]
  }

  test('is its own only', () => {
    expect(numberOf('2. urges', 1, 3)).toEqual(['2.', 'urges'])
    expect(numberOf('3. urges', 1, 3)).toEqual([undefined, '3. urges'])
    expect(numberOf('(12) urges', 11, 12)).toEqual(['(12)', 'urges'])
  })

  test('stays on a lone clause, which the template does not number', () => {
    expect(numberOf('1. urges', 0, 1)).toEqual([undefined, '1. urges'])
  })

  test('stays before a whereas clause', () => {
    expect(showBlocks(read('1. the library is old').children)).toBe('1. the library is old')
  })
})

describe('joins in several paragraphs', () => {
  const parts = (typed: string) => {
    const {typed: found, children} = read(typed)
    return [found.leadIn?.value, showBlocks(children), found.join?.value]
  }

  test.each([
    [
      'a bridge on its own',
      'Whereas the a;\n\nnow, therefore, be it',
      ['Whereas', 'the a', ';\nnow, therefore, be it']
    ],
    [
      'behind a full stop',
      'the a.\n\nTherefore, be it resolved that',
      [undefined, 'the a', '.\nTherefore, be it resolved that']
    ],
    ['behind nothing', 'the a\n\n; and', [undefined, 'the a', '; and']],
    [
      'behind a note',
      'the a;[^1]\n\nnow, therefore, be it',
      [undefined, 'the a{reference 1}', ';\nnow, therefore, be it']
    ],
    ['behind a set-off quotation', 'the a\n\n> b.\n\n; and', [undefined, 'the a ¶ > b.', '; and']],
    ['in the last paragraph', 'the a.\n\nthe b; and', [undefined, 'the a. ¶ the b', '; and']],
    ['a lead-in on its own', 'WHEREAS\n\nthe a', ['WHEREAS', 'the a', undefined]],
    ['what is quoted stays', 'the a\n\n> b; and', [undefined, 'the a ¶ > b; and', undefined]],
    ['a lead-in alone', 'Whereas', ['Whereas', '', undefined]]
  ])('%s', (_, typed, expected) => {
    expect(parts(typed)).toEqual(expected)
  })

  test('a join in one piece knows its place, and one in several each of its units', () => {
    const typed = 'Whereas the a ; and '
    expect(read(typed).typed.join?.place).toMatchObject({start: {offset: 14}, end: {offset: 19}})
    const join = read('the a;[^1] now, therefore,\n\nbe it').typed.join
    expect(join).toBeUndefined()
    const parted = read('the a;[^1] and').typed.join
    expect([parted?.value, [...(parted?.offsets ?? [])]]).toEqual(['; and', [5, 10, 11, 12, 13, 14]])
  })
})
