import {expect, test} from 'vitest'
import type {Dossier} from '../../src/tree/index.ts'
import {writeDossierMarkdown} from '../../src/write/markdown/dossier.ts'
import {printText} from './read-back.ts'
import {evidenceOf, sample} from './sample.ts'

const dossier = (blocks: Dossier['blocks']): Dossier => ({
  title: 'T',
  language: 'en',
  labels: {
    pageOf: '',
    skip: '',
    spoken: {quoted: {before: '', after: ''}, removed: {before: '', after: ''}, added: {before: '', after: ''}}
  },
  blocks
})

test('inner links are the anchors that GitHub gives to headings', async () => {
  const text = await printText(sample, 'md')
  expect(text).toContain('- [Quotation 5](#quotation-5-unchecked), “a library')
  expect(text).toContain('[Back to what is still owed](#still-owed)')
})

test('a second heading of the same words gets a number, signs are left out', () => {
  const heading = (id: string, text: string): Dossier['blocks'][number] => ({
    type: 'heading',
    level: 2,
    id,
    runs: [{text}]
  })
  const links = ['a', 'b', 'c', 'nowhere'].map(id => [{text: `to ${id}`, link: `#${id}`}])
  const text = writeDossierMarkdown(
    dossier([
      heading('a', '“Été” & one, two_3!'),
      heading('b', 'Same'),
      heading('c', 'Same'),
      {type: 'list', isContents: true, items: links}
    ])
  )
  expect(text.split('\n').slice(-5)).toEqual([
    '- [to a](#été--one-two_3)',
    '- [to b](#same)',
    '- [to c](#same-1)',
    '- to nowhere',
    ''
  ])
})

test('no address of a script becomes a link', async () => {
  expect(await printText(evidenceOf('1', 'javascript:alert(1)'), 'md')).not.toMatch(/\]\(\s*<?javascript|<javascript/)
})
