import {createHash} from 'node:crypto'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest'
import type {PrintedInline, PrintedResolution} from '../../src/tree/index.ts'
import type {ExportedPdf} from '../../src/write/pdf/export.ts'
import {writePdf} from '../../src/write/pdf/index.ts'
import {bare, readPdf} from './pdf/read-pdf.ts'
import {sample} from './sample.ts'

const pageTemplate = readFileSync(new URL('../../templates/ala/page.typ', import.meta.url), 'utf8')

const saying = (value: string, pdfFont = 'Tinos'): PrintedResolution => ({
  ...sample,
  page: {...sample.page, pdfFont},
  blocks: [
    {
      type: 'whereasClause',
      number: undefined,
      id: undefined,
      paragraphs: [{type: 'paragraph', children: [{type: 'text', value}]}]
    }
  ],
  notes: []
})
const write = (value: string, pdfFont?: string): Promise<ExportedPdf> =>
  writePdf(saying(value, pdfFont), {pageTemplate})
const hash = ({bytes}: ExportedPdf): string => createHash('sha256').update(bytes).digest('hex')
const require = createRequire(import.meta.url)
const bold = (): Buffer => readFileSync(require.resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf'))

/** Where a table of a font begins. */
function tableOf(font: Buffer, name: string): number {
  for (let entry = 12; ; entry += 16)
    if (font.toString('latin1', entry, entry + 4) === name) return font.readUInt32BE(entry + 8)
}

/** A bold face that says it is the regular one, under the name of our own font. */
function falseTinos(): Buffer {
  const font = bold()
  font.writeUInt16BE(400, tableOf(font, 'OS/2') + 4)
  font.writeUInt16BE(0x40, tableOf(font, 'OS/2') + 62)
  font.writeUInt16BE(0, tableOf(font, 'head') + 44)
  return font
}

/** A face that has the wide letter U+FF3A, which no font of ours has: it shows the glyph 36, in its table of format 4. */
function wideTinos(): Buffer {
  const font = bold()
  const cmap = tableOf(font, 'cmap')
  for (let entry = cmap + 4; entry < cmap + 4 + 8 * font.readUInt16BE(cmap + 2); entry += 8) {
    const table = cmap + font.readUInt32BE(entry + 4)
    if (font.readUInt16BE(table) !== 4) continue
    const double = font.readUInt16BE(table + 6)
    const end = table + 14 + double - 4 // of the segment before the last, which is U+FFFF by the standard
    font.writeUInt16BE(0xff3a, end)
    font.writeUInt16BE(0xff3a, end + double + 2)
    font.writeUInt16BE((36 - 0xff3a) & 0xffff, end + 2 * double + 2)
    font.writeUInt16BE(0, end + 3 * double + 2)
  }
  return font
}

/** Typst finds the fonts of a Linux machine through fontconfig, which this variable steers. */
describe.runIf(process.platform === 'linux')('fonts of the machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'whereas-fonts-'))
  beforeAll(() => {
    for (const [name, font] of [['none'], ['false', falseTinos()], ['wide', wideTinos()]] as const) {
      mkdirSync(join(folder, name))
      if (font) writeFileSync(join(folder, name, 'font.ttf'), font)
      const config = `<?xml version="1.0"?><fontconfig><dir>${join(folder, name)}</dir></fontconfig>`
      writeFileSync(join(folder, `${name}.conf`), config)
    }
  })
  afterAll(() => {
    vi.unstubAllEnvs()
    rmSync(folder, {recursive: true})
  })
  const withFonts = async (name: string, value: string, pdfFont?: string): Promise<ExportedPdf> => {
    vi.stubEnv('FONTCONFIG_FILE', join(folder, `${name}.conf`))
    return write(value, pdfFont)
  }

  test('do not matter to Latin, Greek, Cyrillic, Hebrew, accents and signs', async () => {
    const words = 'Żółć ñ ŵ ǆ Ωμέγα ᾧ Жизнь ѣ שָׁלוֹם e\u0301 a\u0328\u0301 “”‘’–—… €£§¶†‡ ½ ² → ≤ ✓ № ′ ″'
    const none = await withFonts('none', words)
    expect(none).toMatchObject({isUniversallyAccessible: true, warnings: []})
    expect(hash(await withFonts('false', words))).toBe(hash(none))
    vi.unstubAllEnvs()
    expect(hash(await write(words))).toBe(hash(none))
    expect(bare((await readPdf(none.bytes)).map(page => page.words).join(''))).toContain('→≤✓')
  })

  test('that no machine has: the characters are named, and no claim to PDF/UA is made', async () => {
    const {isUniversallyAccessible, warnings, bytes} = await withFonts('none', 'a 한국 and 한 \u{10ffc} b')
    expect(isUniversallyAccessible).toBe(false)
    expect(warnings).toEqual([
      {message: '“한” (U+D55C) is in no font at hand, printed as an empty box', character: '한'},
      {message: '“국” (U+AD6D) is in no font at hand, printed as an empty box', character: '국'},
      {message: 'U+10FFC is in no font at hand, printed as an empty box', character: '\u{10ffc}'},
      {message: 'the PDF makes no claim to PDF/UA-1, expected characters that fonts can show'}
    ])
    const raw = Buffer.from(bytes).toString('latin1')
    expect(raw).not.toContain('pdfuaid:part')
    expect(raw).toMatch(/\/Marked true/)
  })

  test('stand in for a missing character, with a warning', async () => {
    const {warnings, isUniversallyAccessible, bytes} = await withFonts('wide', 'a \uff3a b')
    expect(warnings).toEqual([
      {
        message: '“Ｚ” (U+FF3A) is not in the fonts of the template, set in a font of this machine',
        character: '\uff3a'
      }
    ])
    expect(isUniversallyAccessible).toBe(true)
    expect((await readPdf(bytes))[0]?.words).toContain('aZb')
    expect((await withFonts('none', 'a \uff3a b')).isUniversallyAccessible).toBe(false)
  })

  test('that a template asks for in vain are named', async () => {
    const {warnings, isUniversallyAccessible} = await withFonts('none', 'plain', 'Garamond Nova')
    expect(isUniversallyAccessible).toBe(true)
    expect(warnings).toEqual([{message: '“Garamond Nova” is not on this machine, expected “Tinos” or a font that is'}])
  })
})

