import {createHash} from 'node:crypto'
import {afterEach, expect, test} from 'vitest'
import {writeDocx} from '../../src/write/docx/index.ts'
import {variants} from './docx/variants.ts'
import {sample} from './sample.ts'

const zone = process.env.TZ

afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

async function hashIn(timeZone: string, name: string): Promise<string> {
  process.env.TZ = timeZone
  return createHash('sha256')
    .update(await writeDocx(variants[name]!))
    .digest('hex')
}

test.each(['plain', 'draft', 'hand numbers'])('%s: the same bytes on every run and in every time zone', async name => {
  const zones = ['UTC', 'America/Chicago', 'Asia/Tokyo', 'UTC']
  const hashes: string[] = []
  for (const one of zones) hashes.push(await hashIn(one, name))
  expect(new Date(0).getTimezoneOffset()).toBe(0)
  expect(new Set(hashes).size).toBe(1)
})

test('the date of the resolution is the date of the zip file; none and one too early give 1980', async () => {
  // Bytes 12 and 13 of a local header hold the date: years since 1980, month, day.
  const dateOf = async (date: string | undefined): Promise<string> => {
    const bytes = await writeDocx({...sample, properties: {...sample.properties, date}})
    const packed = bytes[12]! | (bytes[13]! << 8)
    return [1980 + (packed >> 9), (packed >> 5) & 15, packed & 31].join('-')
  }
  expect(await dateOf('2026-06-28')).toBe('2026-6-28')
  expect(await dateOf(undefined)).toBe('1980-1-1')
  expect(await dateOf('1939-06-19')).toBe('1980-1-1')
  expect(await dateOf('2026-13-45')).toBe('1980-1-1')
})
