import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {extractText, getDocumentProxy} from 'unpdf'
import {describe, expect, test} from 'vitest'
import {compile, type Format, formats, type Output, report} from '../src/index.ts'
import {memoryLibrary, packageFolder} from './memory-host.ts'
import {unpack} from './write/docx/read-docx.ts'

/** Every example, checked and printed. `npm run accept` takes over what is printed: read the difference line by line. */
const folder = join(packageFolder, 'examples')
const names = readdirSync(folder).flatMap(name => /^(.*)\.resolution\.yaml$/.exec(name)?.[1] ?? [])

test('there are the three examples that the README speaks of', () => {
  expect(names).toEqual(expect.arrayContaining(['minimal', 'full', 'press-freedom']))
})

describe.each(names)('%s', name => {
  const path = join(folder, `${name}.resolution.yaml`)
  const text = readFileSync(path, 'utf8')
  const compiled = compile(text, {path, library: memoryLibrary({}), to: formats.map(({id}) => id)})
  const golden = (file: string): string => join(import.meta.dirname, 'golden', name, file)
  const output = async (format: Format['id']): Promise<Uint8Array> =>
    (await compiled).outputs.find((output: Output) => output.format === format)!.bytes

  test('has no errors and no warnings, and nothing is unchecked', async () => {
    const {diagnostics, resolved} = await compiled
    const found = diagnostics.filter(({severity}) => severity !== 'info')
    expect(report([{path, text, resolved, diagnostics: found}], 'pretty')).toMatch(/^no errors, no warnings; /)
    for (const {quotation, verdict} of resolved!.quotations)
      expect(['verbatim', 'altered'], quotation.place.start.line.toString()).toContain(verdict)
  })

  test.each(['md', 'html', 'txt'] as const)('%s', async format => {
    await expect(new TextDecoder().decode(await output(format))).toMatchFileSnapshot(golden(`${name}.${format}`))
  })

  test('docx', async () => {
    const parts = unpack(await output('docx'))
    expect(Object.keys(parts)).toContain('word/footnotes.xml')
    const all = Object.entries(parts).map(([part, xml]) => `=== ${part}\n${readable(xml)}`)
    await expect(all.join('\n')).toMatchFileSnapshot(golden(`${name}.docx.txt`))
  })

  test('pdf', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await output('pdf')), {verbosity: 0})
    const {totalPages, text} = await extractText(pdf, {mergePages: false})
    const pages = text.map((words, index) => `page ${index + 1} of ${totalPages}\n\n${words}\n`)
    await expect(pages.join('\n')).toMatchFileSnapshot(golden(`${name}.pdf.txt`))
  })
})

/** A part of a Word file with a line for each element, without the dates in its properties. */
function readable(xml: string): string {
  return `${xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, '$1').replace(/></g, '>\n<')}\n`
}
