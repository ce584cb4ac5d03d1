import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {compile, report, rules} from '../src/index.ts'
import {fencesOf} from './fences.ts'
import {memoryLibrary} from './memory-host.ts'

const folder = new URL('../docs/rules/', import.meta.url)

test('every rule has a page and every page a rule', () => {
  const pages = readdirSync(folder).map(name => name.replace(/\.md$/, ''))
  expect(pages.sort()).toEqual(rules.map(rule => rule.id).sort())
})

for (const rule of rules)
  describe(rule.id, () => {
    const page = readFileSync(new URL(`${rule.id}.md`, folder), 'utf8')

    test('the page opens with the summary and has its headings in order', () => {
      expect(page.startsWith(`# ${rule.id}\n\n${rule.summary}\n`)).toBe(true)
      const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
      expect(headings).toEqual(
        ['Why', 'Right', 'Wrong', 'More cases', 'Sources'].filter(name => headings.includes(name))
      )
      expect(headings).toEqual(expect.arrayContaining(['Why', 'Right', 'Wrong', 'Sources']))
    })

    // A `txt` fence with a name puts a file beside the resolutions that follow it;
    // a `yaml` fence is a resolution, and the `text` fence after it is the whole report of the rule.
    const files: Record<string, string> = {}
    const fences = fencesOf(page)
    test('the page shows a report', () => {
      expect(fences.some(fence => fence.lang === 'text')).toBe(true)
    })
    fences.forEach((fence, index) => {
      if (fence.lang === 'txt') files[fence.meta] = `${fence.value}\n`
      if (fence.lang !== 'yaml') return
      const beside = {...files}
      const next = fences[index + 1]
      const expected = next?.lang === 'text' ? next.value : ''
      test(`the example at line ${fence.line} reports just what the page says`, async () => {
        const text = `${fence.value}\n`
        const {diagnostics, resolved} = await compile(text, {path: 'draft.yaml', library: memoryLibrary(beside)})
        const found = diagnostics.filter(diagnostic => diagnostic.rule === rule.id)
        const whole = report([{path: 'draft.yaml', text, resolved, diagnostics: found}], 'pretty')
        const blocks = whole.trimEnd().split('\n\n').slice(0, -1).join('\n\n')
        expect(blocks).toBe(expected)
      })
    })
  })
