import {expect, test} from 'vitest'
import {printKeptList, readKeptList} from '../../src/source/index.ts'
import type {KeptRecord} from '../../src/tree/index.ts'

const hash = 'a'.repeat(64)
const pen: KeptRecord = {
  file: 'pen.html',
  sha256: hash,
  size: 12,
  mediaType: 'text/html',
  charset: 'utf-8',
  accessed: '2026-05-02',
  address: 'https://pen.example/',
  finalAddress: 'https://pen.example/en',
  words: {file: 'pen.html.txt', sha256: hash},
  earlier: [
    {file: 'earlier/pen.2026-01-01.html', sha256: hash, size: 3, mediaType: 'text/html', accessed: '2026-01-01'}
  ]
}
const rules: KeptRecord = {file: 'a.txt', sha256: hash, size: 0, mediaType: 'text/plain', accessed: '2026-05-02'}

test('what was printed is read back, by name of file', () => {
  expect(readKeptList(printKeptList([pen, rules]))).toEqual([rules, pen])
  expect(printKeptList([pen, rules])).toBe(printKeptList([rules, pen]))
})

const wrongPart = (change: object): string => JSON.stringify({version: 1, files: [{...pen, ...change}]})

test.each([
  ['no JSON', '{', 'it is not JSON'],
  ['no object', '[]', 'its `version` is unknown, expected `1`'],
  ['another version', '{"version": 2, "files": []}', 'its `version` is unknown, expected `1`'],
  ['no list', '{"version": 1, "files": {}}', '`files` is not a list'],
  ['a file twice', JSON.stringify({version: 1, files: [pen, pen]}), '`pen.html` is in it twice']
])('a list that is not one is refused whole: %s', (_, text, problem) => {
  expect(readKeptList(text)).toEqual({problem})
})

test.each([
  ['a file above the folder', {file: '../pen.html'}],
  ['a file above the folder, further in', {file: 'a/../../pen.html'}],
  ['an absolute file', {file: '/etc/passwd'}],
  ['a drive', {file: 'c:pen.html'}],
  ['no file', {file: ''}],
  ['half a hash', {sha256: hash.slice(1)}],
  ['a hash in capitals', {sha256: hash.toUpperCase()}],
  ['no day', {accessed: 'yesterday'}],
  ['a size below zero', {size: -1}],
  ['an address that is no text', {address: 7}],
  ['words above the folder', {words: {file: '../x', sha256: hash}}],
  ['an earlier copy above the folder', {earlier: [{...rules, file: '../x'}]}],
  ['earlier copies that are no list', {earlier: {}}]
])('an entry that we did not write makes the list unusable: %s', (_, change) => {
  expect(readKeptList(wrongPart(change))).toEqual({problem: 'entry 1 of `files` is not what `source add` writes'})
})
