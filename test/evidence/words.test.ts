import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {composeDossier} from '../../src/evidence/compose.ts'
import {dossierFormats, writeDossier} from '../../src/write/dossier.ts'
import {unpack} from '../write/docx/read-docx.ts'
import {hostileWords} from '../write/sample.ts'
import {bare, pageTemplate, print, readers} from './read-back.ts'
import {evidenceOf, fieldLetters, found, sample} from './sample.ts'

/** Backticks of a message are marks of ours for ids; they print as letters of one width. */
const messages = new Set(['i', 'j', 'B'])

/** The fields whose words are not in a document, or not as they were given. */
function lost(words: string, printed: string): string[] {
  const all = bare(printed)
  return fieldLetters.filter(letter => {
    const given = `${letter}${words}`
    return !all.includes(bare(messages.has(letter) ? given.replace(/`([^`]+)`/g, '$1') : given))
  })
}

const monsters: Readonly<Record<string, string>> = {
  'marks of every language': ` ${hostileWords}`,
  HTML: ' </style></p></title><script>alert(1)</script><img src=x onerror=alert(1)>&lt;&#x3c; <!-- --> "\' />',
  XML: ' ]]></w:t></w:r><w:p/><?x y?><!DOCTYPE z> &amp; &bogus;',
  Typst: ' #panic("x") #read("/etc/passwd") $x^2$ <q1> @q1 = head / a: b\\ // /* */ `c` #link("https://x")[y]',
  Markdown:
    ' [a](javascript:alert(1)) ![b](c) **d** ~~e~~ [^1] <https://f> | g | \\ *h*_i_ https://j.example/k_l_m # n',
  'an address of a script': ' javascript:alert(1)',
  'emphasis at its edges': '*_a_*',
  'a long word': ` ${'Donaudampfschiff'.repeat(40)} ${'0123456789abcdef'.repeat(30)}`,
  'letters with accents apart': ' e\u0301 o\u0308 u\u0304\u0308'
}

describe.each(dossierFormats)('%s', format => {
  test.each(Object.entries(monsters))('prints every word of every field: %s', async (_, words) => {
    const printable = format === 'pdf' ? words.replace(/\p{Script=Han}/gu, '') : words // no font of ours has them
    const {bytes} = await print(evidenceOf(printable), format)
    expect(lost(printable, await readers[format](bytes))).toEqual([])
  })

  test('prints every field of any words', async () => {
    const character = fc.constantFrom(...'aZé9 ;:,.“”"\'‘’[]()#$%&*_\\/<>=+-–—…~^@`{}|!ßœΩж§¶†'.split(''))
    const words = fc.array(character, {minLength: 1, maxLength: 24}).map(characters => `x${characters.join('')}y`)
    await fc.assert(
      fc.asyncProperty(words, async words => {
        const {bytes} = await print(evidenceOf(words), format)
        expect(lost(words, await readers[format](bytes))).toEqual([])
      }),
      {numRuns: format === 'pdf' || format === 'docx' ? 15 : 60}
    )
  })

  test('says of what cannot be printed that it was there', async () => {
    const words = ' bell\u0007 half\ud83d nothing\ufffe del\u007f'
    const {bytes} = await print(evidenceOf(words), format)
    expect(lost(' bell\ufffd half\ufffd nothing\ufffd del\ufffd', await readers[format](bytes))).toEqual([])
  })

  test('prints what reads from the right, turned words, Chinese and pictures', async () => {
    // No font of ours has the last ones; a PDF holds turned words as they are seen.
    const words = format === 'pdf' ? ' a שלום b' : ' a שלום b مرحبا 漢字 \u202eabc\u202c 🏳️‍🌈'
    const {bytes} = await print(evidenceOf(words), format)
    expect(lost(words, await readers[format](bytes))).toEqual([])
  })

  test('follows no address of a script, whoever made the dossier', async () => {
    const runs = [
      {text: 'click', link: 'javascript:alert(1)'},
      {text: ' here', link: '#nowhere'}
    ]
    const dossier = {...composeDossier(found), blocks: [{type: 'paragraph', role: 'text', runs}] as const}
    const {bytes} = await writeDossier(dossier, format, {pageTemplate})
    expect(bare(await readers[format](bytes))).toContain('clickhere')
    const parts = format === 'docx' ? Object.values(unpack(bytes)) : [Buffer.from(bytes).toString('latin1')]
    expect(parts.join('')).not.toMatch(/javascript:|nowhere/)
  })

  test('is the same on every run and in every time zone', async () => {
    const zone = process.env.TZ
    const print64 = async () => Buffer.from((await print(sample, format)).bytes).toString('base64')
    try {
      process.env.TZ = 'UTC'
      const first = await print64()
      process.env.TZ = 'Asia/Tokyo'
      expect(await print64()).toBe(first)
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })

  test('a hundred quotations of a thousand words each', async () => {
    const long = 'many words of a passage '.repeat(200)
    const [quotation] = sample.quotations
    const quotations = Array.from({length: 100}, (_, index) => ({
      ...quotation!,
      ordinal: index + 1,
      passage: {...quotation!.passage!, before: long}
    }))
    const {bytes} = await print({...sample, quotations}, format)
    expect(bare(await readers[format](bytes))).toContain('Quotation100:verbatim')
  }, 60_000)
})
