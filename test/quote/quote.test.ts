import {describe, expect, test} from 'vitest'
import type {Finding} from '../../src/quote/index.ts'
import * as quote from '../../src/quote/index.ts'
import {findRepeatedWords, prepareSource, verifyQuotation} from '../../src/quote/index.ts'

const text = `The closing of a reading room poses a grave threat to local memory.
It is not lawful, under the Char-
ter of 1948, to charge more than $5.50 for a copy; the clerk may waive the fee.`
const source = prepareSource(text)

/** The word diff as reports print it. */
function printed({diff}: Finding): string {
  const marks = {same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}']} as const
  return diff.map(part => `${marks[part.kind][0]}${part.text}${marks[part.kind][1]}`).join('')
}

test('the folder offers three functions', () => {
  expect(Object.keys(quote).sort()).toEqual(['findRepeatedWords', 'prepareSource', 'verifyQuotation'])
})

describe('the passage', () => {
  test('is where the words stand in the text that was given', () => {
    const {passage} = verifyQuotation(source, 'under the Charter of 1948')
    expect(text.slice(passage?.start, passage?.end)).toBe('under the Char-\nter of 1948')
  })
  test('takes in entities and combining marks whole', () => {
    const html = '<p>Le caf&eacute; ferm&eacute;</p><p>r\u0065\u0301sume\u0301</p>'
    const prepared = prepareSource(html, {format: 'html', language: 'fr'})
    const first = verifyQuotation(prepared, 'Le café fermé').passage
    expect(html.slice(first?.start, first?.end)).toBe('Le caf&eacute; ferm&eacute;')
    const second = verifyQuotation(prepared, 'résumé').passage
    expect(html.slice(second?.start, second?.end)).toBe('r\u0065\u0301sume\u0301')
  })
  test('of a misquotation is the near one', () => {
    const {passage} = verifyQuotation(source, 'poses a serious threat to local memory')
    expect(text.slice(passage?.start, passage?.end)).toBe('poses a grave threat to local memory')
  })
})

describe('the diff', () => {
  const diffs: readonly [string, string][] = [
    ['poses a serious threat to local memory', 'poses a [-serious-]{+grave+} threat to local memory'],
    ['poses a threat to local memory', 'poses a {+grave +}threat to local memory'],
    ['poses a very grave threat to local memory', 'poses a [-very-] grave threat to local memory'],
    ['poses an awful menace to local memory', 'poses [-an awful menace-]{+a grave threat+} to local memory'],
    ['to charge more than $55.0 for a copy', 'to charge more than $[-55.0-]{+5.50+} for a copy'],
    ['to charge more than 5.50 for a copy', 'to charge more than {+$ +}5.50 for a copy'],
    ['[t]he closing … poses a great threat', '[t]he closing … poses a [-great-]{+grave+} threat'],
    ['poses a grave threat', 'poses a grave threat']
  ]
  for (const [quotation, diff] of diffs)
    test(quotation, () => expect(printed(verifyQuotation(source, quotation))).toBe(diff))

  test('names the words on both sides', () => {
    const quotation = 'poses a serious threat to local memory'
    const {errors, sourceErrors} = verifyQuotation(source, quotation)
    expect(errors.map(({start, end}) => quotation.slice(start, end))).toEqual(['serious'])
    expect(sourceErrors.map(({start, end}) => text.slice(start, end))).toEqual(['grave'])
  })
  test('of what is nowhere is empty', () => {
    expect(verifyQuotation(source, 'every town shall keep its archive in a dry place')).toEqual({
      verdict: 'missing',
      errors: [],
      sourceErrors: [],
      warnings: [],
      diff: []
    })
  })
})

describe('warnings', () => {
  test('say what, where in the quotation and where in the source', () => {
    const quotation = 'It is … lawful, under the Charter'
    const [warning] = verifyQuotation(source, quotation).warnings
    expect(warning?.kind).toBe('omitted-negation')
    expect(warning?.message).toBe('the omission leaves out “not”')
    expect(quotation.slice(warning?.start, warning?.end)).toBe('…')
    expect(text.slice(warning?.passage?.start, warning?.passage?.end).trim()).toBe('not')
  })
  test('of parts far apart', () => {
    const long = prepareSource(
      `${text}\n${'The clerk said nothing of note. '.repeat(600)}\nIn the end the room stayed open.`
    )
    const finding = verifyQuotation(long, 'The closing of a reading room … the room stayed open')
    expect(finding.verdict).toBe('altered')
    expect(finding.warnings.map(({kind}) => kind)).toContain('far-apart')
  })
  test('of few words, when asked for', () => {
    expect(verifyQuotation(source, 'a grave threat').warnings).toEqual([])
    expect(verifyQuotation(source, 'a grave threat', {fewWords: 4}).warnings.map(({kind}) => kind)).toEqual([
      'few-words'
    ])
    expect(verifyQuotation(source, 'poses a grave threat to local memory', {fewWords: 4}).warnings).toEqual([])
  })
})

