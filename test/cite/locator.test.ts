import {expect, test} from 'vitest'
import type {Locator} from '../../src/cite/index.ts'
import {parseLocator} from '../../src/cite/index.ts'

const rows: readonly (readonly [string, Locator])[] = [
  ['', {}],
  [', 12', {label: 'page', locator: '12'}],
  [', p. 12', {label: 'page', locator: '12'}],
  [', p.12', {label: 'page', locator: '12'}],
  [' p. 12', {label: 'page', locator: '12'}],
  [', pp. 12-15, 20', {label: 'page', locator: '12-15, 20'}],
  [', pages 3–5', {label: 'page', locator: '3–5'}],
  [', p. 12 and 15', {label: 'page', locator: '12 and 15'}],
  [', 12ff.', {label: 'page', locator: '12ff.'}],
  [', 12 ff.', {label: 'page', locator: '12 ff.'}],
  [', xiv-xvi', {label: 'page', locator: 'xiv-xvi'}],
  [' at 717', {label: 'page', locator: '717'}],
  [', at 717', {label: 'page', locator: '717'}],
  [' at p. 12', {label: 'page', locator: '12'}],
  [', chap. 3', {label: 'chapter', locator: '3'}],
  [', Chapter 3', {label: 'chapter', locator: '3'}],
  [', sec. B.2.1', {label: 'section', locator: 'B.2.1'}],
  [', § 793(e)', {label: 'section', locator: '793(e)'}],
  [', §793(e)', {label: 'section', locator: '793(e)'}],
  [', §§ 1-3', {label: 'section', locator: '1-3'}],
  [', § 501(c)(3)', {label: 'section', locator: '501(c)(3)'}],
  [', ¶ 4', {label: 'paragraph', locator: '4'}],
  [' at ¶ 4', {label: 'paragraph', locator: '4'}],
  [', paras. 4-6', {label: 'paragraph', locator: '4-6'}],
  [', art. 19', {label: 'article-locator', locator: '19'}],
  [', Article 19', {label: 'article-locator', locator: '19'}],
  [', title VII', {label: 'title-locator', locator: 'VII'}],
  [', fig. 2', {label: 'figure', locator: '2'}],
  [', Table 2a', {label: 'table', locator: '2a'}],
  [', note 4', {label: 'note', locator: '4'}],
  [', n.3', {label: 'note', locator: '3'}],
  [', Part II', {label: 'part', locator: 'II'}],
  [', app. B', {label: 'appendix', locator: 'B'}],
  [', r. 7', {label: 'rule', locator: '7'}],
  [', lines 3–4', {label: 'line', locator: '3–4'}],
  [', vol. 2', {label: 'volume', locator: '2'}],
  [', 00:12:30', {label: 'timestamp', locator: '00:12:30'}],
  [' at 1:02:33', {label: 'timestamp', locator: '1:02:33'}],
  // Places without a label of CSL, and several in a row, stand as typed.
  [', vol. 2, p. 12', {locator: 'vol. 2, p. 12'}],
  [', 12 n. 3', {locator: '12 n. 3'}],
  [', B.2.1.17', {locator: 'B.2.1.17'}],
  [', A1', {locator: 'A1'}],
  [', Resolved clause 2', {locator: 'Resolved clause 2'}],
  [', amend. I', {locator: 'amend. I'}],
  [', No. 5', {locator: 'No. 5'}],
  [', John 3:16', {locator: 'John 3:16'}],
  [', preamble', {locator: 'preamble'}],
  [', s.v. “Censorship”', {locator: 's.v. “Censorship”'}],
  // What is no place follows.
  [' (emphasis added)', {suffix: ' (emphasis added)'}],
  [', emphasis added', {suffix: ', emphasis added'}],
  [', civil', {suffix: ', civil'}],
  [' and elsewhere', {suffix: ' and elsewhere'}],
  [', p. 12 (emphasis added)', {label: 'page', locator: '12', suffix: ' (emphasis added)'}],
  [', p. 12, emphasis added', {label: 'page', locator: '12', suffix: ', emphasis added'}],
  [', p. 12, 2019 edition', {label: 'page', locator: '12', suffix: ', 2019 edition'}],
  [', 12 (Black, J., concurring)', {label: 'page', locator: '12', suffix: ' (Black, J., concurring)'}],
  [', lines 3–4; my translation', {label: 'line', locator: '3–4', suffix: '; my translation'}],
  [', Resolved clause 2 (as amended)', {locator: 'Resolved clause 2', suffix: ' (as amended)'}],
  [', p. 12.', {label: 'page', locator: '12', suffix: '.'}],
  [', p.', {suffix: ', p.'}],
  [', §', {suffix: ', §'}],
  [' (', {suffix: ' ('}]
]

test.each(rows)('“%s”', (rest, expected) => {
  expect(parseLocator(rest)).toEqual(expected)
})

test('no word is lost', () => {
  for (const [rest] of rows) {
    const {label, locator = '', suffix = ''} = parseLocator(rest)
    const kept = `${locator}${suffix}`.replace(/^[,\s]+/, '')
    expect(rest.endsWith(kept)).toBe(true)
    // Only a label, a comma, "at" and blanks are taken away.
    if (label === undefined) expect(rest.slice(0, rest.length - kept.length)).toMatch(/^[,\s]*(?:at\s+)?$/)
  }
})

test.each([
  ['numbers', `, ${'1,'.repeat(50_000)}`],
  ['labels', `, p. ${'1 n. '.repeat(20_000)}`],
  ['words', `, ${'a '.repeat(50_000)}`],
  ['brackets', `, ${'('.repeat(50_000)}`],
  ['an open quotation', `, s.v. "${'a'.repeat(100_000)}`],
  ['blanks', `, 1${' '.repeat(100_000)}x`],
  ['roman numerals', `, ${'mdclxvi-'.repeat(20_000)}`]
])('hostile: many %s take no time', (_, rest) => {
  const before = performance.now()
  parseLocator(rest)
  expect(performance.now() - before).toBeLessThan(10_000)
})
