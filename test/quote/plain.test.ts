import {expect, test} from 'vitest'
import {isMark, isUnspaced} from '../../src/quote/fold.ts'
import {inSmallLetters} from '../../src/quote/lexicon.ts'
import {isPlain} from '../../src/quote/plain.ts'
import {hasPlainLetters} from '../../src/tree/index.ts'

const units = Array.from({length: 0x10000}, (_, code) => String.fromCharCode(code))

test('a plain unit is a letter, digit or mark only when it is one of ASCII, by the tables of Unicode', () => {
  const others = units.filter(unit => /[\p{L}\p{N}\p{M}]/u.test(unit) && !/[A-Za-z0-9]/.test(unit))
  expect(others.filter(isPlain)).toEqual([])
  expect(others.filter(hasPlainLetters)).toEqual([])
  expect('Aa0 \n“–”’…«§»'.split('').filter(unit => !isPlain(unit) || !hasPlainLetters(unit))).toEqual([])
})

test('marks and scripts without spaces are those of Unicode', () => {
  const scripts =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3005\u3006\u30fc]/u
  expect(units.filter(unit => isMark(unit) !== /\p{M}/u.test(unit))).toEqual([])
  expect(units.filter(unit => isUnspaced(unit) !== scripts.test(unit))).toEqual([])
})

test('small letters are alike where the flag i says so, and a text keeps its length', () => {
  const letters = units.filter(unit => /[a-zà-öø-ÿа-яё]/.test(unit))
  for (const letter of letters) {
    const alike = new RegExp(letter, 'i')
    expect(units.filter(unit => alike.test(unit) !== (inSmallLetters(unit) === letter))).toEqual([])
  }
  expect(inSmallLetters('İSTANBUL \u212A ẞ Σ')).toHaveLength('İSTANBUL \u212A ẞ Σ'.length)
})
