import axe from 'axe-core'
import {JSDOM} from 'jsdom'
import {type ParserError, parse} from 'parse5'
import {describe, expect, test} from 'vitest'
import {type DossierColors, darkColors, lightColors} from '../../src/write/html/dossier-style.ts'
import {hostileWords} from '../write/sample.ts'
import {printText} from './read-back.ts'
import {evidenceOf, found, quotationless, sample} from './sample.ts'

const hostile = evidenceOf(` ${hostileWords} </style><script>alert(1)</script>`, 'javascript:alert(1)')
const evidences = {sample, found, quotationless, hostile, French: {...sample, language: 'fr'}}

const documentOf = async (name: keyof typeof evidences): Promise<Document> =>
  new JSDOM(await printText(evidences[name], 'html')).window.document

describe.each(Object.keys(evidences) as (keyof typeof evidences)[])('%s', name => {
  test('axe finds nothing that shuts out a reader', async () => {
    const {window} = new JSDOM(await printText(evidences[name], 'html'), {runScripts: 'outside-only'})
    window.eval(axe.source)
    // Colours cannot be computed here; they have a test of their own.
    const options = {rules: {'color-contrast': {enabled: false}}}
    const {violations, passes} = await (window as unknown as {axe: typeof axe}).axe.run(window.document, options)
    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([])
    expect(passes.map(({id}) => id)).toEqual(
      expect.arrayContaining([
        'bypass',
        'document-title',
        'heading-order',
        'html-has-lang',
        'landmark-unique',
        'region'
      ])
    )
  })

  test('a parser finds no error, and nothing that runs or is loaded', async () => {
    const page = await printText(evidences[name], 'html')
    const errors: ParserError[] = []
    parse(page, {onParseError: error => errors.push(error)})
    expect(errors).toEqual([])
    const document = await documentOf(name)
    const outside = 'script, link, img, iframe, object, embed, form, base, svg, video, audio, [src], [style], [onclick]'
    expect([...document.querySelectorAll(outside)]).toEqual([])
    expect(document.querySelector('style')!.textContent).not.toMatch(/url\(|@import|</)
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')!
    expect(policy.getAttribute('content')).toMatch(/^default-src 'none'; style-src 'unsafe-inline';/)
    for (const element of document.querySelectorAll('p, h1, h2, h3, dt, li'))
      expect(element.querySelector('p, ul, dl, div, blockquote, nav')).toBeNull()
  })

  test('every link leads to a part of the page or to the web', async () => {
    const document = await documentOf(name)
    const ids = [...document.querySelectorAll('[id]')].map(({id}) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const targets = [...document.querySelectorAll('a')].map(link => link.getAttribute('href')!)
    for (const target of targets)
      if (target.startsWith('#')) expect(ids).toContain(target.slice(1))
      else expect(target).toMatch(/^https?:\/\//)
  })
})

test('the page has its landmarks, one first heading, and lists that lead to the quotations and back', async () => {
  const document = await documentOf('sample')
  expect([...document.body.children].map(({tagName}) => tagName)).toEqual(['A', 'HEADER', 'MAIN'])
  expect(document.documentElement.lang).toBe('en-US')
  expect([...document.querySelectorAll('h1')].map(({textContent}) => textContent)).toEqual([document.title])
  expect(document.body.firstElementChild!.getAttribute('href')).toBe(`#${document.querySelector('main')!.id}`)
  const lists = [...document.querySelectorAll('nav')].map(nav => [
    document.getElementById(nav.getAttribute('aria-labelledby')!)!.textContent,
    [...nav.querySelectorAll('a')].map(link => link.getAttribute('href'))
  ])
  expect(lists).toEqual([
    ['To be checked', ['#q5', '#q6']],
    ['To be mended', ['#q3', '#q4']],
    ['To be read with care', ['#q2']]
  ])
  const back = [...document.querySelectorAll('.back a')].map(link => [
    link.closest('section')!.querySelector('h3')!.id,
    link.getAttribute('href')
  ])
  expect(back).toEqual(['q2', 'q3', 'q4', 'q5', 'q6'].map(id => [id, '#owed']))
})

test('marks are said to those who do not see them', async () => {
  const document = await documentOf('sample')
  const section = document.getElementById('q3')!.closest('section')!
  const heard = (name: string): (string | null)[] =>
    [...section.querySelectorAll(name)].map(({textContent}) => textContent)
  expect(heard('mark')).toContain(
    ' [start of quoted words] a grave threat to the readers of every port [end of quoted words] '
  )
  expect(heard('del')).toContain(' [in the quotation only] threat [end] ')
  expect(heard('ins')).toContain(' [in the source only] danger [end] ')
})

test('a passage in another language says so', async () => {
  const document = await documentOf('French')
  expect(document.documentElement.lang).toBe('en')
  expect([...document.querySelectorAll('blockquote')].every(({lang}) => lang === 'fr')).toBe(true)
})

/** WCAG 2.2: relative luminance, and contrast. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [one, other].map(luminance).sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map(start => Number.parseInt(color.slice(start, start + 2), 16) / 255)
    .map(share => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

test('contrast is computed as the standard does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})

describe.each([
  ['light', lightColors],
  ['dark', darkColors]
])('%s', (_, colors: DossierColors) => {
  test.each([
    ['words', 'ground'],
    ['words', 'passage'],
    ['quiet', 'ground'],
    ['link', 'ground'],
    ['link', 'passage'],
    ['quoted-words', 'quoted'],
    ['removed-words', 'removed'],
    ['added-words', 'added']
  ] as const)('%s on %s have a contrast of 4.5 to 1', (words, ground) => {
    expect(contrast(colors[words], colors[ground])).toBeGreaterThanOrEqual(4.5)
  })

  test('the rule can be told from both grounds, 3 to 1', () => {
    expect(contrast(colors.rule, colors.ground)).toBeGreaterThanOrEqual(3)
    expect(contrast(colors.rule, colors.passage)).toBeGreaterThanOrEqual(3)
  })
})
