import {expect, test} from 'vitest'
import {isNoteMark} from '../../src/source/note-mark.ts'

/** What stands before a raised part, and the part. */
const marks = [
  ['the right to read', '3'],
  ['to read.', '12'],
  ['to read,”', '4'],
  ['in 1948', '7'],
  ['Article 10', '2'],
  ['Title X', '5'],
  ['the library’s', '2'],
  ['read ', '3'],
  ['', '1'],
  ['to read', '[3]'],
  ['to read', '[3][4]'],
  ['to read', '[note 2]'],
  ['to read', '[citation needed]'],
  ['to read', '1,2'],
  ['to read', '4–6'],
  ['to read', '*'],
  ['to read', '††'],
  ['to read', 'a'],
  ['to read', '[b]'],
  ['to read', 'iv'],
  ['x', '*']
] as const

const others = [
  ['10', 'th'],
  ['the 3', 'rd'],
  ['le XIX', 'e'],
  ['le 2', 'e'],
  ['N', 'o'],
  ['M', 'r'],
  ['x', '2'],
  ['a room of 20 m', '2'],
  ['40 km', '2'],
  ['E = mc', '2'],
  ['R', '2'],
  ['about 10', '6'],
  ['2', '32'],
  ['x', 'n'],
  ['(a + b)', '2'],
  ['Library', 'TM'],
  ['CO', '−2'],
  ['read', 'this very sentence']
] as const

test.each(marks)('after “%s” a raised “%s” is the mark of a note', (before, text) => {
  expect(isNoteMark({text, before, isReference: false})).toBe(true)
})

test.each(others)('after “%s” a raised “%s” is no mark', (before, text) => {
  expect(isNoteMark({text, before, isReference: false})).toBe(false)
})

test('a link is a mark where it could be one', () => {
  expect(isNoteMark({text: '2', before: '20 m', isReference: true})).toBe(true)
  expect(isNoteMark({text: 'th', before: '10', isReference: true})).toBe(false)
})
