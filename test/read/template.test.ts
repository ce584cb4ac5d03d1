import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {readTemplate} from '../../src/read/index.ts'
import {atMarks} from './marked.ts'

const readHere = (text: string) => readTemplate(text, {path: 'ours/template.yaml', folder: 'ours'})

const smallest = "name: ours\norganisation: Our Association\nwords: {actor: 'Our Association '}\n"

describe('readTemplate', () => {
  test('gives the words of the American Library Association, blanks and marks included', () => {
    const {template} = readHere(readFileSync('templates/ala/template.yaml', 'utf8'))
    const {words} = template!
    const clauses = `${words.whereas}${words.afterWhereas}a${words.whereasJoin}|b${words.lastWhereasJoin}|c${words.bridge}`
    expect(clauses).toBe('Whereas a;|b; and|c; now, therefore, be it')
    expect(`${words.resolved}${words.afterResolved}${words.actor}${words.beforeList}`).toBe(
      'Resolved, that the American Library Association (ALA), on behalf of its members:'
    )
    expect([words.beforeOne, words.actionJoin, words.lastActionJoin, words.actionEnd, words.actionNumber]).toEqual([
      ',',
      ';',
      '; and',
      '.',
      '{n}.'
    ])
    expect(template).toMatchObject({
      name: 'ala',
      folder: 'ours',
      organisation: 'American Library Association',
      notes: {placement: 'ama', numbering: 'notes', style: 'notes.csl'},
      page: {
        paper: 'us-letter',
        margin: 1,
        font: 'Times New Roman',
        pdfFont: 'Tinos',
        size: 12,
        noteSize: 10,
        hangingIndent: 0.5
      },
      labels: {mover: 'Mover:', endorserInPrinciple: 'Endorsed in principle by', pageOf: 'Page {page} of {pages}'}
    })
  })

  test('takes defaults for what is not given, none of them the words of one body', () => {
    const {template, diagnostics} = readHere(smallest)
    expect(diagnostics).toEqual([])
    expect(template).toMatchObject({
      language: 'en-US',
      words: {
        whereas: 'Whereas',
        bridge: '; now, therefore, be it',
        actor: 'Our Association ',
        numbersLoneAction: false
      },
      page: {paper: 'us-letter', hasLineNumbers: false},
      statuses: {adopted: '', attestation: ''}
    })
    expect(JSON.stringify(template)).not.toMatch(/American|ALA|Council/)
  })

  test('takes no words at all for words that are meant to be empty', () => {
    const {template, diagnostics} = readHere(
      `${smallest}labels: {mover: '', draft: ' '}\npage: {margin: 0.75, line-numbers: true}\n`
    )
    expect(diagnostics).toEqual([])
    expect(template?.labels).toMatchObject({mover: '', draft: ' ', seconder: 'Seconder:'})
    expect(template?.page).toMatchObject({margin: 0.75, hasLineNumbers: true})
  })

  test.each([
    [
      `${smallest}«colour»: red`,
      'unknown-key: `colour` is not a key of a template, expected one of `name`, `organisation`, `language`, `words`, `notes`, `quotations`, `sources`, `policies`'
    ],
    [`${smallest}page: {«margins»: 1}`, 'unknown-key: `margins` is not a key of the page, expected `margin`'],
    [`${smallest}page: {margin: «9»}`, 'wrong-type: `margin` is “9”, expected a number from 0 to 4'],
    [`${smallest}page: {paper: «letter»}`, 'unknown-value: `letter` is not a paper, expected `us-letter`'],
    [
      `${smallest}notes: {placement: «end»}`,
      'unknown-value: `end` is not a placement, expected one of `ama`, `chicago`, `before`'
    ],
    [
      smallest.replace('{', '{action-number: «n.», '),
      'unknown-value: `n.` is not a form of number, expected a text with `{n}` in it'
    ],
    [
      smallest.replace('name: ours\no', '«o').replace(':', '»:'),
      'missing-key: the template has no `name`, expected text'
    ],
    ['name: a\norganisation: b\n«words»: {bridge: c}', 'missing-key: `words` has no `actor`, expected text'],
    ['«»', 'wrong-type: the file holds no keys, expected `name`, `organisation` and `words`']
  ])('%s', (yaml, message) => {
    expect(atMarks(yaml, readHere)).toEqual([message])
    expect(readHere(yaml.replace(/[«»]/g, '')).template).toBeUndefined()
  })
})
