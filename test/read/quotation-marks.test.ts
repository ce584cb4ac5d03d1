import {describe, expect, test} from 'vitest'
import {type Pair, pairMarks} from '../../src/read/quotation-marks.ts'

/** The paragraph with `{…}` round each pair, and `{…` where a mark is never closed. */
function paired(paragraph: string): string {
  const around = {start: 0, end: paragraph.length, children: []}
  const pairs = pairMarks(paragraph, around, new Uint8Array(paragraph.length))
  let out = ''
  for (let at = 0; at <= paragraph.length; at++) {
    const closing = pairs.filter(pair => pair.isClosed && pair.closeEnd === at)
    const opening = pairs.filter(pair => pair.open === at)
    out += '}'.repeat(closing.length) + '{'.repeat(opening.length) + (paragraph[at] ?? '')
  }
  return out
}

const group = (name: string, cases: readonly string[]): void => {
  describe(name, () => {
    test.each(cases)('%s', marked => {
      expect(paired(marked.replace(/[{}]/g, ''))).toBe(marked)
    })
  })
}

group('marks of many countries', [
  'it says {"a b"} and',
  'it says {“a b”} and',
  'mixed {"a”}, {“a"}, {"a“} and {“a“}; ',
  '{„a“}, {„a”} and {„a"}',
  '{«a»}, {« a »}, {«\u00a0a\u00a0»}',
  '{»a«} and {»b«}',
  '{» a «} and {» b «}',
  '{‹a›} and {›a‹}',
  '{「a」}{『b』}他说{“好”}',
  '他说{"你好"}了。',
  '{”a”} ({”b”})',
  "{‘a’}, {‚a‘}, {‚a’}, {‘a'} and {'a'}"
])

group('nested quotations', [
  '{"a {\'b\'} c"}',
  '{“a {‘b’} c”}',
  '{‘a {“b”} c’}',
  '{\'a {"b"} c\'}',
  '{"a {"b"} c"}',
  'he said {"a {"b c"}"} and',
  '{"{"a"} b"} c',
  '{„a {‚b‘} c“}',
  '{«a {“b”} c»}, {«a {«b»} c»} and {“a {«b»} c”}',
  '{「a{『b』}c」}',
  '{"a ({"b"}) c"}',
  '{“{‘a’} b”} and {“a {‘b.’}”}',
  'the {\'{"a"} b\'}',
  '{"a {\'b {"c"} d\'} e"}'
])

group('several in a row', [
  '{"a. B! C?"} and {"d."} {"e,"} {"f"}; {"g"}',
  '{"a"}/{"b"}—{"c"}—({"d"})-{"e"}',
  'a—{"b c"}—d, {"a"}s and {"a"}’s',
  'he said,{"a b"} he said...{"c d"} and (e){"f"}',
  '{"a ..."} {"... b"} {"a {"... b"} c"}',
  '¿{"a"}? ¡{“b”}!'
])

group('blanks beside marks', ['{"a "} b', '{"a "}, b', '{"a "}. b', '{“ a ”} b', 'a " b', 'a ” b » c’ d'])

group('apostrophes', [
  "it's and isn’t, O'Brien's, l’homme, d'Artagnan",
  "readers’ rights and the readers' rights",
  '{‘the readers’ rights’}',
  '{‘the readers’ rights and the authors’ works’} are',
  "{‘the readers’ rights’}, {'the readers' rights'} are",
  '{‘the readers’ and it’s rights’} x',
  '{“the readers’ rights”} and {"the readers\' rights"}',
  '{“it’s {‘not’} so”}',
  "'90s, ’90s, ‘90s, class of '08 and ’68",
  "'tis, ’tis, ’twas, get 'em, rock 'n' roll and rock ’n’ roll",
  '{‘’tis the season’} and {“the ’90s”}',
  "{‘1984’} and {'1984'}",
  "a ‘never and a 'never",
  '‘Iolani {"the readers’ rights"} x',
  '\'a {"b\' c"}'
])

group('inches and feet', [
  '5\'10" tall, 5\' 10" tall',
  '6\' 2" and 5\'10"',
  'a 3" pipe and a 4" pipe, 3″ and 6′ 2″',
  'he said {"a 3" pipe"} and',
  '{"he is 6\' 2" tall"} and {“a 3” pipe”} and {“a 3" pipe”}',
  '{"in 1984"} and {"in 1985"}',
  '{"in 1984"} he said {"b"}',
  '{"a {"in 1984"} b"} and {“he said {"in 1984"} b”}',
  '{“in 1984”} and {“b”}'
])

group('marks without a partner', [
  'a {"b c',
  'a {“b',
  'a {„b {“c”} d',
  '{“one {“two”} three',
  '{"a"} {"b',
  '{「a {『b {‹c {«d',
  'a" stray, b” stray, c» stray, d』 stray',
  'a » b',
  'a "',
  'צה"ל says {"b"}, a"b"c'
])

group('brackets', [
  '{"{[t]}he {[]} {[a {[b]} c]}"}',
  '{[a {"b"} c]}',
  '{"a [b"} c] d',
  'a ] b [ c',
  '{"a {[{‘b’}]} c"}',
  '‘a {[b’ c]}'
])

describe('pairMarks', () => {
  const pairsOf = (paragraph: string, children: {start: number; end: number}[], skipped: number[] = []): Pair[] => {
    const around = {start: 0, end: paragraph.length, children: children.map(child => ({...child, children: []}))}
    return pairMarks(
      paragraph,
      around,
      Uint8Array.from(paragraph, (_, at) => (skipped.includes(at) ? 1 : 0))
    )
  }

  test('pairs only inside the same surroundings', () => {
    expect(pairsOf('"a *b" c*', [{start: 4, end: 8}])).toEqual([
      {kind: 'quotation', open: 0, close: 9, closeEnd: 9, isClosed: false}
    ])
    expect(pairsOf('"a *"b"* c"', [{start: 4, end: 7}])).toEqual([
      {kind: 'quotation', open: 0, close: 10, closeEnd: 11, isClosed: true},
      {kind: 'quotation', open: 4, close: 6, closeEnd: 7, isClosed: true}
    ])
  })

  test('passes over what is skipped', () => {
    expect(pairsOf('"a" b"', [], [2])).toEqual([{kind: 'quotation', open: 0, close: 5, closeEnd: 6, isClosed: true}])
  })

  test('ends an unclosed quotation where the one round it closes', () => {
    expect(pairsOf('“a „b” c', [])).toEqual([
      {kind: 'quotation', open: 0, close: 8, closeEnd: 8, isClosed: false},
      {kind: 'quotation', open: 3, close: 5, closeEnd: 6, isClosed: true}
    ])
    expect(pairsOf('«a “b» c', [])).toEqual([
      {kind: 'quotation', open: 0, close: 5, closeEnd: 6, isClosed: true},
      {kind: 'quotation', open: 3, close: 5, closeEnd: 5, isClosed: false}
    ])
  })
})
