import {expect, test} from 'vitest'
import {run} from '../../src/cli/index.ts'
import {memoryHost} from '../memory-host.ts'
import {make, ours} from './support.ts'

const yaml = `template: ./ours
title: T
whereas: ["one [@a]", two]
resolved: [acts]
sources: {a: {type: book, title: Apples}}
`

test('a folder beside the file with template.yaml alone takes page and citation style from the package', async () => {
  const words = `name: ours
organisation: Our Association
words: {whereas: Given that, whereas-join: ",", last-whereas-join: ", and", bridge: ", therefore", resolved: We, after-resolved: " resolve that ", actor: our association}
`
  const files = {'desk/ours/template.yaml': words}
  const host = memoryHost({...files, 'desk/draft.yaml': yaml})
  expect(await run(['build', '--to', 'txt,pdf', 'desk/draft.yaml'], host)).toBe(0)
  expect(host.error()).not.toMatch(/template/)
  expect(new TextDecoder().decode(host.files['desk/draft.txt'] as Uint8Array)).toBe(`T

Given that one,[1] and

Given that two, therefore

We resolve that our association, acts.

Notes

[1] Apples.
`)
})

test('a template may bring a page and a citation style of its own', async () => {
  const style = `<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
    <info><title>S</title><id>s</id><updated>2026-01-01T00:00:00+00:00</updated></info>
    <citation><layout suffix="!"><text variable="title" text-case="uppercase"/></layout></citation></style>`
  const files = {'ours/template.yaml': ours(), 'ours/notes.csl': style, 'ours/page.typ': '// ours'}
  const {notes, resolved} = await make(yaml, files)
  expect(notes).toEqual(['1 APPLES!'])
  expect(resolved.pageTemplate).toBe('// ours')
})

test('a citation style that the template names but does not have is an error at the template', async () => {
  const {findings} = await make(yaml, {'ours/template.yaml': ours('notes: {style: own.csl}\n')})
  expect(findings).toEqual(['unusable-style: citation style `own.csl` cannot be read: there is no such file'])
})

test('a template that cannot be used is an error, and the default stands in', async () => {
  const {findings, lines} = await make(yaml)
  expect(findings).toEqual([
    'unusable-template: template `./ours` cannot be used: `ours/template.yaml` cannot be read: there is no such file'
  ])
  expect(lines[1]).toBe('Whereas one[^1]; and')
  const other = await make(yaml.replace('./ours', 'aala'))
  expect(other.findings).toEqual([
    'unusable-template: `aala` is not a template, expected `ala` or a path such as `./ours`'
  ])
})

test('a name is never a way out of the folder of templates', async () => {
  for (const name of ['..', '../templates/ala', './../secret', 'ala/../ala'])
    expect((await make(yaml.replace('./ours', name))).findings.join()).toContain('cannot be used')
})

test('line numbers are a setting of the template and of the file', async () => {
  const files = {'ours/template.yaml': ours('page: {line-numbers: true}\n')}
  expect((await make(yaml, files)).resolved.printed.page.hasLineNumbers).toBe(true)
  const without = await make(`${yaml}page: {line-numbers: false}\n`, files)
  expect(without.resolved.printed.page.hasLineNumbers).toBe(false)
})

test('SOURCE_DATE_EPOCH dates what has no date; what is no number of seconds is passed over', async () => {
  const dateOf = async (epoch: string | undefined, more = ''): Promise<string | undefined> => {
    const environment = epoch === undefined ? {} : {SOURCE_DATE_EPOCH: epoch}
    const files = {'draft.yaml': `title: T\nwhereas: [x]\nresolved: [acts]\n${more}`}
    const host = memoryHost(files, {environment})
    expect(await run(['build', '--to', 'html', '-o', '-', 'draft.yaml'], host)).toBe(0)
    return /<meta name="dcterms.date" content="([^"]*)">/.exec(host.out())?.[1]
  }
  expect(await dateOf(undefined)).toBeUndefined()
  expect(await dateOf('1767225599')).toBe('2025-12-31')
  expect(await dateOf('1767225599', 'date: 2026-06-28\n')).toBe('2026-06-28')
  expect(await dateOf('yesterday')).toBeUndefined()
  expect(await dateOf('99999999999999')).toBeUndefined()
})
