import {describe, expect, test} from 'vitest'
import {make, ours} from './support.ts'

const sources = `
sources:
  a: {type: book, title: Apples}
  b: {type: book, title: Bears}
`

const clauses = async (whereas: readonly string[], more = '', files: Record<string, string> = {}) => {
  const list = whereas.map(text => `  - ${JSON.stringify(text)}\n`).join('')
  const made = await make(`title: T\nwhereas:\n${list}resolved: [acts]\n${more}${sources}`, files)
  return {...made, marks: made.lines.slice(1, -1).flatMap(line => line.match(/\[\^\d+\]/g) ?? [])}
}

describe('numbers of notes', () => {
  test('automatic notes are numbered in order of first appearance, each citation its own note', async () => {
    const {marks, notes} = await clauses(['one [@b]', 'two [@a]^[by hand]', 'three [@b, 12]'])
    expect(marks).toEqual(['[^1]', '[^2]', '[^3]', '[^4]'])
    expect(notes).toEqual(['1 Bears.', '2 Apples.', '3 by hand', '4 Bears, 12.'])
  })

  test('numbers given by hand are kept, with their gaps', async () => {
    const more = 'notes: {2: Two., 5: Five., 9: Nine.}\n'
    const {marks, notes, lines} = await clauses(['one[^2]', 'two[^5]', 'three[^5] and more[^9]'], more)
    expect(marks).toEqual(['[^2]', '[^5]', '[^5]', '[^9]'])
    expect(notes).toEqual(['2 Two.', '5 Five.', '9 Nine.'])
    expect(lines[3]).toBe('Whereas three[^5] and more[^9]; now, therefore, be it')
  })

  test('automatic notes take the next number that no hand has taken', async () => {
    const more = 'notes: {1: One., 3: Three.}\n'
    const {marks, notes} = await clauses(['a [@a]', 'b[^1]', 'c [@b]', 'd[^3]', 'e [@a]'], more)
    expect(marks).toEqual(['[^2]', '[^1]', '[^4]', '[^3]', '[^5]'])
    expect(notes.map(note => note.slice(0, 1))).toEqual(['1', '2', '3', '4', '5'])
  })

  test('a label that is no number is numbered like an automatic note', async () => {
    const {marks} = await clauses(['one [@a]', 'two[^x]', 'three[^x]'])
    expect(marks).toEqual(['[^1]', '[^2]', '[^2]'])
  })

  test('only the first mark of a note carries it', async () => {
    const {resolved} = await clauses(['one[^1]', 'two[^1]', 'three[^1]'], 'notes: {1: One.}\n')
    const found: object[] = []
    JSON.stringify(resolved.printed.blocks, (_, node) => {
      if (node?.type === 'noteReference') found.push({isFirst: node.isFirst, key: node.key})
      return node
    })
    expect(found).toEqual([
      {isFirst: true, key: 1},
      {isFirst: false, key: 2},
      {isFirst: false, key: 3}
    ])
  })

  test('a list of references prints the number of a citation again', async () => {
    const more = 'template: ./ours\n'
    const files = {'ours/template.yaml': ours('notes: {numbering: references}\n')}
    const whereas = ['one [@a]', 'two [@b]', 'three [@a]', 'four [@a, 12]', 'five ^[x]', 'six ^[x]']
    const {marks, notes} = await clauses(whereas, more, files)
    expect(marks).toEqual(['[^1]', '[^2]', '[^1]', '[^3]', '[^4]', '[^5]'])
    expect(notes).toHaveLength(5)
  })

  test('citations in a hand-numbered note bind their sources; a note has no note of its own', async () => {
    const {notes, resolved} = await clauses(['one[^4]'], 'notes: {4: "See [@a], and [@b, 3]. More[^1]."}\n')
    expect(notes).toEqual(['4 See Apples, and Bears, 3. More[^1].'])
    expect(resolved.notes[0]?.sourceIds).toEqual(['a', 'b'])
    expect(resolved.sources.map(({isUsed}) => isUsed)).toEqual([true, true])
  })
})
