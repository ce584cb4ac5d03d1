import {describe, expect, test} from 'vitest'
import {make} from './support.ts'

const yaml = (bibliography: string, more = ''): string => `title: T
whereas: ["one [@mill, 12]"]
resolved: [acts]
bibliography: ${bibliography}
${more}`

const mill: Readonly<Record<string, string>> = {
  'refs.json': JSON.stringify([
    {
      id: 'mill',
      type: 'book',
      title: 'On Liberty',
      author: [{family: 'Mill', given: 'John Stuart'}],
      issued: {'date-parts': [[1859]]}
    }
  ]),
  'refs.yaml':
    'references:\n  - {id: mill, type: book, title: On Liberty, author: [{family: Mill, given: John Stuart}], issued: 1859}\n',
  'refs.bib': '@book{mill,\n  title = {On Liberty},\n  author = {Mill, John Stuart},\n  year = {1859}\n}\n',
  'refs.ris': 'TY  - BOOK\nID  - mill\nTI  - On Liberty\nAU  - Mill, John Stuart\nPY  - 1859\nER  - \n'
}

describe('bibliographies', () => {
  test.each(Object.keys(mill))('%s', async name => {
    const {notes, findings, resolved} = await make(yaml(`lists/${name}`), {[`lists/${name}`]: mill[name]!})
    expect(notes).toEqual(['1 John Stuart Mill, On Liberty (1859), 12.'])
    expect(findings).toEqual([])
    const [source] = resolved.sources
    expect(source).toMatchObject({id: 'mill', path: `lists/${name}`, isUsed: true, source: undefined})
    expect(mill[name]!.slice(source!.place.start.offset, source!.place.end.offset)).toContain('mill')
  })

  test('several files; entries that nothing cites are no concern of the resolution', async () => {
    const stock = 'references:\n  - {id: other, type: webpagge, titel: Another}\n  - {id: other, title: Again}\n'
    const {notes, findings} = await make(yaml('[stock.yaml, refs.bib]'), {...mill, 'stock.yaml': stock})
    expect(notes).toEqual(['1 John Stuart Mill, On Liberty (1859), 12.'])
    expect(findings).toEqual([])
  })

  test('what is wrong with an entry that is cited is told, in its file', async () => {
    const stock = 'references:\n  - {id: mill, type: boook, title: On Liberty}\n'
    const {findings, resolved} = await make(yaml('stock.yaml'), {'stock.yaml': stock})
    expect(findings).toEqual(['unknown-type: `boook` is not a type of source, expected `book`'])
    const [finding] = resolved.diagnostics
    expect(finding?.path).toBe('stock.yaml')
    expect(stock.slice(finding!.place.start.offset, finding!.place.end.offset)).toBe('boook')
  })

  test('a file that is not there, or no bibliography, is an error at its name', async () => {
    expect((await make(yaml('none.bib'))).findings).toEqual([
      'unknown-source: `mill` is not under `sources`, expected an entry of that name there',
      'unreadable-file: bibliography `none.bib` cannot be read: there is no such file'
    ])
    const {findings} = await make(yaml('page.json'), {'page.json': '<!doctype html>'})
    expect(findings[1]).toMatch(/^unreadable-bibliography: /)
  })

  test('an id of the file stands for the one of a bibliography; of two bibliographies the first counts', async () => {
    const own = 'sources: {mill: {type: book, title: Our Mill}}\n'
    const ofFile = await make(yaml('refs.bib', own), mill)
    expect(ofFile.notes).toEqual(['1 Our Mill, 12.'])
    expect(ofFile.findings).toEqual(['duplicate-source: `mill` is the id of two sources, expected an id for each'])
    expect(ofFile.resolved.diagnostics.map(({severity}) => severity)).toEqual(['info'])

    const second = 'references:\n  - {id: mill, type: book, title: Another Mill}\n'
    const ofTwo = await make(yaml('[refs.bib, two.yaml]'), {...mill, 'two.yaml': second})
    expect(ofTwo.notes).toEqual(['1 John Stuart Mill, On Liberty (1859), 12.'])
    expect(ofTwo.resolved.diagnostics.map(({severity, path}) => [severity, path])).toEqual([['error', 'two.yaml']])
  })

  test('the same id twice under sources is an error where it stands again', async () => {
    const {findings} = await make(
      'title: T\nwhereas: ["one [@a]"]\nresolved: [acts]\nsources:\n  a: {type: book, title: A}\n  a: {type: book, title: B}\n'
    )
    expect(findings).toEqual([expect.stringMatching(/^duplicate-key: /)])
  })
})

describe('fields that CSL does not know', () => {
  test.each([
    [
      '{type: book, title: A, publischer: P}',
      ['unknown-key: `publischer` is not a key of a source, expected `publisher`']
    ],
    ['{type: boook, title: A}', ['unknown-value: `boook` is not a type of source, expected `book`']],
    ['{type: book, title: A, publisher: [P]}', ['wrong-type: `publisher` is a list, expected text']],
    [
      '{type: book, title: A, author: {familie: B}}',
      ['unknown-key: `familie` is not a key of a name, expected `family`']
    ]
  ])('%s is told once', async (source, expected) => {
    const {findings} = await make(`title: T\nwhereas: ["one [@a]"]\nresolved: [acts]\nsources:\n  a: ${source}\n`)
    expect(findings).toEqual(expected)
  })
})
