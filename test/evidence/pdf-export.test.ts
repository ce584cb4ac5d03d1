import {expect, test} from 'vitest'
import {exportAccessible} from '../../src/write/pdf/export.ts'
import type {SetPages} from '../../src/write/pdf/typst.ts'

const missing = (character: string): string =>
  `PDF/UA-1 error: the text \`"${character}"\` could not be displayed with font X`
const bytes = (byte: number): Uint8Array => new Uint8Array([byte])

/** Pages that a standard refuses for some reasons, or for none; without a standard they are always exported. */
const pages = (byte: number, refusals: readonly string[]): SetPages => ({
  pages: 1,
  warnings: [],
  exportPdf: standard => (standard === undefined || refusals.length === 0 ? bytes(byte) : refusals)
})

test('the fonts of the machine are asked when ours lack a character, and that is said', () => {
  const exported = exportAccessible(
    hasFallback => (hasFallback ? pages(2, []) : pages(1, [missing('\\u{d55c}')])),
    'Tinos'
  )
  expect(exported).toEqual({
    bytes: bytes(2),
    pages: 1,
    isUniversallyAccessible: true,
    warnings: [
      {message: '“한” (U+D55C) is not in the fonts of the template, set in a font of this machine', character: '한'}
    ]
  })
})

test('the fonts of the machine are left alone when ours have all', () => {
  const exported = exportAccessible(hasFallback => (hasFallback ? pages(2, []) : pages(1, [])), 'Tinos')
  expect(exported).toEqual({bytes: bytes(1), pages: 1, isUniversallyAccessible: true, warnings: []})
})

test('what no font has and what the standard forbids is named, and no claim is made', () => {
  const refusals = [missing('a'), 'the text contains the disallowed codepoint `"\\u{feff}"`', 'PDF/UA-1 error: x is y']
  const exported = exportAccessible(
    hasFallback => pages(hasFallback ? 2 : 1, hasFallback ? refusals : [missing('a'), missing('b')]),
    'Tinos'
  )
  expect(exported.isUniversallyAccessible).toBe(false)
  expect(exported.warnings.map(({message}) => message)).toEqual([
    '“b” (U+0062) is not in the fonts of the template, set in a font of this machine',
    '“a” (U+0061) is in no font at hand, printed as an empty box',
    'U+FEFF is forbidden in PDF/UA-1, expected words without it',
    'the PDF makes no claim to PDF/UA-1: x is y'
  ])
})
