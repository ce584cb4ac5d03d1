import {describe, expect, test} from 'vitest'
import {make, ours} from './support.ts'

const placed = async (placement: string, whereas: readonly string[], resolved: string): Promise<readonly string[]> => {
  const list = whereas.map(text => `  - ${JSON.stringify(text)}\n`).join('')
  const yaml = `template: ./ours\ntitle: T\nwhereas:\n${list}resolved: [${JSON.stringify(resolved)}]\nnotes: {7: Seven.}\nsources: {a: {type: book, title: Apples}}\n`
  const {lines} = await make(yaml, {'ours/template.yaml': ours(`notes: {placement: ${placement}}\n`)})
  return lines.slice(1).map(line => line.replace(/^Whereas |^Resolved, that our association, /, ''))
}

/** Automatic citations, one numbered by hand, and both at joins. */
const clauses = ['one "x" [@a], two [@a]: three [@a]', 'hand[^7], stays[^7]', 'last [@a]^[b]']

describe('where marks stand beside punctuation', () => {
  test('ama: after comma and full stop, before semicolon and colon', async () => {
    expect(await placed('ama', clauses, 'acts [@a]')).toEqual([
      'one "x",[^1] two[^2]: three[^3];',
      'hand[^7], stays[^7]; and',
      'last[^8][^9]; now, therefore, be it',
      'acts.[^10]'
    ])
  })

  test('chicago: after every mark', async () => {
    expect(await placed('chicago', clauses, 'acts [@a]')).toEqual([
      'one "x",[^1] two:[^2] three;[^3]',
      'hand[^7], stays;[^7] and',
      'last;[^8][^9] now, therefore, be it',
      'acts.[^10]'
    ])
  })

  test('before: before every mark', async () => {
    expect(await placed('before', clauses, 'acts [@a]')).toEqual([
      'one "x"[^1], two[^2]: three[^3];',
      'hand[^7], stays[^7]; and',
      'last[^8][^9]; now, therefore, be it',
      'acts[^10].'
    ])
  })

  test('an omission, a dash and a parenthesis are no punctuation that a mark jumps over', async () => {
    const words = ['one [@a] ... two [@a] – three [@a] (four) [@a]) five']
    expect((await placed('ama', words, 'acts'))[0]).toBe(
      'one[^1] ... two[^2] – three[^3] (four)[^4]) five; now, therefore, be it'
    )
  })

  test('a typed join round a mark is the join of the template', async () => {
    const words = ['one [@a]; and', 'two; [@a]', 'three [@a], now, therefore, be it']
    expect(await placed('ama', words, 'acts [@a].')).toEqual([
      'one[^1];',
      'two[^2]; and',
      'three[^3]; now, therefore, be it',
      'acts.[^4]'
    ])
  })
})
