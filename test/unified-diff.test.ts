import fc from 'fast-check'
import {expect, test} from 'vitest'
import {unifiedDiff} from '../src/unified-diff.ts'

/** Applies a unified diff as `patch` does, and fails where a line is not the one that it names. */
function patched(before: string, diff: string): string {
  if (diff === '') return before
  const lines = before.match(/[^\n]*\n|[^\n]+$/g) ?? []
  const after: string[] = []
  let at = 0
  const hunks = diff.slice(diff.indexOf('@@ -')).split(/^(?=@@ -)/m)
  for (const hunk of hunks) {
    const [head = '', ...body] = hunk.match(/[^\n]*\n/g) ?? []
    const [, start, count = '1', newStart, newCount = '1'] = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n$/.exec(
      head
    )!
    const first = Number(start) - (count === '0' ? 0 : 1)
    after.push(...lines.slice(at, first))
    expect(after.length).toBe(Number(newStart) - (newCount === '0' ? 0 : 1))
    at = first
    const sizes = {old: 0, now: 0}
    for (const [index, line] of body.entries()) {
      if (line.startsWith('\\')) continue
      const text = body[index + 1]?.startsWith('\\') ? line.slice(1, -1) : line.slice(1)
      if (line[0] !== '+') {
        expect(lines[at++]).toBe(text)
        sizes.old++
      }
      if (line[0] !== '-') {
        after.push(text)
        sizes.now++
      }
    }
    expect(sizes).toEqual({old: Number(count), now: Number(newCount)})
  }
  return [...after, ...lines.slice(at)].join('')
}

test('a diff applied to the one text gives the other', () => {
  const line = fc.constantFrom('a\n', 'b\n', 'c\n', '\n', 'd\r\n', '-\n', '+ \n')
  const text = fc
    .tuple(fc.array(line, {maxLength: 30}), fc.constantFrom('', 'a', 'end'))
    .map(([lines, end]) => lines.join('') + end)
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(patched(before, unifiedDiff('x', before, after))).toBe(after)
    }),
    {numRuns: 500}
  )
})

test('hunks that overlap or touch are one', () => {
  const lines = Array.from({length: 40}, (_, index) => `${index}\n`)
  fc.assert(
    fc.property(fc.subarray([...lines.keys()], {maxLength: 6}), changed => {
      const after = lines.map((line, index) => (changed.includes(index) ? 'x\n' : line)).join('')
      const diff = unifiedDiff('x', lines.join(''), after)
      expect(patched(lines.join(''), diff)).toBe(after)
      const apart = changed.filter((at, index) => index === 0 || at - changed[index - 1]! > 7)
      expect(diff.match(/^@@/gm) ?? []).toHaveLength(apart.length)
    })
  )
})

test('a diff is as short as can be, with three lines of context, neighbours together', () => {
  const before = 'a b c d e f g h i j k l m n o p q r s t'.replaceAll(' ', '\n')
  const after = before.replace('b\n', '').replace('g', 'G').replace('t', 'T\n')
  expect(unifiedDiff('drafts/x.yaml', before, after)).toBe(`--- a/drafts/x.yaml
+++ b/drafts/x.yaml
@@ -1,10 +1,9 @@
 a
-b
 c
 d
 e
 f
-g
+G
 h
 i
 j
@@ -17,4 +16,4 @@
 q
 r
 s
-t
\\ No newline at end of file
+T
`)
})

test('there is no diff of a text with itself, and a whole text can come or go', () => {
  expect(unifiedDiff('x', 'a\n', 'a\n')).toBe('')
  expect(unifiedDiff('x', '', 'a\nb\n')).toBe('--- a/x\n+++ b/x\n@@ -0,0 +1,2 @@\n+a\n+b\n')
  expect(unifiedDiff('x', 'a\n', '')).toBe('--- a/x\n+++ b/x\n@@ -1 +0,0 @@\n-a\n')
})

test('texts that have little in common take no long time', () => {
  const lines = (seed: number): string => Array.from({length: 20_000}, (_, i) => `${(i * seed) % 9973}\n`).join('')
  const [before, after] = [lines(7), lines(11)]
  const start = performance.now()
  expect(patched(before, unifiedDiff('x', before, after))).toBe(after)
  expect(performance.now() - start).toBeLessThan(10_000)
})
