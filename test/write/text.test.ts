import {describe, expect, test} from 'vitest'
import type {PrintedBlock, PrintedInline, PrintedParagraph, PrintedResolution} from '../../src/tree/index.ts'
import {writeText} from '../../src/write/text/index.ts'
import {hostileWords, sample} from './sample.ts'

const text = (value: string): PrintedInline => ({type: 'text', value})
const mark = (number: number): PrintedInline => ({type: 'noteReference', number, isFirst: true, key: 1})
const resolved: PrintedInline = {type: 'leadIn', value: 'Resolved'}
const paragraph = (...children: readonly PrintedInline[]): PrintedParagraph => ({type: 'paragraph', children})
const quotation = (...children: readonly PrintedInline[]): PrintedParagraph => ({type: 'blockQuotation', children})
const clause = (
  type: PrintedBlock['type'] & `${string}Clause`,
  ...paragraphs: readonly PrintedParagraph[]
): PrintedBlock => ({
  type,
  number: undefined,
  id: undefined,
  paragraphs
})
const of = (
  blocks: readonly PrintedBlock[],
  properties: Partial<PrintedResolution['properties']> = {}
): PrintedResolution => ({...sample, header: [], blocks, notes: [], properties: {...sample.properties, ...properties}})

describe('with notes', () => {
  test('the sample, a paragraph a line', () => {
    expect(writeText(sample)).toBe(`2025-2026 ALA CD#23

2026 ALA Annual Conference

This resolution was referred to a committee.

Resolution on the Privacy of Readers & <Others>

Whereas the United Nations proclaims that "[e]veryone has ‘the right’ . . . to freedom"[1]; and

Whereas The Open Shelf, bold and italic, a link, and ${hostileWords} say:

    A quotation set off from the clause.

and it goes on[2][1]; now, therefore, be it

Resolved, that the American Library Association (ALA), on behalf of its members:

1. urges care[3]; and

2. directs its staff to report.

Mover: Pat Example, Councilor-at-Large

Seconder: Sam Example, Chapter Councilor

Adopted by the Council of the American Library Association, June 28, 2026

________________________________________

Alex Secretary

Executive Director and Secretary of the ALA Council

Notes

[1] United Nations, Universal Declaration, art. 19, accessed May 2, 2026, https://www.un.org/en/.

[2] Small Caps, 1st ed., H2O, underlined; a_b [x] 5 * 3.

A second paragraph.

[3] ${hostileWords}
`)
  })

  test('the mark of a draft stands first', () => {
    expect(writeText({...sample, mark: 'DRAFT'})).toMatch(/^DRAFT\n\n2025-2026 ALA CD#23\n\n/)
  })

  test('no header, no notes, an empty note, and nothing at all', () => {
    expect(writeText(of([{type: 'title', children: [text('T')]}]))).toBe('T\n')
    expect(writeText({...of([]), notes: [{number: 9, paragraphs: []}]})).toBe('Notes\n\n[9]\n')
    expect(writeText(of([]))).toBe('\n')
  })
})

describe('the clean copy', () => {
  test('the sample without notes says everything else', () => {
    const [whole = ''] = writeText(sample).split('\n\nNotes\n')
    expect(writeText(sample, {hasNotes: false})).toBe(`${whole.replace(/\[\d\]/g, '')}\n`)
  })

  test.each([
    [[text('noted '), mark(3), text('; and')], 'noted; and'],
    [[text('noted '), mark(3), text(' '), mark(4), text(' and')], 'noted and'],
    [[text('noted '), mark(3), text('again')], 'noted again'],
    [[text('noted '), mark(3)], 'noted'],
    [[mark(3), text(' noted')], 'noted'],
    [[text('“noted '), mark(3), text('” (so '), mark(4), text(')')], '“noted” (so)'],
    [[text('\u00a0noted'), mark(3), text(' - so')], '\u00a0noted - so']
  ])('a mark leaves no blank behind: %#', (children, expected) => {
    expect(writeText(of([clause('whereasClause', paragraph(...children))]), {hasNotes: false})).toBe(`${expected}\n`)
  })
})

describe('the “which read” text', () => {
  const read = (printed: PrintedResolution): string => writeText(printed, {only: 'resolved'})
  const one = clause('resolvedClause', paragraph(resolved, text(', that the Association acts '), mark(1), text('.')))

  test('a list that was adopted', () => {
    expect(
      read(sample)
    ).toBe(`ADOPTED, 2025-2026 ALA CD#23, Resolution on the Privacy of Readers & <Others>, which read: “That the American Library Association (ALA), on behalf of its members:
1. urges care; and
2. directs its staff to report.”
`)
  })

  test.each([
    ['adopted', 'CD#1', 'ADOPTED, CD#1, T, which read: '],
    ['adopted', undefined, 'ADOPTED, T, which read: '],
    ['defeated', 'CD#1', 'DEFEATED, CD#1, T, which read: '],
    ['draft', undefined, 'T, which reads: '],
    ['submitted', 'CD#1', 'CD#1, T, which reads: ']
  ])('one action, %s, number %s', (status, number, opening) => {
    expect(read(of([one], {status, number, title: 'T'}))).toBe(`${opening}“That the Association acts.”\n`)
  })

  test('whereas clauses, people and notes are left out, a quotation set off is kept', () => {
    const whereas = clause('whereasClause', paragraph({type: 'leadIn', value: 'Whereas'}, text(' it is so')))
    const acting = clause('resolvedClause', paragraph(resolved, text(': to act so:')), quotation(text('now'), mark(1)))
    const mover: PrintedBlock = {type: 'mover', label: 'Mover:', children: [text('Pat')]}
    expect(read(of([whereas, acting, mover], {status: 'draft', number: undefined, title: 'T'}))).toBe(
      'T, which reads: “To act so:\nnow”\n'
    )
  })

  test('hostile words are kept', () => {
    const hostile = clause('resolvedClause', paragraph(resolved, text(`, ${hostileWords}`)))
    expect(read(of([hostile], {status: 'adopted', number: hostileWords, title: hostileWords}))).toBe(
      `ADOPTED, ${hostileWords}, ${hostileWords}, which read: “${hostileWords}”\n`
    )
  })
})
