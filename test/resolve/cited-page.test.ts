import {expect, test} from 'vitest'
import {smallPdf} from '../small-pdf.ts'
import {make} from './support.ts'

/** Ten pages with a number in words on each; the passage stands on the ninth and goes on on the tenth. */
const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const pages = words.map(word => [`This is page ${word} of the rules of the harbor library, and it is short.`])

async function citedPage(locator: string, quotation = 'page nine of the rules'): Promise<string | undefined> {
  const yaml = `
title: Resolution
whereas:
  - the rules speak of "${quotation}" [@harbor${locator}]
resolved:
  - affirms them
sources:
  harbor: {type: report, title: Rules, text: harbor.pdf}
`
  const {resolved} = await make(yaml, {'harbor.pdf': smallPdf(pages)})
  const [found] = resolved.quotations
  expect(found?.verdict).toBe('verbatim')
  return found?.citedPage?.words
}

test.each([', p. 9', ', 9', ', pp. 8–9', ', pp. 8-10', ', 7 ff.', ', pp. 3, 9', ', 3 and 9', ' at 9'])(
  'a locator that holds the page is right:%s',
  async locator => {
    expect(await citedPage(locator)).toBeUndefined()
  }
)

test.each(['', ', § 3', ', art. 3', ', vol. 2, p. 3', ', chap. 3', ', B.2.1', ' (emphasis added)', ', s.v. "rules"'])(
  'what is no plain page is not judged:%s',
  async locator => {
    expect(await citedPage(locator)).toBeUndefined()
  }
)

test.each([
  [', p. 3', 'p. 3'],
  [', 3', '3'],
  [', pp. 3–8', 'pp. 3–8'],
  [', 10 ff.', '10 ff.'],
  [', pp. 1, 3, 10', 'pp. 1, 3, 10'],
  [', p. ix', 'p. ix'],
  [', p. 12 (emphasis added)', 'p. 12']
])('a locator that does not is found at its words:%s', async (locator, shown) => {
  expect(await citedPage(locator)).toBe(shown)
})

test('a passage over a page end stands on both pages', async () => {
  const over = 'page nine of the rules of the harbor library, and it is short. This is page ten'
  expect(await citedPage(', p. 10', over)).toBeUndefined()
  expect(await citedPage(', p. 9', over)).toBeUndefined()
  expect(await citedPage(', p. 8', over)).toBe('p. 8')
})
