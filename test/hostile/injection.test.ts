import {describe, expect, test} from 'vitest'
import {Document} from 'yaml'
import {run} from '../../src/cli/index.ts'
import {memoryHost} from '../memory-host.ts'
import {expectWhole} from './whole.ts'

const payloads: Readonly<Record<string, string>> = {
  'a function of Typst': '#read("/etc/passwd") #panic() $ #sys.version $',
  'an escape of Typst': '\\u{41} \\#let x = 1 ]#[ "#',
  'markup of Word': '</w:t></w:r><w:instrText>DDEAUTO c:\\\\x</w:instrText> ]]>',
  'an element of HTML': '</title></style><script>alert(1)</script><img src=x onerror=alert(1)>',
  'an attribute of HTML': '" onmouseover="alert(1)" x=\' onclick=\'alert(1)',
  'an address that acts': '[a](javascript:alert(1)) <javascript:alert(2)> [b](data:text/html,x) [c](vbscript:x)',
  'a reference of HTML': '&lt;script&gt; &#60;b&#62; &#0; &#xD800;',
  Markdown: '# a\n\n- b\n\n```\nc\n```\n\n[d]: https://e.org\n\n<!-- e --> ![f](g)',
  'a formula of a spreadsheet': '=HYPERLINK("https://e.org") @SUM(1) +1 -1',
  TeX: '\\input{/etc/passwd} $x^2$ \\write18{ls} %',
  'a command of the shell': '$(touch x) `touch x` ; rm -rf / | cat',
  'a command of a job': '::error::x\n::add-mask::y',
  'controls of a terminal': '\u009b31m \u0085 \u200b',
  'a name of JavaScript': '__proto__ constructor toString hasOwnProperty',
  'quotation marks and blanks': `a 'b' "c"  “d” e: f #g`
}

/** A resolution with the same words in every field that takes words. */
function everywhere(words: string): string {
  const person = {name: words, unit: words, role: words, email: words, phone: words}
  return new Document({
    title: words,
    number: words,
    meeting: words,
    mover: person,
    seconder: person,
    endorsers: [person],
    'attested-by': person,
    whereas: [
      `${words} [@a, ${words.replace(/[[\]@\n]/g, ' ')}]`,
      {text: `“${words}” [@__proto__]`, id: words},
      'a^[b] c[^1]'
    ],
    resolved: [words, `acts ${words}`],
    notes: {1: words},
    sources: {
      a: {
        type: 'book',
        title: words,
        author: [{family: words, given: words}],
        publisher: words,
        URL: words,
        DOI: words
      },
      ['__proto__']: {type: 'webpage', title: words, author: words, URL: 'javascript:alert(1)', archive: words}
    },
    submission: {contact: words}
  }).toString()
}

describe.each(Object.entries(payloads))('%s in every field', (_, words) => {
  test('nothing in a document acts, and reports stay reports', async () => {
    const host = memoryHost({'d.yaml': everywhere(words)})
    const status = await run(['build', '--draft', '--to', 'md,html,txt,docx,pdf', '--out-dir', 'out', 'd.yaml'], host)
    expect([0, 1], host.error()).toContain(status)
    const written = Object.entries(host.files).filter(([name]) => name.startsWith('out/'))
    expect(written).toHaveLength(5)
    for (const [name, bytes] of written) await expectWhole(name, Buffer.from(bytes))
    for (const format of ['pretty', 'compact', 'json', 'sarif', 'github', 'junit']) {
      const reported = memoryHost({'d.yaml': everywhere(words)})
      expect([0, 1], reported.error()).toContain(await run(['check', '--format', format, 'd.yaml'], reported))
      // Lines of a job begin with a command of ours, and no terminal is spoken to.
      if (format === 'github') expect(reported.out()).not.toMatch(/^::(?!(?:error|warning|notice) file=)/m)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that there is none is what is looked for.
      if (format === 'pretty') expect(reported.out()).not.toMatch(/[\u001b\u009b\u0085]/)
    }
  })
})

test('a page template that reads files, asks for others or cannot be set is at fault, not the program', async () => {
  for (const words of [
    '#read("/etc/passwd")',
    '#read("../../../etc/passwd")',
    '#import "@preview/x:0.1.0": *',
    '#panic()',
    '#('
  ]) {
    const template = await memoryHost().readFile(`${memoryHost().packageFolder}templates/ala/template.yaml`)
    const host = memoryHost({
      'd.yaml': 'title: T\nmover: {unit: U, email: u@e.org}\ntemplate: ./t\nwhereas: [x]\nresolved: [acts]\n',
      't/template.yaml': template,
      't/page.typ': words
    })
    expect(await run(['build', '--to', 'md,pdf', 'd.yaml'], host)).toBe(1)
    expect(host.error()).toContain('d.yaml:3:11 error (unusable-template)')
    expect(Object.keys(host.files)).not.toContain('d.md')
  }
})

test.each(['readers', 'b', 'a b@c', 'a@b c', '<b>@c'])('the e-mail `%s` is words, and no link', async email => {
  const yaml = `title: T\nmover: {unit: U, email: '${email}'}\nresolved: [acts]\n`
  const host = memoryHost({'d.yaml': yaml})
  await run(['build', '--draft', '--to', 'md,html', 'd.yaml'], host)
  expect(Buffer.from(host.files['d.html'] ?? '').toString()).not.toContain('mailto:')
  await expectWhole('d.md', Buffer.from(host.files['d.md'] ?? ''))
})

test('a language that is no tag does not come into a Word file', async () => {
  const host = memoryHost({'d.yaml': 'title: T\nlanguage: "\\0"\nmover: {unit: U}\nresolved: [acts]\n'})
  expect(await run(['build', '--draft', '--to', 'docx', 'd.yaml'], host)).toBe(1)
  await expectWhole('d.docx', Buffer.from(host.files['d.docx'] ?? ''))
})