describe('characters of an odd kind', () => {
  test('a character that PDF/UA forbids is named', async () => {
    // Without a head: its blanks would come first, and lend their glyph a permitted meaning.
    const {warnings, isUniversallyAccessible} = await writePdf({...saying('a\ufeffb'), header: []}, {pageTemplate})
    expect(isUniversallyAccessible).toBe(false)
    expect(warnings[0]).toEqual({
      message: 'U+FEFF is forbidden in PDF/UA-1, expected words without it',
      character: '\ufeff'
    })
  })

  test.each([
    ['half a character', 'a\ud800b'],
    ['control characters', 'a\u0000\u0007\u001bb'],
    ['line breaks and tabs', 'a\nb\tc\rd\u2028e\u2029f'],
    ['marks of direction and joining', 'a\u200eb\u202ac\u202cd\u2066e\u2069f\u200dg\u200ch\u2060i\u00adj'],
    ['backslashes and quotation marks', '\\"\\u{41}\\\\'],
    ['noncharacters', 'a\ufdd0b\ufffec']
  ])('%s: a PDF all the same, and plain warnings', async (_, value) => {
    const {bytes, warnings} = await write(value)
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-')
    for (const {message} of warnings) expect(message).not.toMatch(/\\|EcoString|Span\(|SourceDiagnostic|`/)
  })

  test('small capitals keep the letters that were typed', async () => {
    const children: readonly PrintedInline[] = [{type: 'smallCaps', children: [{type: 'text', value: 'Small Caps é'}]}]
    const {bytes, isUniversallyAccessible} = await writePdf(
      {...saying(''), blocks: [{type: 'adoption', children}]},
      {pageTemplate}
    )
    expect(isUniversallyAccessible).toBe(true)
    expect((await readPdf(bytes))[0]?.words).toContain('SmallCapsé')
  })
})

describe('a machine without Typst', () => {
  test('is told so in plain words', async () => {
    vi.resetModules()
    vi.doMock('@myriaddreamin/typst-ts-node-compiler', () => {
      throw new Error('Cannot find native binding. npm has a bug related to optional dependencies')
    })
    const {writePdf: write} = await import('../../src/write/pdf/index.ts')
    const platform = `${process.platform} ${process.arch}`
    await expect(write(sample, {pageTemplate})).rejects.toThrow(
      new Error(`PDF cannot be written on ${platform}, the other formats still work`)
    )
    vi.doUnmock('@myriaddreamin/typst-ts-node-compiler')
  })
})
