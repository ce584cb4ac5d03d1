import {describe, expect, test} from 'vitest'
import {report} from '../../src/index.ts'
import {type Diagnostic, placeAt, textFile} from '../../src/tree/index.ts'

/** A finding about the ⟦marked⟧ words of a file. */
function finding(marked: string, more: Partial<Diagnostic> = {}): {text: string; diagnostic: Diagnostic} {
  const text = marked.replace(/[⟦⟧]/g, '')
  const file = textFile('draft.yaml', text)
  const place = placeAt(file, marked.indexOf('⟦'), marked.indexOf('⟧') - 1)
  const diagnostic: Diagnostic = {
    rule: 'a-flaw',
    severity: 'error',
    message: 'what is wrong, expected what',
    path: 'draft.yaml',
    place,
    ...more
  }
  return {text, diagnostic}
}

const printed = (marked: string, more: Partial<Diagnostic> = {}, options = {}): string => {
  const {text, diagnostic} = finding(marked, more)
  return report([{path: 'draft.yaml', text, resolved: undefined, diagnostics: [diagnostic]}], 'pretty', options)
}

describe('pretty', () => {
  test('place, severity, rule, message, line, carets, remarks', () => {
    const other = textFile('notes.txt', 'one\ntwo')
    const more = {
      note: 'a remark',
      related: [{message: 'first here', path: 'notes.txt', place: placeAt(other, 4, 7)}]
    }
    expect(printed('title: T\nwhereas: [⟦one⟧]\n', more)).toBe(`draft.yaml:2:11 error (a-flaw)
  what is wrong, expected what
  2 | whereas: [one]
    |           ^^^
  see: first here: notes.txt:2:1
  note: a remark

1 error, no warnings
`)
  })

  test('a place over several lines shows the first, in files with CRLF too', () => {
    expect(printed('a: >-\r\n  the ⟦right\r\n  to⟧ read\r\n')).toContain('  2 |   the right\n    |       ^^^^^\n')
  })

  test('a place at the very end, and in an empty file', () => {
    expect(printed('title: T⟦⟧')).toContain('  1 | title: T\n    |         ^\n')
    expect(printed('⟦⟧')).toBe(
      'draft.yaml:1:1 error (a-flaw)\n  what is wrong, expected what\n\n1 error, no warnings\n'
    )
  })

  test('numbers of lines widen the gutter', () => {
    expect(printed(`${'\n'.repeat(99)}a: ⟦b⟧`)).toContain('  100 | a: b\n      |    ^\n')
  })

  test.each([40, 80, 200])('%i columns: no line is longer', columns => {
    const words = 'many words of a long clause '.repeat(20)
    const lines = printed(`whereas: [${words}⟦here⟧ ${words}]`, {message: words, note: words}, {columns}).split('\n')
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns)
    expect(lines.filter(line => line.length > columns - 12).length).toBeGreaterThan(4)
  })

  test('document text in a message cannot move the cursor or colour the screen', () => {
    const out = printed('a: ⟦\u001b[31m\u202eb⟧', {message: '“\u001b[2Jx\n\u202ey”', note: '\u0007'})
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u)
  })

  test('a difference of words: brackets without colours, colours without brackets', () => {
    const diff = [
      {kind: 'same', text: 'a '},
      {kind: 'removed', text: 'grave'},
      {kind: 'added', text: 'great'},
      {kind: 'same', text: ' threat'}
    ] as const
    expect(printed('a: ⟦b⟧', {diff})).toContain('\n  a [-grave-]{+great+} threat\n')
    const coloured = printed('a: ⟦b⟧', {diff}, {hasColor: true})
    expect(coloured).toContain('\n  a \u001b[31mgrave\u001b[0m\u001b[32mgreat\u001b[0m threat\n')
  })

  test('colours only when they are wanted', () => {
    expect(printed('a: ⟦b⟧')).not.toContain('\u001b')
    expect(printed('a: ⟦b⟧', {}, {hasColor: true})).toContain('\u001b[1;31merror\u001b[0m')
  })

  test('advice is called advice and is not counted', () => {
    const out = printed('a: ⟦b⟧', {severity: 'info'})
    expect(out).toContain('draft.yaml:1:4 advice (a-flaw)')
    expect(out).toMatch(/\n\nno errors, no warnings\n$/)
  })

  test('nothing found', () => {
    expect(report([], 'pretty')).toBe('no errors, no warnings in 0 files\n')
    const clean = {path: 'a', text: '', resolved: undefined, diagnostics: []}
    expect(report([clean], 'pretty')).toBe('no errors, no warnings\n')
    expect(report([clean, clean], 'pretty', {isQuiet: true})).toBe('no errors in 2 files\n')
  })
})
