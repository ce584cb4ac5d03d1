import {expect, test} from 'vitest'
import {decodeSource} from '../../src/source/charset.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'))
const swapped = (bytes: Uint8Array): Uint8Array => Uint8Array.from(Buffer.from(bytes).swap16())
const join = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts))

test('a byte order mark decides and is no text', () => {
  expect(decodeSource(join(Uint8Array.of(0xef, 0xbb, 0xbf), utf8('é')))).toEqual({text: 'é', warnings: []})
  expect(decodeSource(join(Uint8Array.of(0xff, 0xfe), utf16('é')), {charset: 'utf-8'})).toEqual({
    text: 'é',
    warnings: []
  })
  expect(decodeSource(join(Uint8Array.of(0xfe, 0xff), swapped(utf16('é'))))).toEqual({text: 'é', warnings: []})
  expect(decodeSource(join(Uint8Array.of(0xff, 0xfe), Uint8Array.of(0x41)))).toEqual({
    problem: 'it is broken UTF-16LE text'
  })
})

test('the charset of the server goes before that of the page', () => {
  const page = join(latin('<meta charset="windows-1251">'), Uint8Array.of(0xef))
  expect(decodeSource(page, {isMarkup: true})).toMatchObject({text: '<meta charset="windows-1251">п'})
  expect(decodeSource(page, {isMarkup: true, charset: 'iso-8859-7'})).toMatchObject({
    text: '<meta charset="windows-1251">ο'
  })
  expect(decodeSource(page, {isMarkup: true, charset: 'no-such-charset'})).toMatchObject({
    text: '<meta charset="windows-1251">п'
  })
})

test.each([
  '<meta charset=windows-1251>',
  `<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=windows-1251'>`,
  '<?xml version="1.0" encoding="windows-1251"?>',
  '<!-- <meta charset="utf-8"> --><meta charset="cp1251">'
])('the charset is found in %s', head => {
  expect(decodeSource(join(latin(head), Uint8Array.of(0xef)), {isMarkup: true})).toMatchObject({
    text: `${head}п`,
    warnings: []
  })
})

test('a charset after the first 1024 bytes, or in a plain text, is not looked for', () => {
  const late = join(latin(`${' '.repeat(1024)}<meta charset="windows-1251">`), Uint8Array.of(0xe9))
  expect(decodeSource(late, {isMarkup: true})).toMatchObject({
    warnings: ['read as Windows-1252, since it is not UTF-8']
  })
  const plain = join(latin('<meta charset="windows-1251">'), Uint8Array.of(0xe9))
  expect(decodeSource(plain)).toMatchObject({text: '<meta charset="windows-1251">é'})
})

test('a page that calls itself UTF-16 and could be read is UTF-8', () => {
  expect(decodeSource(utf8('<meta charset="utf-16">é'), {isMarkup: true})).toMatchObject({
    text: '<meta charset="utf-16">é',
    warnings: []
  })
})

test('good UTF-8 that calls itself Latin-1 was saved again', () => {
  expect(decodeSource(utf8('<meta charset="iso-8859-1">’'), {isMarkup: true})).toEqual({
    text: '<meta charset="iso-8859-1">’',
    warnings: ['read as UTF-8, though it calls itself Windows-1252']
  })
  expect(decodeSource(utf8('<meta charset="iso-8859-1">e'), {isMarkup: true})).toMatchObject({warnings: []})
})

test('what is not UTF-8 is Windows-1252, which is said', () => {
  expect(decodeSource(Uint8Array.of(0x93, 0x68, 0x69, 0x94, 0x20, 0x80, 0xe9))).toEqual({
    text: '“hi” €é',
    warnings: ['read as Windows-1252, since it is not UTF-8']
  })
})

test('long UTF-8 with a fault stays UTF-8, and the fault is shown', () => {
  const text = 'Việt Nam độc lập, tự do, hạnh phúc, mọi người sinh ra đều bình đẳng'
  expect(decodeSource(join(utf8(text), Uint8Array.of(0xe9)))).toEqual({
    text: `${text}\uFFFD`,
    warnings: ['one place is not UTF-8, read as “\uFFFD”']
  })
})

test('UTF-16 without a mark is known by its empty bytes', () => {
  const text = 'Whereas the words of 1948 stand – “here”.'
  const warnings = ['read as UTF-16, though it has no byte order mark']
  expect(decodeSource(utf16(text))).toEqual({text, warnings})
  expect(decodeSource(swapped(utf16(text)))).toEqual({text, warnings})
})

test('what is no text is said', () => {
  expect(decodeSource(Uint8Array.of(0x81, 0x41))).toEqual({problem: 'it is neither UTF-8 nor Windows-1252 text'})
  expect(decodeSource(Uint8Array.of(0xe9, 0x03, 0x41))).toEqual({problem: 'it is neither UTF-8 nor Windows-1252 text'})
  expect(decodeSource(new Uint8Array(5000))).toEqual({problem: 'it is neither UTF-8 nor Windows-1252 text'})
  expect(decodeSource(utf16('一切の人は、生まれながらにして自由である。'))).toHaveProperty('problem')
  expect(decodeSource(Uint8Array.of(0x41, 0x81), {charset: 'shift_jis'})).toEqual({problem: 'it is not SHIFT_JIS text'})
})

test('one stray control character is a slip', () => {
  expect(decodeSource(utf8(`${'word '.repeat(20)}\u0000`))).toMatchObject({warnings: []})
})
