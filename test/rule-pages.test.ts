import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {compile, type FormatId, formats, report, rules} from '../src/index.ts'
import {type Fence, fencesOf, withFences} from './fences.ts'
import {memoryLibrary} from './memory-host.ts'
import {smallPdf} from './small-pdf.ts'

const folder = new URL('../docs/rules/', import.meta.url)

const pages = readdirSync(folder).map(name => name.replace(/\.md$/, ''))

test('every rule has a page and every page a rule', () => {
  expect(pages.sort()).toEqual(rules.map(rule => rule.id).sort())
})

for (const rule of rules.filter(({id}) => pages.includes(id)))
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

    // A `txt` or `json` fence with a name puts a file beside the resolutions that follow it, `windows-1252` behind
    // the name in that encoding; a `pdf` fence makes a PDF of its lines, with `---` between pages;
    // a `yaml` fence is a resolution, and the `text` fence after it is the whole report of the rule;
    // the name of a format after `yaml` has the document written too,
    // and `meeting-at=…` tells when the meeting begins, at noon of 1 July 2026.
    // `npm run accept` takes over what is reported.
    test('each example reports just what the page says', async () => {
      const files: Record<string, string | Uint8Array> = {}
      const fences = fencesOf(page)
      const found = new Map<Fence, string>()
      for (const [index, fence] of fences.entries()) {
        const [name = '', encoding] = fence.meta.split(' ')
        if (fence.lang === 'txt' || fence.lang === 'json')
          files[name] = encoding === 'windows-1252' ? Buffer.from(`${fence.value}\n`, 'latin1') : `${fence.value}\n`
        if (fence.lang === 'pdf') files[name] = smallPdf(fence.value.split('\n---\n').map(page => page.split('\n')))
        if (fence.lang !== 'yaml') continue
        const reported = await reportOf(fence, rule.id, files)
        const next = fences[index + 1]
        if (next?.lang === 'text') found.set(next, reported)
        else expect(reported, `line ${fence.line}`).toBe('')
      }
      expect(found.size).toBeGreaterThan(0)
      expect([...found.values()]).not.toContain('')
      await expect(withFences(page, found)).toMatchFileSnapshot(fileURLToPath(new URL(`${rule.id}.md`, folder)))
    })
  })

function formatsOf({meta}: Fence): FormatId[] {
  return formats.flatMap(({id}) => (meta.split(' ').includes(id) ? id : []))
}

/** What a rule reports of a resolution, without the line of counts. */
async function reportOf(
  fence: Fence,
  rule: string,
  files: Readonly<Record<string, string | Uint8Array>>
): Promise<string> {
  const text = `${fence.value}\n`
  const meetingAt = /meeting-at=(\S+)/.exec(fence.meta)?.[1]
  const time = meetingAt === undefined ? {} : {meetingAt, now: '2026-07-01T12:00:00Z'}
  const {diagnostics, resolved} = await compile(text, {
    path: 'draft.yaml',
    project: '.',
    library: memoryLibrary(files),
    to: formatsOf(fence),
    ...time
  })
  const found = diagnostics.filter(diagnostic => diagnostic.rule === rule)
  const whole = report([{path: 'draft.yaml', text, resolved, diagnostics: found}], 'pretty')
  return whole.trimEnd().split('\n\n').slice(0, -1).join('\n\n')
}
