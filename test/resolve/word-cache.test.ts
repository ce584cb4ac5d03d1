import {createHash} from 'node:crypto'
import {expect, test} from 'vitest'
import {createShelf} from '../../src/resolve/index.ts'
import type {Cache} from '../../src/tree/index.ts'
import {memoryLibrary} from '../memory-host.ts'
import {smallPdf} from '../small-pdf.ts'

function memoryCache(): Cache & {readonly held: Map<string, Uint8Array>} {
  const held = new Map<string, Uint8Array>()
  return {
    held,
    read: async name => held.get(name),
    write: async (name, bytes) => {
      held.set(name, bytes)
    }
  }
}

const pdf = smallPdf([['The library is open.'], ['The board meets in May.']])

async function textOf(cache: Cache, file = 'a.pdf', bytes: Uint8Array = pdf): Promise<string> {
  const words = await createShelf({...memoryLibrary({[file]: bytes}), cache}).words(file, 'en')
  return 'problem' in words ? words.problem : words.source.text
}

test('the text of a PDF is kept under the hash of its bytes, with its pages', async () => {
  const cache = memoryCache()
  const text = await textOf(cache)
  expect(text).toContain('The board meets in May.')
  const [name] = [...cache.held.keys()]
  expect(name?.startsWith(createHash('sha256').update(pdf).digest('hex'))).toBe(true)
  const shelf = createShelf({...memoryLibrary({'b.pdf': pdf}), cache})
  const words = await shelf.words('b.pdf', 'en')
  expect('problem' in words ? [] : words.source.stretches.map(({names}) => names[0])).toEqual(['1', '2'])
})

test('a kept text is used: the reader is not asked again', async () => {
  const cache = memoryCache()
  await textOf(cache)
  const [name = ''] = [...cache.held.keys()]
  const body = JSON.stringify({text: 'Kept words.', stretches: [], warnings: []})
  const sum = createHash('sha256').update(body).digest('hex')
  cache.held.set(name, Buffer.from(`${sum}\n${body}\n`))
  expect(await textOf(cache)).toBe('Kept words.')
})

test.each([
  ['words that were changed', (kept: string) => kept.replace('board', 'court')],
  ['a text that was cut', (kept: string) => kept.slice(0, -30)],
  ['nothing', () => ''],
  ['a hash alone', (kept: string) => kept.slice(0, 64)],
  ['another hash', (kept: string) => `${'0'.repeat(64)}${kept.slice(64)}`]
])('a kept text whose own hash is wrong is read anew: %s', async (_, spoil) => {
  const cache = memoryCache()
  const text = await textOf(cache)
  const [[name = '', bytes = new Uint8Array()] = []] = [...cache.held]
  cache.held.set(name, Buffer.from(spoil(Buffer.from(bytes).toString())))
  expect(await textOf(cache)).toBe(text)
  expect(Buffer.from(cache.held.get(name) ?? '').toString()).toBe(Buffer.from(bytes).toString())
})

test('another byte is another file', async () => {
  const cache = memoryCache()
  await textOf(cache)
  expect(await textOf(cache, 'a.pdf', smallPdf([['The library is shut.']]))).toBe('The library is shut.')
})

test('text and web pages are not kept: reading them is quick', async () => {
  const cache = memoryCache()
  await textOf(cache, 'a.txt', Buffer.from('words'))
  await textOf(cache, 'a.html', Buffer.from('<p>words'))
  expect(cache.held.size).toBe(0)
})

test('what cannot be read is not kept', async () => {
  const cache = memoryCache()
  expect(await textOf(cache, 'a.pdf', Buffer.from('%PDF-1.4 nothing'))).toMatch(/PDF/)
  expect(cache.held.size).toBe(0)
})