test('strict capitals are errors', () => {
  expect(verifyQuotation(source, 'the closing of a reading room').verdict).toBe('verbatim')
  const strict = verifyQuotation(source, 'the closing of a reading room', {strictCapitals: true})
  expect(strict.verdict).toBe('misquoted')
  expect(strict.errors).toEqual([{start: 0, end: 3}])
  expect(verifyQuotation(source, '[t]he closing of a reading room', {strictCapitals: true}).verdict).toBe('altered')
})

test('commas and points in numbers go by the language', () => {
  const german = prepareSource('Es kostet 1.250,50 Euro.', {language: 'de'})
  expect(verifyQuotation(german, 'Es kostet 1250,50 Euro').verdict).toBe('verbatim')
  expect(verifyQuotation(german, 'Es kostet 12,5050 Euro').verdict).toBe('misquoted')
  const english = prepareSource('It costs 1,250.50 pounds, or 3.125 for a part.', {language: 'en-GB'})
  expect(verifyQuotation(english, 'It costs 1250.50 pounds').verdict).toBe('verbatim')
  expect(verifyQuotation(english, 'or 3125 for a part').verdict).toBe('misquoted')
})

test('a long misquotation names the one word', () => {
  const words = Array.from({length: 3000}, (_, i) => `w${i}x`)
  const long = prepareSource(words.join(' '))
  const quotation = words.slice(100, 1500).with(700, 'zebra').join(' ')
  const {verdict, errors} = verifyQuotation(long, quotation)
  expect(verdict).toBe('misquoted')
  expect(errors.map(({start, end}) => quotation.slice(start, end))).toEqual(['zebra'])
})

test('two columns side by side are read one after the other', () => {
  const left = [
    'The reading room was closed',
    'on the first of May without',
    'notice to the people of the',
    'town, who had built it with'
  ]
  const right = [
    'their own hands in the years',
    'after the war; nobody could',
    'say why. The keys were kept',
    'by the clerk until his death'
  ]
  const page = Array.from({length: 16}, (_, i) => `${(left[i % 4] ?? '').padEnd(36)}${right[i % 4]} ${i}`).join('\n')
  const finding = verifyQuotation(
    prepareSource(page),
    'closed on the first of May without notice to the people of the town'
  )
  expect(finding.verdict).toBe('verbatim')
})

test('repeated words are found in a clause', () => {
  const clause = 'WHEREAS the closing of a reading room poses a grave threat to local memory, and more'
  const [found] = findRepeatedWords(source, clause)
  expect(clause.slice(found?.start, found?.end)).toBe(
    'the closing of a reading room poses a grave threat to local memory'
  )
  expect(text.slice(found?.passage.start, found?.passage.end)).toBe(
    'The closing of a reading room poses a grave threat to local memory'
  )
  expect(findRepeatedWords(source, 'WHEREAS the closing of a reading room is sad')).toEqual([])
})

describe('a very long quotation', () => {
  const words = Array.from({length: 9000}, (_, i) => `w${(i * 7919) % 9001}x`)
  const long = prepareSource(words.join(' '))
  const quoted = words.slice(1000, 6000)
  test('verifies with marked alterations', () => {
    const altered = quoted.with(1500, '[the board]').with(3100, '…').join(' ')
    expect(verifyQuotation(long, altered).verdict).toBe('altered')
  })
  test('is told its wrong words', () => {
    const changed = quoted.with(700, 'zebra').with(2400, 'zebra').join(' ')
    const {verdict, errors} = verifyQuotation(long, changed)
    expect(verdict).toBe('misquoted')
    expect(errors.map(({start, end}) => changed.slice(start, end))).toEqual(['zebra', 'zebra'])
  })
  test('is told a word dropped between two blocks', () => {
    for (const at of [399, 400, 401, 800])
      expect(verifyQuotation(long, quoted.toSpliced(at, 1).join(' ')).verdict).toBe('misquoted')
  })
})
