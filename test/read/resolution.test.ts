import {describe, expect, test} from 'vitest'
import {read} from '../../src/read/index.ts'
import type {Text} from '../../src/tree/index.ts'

const file = `# a comment
template: ala
language: en-US
title: >
  Resolution on
  Reading
number: 2025-2026 ALA CD#23
meeting: "2026 ALA Annual Conference"
date: 2026-06-28
status: submitted
mover: {name: Pat Example, role: Councilor-at-Large, email: pat@example.org, phone: 555 0100}
seconder: Sam Example
attested-by: {name: Lee Example, role: Secretary}
endorsers:
  - {unit: Example Round Table, in-principle: true, date: 2026-05-15}
  - Kim Example
whereas:
  - first reason
  - text: second reason
    id: second
    allow: [long-clause, undated-source]
  - &third |-
    third reason
resolved:
  - *third
  - urges
notes:
  4: the words of a note
  12: others
sources:
  udhr:
    type: treaty
    volume: 0012
    version: 1.10
    author: [{family: Knox, given: E.}, A Body]
    issued: {date-parts: [[1948, 12, 10]]}
    note:
    archive: https://web.archive.org/web/x
    sha256: ${'aB'.repeat(32)}
    text: [one.txt, two.txt]
  letter: {archive: National Archives, archive_location: Box 7, text: letter.txt}
bibliography: refs.bib
submission:
  fiscal: none
  notify: [Congress, the President]
page: {line-numbers: TRUE}
allow: unused-source
`

const value = (text: Text | undefined): string | undefined => text?.value

describe('read', () => {
  const {resolution, diagnostics} = read(file, {path: 'a/b.yaml'})

  test('gives every key of the file', () => {
    expect(diagnostics).toEqual([])
    expect(resolution?.file.path).toBe('a/b.yaml')
    const {template, language, title, number, meeting, date, status} = resolution!
    expect([template, language, title, number, meeting, date, status].map(value)).toEqual([
      'ala',
      'en-US',
      'Resolution on Reading',
      '2025-2026 ALA CD#23',
      '2026 ALA Annual Conference',
      '2026-06-28',
      'submitted'
    ])
    expect(resolution?.bibliography.map(value)).toEqual(['refs.bib'])
    expect(resolution?.allow.map(value)).toEqual(['unused-source'])
    expect(resolution?.hasLineNumbers).toBe(true)
    expect(resolution?.submission.map(({key, values}) => [key.value, values.map(value)])).toEqual([
      ['fiscal', ['none']],
      ['notify', ['Congress', 'the President']]
    ])
  })

  test('gives the people, named in full or by a lone name', () => {
    const {mover, seconder, attestedBy, endorsers} = resolution!
    expect([mover?.name, mover?.role, mover?.email, mover?.phone, mover?.unit].map(value)).toEqual([
      'Pat Example',
      'Councilor-at-Large',
      'pat@example.org',
      '555 0100',
      undefined
    ])
    expect([value(seconder?.name), value(attestedBy?.role)]).toEqual(['Sam Example', 'Secretary'])
    expect(
      endorsers.map(({name, unit, isInPrinciple, date}) => [value(name), value(unit), isInPrinciple, value(date)])
    ).toEqual([
      [undefined, 'Example Round Table', true, '2026-05-15'],
      ['Kim Example', undefined, false, undefined]
    ])
  })

  test('gives clauses as text or as a map, and notes by number', () => {
    expect(resolution?.whereas.map(clause => clause.text.value)).toEqual([
      'first reason',
      'second reason',
      'third reason'
    ])
    expect(resolution?.resolved.map(clause => [clause.type, clause.text.value])).toEqual([
      ['resolvedClause', 'third reason'],
      ['resolvedClause', 'urges']
    ])
    expect(value(resolution?.whereas[1]?.id)).toBe('second')
    expect(resolution?.whereas[1]?.allow.map(value)).toEqual(['long-clause', 'undated-source'])
    expect(resolution?.notes.map(note => note.label.value)).toEqual(['4', '12'])
  })

  test('keeps numbers and dates of sources as they are typed', () => {
    const [udhr, letter] = resolution!.sources
    const fields = Object.fromEntries(udhr!.fields.map(field => [field.key.value, field.value]))
    expect(Object.keys(fields)).toEqual(['type', 'volume', 'version', 'author', 'issued'])
    expect(fields.volume).toMatchObject({type: 'text', value: '0012'})
    expect(fields.version).toMatchObject({type: 'text', value: '1.10'})
    expect(fields.author).toMatchObject({type: 'list', items: [{type: 'map'}, {type: 'text', value: 'A Body'}]})
    expect([value(udhr!.archive), value(udhr!.sha256)]).toEqual(['https://web.archive.org/web/x', 'aB'.repeat(32)])
    expect([udhr!.texts.map(value), letter!.texts.map(value)]).toEqual([['one.txt', 'two.txt'], ['letter.txt']])
    expect(letter!.archive).toBeUndefined()
    expect(letter!.fields.map(field => field.key.value)).toEqual(['archive', 'archive_location'])
  })

  test('ties every text to its words in the file', () => {
    const texts = [
      resolution!.title!,
      resolution!.meeting!,
      ...resolution!.resolved.map(clause => clause.text),
      resolution!.notes[1]!.label
    ]
    for (const text of texts) {
      expect(text.offsets).toHaveLength(text.value.length + 1)
      const found = Array.from(text.offsets.slice(0, -1), offset => file[offset])
      expect(found.join('').replace('\n', ' ')).toBe(text.value)
      expect([text.place.start.offset, text.place.end.offset]).toEqual([
        text.offsets[0],
        text.offsets[text.value.length]
      ])
    }
    const clause = resolution!.whereas[1]!
    expect(file.slice(clause.place.start.offset, clause.place.end.offset)).toMatch(
      /^text: second reason[\s\S]*undated-source\]\s*$/
    )
  })

  test('a byte order mark is no character of the file, and line ends of Windows are line ends', () => {
    const {resolution: windows, diagnostics} = read(`\uFEFF${file.replace(/\n/g, '\r\n')}`)
    expect(diagnostics).toEqual([])
    expect(windows?.title?.value).toBe('Resolution on Reading')
    expect(windows?.title?.place).toMatchObject({start: {line: 5, column: 3}, end: {line: 6, column: 10}})
    expect(windows?.whereas[2]?.text.value).toBe('third reason')
  })

  test('a thousand clauses take little longer than YAML itself', () => {
    const clause = `  - >-\n${'    some words of a clause that goes on for a while\n'.repeat(6)}`
    const text = `title: a\nwhereas:\n${clause.repeat(1000)}resolved: [a]\n`
    const start = performance.now()
    expect(read(text).resolution?.whereas).toHaveLength(1000)
    // Generous: the clauses are parsed as Markdown too, and the machine is shared.
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
